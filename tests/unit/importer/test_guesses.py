"""The columns of an unknown table that come nearest to ours, by their names and what they hold."""

import pytest

from data.importer.layouts import ogp_columns as ogp
from data.importer.matching import guesses
from data.importer.matching.mapping import EXPORT, TABLE, targets
from data.importer.matching.offer import offered
from tests.unit.importer.made import as_csv, book, drawn, export_rows

COMPLETION = next(column for column in targets(TABLE) if column.name == "completion")


def sheet(text):
    rows = drawn(text)
    content = as_csv([list(rows[0]), *([*row.values()] for row in rows)])
    [offer] = offered("x.csv", content)
    return offer


def test_names_and_contents_tell_which_column_is_which():
    rows = sheet(
        """
        Nr | Angajament     | Termen     | Stare  | Responsabil | Sursa
        1  | Un registru    | 2026-12-31 | kept   | Ministerul  | https://example.org/1
        2  | Date deschise  | 2027-06-30 | broken | Cancelaria  | https://example.org/2
        """
    )
    assert rows.guessed == {
        **{"commitment_id": "Nr", "label": "Angajament", "lead_institution": "Responsabil"},
        **{"end_date": "Termen", "completion": "Stare", "source_url": "Sursa"},
    }


def test_ratings_are_known_by_their_words_whatever_their_column_is_called():
    rows = sheet("id | where is it\na1 | in progress\na2 | kept\na3 | not started")
    assert rows.guessed["completion"] == "where is it"


def test_a_column_of_numbers_is_no_rating_whatever_it_is_called():
    assert "completion" not in sheet("id | status\na1 | 50\na2 | 100").guessed


def test_an_export_with_other_names_is_known_by_the_rest():
    rows = export_rows(f"{ogp.ID}\nA")
    rows[0] = ["Country" if name == ogp.PLACE else name for name in rows[0]]
    [offer] = offered("x.csv", as_csv(rows))
    assert (offer.layout, offer.guessed[ogp.PLACE]) == (EXPORT, "Country")
    assert all(offer.guessed[name] == name for name in ogp.NEEDED if name != ogp.PLACE)


def test_each_column_is_taken_once():
    rows = sheet("id | title | name | action\n1 | a | b | c").guessed
    assert len({*rows.values()}) == len(rows)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("Kept", "complete"), ("in progress", "limited"), ("Not started", "not started")),
        *(("cancelled", "withdrawn"), ("mostly kept", "substantial"), ("виконано", "complete")),
        *(("purple", ""), ("", "")),
    ],
)
def test_words_of_other_trackers_have_a_likely_meaning(text, meant):
    assert guesses.meaning(COMPLETION, text) == meant


def test_only_words_nobody_knows_are_asked_for():
    rows = sheet("id | state\na | Limited\nb | kept\nc | n/a\nd | kept")
    assert rows.words(COMPLETION, "state") == ("kept",)


def test_a_file_without_a_table_offers_nothing():
    assert offered("x.pdf", b"%PDF-1.7") == ()
    assert [one.name for one in offered("x.xlsx", book({"A": [["id", "b"]], "B": []}))] == ["A"]
