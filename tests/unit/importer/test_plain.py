"""CSV text in any common encoding and with any common separator."""

import pytest

from data.importer import load
from data.importer.layouts import ogp_columns as ogp
from tests.unit.importer.made import as_csv, codes, export_rows, notes

UKRAINIAN = export_rows(f"{ogp.LEAD}\nМіністерство юстиції України")
FRENCH = export_rows(f"{ogp.LEAD}\nMinistère de l’Économie – équipe numérique")


def lead(outcome) -> str:
    assert codes(outcome) == set()
    return outcome.raw["commitments"]["lead_institution"].to_pylist()[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_unicode_is_read_whatever_its_form_and_separator(encoding, separator):
    outcome = load("x.csv", as_csv(UKRAINIAN, separator, encoding))
    assert lead(outcome) == "Міністерство юстиції України"


@pytest.mark.parametrize(
    ("rows", "encoding", "name"),
    [(UKRAINIAN, "cp1251", "Windows-1251"), (FRENCH, "cp1252", "Windows-1252")],
    ids=["Cyrillic", "French"],
)
def test_a_windows_code_page_is_told_from_the_letters_and_reported(rows, encoding, name):
    outcome = load("x.csv", as_csv(rows, encoding=encoding))
    assert lead(outcome) == rows[1][rows[0].index(ogp.LEAD)]
    [note] = [note for note in outcome.notes if note.code == "encoding-assumed"]
    assert name in note.what()


def test_unicode_is_certain_and_needs_no_note():
    assert "encoding-assumed" not in notes(load("x.csv", as_csv(UKRAINIAN)))


def test_a_line_break_within_quotes_is_part_of_its_cell():
    rows = export_rows(f"{ogp.ID} | {ogp.FINAL}\nUA1 | Limited\nUA2 | Wrong")
    rows[1][rows[0].index("Full Text")] = "one\ntwo\r\nthree"
    [problem] = load("x.csv", as_csv(rows)).problems
    assert problem.row == 3  # as Excel numbers it, not line 5 of the text


def test_empty_lines_are_no_commitments_but_count_as_rows():
    rows = export_rows(f"{ogp.ID} | {ogp.FINAL}\nUA1 | Limited\nUA2 | Wrong")
    [problem] = load("x.csv", as_csv([rows[0], [], rows[1], [""] * 5, rows[2]])).problems
    assert problem.row == 5


def test_a_mark_that_keeps_a_text_from_running_as_a_formula_is_taken_off():
    outcome = load("x.csv", as_csv(export_rows(f"{ogp.LEAD}\n'=HYPERLINK(1)")))
    assert lead(outcome) == "=HYPERLINK(1)"


def test_the_same_bytes_are_read_the_same_way_every_time():
    content = as_csv(UKRAINIAN, encoding="cp1251")
    assert (
        load("x.csv", content).raw["commitments"].equals(load("x.csv", content).raw["commitments"])
    )
