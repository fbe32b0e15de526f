"""Where nothing is late: what is said of what there is, and which wider views are offered."""

import pytest

from analytics.delays.meeting_sheet import NAME
from analytics.delays.what_there_is import what_there_is, wider
from analytics.query.filters import Filters
from analytics.query.listing import commitments, how_many
from analytics.query.named import question
from analytics.query.vocabulary import Vocabulary
from data.store import public_record
from tests.spec.examples import dataset_of

HEAD = "commitment | country | end_date | plan_end | final"


@pytest.fixture(scope="module")
def record():
    return public_record()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["A | GEO | | 2018-12-31 | limited"], "1 commitment in Georgia; it states no due date."),
        (
            ["A | GEO | | 2018-12-31 | limited", "B | GEO | | 2018-12-31 |"],
            "2 commitments in Georgia; none states a due date.",
        ),
        (
            ["A | GEO | 2018-06 | 2018-12-31 | complete", "B | GEO | 2030 | 2018-12-31 |",
             "C | GEO | | 2018-12-31 |", "D | GEO | 2018-06 | 2018-12-31 | withdrawn"],
            "4 commitments in Georgia; complete: 1, not yet due: 1, withdrawn: 1, without a due "
            "date: 1.",
        ),
    ],
)  # fmt: skip
def test_what_there_is_and_why_nothing_is_late(rows, expected):
    dataset = dataset_of("\n".join([HEAD, *rows]))
    filters = Filters(countries=("GEO",))
    frame = question(dataset, filters, name=NAME)
    assert what_there_is(frame, filters, Vocabulary.of(dataset)) == expected


def test_what_is_past_its_due_date_is_not_called_without_one():
    dataset = dataset_of(f"{HEAD}\nA | GEO | 2018-06 | 2018-12-31 |\nB | GEO | | 2018-12-31 |")
    frame = commitments(dataset, Filters(), limit=10)
    assert what_there_is(frame, Filters(), Vocabulary.of(dataset)) == (
        "2 commitments in this view; past the due date, not assessed since: 1, without a due "
        "date: 1."
    )


def test_the_view_is_named_as_a_place_in_a_sentence(record):
    filters = Filters(countries=("MDA",), sectors=("justice",), due_quarters=("none",))
    rows = question(record, filters, name=NAME)
    text = what_there_is(rows, filters.with_(due_quarters=()), Vocabulary.of(record))
    assert text == f"{len(rows)} commitments in Moldova, justice; none states a due date."
    everywhere = what_there_is(rows, Filters(), Vocabulary.of(record))
    assert everywhere.startswith(f"{len(rows)} commitments in this view; ")


def test_each_wider_view_has_one_filter_less_and_holds_more(record):
    def count(filters):
        return how_many(record, filters)

    filters = Filters(countries=("MDA",), sectors=("justice",), from_year=2012)
    held = count(filters)
    views = wider(filters, held, count)
    assert [(view.label, view.drops) for view in views] == [
        ("Without country", ("country",)),
        ("Without sector", ("sector",)),
    ]
    assert all(view.count > held for view in views)
    assert views[1].count == count(filters.with_(sectors=()))


def test_without_a_filter_no_view_is_wider(record):
    assert wider(Filters(), 0, lambda filters: how_many(record, filters)) == ()
