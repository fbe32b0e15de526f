"""Earned schedule on counts of milestones.

Lipke, W. (2003): Schedule is different. The Measurable News, summer 2003, 31-34.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

FEWEST = 10
"""Under so many milestones an index says more of chance than of a schedule."""
NEVER = -1
"""In place of a day that is not known."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """One plan's milestones, the days earned and the days that really passed."""

    milestones: int
    done: int
    earned: float
    passed: float


def schedule_index(
    plan: Ints, start: Ints, due: Ints, done: Ints, seen: Ints
) -> dict[str, float | int | None]:
    """Earned over actual time of several plans: sum over sum, each plan as heavy as its milestones.

    One value a milestone, days as whole numbers: its plan, that plan's start, when it was due,
    when it was done (NEVER: not yet), and when its commitment was last seen (NEVER: not at all).
    """
    plans = [
        one
        for code in np.unique(plan)
        if (one := _of_plan(*(some[plan == code] for some in (start, due, done, seen))))
    ]
    milestones = sum(one.milestones for one in plans)
    found: dict[str, float | int | None] = {
        "milestones": milestones,
        "done": sum(one.done for one in plans),
        "plans": len(plans),
    }
    passed = sum(one.passed * one.milestones for one in plans)
    if milestones < FEWEST or not passed:
        return found
    return found | {"value": sum(one.earned * one.milestones for one in plans) / passed}


def _of_plan(start: Ints, due: Ints, done: Ints, seen: Ints) -> Schedule | None:
    """As many milestones as are done were planned by which day; None where nobody ever looked.

    The clock of a plan stops with its last milestone, or with the last look at it: what happened
    after that nobody knows.
    """
    began, finished = int(start[0]), done[done != NEVER]
    earned = int(np.sort(due)[len(finished) - 1]) - began if len(finished) else 0
    last = finished.max(initial=NEVER)
    clock = last if len(finished) == len(due) else max(seen.max(), last)
    passed = int(clock) - began
    if clock == NEVER or passed <= 0:
        return None
    return Schedule(len(due), len(finished), float(max(earned, 0)), float(passed))
