"""Which ratings count on a day, and which of them is the latest."""

from datetime import date

import pytest

from tests.spec.asking import number_of, numbers_by, parts_of, rows_of
from tests.spec.examples import dataset_of

PLAN = """
    commitment | plan_start | plan_end   | mid_term | final
    A          | 2016-01-01 | 2018-12-31 | limited  | complete
"""
MIDDLE = date(2017, 7, 1)
"""The middle of 2016-01-01 to 2018-12-31: 1,095 days apart, 547 days on."""


def ratings(dataset, as_of):
    return {
        row["rating"]: row["commitments"]
        for row in rows_of(dataset, "commitments", "rating", as_of=as_of)
    }


def looks(dataset):
    query = "select stage, observed_on, observed_basis from looks order by observed_on"
    return dataset.cursor().execute(query).fetchall()


def test_a_look_that_states_no_day_takes_it_from_the_plan():
    assert looks(dataset_of(PLAN)) == [
        ("mid_term", MIDDLE, "plan_period"),
        ("final", date(2018, 12, 31), "plan_period"),
    ]


def test_a_stated_day_goes_before_the_plan_and_says_so():
    stated = """
        commitment_id | stage    | source_kind | observed_date | completion
        A             | mid-term | IRM         | 2017-10       | limited
    """
    assert looks(dataset_of(PLAN, assessments=stated)) == [
        ("mid_term", date(2017, 10, 31), "stated")
    ]


def test_a_report_tells_of_nothing_after_its_year():
    reported = """
        commitment_id | stage    | source_kind | report_year | completion
        A             | mid-term | IRM         | 2016        | limited
        A             | final    | IRM         | 2017        | complete
    """
    assert looks(dataset_of(PLAN, assessments=reported)) == [
        ("mid_term", date(2016, 12, 31), "report_year"),
        ("final", date(2017, 12, 31), "report_year"),
    ]


def test_a_stated_day_goes_before_the_year_of_the_report():
    stated = """
        commitment_id | stage | source_kind | report_year | observed_date | completion
        A             | final | IRM         | 2017        | 2018-05-01    | complete
    """
    assert looks(dataset_of(PLAN, assessments=stated)) == [("final", date(2018, 5, 1), "stated")]


@pytest.mark.parametrize(
    "given",
    [
        {"compiled": "compiled_on\n2018-06-30"},
        {"today": date(2018, 6, 30)},
        {"compiled": "compiled_on\n2018-12", "today": date(2018, 6, 30)},
    ],
    ids=["compiled", "read", "both"],
)
def test_nothing_was_seen_after_the_data_were_compiled_or_read(given):
    dataset = dataset_of(PLAN, **given)
    assert looks(dataset) == [
        ("mid_term", MIDDLE, "plan_period"),
        ("final", date(2018, 6, 30), "data_day"),
    ]
    assert ratings(dataset, date(2018, 6, 30)) == {"complete": 1}


def test_a_day_stated_as_a_year_is_not_yet_over_when_the_data_are_compiled():
    stated = """
        commitment_id | stage | source_kind | observed_date | completion
        A             | final | IRM         | 2018          | complete
    """
    dataset = dataset_of(PLAN, assessments=stated, today=date(2018, 6, 30))
    assert looks(dataset) == [("final", date(2018, 6, 30), "stated")]


def test_the_year_a_later_report_came_out_dates_nothing():
    reported = """
        commitment_id | stage    | source_kind | report_year | completion
        A             | mid-term | IRM         | 2020        | limited
    """
    assert looks(dataset_of(PLAN, assessments=reported)) == [("mid_term", MIDDLE, "plan_period")]


@pytest.mark.parametrize(
    ("as_of", "rating"),
    [
        (date(2017, 6, 30), "not_assessed"),  # the day before the mid-term look
        (date(2017, 7, 1), "limited"),
        (date(2018, 12, 30), "limited"),  # the day before the final look
        (date(2018, 12, 31), "complete"),
    ],
)
def test_only_what_was_seen_by_the_day_counts(as_of, rating):
    assert ratings(dataset_of(PLAN), as_of) == {rating: 1}


def test_a_final_rating_stands_above_a_mid_term_one_that_is_dated_later():
    later = """
        commitment_id | stage    | source_kind | observed_date | completion
        A             | final    | IRM         | 2018-12-31    | limited
        A             | mid-term | IRM         | 2019-06-30    | complete
    """
    assert ratings(dataset_of(PLAN, assessments=later), date(2020, 1, 1)) == {"limited": 1}


