"""Figures of delays: where commitments stood against their due dates.

Every delay is told as of the last look; nothing is counted on to today.
"""

from datetime import date
from operator import itemgetter

import pandas as pd

from analytics.charts.bars import ageing, ageing_rows, mix, mix_rows
from analytics.charts.intervals.bounds import bound_rows, bounds
from analytics.charts.intervals.dots import ROWS
from analytics.charts.timelines import due_calendar, due_rows
from analytics.codelists import COUNTRIES, TIMELINESS
from analytics.delays.words import due_by, on_time_between
from analytics.metrics.catalogue import (
    COMMITMENTS,
    DAYS_OVERDUE,
    DUE,
    ON_TIME_RATE,
    OVERDUE,
    OVERDUE_RATE,
)
from analytics.presentation import findings
from analytics.presentation.columns import country_column, fact
from analytics.presentation.figure import Figure, absent, standing_labels
from analytics.presentation.numbers import counts, headline
from analytics.presentation.tables import PARTS, Column, Row, Table, answer_table
from analytics.presentation.words import DATED_BY_PLAN
from analytics.query.ask import Answer, records
from analytics.query.dimensions import COUNTRY, TIMELY
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, Queries, question
from analytics.query.vocabulary import Vocabulary
from i18n import N_, number, parted, t, tn

ALL = "all"
"""The row that takes all countries in view together."""


def timeliness_mix(queries: Queries, filters: Filters) -> Figure:
    """Timeliness classes by country."""
    answer = queries.answer([COMMITMENTS], filters, [COUNTRY, TIMELY])
    countries = queries.answer([COMMITMENTS], filters, [COUNTRY])  # those without any, too
    counts = {row["country"]: row["commitments"] for row in countries.rows}
    names = standing_labels(queries.vocabulary, countries)
    total = number(sum(counts.values()))
    labels = {code: _with_count(name, counts[code]) for code, name in names.items()}
    return Figure(
        mix(COUNTRY.key, TIMELY.key),
        mix_rows(
            answer.frame,
            COUNTRY.key,
            TIMELY.key,
            labels,
            list(counts),
            absent(answer, countries),
            names,
        ),
        title=t("Each commitment against its due date, when last assessed"),
        subtitle=t(
            "Commitments: {n}; the classes sum to that total. Figures in the bars are counts. "
            "Unknown: not assessed since the due date, or no due date or rating on record.",
            n=total,
        ),
        alternative=t("Bars of commitments by timeliness class and country: {n}.", n=total),
        table=answer_table(answer, [COMMITMENTS], [COUNTRY, TIMELY], queries.vocabulary),
        answer=answer,
        finding=findings.overdue(together(queries, filters)),
    )


def _with_count(name: str, count: int) -> str:
    return t("{country}: {count}", country=name, count=number(count)) if count else name


def ageing_figure(queries: Queries, filters: Filters) -> Figure:
    """How long the open ones were late when last assessed, by country."""
    answer, vocabulary = queries.answer([DAYS_OVERDUE], filters, [COUNTRY]), queries.vocabulary
    rows = [
        {"country": row["country"], "part": part, "commitments": int(row[f"days_overdue_{part}"])}
        for row in answer.rows
        for part in DAYS_OVERDUE.buckets
        if row[f"days_overdue_{part}"]
    ]
    named = (*COUNTRIES, *(row["country"] for row in rows))
    n = number(sum(row["commitments"] for row in rows))
    return Figure(
        ageing(),
        {"parts": ageing_rows(rows, {code: vocabulary.label("country", code) for code in named})},
        title=t("Days late of open commitments, when last assessed"),
        subtitle=" ".join(filter(None, [_counted_to(n), _dated(queries, filters)])),
        alternative=t("Overdue commitments by days late when last assessed: {n}.", n=n),
        table=ageing_table(answer, vocabulary),
        answer=answer,
        finding=findings.late_by(together(queries, filters)) if rows else "",
    )


def _counted_to(n: str) -> str:
    return t(
        "Commitments unfinished after their due date when last assessed: {n}, by days from "
        "the due date to that assessment. What happened since is not on record.",
        n=n,
    )


def _dated(queries: Queries, filters: Filters) -> str:
    """To how many days the source does not state delays are counted; blank where it states all."""
    [row] = records(queries.run(question, filters, name="delays/dated_by_plan"))
    if not row["dated_by_plan"]:
        return ""
    return t(DATED_BY_PLAN, counts=counts(int(row["dated_by_plan"]), row["overdue"]))


