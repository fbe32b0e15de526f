"""Two or three countries, or plans, side by side: a value each and how far they lie apart."""

from datetime import date

import pytest

from analytics.country.compared import COMPARED, compared_by, comparison, names
from analytics.metrics.differences import Difference
from analytics.presentation.numbers import apart
from analytics.query.dimensions import COUNTRY, PLAN
from analytics.query.filters import Filters
from analytics.query.named import Queries


def of(dataset, key: str, **chosen):
    compared_here = comparison(Queries.of(dataset), Filters(**chosen))
    [one] = [each for each in compared_here if each.metric.key == key]
    return one


@pytest.mark.parametrize(
    ("chosen", "by"),
    [
        ({}, None),
        ({"countries": ("GEO",)}, None),
        ({"countries": ("GEO", "MDA")}, COUNTRY),
        ({"countries": ("ARM", "GEO", "MDA")}, COUNTRY),
        ({"countries": ("ARM", "AZE", "GEO", "MDA")}, None),
        ({"plans": ("GEO-2", "GEO-3")}, PLAN),
        ({"countries": ("GEO",), "plans": ("GEO-2", "GEO-3")}, PLAN),
        ({"countries": ("GEO", "MDA"), "plans": ("GEO-2",)}, COUNTRY),
    ],
)
def test_two_or_three_are_compared(chosen, by):
    assert compared_by(Filters(**chosen)) is by


def test_each_has_its_own_value_and_no_sum_is_made(record):
    one = of(record, "commitments", countries=("GEO", "MDA"))
    assert one.values == (("Georgia", "111"), ("Moldova", "80"))
    assert one.differences == ()


def test_rates_lie_apart_with_newcombes_interval(record):
    one = of(record, "implementation_rate", countries=("GEO", "MDA"))
    assert one.values == (
        ("Georgia", "52\u00a0% (28 of 54; 39–65\u00a0%)"),
        ("Moldova", "59\u00a0% (36 of 61; 46–70\u00a0%)"),
    )
    assert one.differences == (
        "Georgia minus Moldova: −7 percentage points; 95 % interval −24 to +11; "
        "may be due to chance",
    )


def test_one_point_is_one_point():
    assert apart(Difference(0.012, -0.2, 0.2)).startswith("+1 percentage point; 95 % interval")
    assert apart(Difference(-0.008, -0.2, 0.2)).startswith("−1 percentage point; ")
    assert apart(Difference(0.004, -0.2, 0.2)).startswith("0 percentage points; ")


def test_three_are_compared_two_by_two(record):
    one = of(record, "implementation_rate", countries=("AZE", "GEO", "MDA"))
    assert [text.split(":")[0] for text in one.differences] == [
        "Azerbaijan minus Georgia", "Azerbaijan minus Moldova", "Georgia minus Moldova",
    ]  # fmt: skip
    assert one.differences[1].endswith("statistically different")


def test_fewer_than_five_are_not_compared(record):
    one = of(record, "implementation_rate", plans=("UKR-2", "UKR-3"))
    assert one.differences == (
        "Ukraine 2014–2016 and Ukraine 2016–2018: fewer than five, not compared",
    )


def test_what_has_no_number_says_why_and_is_in_no_comparison(record):
    countries = {"countries": ("BLR", "GEO")}
    for key in COMPARED:
        one = of(record, key, **countries)
        assert (one.values[0], one.differences) == (("Belarus", "not participating"), ())


def test_what_nobody_assessed_is_not_called_too_few(record):
    now = {"countries": ("MDA", "UKR"), "period": "current", "as_of": date(2026, 11, 25)}
    rate = of(record, "implementation_rate", **now)
    assert ([value for _, value in rate.values], rate.differences) == (["not assessed"] * 2, ())
    published = of(record, "published_implementation_rate", **now)
    assert [value for _, value in published.values] == ["no published result"] * 2
    assert of(record, "overdue_rate", **now).values[0] == ("Moldova", "nothing to count")


def test_bounds_are_not_compared(record):
    one = of(record, "overdue_rate", countries=("GEO", "MDA"))
    assert one.differences == ("Georgia and Moldova: known within bounds alone, not compared",)


def test_plans_are_compared_by_their_names(record):
    chosen = Filters(plans=("GEO-2", "GEO-3"))
    queries = Queries.of(record)
    assert names(queries, chosen) == ["Georgia 2014–2016", "Georgia 2016–2018"]
    assert [one.metric.key for one in comparison(queries, chosen)] == list(COMPARED)
