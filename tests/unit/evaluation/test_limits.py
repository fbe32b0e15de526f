"""What is missing: each sentence appears where its gap is, and not where it is closed."""

import pytest

from analytics.evaluation.limits import basis, limits
from analytics.query.filters import Filters
from analytics.query.vocabulary import Vocabulary
from tests.spec.asking import EVER
from tests.spec.examples import dataset_of

NBSP = "\N{NO-BREAK SPACE}"


def limits_of(dataset, view):
    told = limits(basis(dataset, view), Vocabulary.of(dataset))
    return {limit.key: limit.sentence for limit in told}


def drawn(text, **tables):
    return limits_of(dataset_of(text, **tables), Filters(as_of=EVER))


def test_the_record_names_its_gaps(record):
    limits_named = limits_of(record, Filters())
    assert limits_named["low_coverage"].startswith(
        "Fewer than half of the commitments have a rating in Armenia (30 of 65), "
        "Georgia (54 of 111). Rates there"
    )
    assert f"since 2016 are barely rated: 16{NBSP}% (" in limits_named["late_plans"]
    assert limits_named["no_due_day"].endswith("delay figures: 111 of 412.")
    assert limits_named["dated_by_plan"].startswith("Ratings that state no date: 247 of 247.")
    assert "no_completion_days" in limits_named
    assert "made_up" not in limits_named


def test_belarus_is_no_result_of_nought(record):
    limits_named = limits_of(record, Filters(countries=("BLR",)))
    assert list(limits_named) == ["no_commitments"]
    assert "Belarus (Not participating)" in limits_named["no_commitments"]


def test_a_country_the_filters_leave_out_is_no_gap_of_the_data(record):
    assert "no_commitments" not in limits_of(record, Filters(plans=("UKR-3",)))


def test_suspended_countries_are_named(record):
    assert "50 of 50" in limits_of(record, Filters(countries=("AZE",)))["suspended"]
    assert "suspended" not in limits_of(record, Filters(countries=("UKR",)))


def test_few_rated_commitments_are_named(record):
    assert "Ukraine (4 of 13)" in limits_of(record, Filters(plans=("UKR-3",)))["small"]
    assert "small" not in limits_of(record, Filters(countries=("UKR",)))


def test_a_full_picture_has_few_limits():
    limits_named = drawn(
        """
        commitment | end_date   | completion_date | final    | early_results
        A          | 2018-06-30 | 2018-06-01      | complete | major
        B          | 2018-06-30 | 2018-06-02      | complete | major
        C          | 2018-06-30 | 2018-06-03      | complete | major
        D          | 2018-06-30 | 2018-06-04      | complete | major
        E          | 2018-06-30 | 2018-06-05      | complete | major
        """
    )
    assert set(limits_named) == {"made_up", "dated_by_plan", "one_source"}


@pytest.mark.parametrize(
    ("rows", "key", "words"),
    [
        ("A | 2018-06-30 |  | complete | major", "no_completion_days", "No completion is dated"),
        ("A |  |  | limited | major", "no_due_day", "left out of all delay figures: 1 of 1"),
        ("A | 2018 |  | limited | ", "early_results", "results coded: 0 of 1 only"),
        ("A | 2018 |  |  | ", "low_coverage", "Georgia (0 of 1)"),
    ],
)
def test_a_gap_is_named(rows, key, words):
    heads = "commitment | end_date | completion_date | final | early_results"
    assert words in drawn(f"{heads}\n{rows}")[key]


def test_plans_that_state_more_than_is_listed():
    limits_named = drawn(
        "commitment | plan\nA | P",
        action_plans="""
            plan_id | country | jurisdiction | level    | period    | commitments_stated
            P       | GEO     | GEO          | national | 2016-2018 | 12
        """,
    )
    assert limits_named["plans_short"] == (
        "1 plan states more commitments than are listed here: 1 of 12."
    )


def test_categories_that_overlap_are_named():
    limits_named = drawn("commitment | policy_areas\nA | Health; Water\nB | Health")
    assert limits_named["several_sectors"].startswith("Commitments in two or more sectors: 1 of 2.")
