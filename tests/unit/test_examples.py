"""Drawn tables: what they leave out takes a default, what they misspell is refused."""

import pytest

from tests.spec.examples import dataset_of, rows_of


def facts(dataset, sql):
    return dataset.cursor().execute(sql).fetchall()


def test_a_drawn_table_is_read_cell_by_cell():
    drawn = """
        commitment | final
        A          | not started
        B          |
    """
    assert rows_of(drawn) == [
        {"commitment": "A", "final": "not started"},
        {"commitment": "B", "final": None},
    ]


def test_a_table_of_nothing_has_no_rows():
    assert rows_of("") == rows_of("commitment | final") == []


def test_a_row_with_a_cell_too_many_is_refused():
    with pytest.raises(ValueError, match="zip"):
        rows_of("a | b\n1 | 2 | 3")


def test_what_is_left_out_is_one_national_plan_of_georgia():
    query = "select country, level, plan_start::varchar, plan_end::varchar from action_plans"
    assert facts(dataset_of("commitment\nA\nB"), query) == [
        ("GEO", "national", "2016-01-01", "2018-12-31")
    ]


def test_plans_without_a_name_are_told_apart_by_their_dates():
    given = """
        commitment | plan_start
        A          | 2016-01-01
        B          | 2017-01-01
        C          | 2016-01-01
    """
    assert facts(dataset_of(given), "select count(*) from action_plans") == [(2,)]


def test_a_column_that_is_none_is_refused_by_name():
    with pytest.raises(KeyError, match="No column fnial in commitments: commitment_id"):
        dataset_of("commitment | fnial\nA | complete")


def test_a_worked_example_says_that_it_is_made_up():
    assert dataset_of("commitment\nA").made_up is True
