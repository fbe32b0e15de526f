"""Who is late: lead institutions by commitments unfinished after their due date."""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from analytics.charts.ranked import ranked, ranked_rows
from analytics.codelists import NOT_STATED, country_colour
from analytics.delays.figures import together
from analytics.delays.words import led_by, led_by_none, named
from analytics.metrics.catalogue import (
    DAYS_OVERDUE,
    OVERDUE,
)
from analytics.presentation.figure import Figure, source_line
from analytics.presentation.numbers import headline, is_small
from analytics.presentation.tables import Column, Row, Table
from analytics.query.ask import Answer
from analytics.query.dimensions import INSTITUTION
from analytics.query.filters import Filters
from analytics.query.named import Queries
from analytics.query.vocabulary import Vocabulary
from i18n import ended, labelled, number, parted, t, tn

TOP = 15
"""Lead institutions in the picture; the table has them all."""


def institution_figure(queries: Queries, filters: Filters) -> Figure:
    """Lead institutions by commitments overdue when last assessed."""
    answer, vocabulary = (
        queries.answer([OVERDUE, DAYS_OVERDUE], filters, [INSTITUTION]),
        queries.vocabulary,
    )
    rows = sorted(
        _led(answer, filters), key=lambda row: (row["institution"] == NOT_STATED, -row["overdue"])
    )
    bars = [_institution(row, vocabulary) for row in rows]
    tooltip = (
        ("label", " "),
        ("country", t("Country")),
        ("late", t("Commitments")),
        ("median", t("Median days")),
    )
    columns = (
        Column(t("Lead institution"), t("The group of the row."), itemgetter("label")),
        Column(t("Country"), t("The country of the institution."), itemgetter("country")),
        Column(t(OVERDUE.label), t(OVERDUE.definition), itemgetter("count")),
        Column(t("Median days"), t("Days overdue when last assessed: half of them lie below."),
               itemgetter("days"), unit=t("days")),
    )  # fmt: skip
    return Figure(
        ranked(
            INSTITUTION.key,
            t("Commitments unfinished after the due date (when last assessed)"),
            tooltip,
        ),
        {"bars": ranked_rows(bars[:TOP], INSTITUTION.key)},
        title=t("Unfinished after the due date (when last assessed), by lead institution"),
        subtitle=_counted(rows),
        own_source=source_line(answer),
        alternative=parted(labelled(_placed(row), number(row["count"])) for row in bars[:TOP]),
        table=Table(columns, bars),
        finding=led_by(rows, together(queries, filters)[OVERDUE.key], filters),
    )


def _counted(rows: Sequence[Row]) -> str:
    """How many institutions there are, and what is led by none that is stated."""
    leads, unstated = len(named(rows)), led_by_none(rows)
    counted = tn(
        "{count} institution. Commitments with several lead institutions are counted for each.",
        "{count} institutions, the first {top} in the chart, all in the table. Commitments "
        "with several lead institutions are counted for each: they do not sum to the total.",
        leads,
        top=number(min(TOP, leads)),
    )
    none = ended(labelled(t("Lead institution not stated"), number(unstated)))
    return " ".join([*([counted] if leads else []), *([none] if unstated else [])])


def _placed(bar: Mapping[str, Any]) -> str:
    """An institution with its country: there is a Ministry of Finance in each."""
    return (
        bar["label"] if bar["institution"] == NOT_STATED else f"{bar['label']} ({bar['country']})"
    )


def _led(answer: Answer, filters: Filters) -> list[dict[str, Any]]:
    """The rows with overdue commitments. Beside a filtered institution others would mislead."""
    wanted = filters.institutions
    return [
        row | {"institution": row["institution"] or NOT_STATED}
        for row in answer.rows
        if row["overdue"] and (not wanted or (row["institution"] or NOT_STATED) in wanted)
    ]


def _institution(row: Mapping[str, object], vocabulary: Vocabulary) -> dict[str, object]:
    code = str(row["institution"])
    country = vocabulary.country_of.get(code, "")
    late, few = number(row["overdue"]), is_small(DAYS_OVERDUE, row)
    days = "" if few else headline(DAYS_OVERDUE, row)
    lateness = t("{count}, median {days} days", count=late, days=days) if days else late
    return {
        "institution": code,
        "label": vocabulary.label("institution", code),
        "country": vocabulary.label("country", country) if country else "–",
        "count": row["overdue"],
        "late": late,
        "median": days or "–",
        "days": None if few else row["days_overdue"],
        "colour": country_colour(country),
        "beside": " · ".join(
            filter(None, [lateness, vocabulary.label("country", country) if country else ""])
        ),
    }
