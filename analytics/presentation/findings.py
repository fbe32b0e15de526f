"""Findings over a figure, on a slide or a stage: one sentence each, computed from the numbers.

Two guards hold in every one of them. Under five a rate is said as counts. Groups are set apart
only where their 95 % intervals do not overlap, and nobody is ever the best or the worst.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from analytics.metrics.catalogue import (
    COVERAGE,
    DAYS_OVERDUE,
    HIGH_AMBITION_RATE,
    IMPLEMENTATION_RATE,
    OVERDUE_RATE,
)
from analytics.metrics.kinds import Metric
from analytics.presentation.numbers import headline, is_small, share, too_few
from i18n import NN_, number, t, tn

Row = Mapping[str, Any]


def carried_out(row: Row) -> str:
    """How much was carried out; `row` has commitments and the implementation rate."""
    high, assessed = _counts(IMPLEMENTATION_RATE, row)
    if not assessed:
        return none_rated(row)
    if too_few(assessed):
        return t(
            "{high} of {assessed} assessed commitments substantially or fully carried out",
            high=number(high),
            assessed=number(assessed),
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
    known, listed = _counts(COVERAGE, row)
    if not listed:
        return none_rated(row)
    return t(
        "{unknown} of {all} commitments listed have no IRM rating on the completion scale",
        unknown=number(listed - known),
        all=number(listed),
    )


def mixed(counts: Mapping[str, int]) -> str:
    """What the ratings are; `counts` are commitments by rating."""
    listed = sum(counts.values())
    if not listed:
        return none_rated({"commitments": 0})
    return t(
        "{complete} of {all} listed commitments rated complete, {substantial} substantial; "
        "{unknown} not assessed",
        all=number(listed),
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


def ambitious(row: Row) -> str:
    """How many aimed high; `row` has commitments and the ambition rate."""
    high, coded = _counts(HIGH_AMBITION_RATE, row)
    if not coded:
        return t("No commitment in view has a coding of its ambition")
    said = t(
        "{high} of {coded} commitments with an ambition coding aimed high",
        high=number(high),
        coded=number(coded),
    )
    if too_few(coded):
        return said
    return t("{finding} ({share})", finding=said, share=share(row[HIGH_AMBITION_RATE.key]))


def overdue(row: Row) -> str:
    """How many were late when last seen; `row` has due, overdue_rate and days_overdue."""
    late, due = _counts(OVERDUE_RATE, row)
    if not due:
        return t("No commitment in view has a due date that has passed")
    if not late:
        return t(
            "None of {due} due commitments was unfinished after its due date when last assessed; "
            "{unknown} were not assessed since",
            due=number(due),
            unknown=number(row[f"{OVERDUE_RATE.key}_missing"]),
        )
    return t(
        "{late} of {due} due commitments were unfinished after their due date when last assessed",
        late=number(late),
        due=number(due),
    )


def how_late(row: Row) -> str:
    """By how much, and where the count of days ends; `row` is that of `overdue`."""
    ends = t("Delays are counted up to the last assessment.")
    if too_few(row[f"{OVERDUE_RATE.key}_numerator"]):
        return ends
    half = t("Half of them for {days} days or more.", days=headline(DAYS_OVERDUE, row))
    return f"{half} {ends}"


def nothing_late(row: Row) -> tuple[str, ...]:
    """What there is to say where nothing was seen late; `row` has commitments, too."""
    return (
        tn("{count} commitment in view.", "{count} commitments in view.", row["commitments"]),
        t("Without due dates, delays cannot be counted."),
        t("Commitments not assessed after their due date are not known to be done."),
    )


def plan_carried_out(name: str, plan: Row) -> str:
    """One plan; the IRM's own total speaks first. `plan` is a row of plan_trend."""
    years = plan["period"].replace("-", "–")
    if plan["published_commitments"]:
        return t(
            "{name}: {high} of {all} commitments substantially or fully carried out in {years}",
            name=name,
            high=number(plan["published_high"]),
            all=number(plan["published_commitments"]),
            years=years,
        )
    return t(
        "{name}: {high} of {assessed} assessed commitments substantially or fully carried out in "
        "{years}",
        name=name,
        high=number(plan["high"]),
        assessed=number(plan["assessed"]),
        years=years,
    )


def whose_count(plan: Row) -> str:
    """Who counted what `plan_carried_out` says, and what the other way of counting gives."""
    if not plan["published_commitments"]:
        return t(
            "Computed from single commitments; {listed} of this plan are listed.",
            listed=number(plan["commitments"]),
        )
    stage = t("final") if plan["published_stage"] == "final" else t("mid-term")
    said = t("The IRM’s own total for the plan ({stage}).", stage=stage)
    if not plan["assessed"]:
        return said
    return t(
        "{total} Computed from single commitments: {high} of {assessed} assessed.",
        total=said,
        high=number(plan["high"]),
        assessed=number(plan["assessed"]),
    )


