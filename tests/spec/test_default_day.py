"""The day a dataset is looked at from, unless the reader chooses another."""

from datetime import date

import pytest

from data.store import public_record
from tests.spec.asking import number_of
from tests.spec.examples import dataset_of

TODAY = date(2026, 11, 26)
PLAN = """
    commitment | plan_start | plan_end   | final
    A          | 2016-01-01 | 2018-12-31 | limited
"""


def compiled(day):
    return f"compiled_on\n{day}"


def newest(given=PLAN, today=TODAY, **tables):
    return dataset_of(given, today=today, **tables).newest


def test_the_public_record_stands_on_the_day_it_was_compiled(record):
    assert record.newest == record.compiled == date(2026, 11, 25)


def test_a_file_stands_on_the_day_it_says_it_was_compiled():
    assert newest(compiled=compiled("2025-03-31")) == date(2025, 3, 31)
    assert newest(compiled=compiled("2025-03")) == date(2025, 3, 31)


@pytest.mark.parametrize(
    "stated",
    [
        {
            "assessments": """
                commitment_id | stage      | source_kind | observed_date | completion
                A             | monitoring | government  | 2020-05-01    | limited
                A             | final      | IRM         |               | limited
            """
        },
        {
            "milestones": """
                milestone_id | commitment_id | label | due_date   | done_date
                1            | A             | x     | 2022-01-01 | 2020-05-01
            """
        },
        {
            "due_date_revisions": """
                commitment_id | revised_on | new_due_date
                A             | 2020-05-01 | 2022-01-01
            """
        },
    ],
    ids=lambda tables: next(iter(tables)),
)
def test_without_such_a_day_it_stands_on_the_newest_day_it_states(stated):
    assert newest(**stated) == date(2020, 5, 1)


def test_a_day_of_completion_is_stated_too():
    done = """
        commitment | plan_end   | completion_date
        A          | 2018-12-31 | 2018-04-30
    """
    assert newest(done) == date(2018, 4, 30)


def test_a_day_worked_out_from_a_plan_is_no_day_to_stand_on():
    assert newest() == TODAY


def test_a_later_day_it_states_shows_that_the_day_of_compiling_was_forgotten():
    done = """
        commitment | completion_date
        A          | 2026-02-28
    """
    assert newest(done, compiled=compiled("2025-11-25")) == date(2026, 2, 28)


@pytest.mark.parametrize("day", ["2026-11", "2026-12-24"])
def test_nobody_stands_on_a_day_to_come(day):
    assert newest(compiled=compiled(day), today=date(2026, 11, 10)) == date(2026, 11, 10)


def test_nor_does_the_public_record_where_the_clock_is_behind(tmp_path):
    assert public_record(cache=tmp_path, today=date(2026, 1, 1)).newest == date(2026, 1, 1)


def test_a_dataset_that_says_nothing_moves_on_with_the_days(tmp_path):
    """The file is built once; it is looked at from the day of each reader."""
    facts = tmp_path / "facts"
    facts.mkdir()
    for day in (date(2026, 11, 26), date(2026, 11, 27)):
        assert public_record(facts, cache=tmp_path, today=day).newest == day
    assert len(list(tmp_path.glob("*.duckdb"))) == 1


def test_days_since_the_last_look_are_counted_from_it():
    dataset = dataset_of(PLAN, compiled=compiled("2019-01-31"))
    assert number_of(dataset, "stale_days", as_of=None) == 31
