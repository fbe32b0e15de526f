"""What is filed under nothing can be asked for, and so can the quarter something falls due in."""

import pytest

from analytics.codelists import NOT_STATED
from analytics.metrics.catalogue import COMMITMENTS
from analytics.query.ask import ask
from analytics.query.dimensions import DIMENSIONS
from analytics.query.filters import MANY, Filters
from analytics.query.listing import commitments, how_many
from analytics.query.vocabulary import Vocabulary
from data.store import public_record


@pytest.fixture(scope="module")
def record():
    return public_record()


@pytest.mark.parametrize("kind", ["sector", "theme", "policy_area", "institution"])
def test_the_list_of_what_is_filed_nowhere_holds_what_was_counted_there(record, kind):
    rows = ask(record, [COMMITMENTS], Filters(), [DIMENSIONS[kind]]).rows
    [counted] = [row["commitments"] for row in rows if row[kind] is None]
    wanted = Filters(**{MANY[kind].field: (NOT_STATED,)})
    assert counted > 0
    assert how_many(record, wanted) == counted


def test_filed_nowhere_and_filed_somewhere_can_be_asked_for_together(record):
    nowhere, justice = Filters(sectors=(NOT_STATED,)), Filters(sectors=("justice",))
    both = Filters(sectors=("justice", NOT_STATED))
    assert how_many(record, both) == how_many(record, nowhere) + how_many(record, justice)


def test_a_link_may_ask_for_what_is_not_stated(record):
    link = {"sector": NOT_STATED, "due_quarter": f"2014-Q4,{NOT_STATED}"}
    filters, notices = Filters.from_query(link, Vocabulary.of(record))
    assert (filters.to_query(), notices) == (link, ())


def test_a_quarter_holds_what_falls_due_in_it(record):
    due = commitments(record, Filters(due_quarters=("2014-Q4",)))["due_day"]
    assert len(due) > 0
    assert {(day.year, day.quarter) for day in due} == {(2014, 4)}


def test_every_commitment_falls_due_in_one_quarter_or_in_none(record):
    quarters = Vocabulary.of(record).codes("due_quarter")
    counted = [how_many(record, Filters(due_quarters=(code,))) for code in quarters]
    assert sum(counted) == how_many(record, Filters())
