"""Findings over a figure, on a slide or a stage: one sentence each, computed from the numbers.

Under five a rate is said as counts, and nobody is ever the best or the worst.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from analytics.codelists import COMPLETION, OFF_THE_SCALE
from analytics.metrics.catalogue import (
    COVERAGE,
    DAYS_OVERDUE,
    HIGH_AMBITION_RATE,
    IMPLEMENTATION_RATE,
    OVERDUE_RATE,
)
from analytics.metrics.kinds import Metric
from analytics.presentation.numbers import bounds, counts, headline, is_small, share, too_few
from i18n import labelled, number, parted, sentences, t, tn

Row = Mapping[str, Any]


def carried_out(row: Row) -> str:
    """How much was carried out; `row` has commitments and the implementation rate."""
    high, assessed = counts_of(IMPLEMENTATION_RATE, row)
    if not assessed:
        return none_rated(row)
    if too_few(assessed):
        return tn(
            "{high} of {count} assessed commitment substantially or fully carried out",
            "{high} of {count} assessed commitments substantially or fully carried out",
            assessed,
            high=number(high),
        )
    return t(
        "{high} of {assessed} assessed commitments substantially or fully carried out ({share})",
        high=number(high),
        assessed=number(assessed),
        share=share(row[IMPLEMENTATION_RATE.key]),
    )


def none_rated(row: Row) -> str:
    """Nothing rated is not nothing done."""
    if not row["commitments"]:
        return t("No commitment is on record here. This does not mean 0 %")
    return tn(
        "{count} commitment listed, not assessed by the IRM. This does not mean 0 %",
        "{count} commitments listed, none assessed by the IRM. This does not mean 0 %",
        row["commitments"],
    )


def rated(row: Row) -> str:
    """How much of the picture is known; `row` has commitments and the coverage."""
    assessed, listed = counts_of(COVERAGE, row)
    if not listed:
        return none_rated(row)
    return t(
        "Commitments listed without an IRM rating on the completion scale: {counts}",
        counts=counts(listed - assessed, listed),
    )


def mixed(counts: Mapping[str, int]) -> str:
    """What the ratings are; `counts` are commitments by rating."""
    listed = sum(counts.values())
    if counts.get("not_assessed", 0) == listed:
        return none_rated({"commitments": listed})
    return tn(
        "{complete} of {count} listed commitment rated complete, {substantial} substantial; "
        "{unknown} not assessed",
        "{complete} of {count} listed commitments rated complete, {substantial} substantial; "
        "{unknown} not assessed",
        listed,
        complete=number(counts.get("complete", 0)),
        substantial=number(counts.get("substantial", 0)),
        unknown=number(counts.get("not_assessed", 0)),
    )


def by_rating(rows: Sequence[Row]) -> dict[str, int]:
    """Commitments by latest rating, of rows with `rating` and `commitments`."""
    counts: dict[str, int] = {}
    for row in rows:
        if row["rating"]:
            counts[row["rating"]] = counts.get(row["rating"], 0) + row["commitments"]
    return counts


def in_the_bars(counts: Mapping[str, int]) -> str:
    """What a chart of ratings counts, and how it goes with the rates beside it."""
    counted = tn(
        "{count} commitment; the figures in the bars are counts",
        "{count} commitments; the figures in the bars are counts",
        sum(counts.values()),
    )
    return sentences([counted, off_the_scale(counts)])


def off_the_scale(counts: Mapping[str, int]) -> str:
    """How many have no rating on the completion scale, and what they are instead.

    `counts` are commitments by rating. A rate leaves out all of these, a chart of ratings calls
    only some of them not assessed: the two numbers must be seen to agree. Blank where they are one.
    """
    parts = what_they_are_instead(counts)
    if not parts:
        return ""
    return t(
        "Without a rating on the completion scale, and in no rate: {count} ({parts}).",
        count=number(sum(counts.get(code, 0) for code in OFF_THE_SCALE)),
        parts=parts,
    )


def what_they_are_instead(counts: Mapping[str, int]) -> str:
    """`Not assessed: 161; Unclear: 2`; blank where all of them are simply not assessed."""
    there = sorted((code for code in OFF_THE_SCALE if counts.get(code)), key=lambda c: -counts[c])
    if set(there) <= {"not_assessed"}:
        return ""
    return parted(labelled(t(COMPLETION[code].label), number(counts[code])) for code in there)


def ambitious(row: Row) -> str:
    """How many aimed high; `row` has commitments and the ambition rate."""
    high, coded = counts_of(HIGH_AMBITION_RATE, row)
    if not coded:
        return t("No commitment in view has a coding of its ambition")
    sentence = tn(
        "{high} of {count} commitment with an ambition coding aimed high",
        "{high} of {count} commitments with an ambition coding aimed high",
        coded,
        high=number(high),
    )
    if too_few(coded):
        return sentence
    return t("{finding} ({share})", finding=sentence, share=share(row[HIGH_AMBITION_RATE.key]))


def overdue(row: Row) -> str:
    """How many were late when last seen; `row` has due, overdue_rate and days_overdue."""
    late, due = counts_of(OVERDUE_RATE, row)
    if not due:
        return t("No commitment in view has a due date that has passed")
    if row[f"{OVERDUE_RATE.key}_missing"] == due:
        return none_seen_since(due)
    if due == 1:
        return _the_one_due(late)
    if not late:
        return tn(
            "None of {due} due commitments was unfinished after its due date when last assessed; "
            "{count} was not assessed since",
            "None of {due} due commitments was unfinished after its due date when last assessed; "
            "{count} were not assessed since",
            row[f"{OVERDUE_RATE.key}_missing"],
            due=number(due),
        )
    return tn(
        "{count} of {due} due commitments was unfinished after its due date when last assessed",
        "{count} of {due} due commitments were unfinished after their due date when last assessed",
        late,
        due=number(due),
    )


def _the_one_due(late: int) -> str:
    if late:
        return t("The one due commitment was unfinished after its due date when last assessed")
    return t("The one due commitment is done")


def none_seen_since(due: int) -> str:
    """Of what nobody looked at after its due date it is not said that none was unfinished."""
    return tn(
        "{count} commitment past its due date, not assessed since. This does not mean 0 % overdue",
        "{count} commitments past their due date, none assessed since. This does not mean 0 % "
        "overdue",
        due,
    )


def how_late(row: Row) -> str:
    """By how much, where the count of days ends, and what is not known; `row` is of `overdue`."""
    parts = [t("Delays are counted up to the last assessment."), unknown_when_due(row)]
    if not too_few(row[f"{OVERDUE_RATE.key}_numerator"]):
        half = t("Half of them for {days} days or more.", days=headline(DAYS_OVERDUE, row))
        parts.insert(0, half)
    return " ".join(filter(None, parts))


def unknown_when_due(row: Row) -> str:
    """Of how many nobody knows, and within which bounds the rate lies; blank where all are known.

    `row` is that of `overdue`.
    """
    unknown = row[f"{OVERDUE_RATE.key}_missing"]
    if not unknown:
        return ""
    sentence = t("For {unknown} the state at the due date is unknown.", unknown=number(unknown))
    if is_small(OVERDUE_RATE, row):
        return sentence
    within = t("The overdue rate lies within {bounds}.", bounds=bounds(OVERDUE_RATE, row))
    return f"{sentence} {within}"


def nothing_late(row: Row) -> tuple[str, ...]:
    """What there is to say where nothing was seen late; `row` has commitments, too."""
    return (
        tn("{count} commitment in view.", "{count} commitments in view.", row["commitments"]),
        t("Without due dates, delays cannot be counted."),
        t("Commitments not assessed after their due date are not known to be done."),
    )


def late_by(row: Row) -> str:
    """How late the middle one was; `row` is that of `overdue`, with at least one overdue."""
    late = row[f"{OVERDUE_RATE.key}_numerator"]
    if too_few(late):
        return tn(
            "{count} commitment was unfinished after its due date when last assessed",
            "{count} commitments were unfinished after their due date when last assessed",
            late,
        )
    return t(
        "Half of the {late} commitments unfinished after their due date were late by {days} days "
        "or more when last assessed",
        late=number(late),
        days=headline(DAYS_OVERDUE, row),
    )


def counts_of(metric: Metric, row: Row) -> tuple[int, int]:
    return row[f"{metric.key}_numerator"] or 0, row[f"{metric.key}_denominator"] or 0
