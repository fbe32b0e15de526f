"""The words a file may hold are the codes that are shown, in their order, and that tables take."""

import re

import duckdb
import pytest

from analytics import codelists
from data import columns
from data.columns import TABLES, Kind
from data.importer.layouts import words
from tests.house.shipped import ROOT

FILLED_FROM = {"programme_objectives": "objectives_results"}
"""Tables whose rows come from a sheet of another name."""


@pytest.mark.parametrize(
    ("taken", "shown"),
    [
        (columns.RATINGS, [code for code in codelists.RATINGS if code != "not_assessed"]),
        (columns.STAGES, codelists.STAGES),
        (columns.SOURCES, codelists.SOURCE_KINDS),
        (columns.LEVELS, codelists.LEVELS),
        (columns.STANDINGS, codelists.PARTICIPATION),
        (columns.RESULTS, codelists.EARLY_RESULTS),
        (columns.SECTORS, codelists.SECTORS),
    ],
    ids=["ratings", "stages", "sources", "levels", "standings", "results", "sectors"],
)
def test_what_a_file_may_say_is_what_is_shown(taken, shown):
    assert [words.code_of(word) for word in taken] == list(shown)


def test_the_six_countries_are_the_same():
    assert tuple(codelists.COUNTRIES) == words.PARTNERS


def test_a_table_takes_every_word_that_a_file_may_hold():
    tables = duckdb.connect()
    tables.execute((ROOT / "data" / "schema.sql").read_text(encoding="utf-8"))
    checks = "select table_name, expression from duckdb_constraints() where expression is not null"
    taken = {}
    for table, expression in tables.execute(checks).fetchall():
        if listed := re.match(r"\(\"?(\w+)\"? IN \((.*)\)\)", expression):
            taken[FILLED_FROM.get(table, table), listed[1]] = re.findall(r"'(\w+)'", listed[2])
    offered = {
        (table, column.name): [words.code_of(word) for word in column.words]
        for table, of_table in TABLES.items()
        for column in of_table
        if column.kind is Kind.WORD
    }
    assert ("assessments", "completion") in taken
    assert taken == {place: offered.get(place) for place in taken}
