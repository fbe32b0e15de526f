"""The difference of two proportions, with its interval."""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from analytics.metrics.sums import shares


@dataclass(frozen=True, slots=True)
class Difference:
    """How far the first of two shares lies above the second, from -1 to 1, at 95 %."""

    value: float
    low: float
    high: float

    @property
    def is_firm(self) -> bool:
        """Whether the interval leaves out that there is no difference."""
        return self.low > 0 or self.high < 0


def difference(k: int, n: int, other_k: int, other_n: int) -> Difference:
    """`k` of `n` less `other_k` of `other_n`; neither `n` is 0.

    The interval is Newcombe's hybrid score interval (R. G. Newcombe, Interval estimation for the
    difference between independent proportions: comparison of eleven methods, Statistics in
    Medicine 17, 1998, 873-890, method 10): the two Wilson intervals joined. It never leaves -1
    to 1 and holds its level where shares are near 0 or 1, as the usual formula does not.
    """
    counts, wholes = np.array([k, other_k], float), np.array([n, other_n], float)
    parts = shares(counts, wholes, np.zeros(2, bool))
    (one, other), (low, other_low), (high, other_high) = (
        parts[part].tolist() for part in ("value", "low", "high")
    )
    value = one - other
    return Difference(
        value,
        value - sqrt((one - low) ** 2 + (other_high - other) ** 2),
        value + sqrt((high - one) ** 2 + (other - other_low) ** 2),
    )