def ageing_table(answer: Answer, vocabulary: Vocabulary) -> Table:
    """Count, median, quartiles and buckets by country, for those with overdue commitments."""
    days = t("In days: half of them lie below.")
    columns = (
        country_column(vocabulary),
        fact("days_overdue_count", t("Overdue"), t("Open when last assessed after the due date.")),
        fact("days_overdue", t("Median"), days, unit=t("days")),
        fact("days_overdue_lower_quartile", t("Lower quartile"),
             t("A quarter of them lie below, in days."), unit=t("days")),
        fact("days_overdue_upper_quartile", t("Upper quartile"),
             t("A quarter of them lie above, in days."), unit=t("days")),
        *(Column(t(PARTS[part]), t("How many were so many days late when last assessed."),
                 itemgetter(f"days_overdue_{part}")) for part in DAYS_OVERDUE.buckets),
    )  # fmt: skip
    return Table(columns, [row for row in answer.rows if row["days_overdue_count"]])


SPANS = {"five": N_("The last five years and what is still to come"), "all": N_("All years")}
"""Which due dates are drawn; the table has all of them."""
RECENT = 5


def due_dates(queries: Queries, filters: Filters, as_of: date | None, span: str) -> Figure:
    """When commitments fall due, with the day `as_of` the reader stands on; `span` of SPANS.

    Where nothing falls due in the last five years or later, all years are drawn.
    """
    stamped, vocabulary = queries.answer([COMMITMENTS], filters), queries.vocabulary
    frame = queries.run(question, filters, name="delays/due_calendar")
    [row] = stamped.rows
    dated = int(frame["commitments"].sum())
    recent, first = _since(frame, as_of, span, vocabulary.years[0])
    earlier = dated - int(recent["commitments"].sum())
    columns = (
        Column(t("Due in"), t("The quarter of the due date."),
               lambda row: vocabulary.label("due_quarter", row["due_quarter"])),
        Column(t("Timeliness"), t("The class when last assessed."),
               lambda row: t(TIMELINESS[row["timeliness"]].label)),
        fact("commitments", t("Commitments"), t("How many fall due then, in this class.")),
    )  # fmt: skip
    return Figure(
        due_calendar(first, vocabulary.years[-1]),
        due_rows(recent, as_of),
        title=t("When commitments fall due, by quarter"),
        subtitle=tn(
            "{count} commitment with a due date in its plan, by timeliness when last "
            "assessed. Not in the chart: {undated} without one{earlier}.",
            "{count} commitments with a due date in their plan, by timeliness when last "
            "assessed. Not in the chart: {undated} without one{earlier}.",
            dated,
            undated=number(row["commitments"] - dated),
            earlier=t(", {count} due before {year}", count=number(earlier), year=str(first))
            if earlier
            else "",
        ),
        alternative=t("Commitments by the quarter they fall due in: {n}.", n=number(dated)),
        table=Table(columns, records(frame), queries=(NamedQuery("delays/due_calendar"),)),
        answer=stamped,
        finding=due_by(together(queries, filters)[DUE.key], dated, as_of),
    )


def _since(
    frame: pd.DataFrame, as_of: date | None, span: str, first: int
) -> tuple[pd.DataFrame, int]:
    """The quarters that are drawn, and the year the axis begins with: `first` where all are."""
    if span == "all" or not as_of:
        return frame, first
    year = as_of.year - RECENT
    recent = frame[pd.to_datetime(frame["quarter_start"]).dt.year >= year]
    return (frame, first) if recent.empty else (recent, year)


def on_time(queries: Queries, filters: Filters) -> Figure:
    """The on-time rate by country with its bounds, and of all of them together."""
    answer = queries.answer([ON_TIME_RATE, DUE, OVERDUE], filters, [COUNTRY])
    together = queries.answer([ON_TIME_RATE], filters)
    whole = together.frame.assign(country=ALL)
    frame = pd.concat([answer.frame, whole]) if len(answer.frame) > 1 else answer.frame
    labels = standing_labels(queries.vocabulary, answer)
    [row] = together.rows
    return Figure(
        bounds(COUNTRY.key, ON_TIME_RATE.key),
        {ROWS: bound_rows(frame, ON_TIME_RATE, COUNTRY.key, {**labels, ALL: t("All in view")})},
        title=t("Share done on time: the bounds of what is known"),
        subtitle=t(
            "Due commitments: {n}. Left end: all undated completions and unknowns late; right "
            "end: all of them on time. A dot where completion days are on record.",
            n=number(row[f"{ON_TIME_RATE.key}_denominator"]),
        ),
        alternative=parted(
            f"{labels[r['country']]} {headline(ON_TIME_RATE, r)}" for r in answer.rows
        ),
        table=answer_table(answer, [ON_TIME_RATE, DUE, OVERDUE], [COUNTRY], queries.vocabulary),
        answer=answer,
        finding=on_time_between(row),
    )


def together(queries: Queries, filters: Filters) -> Row:
    """Due, overdue and by how much, of all in view."""
    metrics = [COMMITMENTS, DUE, OVERDUE, OVERDUE_RATE, DAYS_OVERDUE]
    return queries.answer(metrics, filters).rows[0]
