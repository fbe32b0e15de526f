"""The difference of two rates: Newcombe's own examples, and a second opinion in plain Python."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.metrics.differences import difference

Z = 1.959963984540054


# Newcombe 1998, table II, method 10.
@pytest.mark.parametrize(
    ("k", "n", "other_k", "other_n", "low", "high"),
    [
        (56, 70, 48, 80, 0.0524, 0.3339),
        (9, 10, 3, 10, 0.1705, 0.8090),
        (10, 10, 0, 20, 0.6791, 1.0000),
        (10, 10, 0, 10, 0.6075, 1.0000),
        (5, 56, 0, 29, -0.0381, 0.1926),
        (0, 10, 0, 20, -0.1611, 0.2775),
    ],
)
def test_the_interval_is_newcombes(k, n, other_k, other_n, low, high):
    result = difference(k, n, other_k, other_n)
    assert result.value == pytest.approx(k / n - other_k / other_n)
    assert (result.low, result.high) == pytest.approx((low, high), abs=0.00006)


def score_limits(k: int, n: int) -> tuple[float, float]:
    """Wilson's limits found by halving: where the observed share is z standard errors away."""

    def away(share: float) -> float:
        return abs(k / n - share) - Z * sqrt(share * (1 - share) / n)

    def border(inside: float, outside: float) -> float:
        for _ in range(200):
            middle = (inside + outside) / 2
            inside, outside = (middle, outside) if away(middle) <= 0 else (inside, middle)
        return inside

    return border(k / n, 0.0), border(k / n, 1.0)


pairs = st.integers(5, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(pairs, pairs)
def test_a_second_opinion_agrees(one, other):
    (low, high), (other_low, other_high) = score_limits(*one), score_limits(*other)
    share, other_share = one[0] / one[1], other[0] / other[1]
    result = difference(*one, *other)
    assert result.low == pytest.approx(
        share - other_share - sqrt((share - low) ** 2 + (other_high - other_share) ** 2), abs=1e-6
    )
    assert result.high == pytest.approx(
        share - other_share + sqrt((high - share) ** 2 + (other_share - other_low) ** 2), abs=1e-6
    )


@given(pairs, pairs)
def test_turned_round_it_is_the_same_with_its_sign_changed(one, other):
    there, back = difference(*one, *other), difference(*other, *one)
    assert (back.value, back.low, back.high) == pytest.approx(
        (-there.value, -there.high, -there.low)
    )
    assert there.is_firm == back.is_firm


@given(pairs)
def test_what_is_the_same_is_not_firm(one):
    assert not difference(*one, *one).is_firm
