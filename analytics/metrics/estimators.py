"""Time to completion where some are still open: Kaplan-Meier and Aalen-Johansen on whole days.

A commitment enters on the day it begins. It leaves when it is done, when it is withdrawn, or on
the day it was last seen open: nothing is said of it after that.
"""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

OPEN, DONE, WITHDRAWN = 0, 1, 2
"""How it ended as far as anybody saw; OPEN is censored on its day."""
Z = NormalDist().inv_cdf(0.975)
FEWEST = 5
"""With fewer at risk a curve is no longer drawn."""


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Days on which anything was seen, ascending, with who was at risk and what happened then."""

    days: Ints
    at_risk: Ints
    done: Ints
    withdrawn: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A step function: from `days[i]` on the value is `share[i]`, with its 95 % interval."""

    days: Ints
    share: Floats
    low: Floats
    high: Floats
    at_risk: Ints


def counted(days: ArrayLike, ends: ArrayLike) -> Counts:
    """Count who was at risk and what happened on each day. `ends` holds OPEN, DONE, WITHDRAWN."""
    on, how = np.asarray(days, np.int64), np.asarray(ends, np.int64)
    unique, place = np.unique(on, return_inverse=True)
    happened = [np.bincount(place[how == end], minlength=len(unique)) for end in (DONE, WITHDRAWN)]
    left = np.bincount(place, minlength=len(unique))
    at_risk = len(on) - np.concatenate([[0], np.cumsum(left)[:-1]]) if len(on) else left
    return Counts(unique, at_risk.astype(np.int64), *happened)


def kaplan_meier(days: ArrayLike, ends: ArrayLike) -> Curve:
    """The share not done by each day; withdrawn and open ones are censored (Kaplan, Meier 1958).

    The interval is Greenwood's variance on the log-log scale (Kalbfleisch, Prentice 1980), which
    never leaves 0 to 1. Before the first is done it is 1 to 1, after the last at risk 0 to 0.
    """
    seen = counted(days, ends)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.cumprod(1 - seen.done / seen.at_risk)
        spread = np.cumsum(seen.done / (seen.at_risk * (seen.at_risk - seen.done)))
        half = Z * np.sqrt(spread) / np.abs(np.log(share))
        low, high = share ** np.exp(half), share ** np.exp(-half)
    certain = (share == 0) | (share == 1)
    low, high = (np.where(certain, share, side) for side in (low, high))
    return Curve(seen.days, share.astype(np.float64), low, high, seen.at_risk)


def aalen_johansen(days: ArrayLike, ends: ArrayLike, end: int) -> Curve:
    """The share that came to `end` by each day, the other end competing (Aalen, Johansen 1978).

    One minus Kaplan-Meier would count the withdrawn as if they could still be done. The variance
    is the delta method's (Dinse, Larson 1986, equation 6), the interval on the log-log scale.
    """
    seen = counted(days, ends)
    mine = seen.done if end == DONE else seen.withdrawn
    either = seen.done + seen.withdrawn
    with np.errstate(divide="ignore", invalid="ignore"):
        left = np.cumprod(1 - either / seen.at_risk)
        before: Floats = np.concatenate([np.ones(min(len(left), 1)), left[:-1]])
        share = np.cumsum(before * mine / seen.at_risk)
        spread = _spread(seen, mine, either, before, share)
        half = Z * np.sqrt(spread) / np.abs(share * np.log(share))
        low, high = share ** np.exp(half), share ** np.exp(-half)
    certain = (share == 0) | (share >= 1)
    low, high = (np.where(certain, share, side) for side in (low, high))
    return Curve(seen.days, share, low, high, seen.at_risk)


def _spread(seen: Counts, mine: Ints, either: Ints, before: Floats, share: Floats) -> Floats:
    """The variance of a cumulative incidence on each day, from running sums of its three terms."""
    n = seen.at_risk
    a = np.nan_to_num(either / (n * (n - either)), posinf=0.0)
    b = before**2 * (n - mine) * mine / n**3.0
    c = before * mine / n**2.0
    squares = np.cumsum(a * share**2), np.cumsum(a * share), np.cumsum(a)
    first = squares[0] - 2 * share * squares[1] + share**2 * squares[2]
    third = share * np.cumsum(c) - np.cumsum(c * share)
    products: Floats = np.maximum(first + np.cumsum(b) - 2 * third, 0)
    return products


def median(curve: Curve) -> dict[str, float | None]:
    """The day by which half are done and its interval; None where a curve never falls to half.

    The interval holds the days on which half lies within the band (Brookmeyer, Crowley 1982).
    """
    sides = {"value": curve.share, "low": curve.low, "high": curve.high}
    # Products of fractions miss an exact half by less than this.
    return {side: _first(curve.days, line <= 0.5 + 1e-9) for side, line in sides.items()}


def _first(days: Ints, there: NDArray[np.bool_]) -> float | None:
    return float(days[there.argmax()]) if there.any() else None


def at_risk_on(days: ArrayLike, ticks: ArrayLike) -> Ints:
    """How many were still at risk on each tick."""
    at_risk: Ints = (np.asarray(days)[:, None] >= np.asarray(ticks)[None, :]).sum(axis=0)
    return at_risk


def median_days(days: Ints, ends: Ints) -> dict[str, float | int | None]:
    """The median with its interval and what it rests on; an end below OPEN is not known."""
    counts = {
        name: int((ends == end).sum())
        for name, end in (("done", DONE), ("withdrawn", WITHDRAWN), ("open", OPEN))
    }
    reached = ends >= OPEN
    rests = {"count": int(reached.sum()), "missing": int((~reached).sum())} | counts
    return median(kaplan_meier(days[reached], ends[reached])) | rests


FEWEST_MILESTONES = 10
"""Under so many milestones an index says more of chance than of a schedule."""
NEVER = -1
"""In place of a day that is not known."""


def schedule_index(
    commitment: Ints,
    start: Ints,
    due: Ints,
    done: Ints,
    seen: Ints,
) -> dict[str, float | int | None]:
    """Earned over actual time, both summed over commitments.

    One value a milestone, days as whole numbers: its commitment, when that began, when the
    milestone was due, when it was done (NEVER: not yet), and when the commitment was last seen
    (NEVER: not at all). Commitments nobody saw after they began are left out.
    """
    order = np.lexsort((due, commitment))
    _, first, planned = np.unique(commitment[order], return_index=True, return_counts=True)
    if not len(first):
        return {"milestones": 0, "done": 0, "commitments": 0}
    began, last_due, done = start[order][first], due[order], done[order]
    finished = np.add.reduceat(done != NEVER, first, dtype=np.int64)
    passed = _clock(first, planned, finished, done, seen[order]) - began
    # As many as are done were planned by the day on which that many were due.
    by = last_due[first + np.maximum(finished - 1, 0)]
    earned = np.where(finished > 0, np.maximum(by - began, 0), 0)
    started = passed > 0
    milestones = int(planned[started].sum())
    figures: dict[str, float | int | None] = {
        "milestones": milestones,
        "done": int(finished[started].sum()),
        "commitments": int(started.sum()),
    }
    if milestones < FEWEST_MILESTONES:
        return figures
    return figures | {"value": float(earned[started].sum() / passed[started].sum())}


def _clock(
    first: Ints,
    planned: Ints,
    finished: Ints,
    done: Ints,
    seen: Ints,
) -> Ints:
    """The day each commitment's clock stops: its last milestone, or the last look at it.

    What happened after that nobody knows.
    """
    last_done = np.maximum.reduceat(done, first)
    clock: Ints = np.where(finished == planned, last_done, np.maximum(last_done, seen[first]))
    return clock
