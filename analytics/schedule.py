"""Earned schedule on counts of milestones.

Lipke, W. (2003): Schedule is different. The Measurable News, summer 2003, 31-34.
"""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

FEWEST = 10
"""Under so many milestones an index says more of chance than of a schedule."""
NEVER = -1
"""In place of a day that is not known."""


def schedule_index(
    commitment: Ints, start: Ints, due: Ints, done: Ints, seen: Ints
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
    known = passed > 0
    milestones = int(planned[known].sum())
    found: dict[str, float | int | None] = {
        "milestones": milestones,
        "done": int(finished[known].sum()),
        "commitments": int(known.sum()),
    }
    if milestones < FEWEST:
        return found
    return found | {"value": float(earned[known].sum() / passed[known].sum())}


def _clock(first: Ints, planned: Ints, finished: Ints, done: Ints, seen: Ints) -> Ints:
    """The day each commitment's clock stops: its last milestone, or the last look at it.

    What happened after that nobody knows.
    """
    last_done = np.maximum.reduceat(done, first)
    found: Ints = np.where(finished == planned, last_done, np.maximum(last_done, seen[first]))
    return found
