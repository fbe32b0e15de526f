"""The sums a metric is made of, in SQL over rows and in numbers over what was counted."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

SMALL = 5
"""Fewer than this in a denominator: the rate is greyed and never ranked."""

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

# Wilson's interval at 95 %: z, z² and what follows from them. data/views.sql says the same.
_Z, _Z2, _HALF_Z2, _QUARTER_Z2 = (
    1.959963984540054, 3.8414588206941713, 1.9207294103470856, 0.9603647051735428,
)  # fmt: skip


def counted(condition: str) -> str:
    """How many rows meet a condition."""
    return f"count(*) filter (where {condition})"


def both(one: str, other: str) -> str:
    return f"({one}) and ({other})"


def ratio(k: str, n: str) -> dict[str, str]:
    """A ratio of two counts: value, parts, Wilson interval, and whether n is too small to rank."""
    return {
        "value": f"{k} / nullif({n}, 0)",
        "numerator": k,
        "denominator": n,
        "low": f"wilson_low({k}, {n})",
        "high": f"wilson_high({k}, {n})",
        "small": f"coalesce({n}, 0) < {SMALL}",
    }


def shares(k: Floats, n: Floats, unknown: Bools) -> dict[str, Any]:
    """`ratio` in numbers, to the last digit; NaN where nothing was counted.

    Where nobody could count, in the groups that are `unknown`, n is no small one either.
    The database takes longer to understand ten such formulas than to count a million rows.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        middle, width = k + _HALF_Z2, n + _Z2
        reach = _Z * np.sqrt(k * (n - k) / n + _QUARTER_Z2)
        low = np.where(k == 0, 0.0, (middle - reach) / width)
        high = np.where(k == n, 1.0, (middle + reach) / width)
        some, small = n > 0, ~(n >= SMALL)
        return {
            "value": np.where(some, k / n, np.nan),
            "low": np.where(some, low, np.nan),
            "high": np.where(some, high, np.nan),
            "small": small if not unknown.any() else pd.arrays.BooleanArray(small, unknown),
        }


def divided(k: Floats, n: Floats) -> Floats:
    """One count over another; NaN where nothing was counted."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(n > 0, k / n, np.nan)
