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


ROMANIAN = export_rows(f"{ogp.LEAD}\nMinisterul Justiţiei, transparenţă şi ştiinţă")
AZERBAIJANI = export_rows(f"{ogp.LEAD} | {ogp.PLACE}\nŞeffaflıq Şurası | Azerbaijan")


@pytest.mark.parametrize(
    ("rows", "encoding", "name"),
    [(ROMANIAN, "cp1250", "Windows-1250"), (AZERBAIJANI, "cp1254", "Windows-1254")],
    ids=["Romanian", "Azerbaijani"],
)
def test_latin_code_pages_are_told_apart_by_the_letters_of_their_languages(rows, encoding, name):
    outcome = load("x.csv", as_csv(rows, encoding=encoding))
    assert lead(outcome) == rows[1][rows[0].index(ogp.LEAD)]
    assert name in next(n for n in outcome.notes if n.code == "encoding-assumed").what()


def test_a_text_saved_on_a_macintosh_has_its_capitals():
    outcome = load("x.csv", as_csv(UKRAINIAN, encoding="mac_cyrillic"))
    assert lead(outcome) == UKRAINIAN[1][UKRAINIAN[0].index(ogp.LEAD)]
    note = next(note for note in outcome.notes if note.code == "encoding-assumed")
    assert note.value == "Mac Cyrillic"


def test_one_stray_byte_costs_its_letter_and_not_the_file():
    content = as_csv(export_rows(f"{ogp.LEAD} | {ogp.SHORT_TITLE}\nМіністерство юстиції | A?B"))
    outcome = load("x.csv", content.replace(b"A?B", b"A\x92B"))
    assert lead(outcome) == "Міністерство юстиції"
    assert "encoding-assumed" not in notes(outcome)
    [note] = [note for note in outcome.notes if note.code == "lost-letter"]
    assert (note.row, note.column, note.value) == (2, ogp.SHORT_TITLE, "A�B")


@pytest.mark.parametrize("line", [b"sep=;\r\n", b'"sep=;"\r\n', b"SEP=;\n", b"sep = ;\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\xef\xbb\xbf" * 2])
def test_a_line_that_names_the_separator_is_no_row(line, mark):
    rows = export_rows(f"{ogp.LEAD} | {ogp.FINAL}\nMinistry | Wrong")
    [problem] = load("x.csv", mark + line + as_csv(rows, ";")).problems
    assert problem.row == 2  # as Excel numbers it, which swallows the line


def test_a_mark_below_such_a_line_is_no_part_of_the_first_name():
    rows = export_rows(f"{ogp.ID}\nA")
    assert load("x.csv", b"sep=,\n\xef\xbb\xbf" + as_csv(rows)).raw["commitments"].num_rows == 1


@pytest.mark.parametrize("end", [b"\x1a", b"\r\n\x1a\r\n", b"\x1a\x1a"])
def test_the_sign_that_ended_files_of_old_ends_this_one(end):
    outcome = load("x.csv", as_csv(UKRAINIAN).rstrip() + b"\r\n" + end)
    assert lead(outcome) == "Міністерство юстиції України"
    assert outcome.raw["commitments"].num_rows == 1


def test_a_row_with_more_cells_than_names_is_a_row_that_slipped():
    text = b"commitment_id,plan_id,label,note\nX1,UKR-6,a,\nX2,UKR-6,b, c,d\nX3,UKR-6,c,,,\n"
    [problem] = load("x.csv", text).problems
    assert (problem.code, problem.row, problem.count, problem.other) == ("row-too-long", 3, 5, "4")


@pytest.mark.parametrize(
    "word",
    [
        *("Not\u00a0Started", "Not  Started", "not-started", "NOT\nSTARTED", "NotStarted"),
        *("Not\u200bStarted", "\u200bNot Started\ufeff", "Not\u00ad Star\u200bted"),
    ],
)
def test_blanks_of_any_kind_stand_between_the_parts_of_a_word(word):
    rows = export_rows(f"{ogp.FINAL}\nMARK")
    rows[1][rows[0].index(ogp.FINAL)] = word
    outcome = load("x.csv", as_csv(rows))
    [look] = outcome.raw["assessments"].to_pylist()
    assert look["completion"] == "not started"
    unseen = any(mark in word for mark in "\u200b\ufeff\u00ad")
    assert ("invisible-removed" in {note.code for note in outcome.notes}) is unseen


def test_what_cuts_a_row_is_not_only_a_comma():
    rows = b"commitment_id;plan_id;label\nX1;UKR-6;Openness; audits\n"
    [problem] = load("x.csv", rows).problems
    assert problem.code == "row-too-long"
    assert "a comma or a semicolon" in problem.advice()
