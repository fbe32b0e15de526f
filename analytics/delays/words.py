"""What the Delays page says in sentences, computed from the numbers."""

from collections.abc import Sequence
from datetime import date

from analytics.codelists import NOT_STATED
from analytics.metrics.catalogue import ON_TIME_RATE
from analytics.presentation import findings
from analytics.presentation.numbers import bounds, counts, counts_and_rate, headline, is_small
from analytics.presentation.tables import Row
from analytics.query.ask import Answer
from analytics.query.filters import Filters
from i18n import day, ended, number, t, tn


def delays_in_words(answer: Answer) -> str:
    """How many were open at last look and for how long; `answer` has one row."""
    [row] = answer.rows
    if not row["due"]:
        return t("None of the commitments in view has a due date on or before the as-of date.")
    late = findings.how_late(row) if row["overdue"] else ""
    return " ".join(filter(None, [ended(findings.overdue(row)), late]))


def on_time_in_words(answer: Answer) -> str:
    """The on-time rate, or its bounds while some cannot be judged; blank with nothing due."""
    [row] = answer.rows
    if not row["on_time_rate_denominator"]:
        return ""
    if row["on_time_rate"] is None:
        sentence = t(
            "Due commitments known to have been done on time: {counts}. For {unknown} that is not "
            "known.",
            counts=counts(row["on_time_rate_numerator"], row["on_time_rate_denominator"]),
            unknown=number(row["on_time_rate_missing"]),
        )
        if is_small(ON_TIME_RATE, row):
            return sentence
        within = t("The on-time rate lies within {bounds}.", bounds=bounds(ON_TIME_RATE, row))
        return f"{sentence} {within}"
    return t(
        "Due commitments done on time: {counts}.",
        counts=counts_and_rate(row["on_time_rate_numerator"], row["on_time_rate_denominator"]),
    )


def due_by(due: int, dated: int, as_of: date | None) -> str:
    """How many were due by the reader's day, of those with a due date; blank without any."""
    if not dated:
        return ""
    return t(
        "Commitments with a due date that were due by {day}: {counts}",
        day=day(as_of),
        counts=counts(due, dated),
    )


def on_time_between(row: Row) -> str:
    """The share done on time, or between which bounds it lies; blank out of fewer than five."""
    if is_small(ON_TIME_RATE, row):
        return ""
    return t(
        "{share} of {due} due commitments done on time, as far as is known",
        share=headline(ON_TIME_RATE, row),
        due=number(row[f"{ON_TIME_RATE.key}_denominator"]),
    )


def led_by(rows: Sequence[Row], late: int, filters: Filters) -> str:
    """How many institutions lead what was late, and how much of the `late` they lead.

    Blank where they are filtered, or none is named.
    """
    institutions = len(named(rows))
    if filters.institutions or not institutions:
        return ""
    return tn(
        "{count} institution leads commitments that were unfinished after their due date when "
        "last assessed, {late} in all",
        "{count} institutions lead commitments that were unfinished after their due date when "
        "last assessed, {late} in all",
        institutions,
        late=number(late - led_by_none(rows)),
    )


def named(rows: Sequence[Row]) -> list[Row]:
    """The rows of institutions that the source names."""
    return [row for row in rows if row["institution"] != NOT_STATED]


def led_by_none(rows: Sequence[Row]) -> int:
    """How much of what was late states no lead institution."""
    return sum(row["overdue"] for row in rows if row["institution"] == NOT_STATED)
