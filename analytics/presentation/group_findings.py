"""Findings that set groups side by side: countries, sectors, plans.

Two are set apart only where the 95 % interval of their difference leaves out that there is none,
as on the Country page, and nobody is ever the best or the worst."""

from collections.abc import Sequence
from itertools import permutations

from analytics.metrics.differences import difference
from analytics.metrics.kinds import Metric
from analytics.presentation.findings import Row, counts_of
from analytics.presentation.numbers import headline, is_small, share
from i18n import NN_, number, t, tn


def apart(rows: Sequence[Row], metric: Metric, names: Sequence[str]) -> str:
    """Whether groups stand apart beyond chance; blank with fewer than two to compare."""
    at = [place for place in _firm(rows, metric) if counts_of(metric, rows[place])[1]]
    if len(at) < 2:
        return t("Too few commitments to compare one with another.") if len(rows) > 1 else ""
    pairs = len(at) * (len(at) - 1) // 2
    # Of each pair the one way round in which the first lies above the second.
    above = [
        (by.low, one, other)
        for one, other in permutations(at, 2)
        if (by := difference(*counts_of(metric, rows[one]), *counts_of(metric, rows[other]))).low
        > 0
    ]
    if not above:
        return t("None is statistically different from another: differences may be due to chance.")
    _, one, other = max(above)
    named = t(
        "{one} ({share}) lies above {other} ({less}): statistically different.",
        one=names[one],
        share=share(rows[one][metric.key]),
        other=names[other],
        less=share(rows[other][metric.key]),
    )
    return named if pairs == 1 else f"{named} {_of_pairs(len(above), pairs)}"


def _of_pairs(differing: int, pairs: int) -> str:
    """How many pairs differ out of how many: of twenty, one may seem to by chance alone."""
    return tn(
        "Of {pairs} pairs compared, {count} is statistically different; other differences may be "
        "due to chance.",
        "Of {pairs} pairs compared, {count} are statistically different; other differences may be "
        "due to chance.",
        differing,
        pairs=number(pairs),
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
    assessed = sum(counts_of(metric, row)[1] for row in rows)
    if not assessed:
        return t("No commitment in the focus sectors has an IRM rating")
    for at in _firm(rows, metric):
        high, of = counts_of(metric, rows[at])
        return t(
            "{high} of {assessed} assessed commitments in “{sector}” substantially or fully "
            "carried out ({share})",
            high=number(high),
            assessed=number(of),
            sector=names[at],
            share=share(rows[at][metric.key]),
        )
    # Sectors overlap: what each of them has is no sum.
    return t("Fewer than five ratings in each focus sector: too few for a rate to compare")


SPANS = {
    "country": NN_("{metric}: {span} in {count} country",
                   "{metric}: {span} in {count} countries"),
    "sector": NN_("{metric}: {span} in {count} sector",
                  "{metric}: {span} in {count} sectors"),
    "theme": NN_("{metric}: {span} in {count} theme",
                 "{metric}: {span} in {count} themes"),
    "policy_area": NN_("{metric}: {span} in {count} policy area",
                       "{metric}: {span} in {count} policy areas"),
}  # fmt: skip


def ranging(rows: Sequence[Row], metric: Metric, groups: str) -> str:
    """From the lowest to the highest of the groups (a key of `SPANS`), none of them named.

    Of a rate those with at least five count; blank with fewer than two.
    """
    valued = [row for row in rows if row[metric.key] is not None]
    firm = valued
    if f"{metric.key}_denominator" in (rows[0] if rows else {}):
        firm = [row for row in valued if not is_small(metric, row)]
    if len(firm) < 2:
        return ""
    ordered = sorted(firm, key=lambda row: float(row[metric.key]))
    low, high = (headline(metric, ordered[end]) for end in (0, -1))
    span = low if low == high else t("{low} to {high}", low=low, high=high)
    return tn(*SPANS[groups], len(firm), metric=t(metric.label), span=span)


def half_done(rates: Sequence[float]) -> str:
    """In how many plans half or more was carried out; `rates` are those of five or more."""
    if len(rates) < 2:
        return ""
    return t(
        "In {some} of {all} action plans half or more was substantially or fully carried out",
        some=number(sum(one >= 0.5 for one in rates)),
        all=number(len(rates)),
    )


def plan_carried_out(name: str, plan: Row) -> str:
    """One plan; the IRM's own total speaks first. `plan` is a row of plan_trend."""
    years = plan["period"].replace("-", "–")
    if plan["published_commitments"]:
        return tn(
            "{name}: {high} of {count} commitment substantially or fully carried out in {years}",
            "{name}: {high} of {count} commitments substantially or fully carried out in {years}",
            int(plan["published_commitments"]),
            name=name,
            high=number(plan["published_high"]),
            years=years,
        )
    return tn(
        "{name}: {high} of {count} assessed commitment substantially or fully carried out in "
        "{years}",
        "{name}: {high} of {count} assessed commitments substantially or fully carried out in "
        "{years}",
        int(plan["assessed"]),
        name=name,
        high=number(plan["high"]),
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
    sentence = t("The IRM’s own total for the plan ({stage}).", stage=stage)
    if not plan["assessed"]:
        return sentence
    return t(
        "{total} Computed from single commitments: {high} of {assessed} assessed.",
        total=sentence,
        high=number(plan["high"]),
        assessed=number(plan["assessed"]),
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
