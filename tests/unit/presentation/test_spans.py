"""A range of shares in words."""

import pytest

from analytics.metrics.catalogue import ON_TIME_RATE
from analytics.presentation.numbers import headline, span, spoken


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (0.47, 0.6, "47–60 %"),
        (0.5, 0.5, "50 %"),
        (0.531, 0.534, "53 %"),
        (0, 1 / 400, "< 1 %"),
        (399 / 400, 1, "> 99 %"),
        (0.9961, 0.9964, "> 99 %"),
        (0, 1, "0–100 %"),
        (0, None, "–"),
    ],
)
def test_a_range_whose_ends_read_the_same_is_one_share_and_never_none_or_all(low, high, text):
    assert span(low, high).replace("\u00a0", " ") == text


def rated(done: int, due: int, unknown: int) -> dict[str, object]:
    """A row of the on-time rate, of which so many of those due are unknown."""
    parts = {
        "": None if unknown else done / due,
        "_numerator": done,
        "_denominator": due,
        "_missing": unknown,
        "_at_least": done / due,
        "_at_most": (done + unknown) / due,
        "_low": None,
        "_high": None,
    }
    return {f"on_time_rate{part}": value for part, value in parts.items()}


@pytest.mark.parametrize(
    ("row", "alone", "in_a_line"),
    [
        (rated(1, 2, 0), "1 of 2", "1 of 2"),
        (rated(0, 3, 3), "0–3 of 3", "0–3 of 3"),
        (rated(4, 6, 1), "67–83 %", "67–83 % (4–5 of 6)"),
        (rated(0, 400, 1), "< 1 %", "< 1 % (0–1 of 400)"),
    ],
)
def test_counts_of_which_some_are_unknown_are_a_range_too(row, alone, in_a_line):
    assert headline(ON_TIME_RATE, row).replace("\u00a0", " ") == alone
    assert spoken(ON_TIME_RATE, row).replace("\u00a0", " ") == in_a_line
