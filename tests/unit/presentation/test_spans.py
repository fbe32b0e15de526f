"""A range of shares in words."""

import pytest

from analytics.presentation.numbers import span


@pytest.mark.parametrize(
    ("low", "high", "said"),
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
def test_a_range_whose_ends_read_the_same_is_one_share_and_never_none_or_all(low, high, said):
    assert span(low, high).replace("\u00a0", " ") == said
