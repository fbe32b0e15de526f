"""What changed between two days, counted and told."""

from datetime import date

import pytest

from analytics.changes.changes import changes, day_before, earliest, further_back
from analytics.query.filters import Filters
from analytics.query.named import Queries

MOLDOVA = Filters(countries=("MDA",))


@pytest.fixture(scope="module")
def queries(record):
    return Queries.of(record)


def test_each_kind_is_counted_in_a_sentence(queries):
    compared = changes(queries, MOLDOVA, since=date(2016, 1, 1))
    listed = sum(row["listed"] for row in compared.rows)
    assert f"{listed} commitments newly listed" in compared.sentences()
    assert len(compared.rows) >= listed


def test_a_row_says_what_before_and_now(queries):
    shown = changes(queries, MOLDOVA, since=date(2016, 1, 1)).table(queries.vocabulary)
    first = shown.frame.iloc[0]
    assert first["Country"] == "Moldova"
    assert first["Rating before"] == "Not listed"
    assert first["What changed"].startswith("Newly listed")
    assert shown.title == "What changed since 1 Jan 2016"


def test_a_day_that_no_source_states_says_where_it_is_from(queries):
    frame = changes(queries, MOLDOVA, since=date(2016, 1, 1)).table(queries.vocabulary).frame
    dated = frame[frame["Last assessed"].notna()]
    assert "from the plan period" in set(dated["Basis of the date"])
    assert (dated["Basis of the date"] != "").all()
    assert (frame["Basis of the date"] == "").sum() == len(frame) - len(dated)


def test_the_next_earlier_day_is_the_first_since_which_anything_changed(queries):
    since = date(2026, 11, 25)
    earlier = further_back(queries, MOLDOVA, since=since)
    assert earlier is not None
    assert changes(queries, MOLDOVA, since=earlier).rows
    assert not changes(queries, MOLDOVA, since=date(earlier.year + 1, 11, 25)).rows
    assert further_back(queries, Filters(countries=("BLR",)), since=since) is None


def test_nothing_changes_within_a_day(queries, record):
    compared = changes(queries, Filters(), since=record.newest)
    assert (compared.sentences(), list(compared.rows)) == ([], [])


@pytest.mark.parametrize(
    ("wanted", "day"),
    [("2016-01-01", date(2016, 1, 1)), ("", date(2025, 11, 25)), ("yesterday", date(2025, 11, 25)),
     ("2030-01-01", date(2026, 11, 25))],
)  # fmt: skip
def test_the_earlier_day_is_the_one_asked_for_else_a_year_back(wanted, day):
    assert day_before(Filters(), date(2026, 11, 25), wanted) == day


def test_since_the_day_before_the_first_plan_everything_is_new(queries):
    compared = changes(queries, Filters(), since=earliest(queries.vocabulary))
    assert sum(row["listed"] for row in compared.rows) == len(compared.rows) == 412
