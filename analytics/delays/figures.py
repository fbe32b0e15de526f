"""The figures of the Delays page: which answer, which chart, which words.

Every delay is told as of the last look; nothing is counted on to today.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from analytics.charts.bars import ageing, mix, mix_rows, ranked
from analytics.charts.due_calendar import due_calendar
from analytics.charts.intervals import bounds
from analytics.charts.theme import figure_of
from analytics.codelists import COUNTRIES, NEUTRAL, NOT_STATED, TIMELINESS
from analytics.metrics.catalogue import COMMITMENTS, DAYS_OVERDUE, DUE, ON_TIME_RATE, OVERDUE
from analytics.presentation.figure import Figure, absent, set_apart, source_line
from analytics.presentation.numbers import headline
from analytics.presentation.tables import PARTS, answer_table, share_headings, table
from analytics.presentation.words import standing_beside, standings
from analytics.query.ask import Answer
from analytics.query.dimensions import COUNTRY, INSTITUTION, TIMELY
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, Queries
from analytics.query.vocabulary import Vocabulary
from i18n import number, t, tn

ALL = "all"
"""The row that takes all countries in view together."""


def timeliness_mix(queries: Queries, filters: Filters) -> Figure:
    """Timeliness classes by country."""
    answer = queries.answer([COMMITMENTS], filters, [COUNTRY, TIMELY])
    countries = queries.answer([COMMITMENTS], filters, [COUNTRY])  # those without any, too
    counts = {row["country"]: row["commitments"] for row in countries.rows}
    names = _names(countries, queries.words)
    total = number(sum(counts.values()))
    labels = {code: _with_count(name, counts[code]) for code, name in names.items()}
    return Figure(
        mix(COUNTRY.key, TIMELY.key),
        mix_rows(
            answer.frame, COUNTRY.key, TIMELY.key, labels, list(counts), absent(answer, countries)
        ),
        title=t("Where each commitment stood against its due date, at last look"),
        subtitle=t(
            "{n} commitments; the classes sum to that total. Figures in the bars are counts. "
            "Unknown: not looked at since the due date, or no due date or rating on record. "
            "{standings}",
            n=total,
            standings=standings(countries.frame),
        ).strip(),
        source=source_line(answer),
        alternative=t("Bars of {n} commitments by timeliness class and country.", n=total),
        table=answer_table(answer, [COMMITMENTS], [COUNTRY, TIMELY], queries.words),
        answer=answer,
    )


def _names(countries: Answer, words: Vocabulary) -> dict[str, str]:
    """The countries of an answer, those OGP has set apart with the mark of their standing."""
    return {
        row["country"]: standing_beside(
            words.label("country", row["country"]), row["participation"]
        )
        if set_apart(row)
        else words.label("country", row["country"])
        for row in countries.rows
    }


def _with_count(name: str, count: int) -> str:
    return t("{country} ({count})", country=name, count=number(count)) if count else name


def ageing_figure(answer: Answer, words: Vocabulary) -> Figure:
    """How long the open ones were late when last seen; `answer` is days overdue by country."""
    buckets = {part: t(PARTS[part]) for part in DAYS_OVERDUE.buckets}
    rows = [
        {"country": row["country"], "part": part, "commitments": int(row[f"days_overdue_{part}"])}
        for row in answer.rows
        for part in buckets
        if row[f"days_overdue_{part}"]
    ]
    frame = pd.DataFrame(rows, columns=["country", "part", "commitments"])
    labels = {code: words.label("country", code) for code in (*COUNTRIES, *frame["country"])}
    n = number(frame["commitments"].sum())
    return figure_of(
        ageing(
            frame,
            buckets,
            labels,
            title=t("How late open commitments were at last look"),
            subtitle=t(
                "{n} commitments still open when last seen after their due date, by days from the "
                "due date to that look. What happened since is not known.",
                n=n,
            ),
            source=source_line(answer),
        ),
        ageing_table(answer, words),
        (),
        t("{n} overdue commitments by how late they were at last look.", n=n),
        answer,
    )


def ageing_table(answer: Answer, words: Vocabulary) -> pd.DataFrame:
    """Count, median, quartiles and buckets by country; a state in words where none was overdue."""
    parts = ("value", "lower_quartile", "upper_quartile", *DAYS_OVERDUE.buckets)
    rows = [row for row in answer.rows if row["days_overdue_count"]]
    frame = pd.DataFrame(rows, columns=[*answer.frame.columns])
    shown = {
        t("Country"): [words.label("country", row["country"]) for row in rows],
        t("Overdue"): frame["days_overdue_count"].astype("Int64"),
        t("Median"): frame["days_overdue"],
        t("Lower quartile"): frame["days_overdue_lower_quartile"],
        t("Upper quartile"): frame["days_overdue_upper_quartile"],
    }
    shown |= {t(PARTS[part]): frame[f"days_overdue_{part}"].astype("Int64") for part in parts[3:]}
    return pd.DataFrame(shown)


def due_dates(
    frame: pd.DataFrame, stamped: Answer, as_of: date | None, words: Vocabulary
) -> Figure:
    """When commitments fall due; `frame` answers due_calendar, `stamped` counts all in view."""
    [row] = stamped.rows
    dated = int(frame["commitments"].sum())
    return figure_of(
        due_calendar(
            frame,
            as_of,
            years=(words.years[0], words.years[-1]),
            title=t("When commitments fall due, by quarter"),
            subtitle=t(
                "{dated} commitments with a due date in their plan, by timeliness at last look; "
                "{undated} without one are not in the picture.",
                dated=number(dated),
                undated=number(row["commitments"] - dated),
            ),
            source=source_line(stamped),
        ),
        pd.DataFrame(
            {
                t("Due in"): [words.label("due_quarter", code) for code in frame["due_quarter"]],
                t("Timeliness"): [t(TIMELINESS[code].label) for code in frame["timeliness"]],
                t("Commitments"): frame["commitments"],
            }
        ),
        (),
        t("{n} commitments by the quarter they fall due in.", n=number(dated)),
        stamped,
        (NamedQuery("delays/due_calendar"),),
    )


def on_time(answer: Answer, together: Answer, words: Vocabulary) -> Figure:
    """The on-time rate by country with its bounds; `together` is all of them in one row."""
    whole = together.frame.assign(country=ALL)
    frame = pd.concat([answer.frame, whole]) if len(answer.frame) > 1 else answer.frame
    labels = _names(answer, words)
    [row] = together.rows
    return figure_of(
        bounds(
            frame,
            ON_TIME_RATE,
            COUNTRY.key,
            {**labels, ALL: t("All in view")},
            title=t("How many were done on time: the bounds of what is known"),
            subtitle=t(
                "{n} due commitments. Left end: all undated completions and unknowns late; right "
                "end: all of them on time. A dot where completion days are on record.",
                n=number(row[f"{ON_TIME_RATE.key}_denominator"]),
            ),
            source=source_line(answer),
        ),
        table(answer, [ON_TIME_RATE, DUE, OVERDUE], [COUNTRY], words),
        tuple(share_headings([ON_TIME_RATE])),
        "; ".join(
            f"{labels[r['country']]} {headline(ON_TIME_RATE, r)}" for r in answer.rows
        ),
        answer,
    )  # fmt: skip


TOP = 15
"""Lead institutions in the picture; the table has them all."""


def institutions(answer: Answer, filters: Filters, words: Vocabulary) -> Figure:
    """Lead institutions by commitments overdue at last look; `answer` is by institution."""
    rows = sorted(_led(answer, filters), key=lambda row: -row["overdue"])
    shown = [_institution(row, words) for row in rows]
    return figure_of(
        ranked(
            pd.DataFrame(shown[:TOP], columns=list(_BAR)),
            INSTITUTION.key,
            unit=t("Commitments overdue at last look"),
            told={"label": " ", "country": t("Country"), "beside": t("Days overdue at last look")},
            title=t("Overdue at last look, by lead institution"),
            subtitle=tn(
                "{count} institution. A commitment led by several counts once for each.",
                "{count} institutions, the first {top} in the picture, all in the table. A "
                "commitment led by several counts once for each: they do not sum to the total.",
                len(rows),
                top=number(min(TOP, len(rows))),
            ),
            source=source_line(answer),
        ),
        pd.DataFrame(
            {
                t("Lead institution"): [row["label"] for row in shown],
                t("Country"): [row["country"] for row in shown],
                t("Overdue at last look"): [row["count"] for row in shown],
                t("Median days"): [row["days_overdue"] for row in rows],
            }
        ),
        (),
        "; ".join(f"{row['label']} {number(row['count'])}" for row in shown[:TOP]),
    )  # fmt: skip


_BAR = ("institution", "label", "country", "count", "colour", "beside")


def _led(answer: Answer, filters: Filters) -> list[dict[str, Any]]:
    """The rows with overdue commitments. Beside a filtered institution others would mislead."""
    wanted = filters.institutions
    return [
        row | {"institution": row["institution"] or NOT_STATED}
        for row in answer.rows
        if row["overdue"] and (not wanted or (row["institution"] or NOT_STATED) in wanted)
    ]


def _institution(row: Mapping[str, object], words: Vocabulary) -> dict[str, object]:
    code = str(row["institution"])
    country = words.country_of.get(code, "")
    said = t("{count}, median {days} days", count=number(row["overdue"]),
             days=headline(DAYS_OVERDUE, row))  # fmt: skip
    return {
        "institution": code,
        "label": words.label("institution", code),
        "country": words.label("country", country) if country else "–",
        "count": row["overdue"],
        "colour": COUNTRIES[country].colour if country in COUNTRIES else NEUTRAL,
        "beside": " · ".join(
            filter(None, [said, words.label("country", country) if country else ""])
        ),
    }
