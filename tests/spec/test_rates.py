"""How sure a rate is: its interval, how many it rests on, and what it says of nothing."""

import pytest

from tests.spec.asking import parts_of
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


def rated(n):
    return "commitment | final\n" + "\n".join(f"{i} | complete" for i in range(n))


@pytest.mark.parametrize(("n", "small"), [(1, True), (4, True), (5, False)])
def test_a_rate_of_fewer_than_five_is_marked(n, small):
    assert parts_of(dataset_of(rated(n)), "implementation_rate")["small"] is small


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


@pytest.mark.parametrize(
    ("coded", "strong"),
    [
        ("worsened", 0),
        ("did not change", 0),
        ("marginal", 0),
        ("major", 1),
        ("outstanding", 1),
        ("no notable results", 0),
        ("moderate", 0),
        ("significant", 1),
        ("none yet", 0),
    ],
)
def test_which_early_results_are_strong(coded, strong):
    given = f"""
        commitment | early_results
        A          | {coded}
    """
    parts = parts_of(dataset_of(given), "strong_results_rate")
    assert (parts["numerator"], parts["denominator"]) == (strong, 1)


@pytest.mark.parametrize(
    ("rating", "high", "complete"),
    [("not started", 0, 0), ("limited", 0, 0), ("substantial", 1, 0), ("complete", 1, 1)],
)
def test_which_ratings_are_high_and_which_complete(rating, high, complete):
    given = f"""
        commitment | final
        A          | {rating}
    """
    dataset = dataset_of(given)
    assert parts_of(dataset, "implementation_rate")["numerator"] == high
    assert parts_of(dataset, "completion_rate")["numerator"] == complete
