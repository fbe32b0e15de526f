"""How sure a rate is: its interval, how many it rests on, and what it says of nothing."""

import pytest

from tests.spec.asking import parts_by, parts_of
from tests.spec.examples import dataset_of


def wilson(record, k, n):
    query = "select wilson_low($k::bigint, $n::bigint), wilson_high($k::bigint, $n::bigint)"
    return record.cursor().execute(query, {"k": k, "n": n}).fetchone()


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        # Newcombe 1998, Statistics in Medicine 17, table I, method 3 (score, no correction).
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
        # The closed form at the ends: 0 of 10 reaches z²/(10 + z²).
        (0, 10, 0.0000, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0000),
        (1, 1, 0.2065, 1.0000),
    ],
)
def test_the_interval_is_wilsons(record, k, n, low, high):
    assert wilson(record, k, n) == pytest.approx((low, high), abs=0.00005)


def test_the_interval_ends_exactly_at_nought_and_one(record):
    assert wilson(record, 0, 7)[0] == 0
    assert wilson(record, 7, 7)[1] == 1


def test_the_interval_is_the_same_seen_from_failures(record):
    low, high = wilson(record, 3, 11)
    assert wilson(record, 8, 11) == pytest.approx((1 - high, 1 - low))


def test_of_nothing_nothing_is_known(record):
    assert wilson(record, 0, 0) == (None, None)


def test_a_rate_of_fewer_than_five_is_marked():
    rows = [f"of {n} | {at} of {n} | complete" for n in (1, 4, 5) for at in range(n)]
    dataset = dataset_of("\n".join(["plan | commitment | final", *rows]))
    parts = parts_by(dataset, "plan", "implementation_rate")
    assert {plan: rate["small"] for plan, rate in parts.items()} == {
        "of 1": True,
        "of 4": True,
        "of 5": False,
    }


def test_what_is_not_assessed_is_no_failure():
    given = """
        commitment | final
        A          | complete
        B          |
    """
    parts = parts_of(dataset_of(given), "implementation_rate")
    assert (parts["value"], parts["denominator"], parts["missing"]) == (1, 1, 1)


def test_nothing_assessed_is_not_nought_per_cent():
    given = """
        commitment | final
        A          |
    """
    parts = parts_of(dataset_of(given), "implementation_rate")
    assert (parts["value"], parts["numerator"], parts["denominator"]) == (None, 0, 0)
    assert parts["small"] is True


def test_a_rate_is_sum_over_sum_not_a_mean_of_means():
    given = """
        country | commitment | final
        GEO     | A          | complete
        MDA     | B          | limited
        MDA     | C          | limited
        MDA     | D          | limited
    """
    parts = parts_of(dataset_of(given), "completion_rate")
    assert parts["value"] == 1 / (1 + 3)


def test_no_country_in_view_leaves_no_number():
    given = """
        commitment | final
        A          | complete
    """
    parts = parts_of(dataset_of(given), "implementation_rate", countries=("MDA",))
    assert set(parts.values()) == {None}


STRONG = {
    "worsened": 0,
    "did not change": 0,
    "marginal": 0,
    "major": 1,
    "outstanding": 1,
    "no notable results": 0,
    "moderate": 0,
    "significant": 1,
    "none yet": 0,
}
HIGH = {"not started": 0, "limited": 0, "substantial": 1, "complete": 1}
COMPLETE = {"not started": 0, "limited": 0, "substantial": 0, "complete": 1}


def each_alone(column, words):
    """A commitment for each word, in a plan of its own that is named after it."""
    rows = [f"{word} | {word} | {word}" for word in words]
    return dataset_of("\n".join([f"plan | commitment | {column}", *rows]))


def counted(parts):
    """Of each plan what was counted, and of how many."""
    return {plan: (rate["numerator"], rate["denominator"]) for plan, rate in parts.items()}


def test_which_early_results_are_strong():
    parts = parts_by(each_alone("early_results", STRONG), "plan", "strong_results_rate")
    assert counted(parts) == {word: (strong, 1) for word, strong in STRONG.items()}


@pytest.mark.parametrize(
    ("key", "expected"), [("implementation_rate", HIGH), ("completion_rate", COMPLETE)]
)
def test_which_ratings_are_high_and_which_complete(key, expected):
    parts = parts_by(each_alone("final", expected), "plan", key)
    assert counted(parts) == {rating: (numerator, 1) for rating, numerator in expected.items()}
