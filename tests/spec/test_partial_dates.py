"""A date may be a day, a month or a year; it is read in favour of whoever must keep it."""

from datetime import date

import pytest

from tests.spec.asking import number_of
from tests.spec.examples import dataset_of


def one(dataset, sql):
    [[value]] = dataset.cursor().execute(sql).fetchall()
    return value


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2018-06-15", date(2018, 6, 15)),
        ("2018-06", date(2018, 6, 30)),
        ("2016-02", date(2016, 2, 29)),  # a leap year
        ("2018", date(2018, 12, 31)),
    ],
)
def test_a_due_date_is_the_last_day_it_can_mean(text, last):
    given = f"""
        commitment | end_date
        A          | {text}
    """
    assert one(dataset_of(given), "select due_day from commitments") == last


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2018-06-15", date(2018, 6, 15)),
        ("2018-06", date(2018, 6, 1)),
        ("2018", date(2018, 1, 1)),
    ],
)
def test_a_start_is_the_first_day_it_can_mean(text, first):
    given = f"""
        commitment | start_date
        A          | {text}
    """
    assert one(dataset_of(given), "select start_day from commitments") == first


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
    assert number_of(dataset_of(given), "due") == 0


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
    asked = dataset.cursor().execute(
        "select plan_start, plan_end from action_plans where plan_id = $plan", {"plan": plan}
    )
    assert asked.fetchall() == [(start, end)]


NONE = """
    commitment_id | plan_id | country | jurisdiction
"""