def test_of_two_looks_of_one_kind_the_later_counts():
    monitored = """
        commitment_id | stage      | source_kind | observed_date | completion
        A             | monitoring | IRM         | 2017-03-31    | limited
        A             | monitoring | IRM         | 2017-09-30    | substantial
        A             | mid-term   | IRM         | 2017-06-30    | not started
    """
    assert ratings(dataset_of(PLAN, assessments=monitored), date(2020, 1, 1)) == {"substantial": 1}


def test_what_governments_and_civil_society_say_is_no_irm_rating():
    text = """
        commitment_id | stage | source_kind   | completion
        A             | final | government    | complete
        A             | final | civil society | limited
    """
    dataset = dataset_of(PLAN, assessments=text)
    assert ratings(dataset, date(2020, 1, 1)) == {"not_assessed": 1}
    assert parts_of(dataset, "implementation_rate")["denominator"] == 0


def test_what_governments_and_civil_society_say_stands_beside_it():
    text = """
        commitment_id | stage | source_kind   | completion
        A             | final | IRM           | limited
        A             | final | government    | complete
        A             | final | civil society | not started
    """
    query = "select rating, government_rating, civil_society_rating from latest(date '2020-01-01')"
    rows = dataset_of(PLAN, assessments=text).cursor().execute(query).fetchall()
    assert rows == [("limited", "complete", "not_started")]


@pytest.mark.parametrize("as_of", [date(2019, 1, 1), date(2026, 11, 23)])
def test_nothing_is_extrapolated_past_the_last_look(as_of):
    given = """
        commitment | end_date   | plan_end   | final
        A          | 2018-11-21 | 2018-12-31 | limited
    """
    assert number_of(dataset_of(given), "days_overdue", as_of=as_of) == 40


def test_a_plan_that_has_not_begun_is_not_in_view():
    given = """
        commitment | plan_start | plan_end
        A          | 2016-01-01 | 2018-12-31
    """
    assert number_of(dataset_of(given), "commitments", as_of=date(2015, 12, 31)) == 0
    assert number_of(dataset_of(given), "commitments", as_of=date(2016, 1, 1)) == 1


@pytest.mark.parametrize(
    ("key", "column", "coded"),
    [
        ("strong_results_rate", "early_results", "major"),
        ("carried_forward_rate", "carried_forward", "yes"),
    ],
)
def test_what_the_results_report_finds_is_known_from_the_end_of_the_plan(key, column, coded):
    given = f"""
        commitment | plan_end   | {column}
        A          | 2018-12-31 | {coded}
    """
    assert number_of(dataset_of(given), key, as_of=date(2018, 12, 30)) is None
    assert number_of(dataset_of(given), key, as_of=date(2018, 12, 31)) == 1


def test_ambition_is_known_from_the_start_of_the_plan():
    given = """
        commitment | plan_start | high_ambition
        A          | 2016-01-01 | yes
    """
    assert number_of(dataset_of(given), "high_ambition_rate", as_of=date(2016, 1, 1)) == 1


def test_ratings_off_the_scale_are_counted_apart():
    given = """
        commitment | final
        A          | complete
        B          | withdrawn
        C          | no evidence
        D          | unclear
        E          |
    """
    dataset = dataset_of(given)
    assert numbers_by(dataset, "rating", "commitments") == dict.fromkeys(
        ("complete", "withdrawn", "no_evidence", "unclear", "not_assessed"), 1
    )
    assert parts_of(dataset, "coverage")["missing"] == 4


def test_of_two_looks_of_one_day_the_later_report_speaks():
    twice = """
        commitment_id | stage | source_kind | report_year | completion
        A             | final | IRM         | 2020        | limited
        A             | final | IRM         | 2019        | complete
    """
    assert ratings(dataset_of(PLAN, assessments=twice), date(2019, 1, 1)) == {"limited": 1}


def test_of_two_ratings_in_one_report_the_less_complete_speaks():
    twice = """
        commitment_id | stage | source_kind | report_year | completion
        A             | final | IRM         | 2019        | substantial
        A             | final | IRM         | 2019        | limited
    """
    assert ratings(dataset_of(PLAN, assessments=twice), date(2019, 1, 1)) == {"limited": 1}
