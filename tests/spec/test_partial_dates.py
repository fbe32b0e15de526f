"""A date may be a day, a month or a year; it is read in favour of whoever must keep it."""

from datetime import date

import pytest

from tests.spec.asking import number_of, numbers_by, parts_of
from tests.spec.examples import dataset_of


def one(dataset, sql):
    [[value]] = dataset.cursor().execute(sql).fetchall()
    return value


def days_of(column, texts, day):
    """What is read of each text, which is a date of the commitment named after it."""
    given = "\n".join([f"commitment | {column}", *(f"{text} | {text}" for text in texts)])
    query = f"select commitment_id, {day} from commitments"
    return dict(dataset_of(given).cursor().execute(query).fetchall())


def test_a_due_date_is_the_last_day_it_can_mean():
    last = {
        "2018-06-15": date(2018, 6, 15),
        "2018-06": date(2018, 6, 30),
        "2016-02": date(2016, 2, 29),  # a leap year
        "2018": date(2018, 12, 31),
    }
    assert days_of("end_date", last, "due_day") == last


def test_a_start_is_the_first_day_it_can_mean():
    first = {
        "2018-06-15": date(2018, 6, 15),
        "2018-06": date(2018, 6, 1),
        "2018": date(2018, 1, 1),
    }
    assert days_of("start_date", first, "start_day") == first


def test_a_commitment_is_due_from_the_last_day_of_its_month():
    given = """
        commitment | end_date
        A          | 2018-06
    """
    assert number_of(dataset_of(given), "due", as_of=date(2018, 6, 29)) == 0
    assert number_of(dataset_of(given), "due", as_of=date(2018, 6, 30)) == 1


def test_a_commitment_that_states_no_date_is_never_due():
    given = """
        commitment | end_date
        A          |
    """
    assert parts_of(dataset_of(given), "due") == {"value": None, "whole": 0}


PLANS = """
    plan_id | country | jurisdiction | level    | period    | start_date | end_date
    dated   | GEO     | Georgia      | national | 2014-2016 | 2014-07    | 2016-06
    undated | GEO     | Georgia      | national | 2014-2016 |            |
    a year  | GEO     | Georgia      | national | 2017      |            |
"""


@pytest.mark.parametrize(
    ("plan", "start", "end"),
    [
        ("dated", date(2014, 7, 1), date(2016, 6, 30)),
        ("undated", date(2014, 1, 1), date(2016, 12, 31)),
        ("a year", date(2017, 1, 1), date(2017, 12, 31)),
    ],
)
def test_a_plan_without_dates_takes_them_from_its_period(plan, start, end):
    given = """
        commitment
        A
    """
    dataset = dataset_of(given, action_plans=PLANS, commitments=NONE)
    query = dataset.cursor().execute(
        "select plan_start, plan_end from action_plans where plan_id = $plan", {"plan": plan}
    )
    assert query.fetchall() == [(start, end)]


NONE = """
    commitment_id | plan_id | country | jurisdiction
"""


# A completion known to the month or year ------------------------------------------------------

KNOWN_TO_THE_YEAR = """
    commitment | start_date | end_date   | completion_date
    T1         | 2023-01-01 | 2024-06-30 | 2024
    T2         | 2023-01-01 | 2024-06-30 | 2024-06
    T3         | 2023-01-01 | 2024-06-30 | 2024-06-30
    T4         | 2023-01-01 | 2024-06    | 2024-07-01
    T5         | 2023-01-01 | 2024       | 2024-06-30
    T6         | 2023-01-01 | 2024       | 2024
"""
DONE_THIS_YEAR = """
    commitment | start_date | end_date   | completion_date
    T1         | 2025-01-01 | 2026-06-30 | 2026
    T2         | 2025-01-01 | 2026-06-30 | 2026-05-04
"""


def test_what_cannot_be_decided_widens_the_bounds():
    parts = parts_of(dataset_of(KNOWN_TO_THE_YEAR), "on_time_rate", as_of=date(2024, 12, 31))
    assert (parts["numerator"], parts["denominator"], parts["missing"]) == (4, 6, 1)
    assert (parts["at_least"], parts["value"], parts["at_most"]) == (4 / 6, None, 5 / 6)


def test_how_long_it_took_is_known_of_those_done_on_a_known_day():
    given = dataset_of(KNOWN_TO_THE_YEAR)
    parts = parts_of(given, "median_days_to_complete", as_of=date(2024, 12, 31))
    assert (parts["value"], parts["count"], parts["missing"]) == (546, 3, 3)


def test_what_was_done_this_year_is_done_and_no_day_to_come_is_made_of_it():
    dataset = dataset_of(DONE_THIS_YEAR, today=date(2026, 11, 26))
    assert dataset.newest == date(2026, 11, 26)
    assert one(dataset, "select max(done_day) from commitments") == date(2026, 11, 26)
    counts = numbers_by(dataset, "timeliness", "commitments", dataset.newest)
    assert counts == {"done_on_time": 1, "done_undated": 1}
    parts = parts_of(dataset, "on_time_rate", as_of=dataset.newest)
    assert (parts["at_least"], parts["at_most"]) == (1 / 2, 1)


def test_a_year_that_was_not_over_on_the_day_of_compiling_ends_on_it():
    dataset = dataset_of(DONE_THIS_YEAR, compiled="compiled_on\n2026-08-31")
    assert dataset.newest == date(2026, 8, 31)
    assert one(dataset, "select max(done_day) from commitments") == date(2026, 8, 31)


def test_a_milestone_done_in_a_year_may_be_done_before_it_is_over():
    given = """
        milestone | due_date   | done_date | final
        A         | 2018-03-31 | 2018      | limited
    """
    looks = """
        commitment_id | stage      | source_kind | observed_date | completion
        A             | monitoring | IRM         | 2018-05-31    | limited
    """
    dataset = dataset_of(given, "milestones", assessments=looks)
    parts = parts_of(dataset, "milestones_done", as_of=date(2018, 8, 31))
    assert (parts["at_least"], parts["at_most"], parts["missing"]) == (0, 1, 1)
    assert number_of(dataset, "milestones_done", as_of=date(2018, 12, 31)) == 1
