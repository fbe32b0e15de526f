"""Tables for people: every column has its own heading, meaning and cells."""

from operator import itemgetter

from analytics.presentation.tables import Column, Table, distinct
from analytics.query.filters import Filters
from exports.paper.sealing import paper_of_table
from tests.unit.exports.made import stamped


def test_headings_that_are_one_word_in_a_language_stay_apart():
    assert distinct(["Due", "Country", "Due", "Due"]) == ["Due", "Country", "Due (2)", "Due (3)"]


def test_two_columns_of_one_word_keep_their_cells_and_their_meanings(record):
    columns = (
        Column("Termin", "The day it falls due.", itemgetter("day")),
        Column("Termin", "How many fall due then.", itemgetter("count")),
        Column("Anteil", "Of all in view.", itemgetter("share"), share=True),
    )
    table = Table(columns, [{"day": "2020-12-31", "count": 3, "share": 0.25}])
    assert table.frame.to_dict("records") == [
        {"Termin": "2020-12-31", "Termin (2)": 3, "Anteil": 0.25}
    ]
    assert table.shares == ("Anteil",)
    paper = paper_of_table(table, stamped(record, Filters()), "", record)
    assert [(one.heading, one.unit, one.definition) for one in paper.codebook()] == [
        ("Termin", "", "The day it falls due."),
        ("Termin (2)", "", "How many fall due then."),
        ("Anteil", "share of one", "Of all in view."),
    ]