def apart(rows: Sequence[Row], metric: Metric, names: Sequence[str]) -> str:
    """Whether groups stand apart beyond chance; blank with fewer than two to compare."""
    low, high = f"{metric.key}_low", f"{metric.key}_high"
    compared = [
        (row[low], row[high], row[metric.key], name)
        for row, name in zip(rows, names, strict=True)
        if row[low] is not None and not is_small(metric, row)
    ]
    if len(compared) < 2:
        return t("Too few commitments to compare one with another.") if len(rows) > 1 else ""
    above, below = max(compared), min(compared, key=lambda one: one[1])
    if above[0] <= below[1]:
        return t(
            "All their 95 % intervals overlap: none is statistically different from the others."
        )
    return t(
        "{one} ({share}) lies above {other} ({less}): their 95 % intervals do not overlap. "
        "Where intervals overlap, differences may be due to chance.",
        one=above[3],
        share=share(above[2]),
        other=below[3],
        less=share(below[2]),
    )


def between(rows: Sequence[Row], metric: Metric) -> str:
    """The span of rates over groups with at least five each, blank with fewer than two."""
    shares = [rows[at][metric.key] for at in _firm(rows, metric)]
    if len(shares) < 2:
        return ""
    return t(
        "{low} to {high} of a focus sector’s assessed commitments substantially or fully carried "
        "out",
        low=share(min(shares)),
        high=share(max(shares)),
    )


def few(rows: Sequence[Row], metric: Metric, names: Sequence[str]) -> str:
    """What to say where at most one group has five: its rate, the counts, or that there is none."""
    assessed = sum(_counts(metric, row)[1] for row in rows)
    if not assessed:
        return t("No commitment in the focus sectors has an independent rating")
    for at in _firm(rows, metric):
        high, of = _counts(metric, rows[at])
        return t(
            "{high} of {assessed} assessed commitments in “{sector}” substantially or fully "
            "carried out ({share})",
            high=number(high),
            assessed=number(of),
            sector=names[at],
            share=share(rows[at][metric.key]),
        )
    return t(
        "{n} ratings in the focus sectors, too few in each for a rate to compare",
        n=number(assessed),
    )


SPANS = {
    "country": NN_("{metric}: {low} to {high} in {count} country",
                   "{metric}: {low} to {high} in {count} countries"),
    "sector": NN_("{metric}: {low} to {high} in {count} sector",
                  "{metric}: {low} to {high} in {count} sectors"),
    "theme": NN_("{metric}: {low} to {high} in {count} theme",
                 "{metric}: {low} to {high} in {count} themes"),
    "policy_area": NN_("{metric}: {low} to {high} in {count} policy area",
                       "{metric}: {low} to {high} in {count} policy areas"),
}  # fmt: skip


def ranging(rows: Sequence[Row], metric: Metric, groups: str) -> str:
    """From the lowest to the highest of the groups (a key of `SPANS`), none of them named.

    Of a rate those with at least five count; blank with fewer than two.
    """
    known = [row for row in rows if row[metric.key] is not None]
    firm = known
    if f"{metric.key}_denominator" in (rows[0] if rows else {}):
        firm = [row for row in known if not is_small(metric, row)]
    if len(firm) < 2:
        return ""
    ordered = sorted(firm, key=lambda row: float(row[metric.key]))
    said = {"low": headline(metric, ordered[0]), "high": headline(metric, ordered[-1])}
    return tn(*SPANS[groups], len(firm), metric=t(metric.label), **said)


def half_done(rates: Sequence[float]) -> str:
    """In how many plans half or more was carried out; `rates` are those of five or more."""
    if len(rates) < 2:
        return ""
    return t(
        "In {some} of {all} action plans half or more was substantially or fully carried out",
        some=number(sum(one >= 0.5 for one in rates)),
        all=number(len(rates)),
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


def thin(rows: Sequence[Row], metric: Metric) -> str:
    """That some sectors are not in the span; blank where each has at least five ratings."""
    if len(_firm(rows, metric)) in (0, len(rows)):
        return ""
    return t("Sectors with fewer than five ratings have no rate.")


def _firm(rows: Sequence[Row], metric: Metric) -> list[int]:
    """The places of those with a rate on at least five."""
    return [at for at, row in enumerate(rows)
            if row[metric.key] is not None and not is_small(metric, row)]  # fmt: skip


def _counts(metric: Metric, row: Row) -> tuple[int, int]:
    return row[f"{metric.key}_numerator"] or 0, row[f"{metric.key}_denominator"] or 0
