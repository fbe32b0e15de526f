"""What the IRM itself published of a plan stands beside our numbers and follows its own rules."""

from datetime import date

import pytest

from tests.spec.asking import numbers_by, parts_of
from tests.spec.examples import dataset_of

RATE = "published_implementation_rate"
PLANS = """
    plan | plan_start | plan_end   | stage    | commitments | high
    P-1  | 2016-01-01 | 2018-12-31 | mid-term | 10          | 2
    P-1  | 2016-01-01 | 2018-12-31 | final    | 12          | 6
    P-2  | 2016-01-01 | 2018-12-31 | mid-term | 20          | 9
"""


def published(**filters):
    return parts_of(dataset_of(PLANS, "published"), RATE, **filters)


def test_the_final_stage_takes_the_place_of_the_mid_term():
    assert numbers_by(dataset_of(PLANS, "published"), "plan", RATE) == {
        "P-1": 6 / 12,
        "P-2": 9 / 20,
    }


def test_larger_groups_sum_the_plans():
    rows = published()
    assert rows["value"] == (6 + 9) / (12 + 20)
    assert (rows["numerator"], rows["denominator"]) == (6 + 9, 12 + 20)
    assert (rows["plans"], rows["mid_term_plans"]) == (2, 1)


@pytest.mark.parametrize(
    ("as_of", "value"),
    [
        (date(2017, 6, 30), None),
        (date(2017, 7, 1), (2 + 9) / (10 + 20)),  # the middle of the plans
        (date(2018, 12, 30), (2 + 9) / (10 + 20)),
        (date(2018, 12, 31), (6 + 9) / (12 + 20)),
    ],
)
def test_a_stage_is_known_from_the_day_it_speaks_of(as_of, value):
    assert published(as_of=as_of)["value"] == value


def test_a_plan_without_totals_is_counted_as_missing():
    unseen = """
        plan | stage | commitments | high
        P-1  | final | 10          | 5
        P-2  | final | 8           |
    """
    parts = parts_of(dataset_of(unseen, "published"), RATE)
    assert (parts["value"], parts["plans"], parts["missing"]) == (0.5, 1, 1)


@pytest.mark.parametrize("kind", ["government", "civil society"])
def test_totals_of_anybody_else_do_not_count(kind):
    other = f"""
        plan | stage    | source_kind | commitments | high
        P-1  | mid-term | IRM         | 10          | 2
        P-1  | final    | {kind}      | 10          | 9
    """
    assert parts_of(dataset_of(other, "published"), RATE)["value"] == 2 / 10


def test_filters_on_plans_reach_the_totals():
    assert published(plans=("P-2",))["value"] == 9 / 20
    assert published(countries=("GEO",))["value"] == 15 / 32
    assert published(to_year=2015)["value"] is None


@pytest.mark.parametrize(
    "filters",
    [
        {"sectors": ("justice",)},
        {"ratings": ("complete",)},
        {"timeliness": ("unknown",)},
        {"ambitions": ("high",)},
        {"institutions": ("geo_ministry",)},
        {"words": "budget"},
    ],
    ids=str,
)
def test_where_filters_speak_of_commitments_the_totals_are_not_known(filters):
    rows = published(**filters)
    assert set(rows.values()) == {None}


def test_by_sector_the_totals_are_not_known():
    given = """
        commitment | plan | policy_areas | final
        A          | P-1  | justice      | complete
    """
    totals = """
        plan_id | stage | source_kind | commitments | high
        P-1     | final | IRM         | 10          | 5
    """
    assert numbers_by(dataset_of(given, plan_results=totals), "sector", RATE) == {"justice": None}


def test_published_and_computed_rates_are_never_mixed():
    given = """
        commitment | plan | final
        A          | P-1  | complete
        B          | P-1  | limited
    """
    totals = """
        plan_id | stage | source_kind | commitments | high
        P-1     | final | IRM         | 10          | 9
    """
    dataset = dataset_of(given, plan_results=totals)
    assert parts_of(dataset, RATE)["value"] == 9 / 10
    assert parts_of(dataset, "implementation_rate")["value"] == 1 / 2


def test_local_plans_stand_apart_from_national_ones():
    both = """
        plan | level    | jurisdiction | stage | commitments | high
        P-1  | national | Georgia      | final | 10          | 2
        P-2  | local    | Tbilisi      | final | 5           | 4
    """
    dataset = dataset_of(both, "published")
    assert numbers_by(dataset, "level", RATE) == {"national": 2 / 10, "local": 4 / 5}
    assert parts_of(dataset, RATE, levels=("local",))["value"] == 4 / 5
    assert numbers_by(dataset, "jurisdiction", RATE, jurisdictions=("Tbilisi",)) == {
        "Tbilisi": 4 / 5
    }
