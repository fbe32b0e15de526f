"""Workbooks as people make them: dates that are numbers, formulas, styled and empty cells."""

import io
from datetime import datetime

import pytest
import xlsxwriter

from data.findings import Findings
from data.importer import UPLOAD, load
from data.importer.readers.archive import Archive
from data.importer.readers.workbook import sheets
from tests.unit.importer.made import book, changed, codes, filled, notes, packed, parts_of


def cells_of(content: bytes) -> list[list[str]]:
    [sheet] = sheets(Archive(content, UPLOAD), UPLOAD, Findings())
    return [list(cells) for _, cells in sheet.rows()]


def styled(value: object, number_format: str, **options: object) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, **options}) as made:
        made.add_worksheet().write(0, 0, value, made.add_format({"num_format": number_format}))
    return out.getvalue()


@pytest.mark.parametrize(
    ("number_format", "text"),
    [
        ("dd/mm/yyyy", "2015-03-31"),
        ("yyyy-mm-dd hh:mm", "2015-03-31"),
        ("[$-409]d-mmm-yy;@", "2015-03-31"),
        ("mmm-yy", "2015-03"),
        ("mmmm yyyy", "2015-03"),
        ("yyyy", "2015"),
    ],
)
def test_a_date_says_no_more_than_its_format_shows(number_format, text):
    assert cells_of(styled(datetime(2015, 3, 31), number_format)) == [[text]]


def test_days_are_counted_from_1904_where_the_workbook_says_so():
    assert cells_of(styled(datetime(2015, 3, 31), "yyyy-mm-dd", date_1904=True)) == [["2015-03-31"]]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5.1, "5.1"),
        (7.0, "7"),
        (4.0999999999999996, "4.1"),
        (True, "yes"),
        (1e21, "1e+21"),
        (-3, "-3"),
    ],
)
def test_a_number_is_written_as_short_as_it_can_be(value, text):
    assert cells_of(book({"a": [[value]]})) == [[text]]


def test_money_and_percent_formats_are_plain_numbers():
    assert cells_of(styled(1234.5, '#,##0.00 "days"')) == [["1234.5"]]


def test_a_cell_far_off_costs_what_it_holds():
    content = book({"a": [["one"]]})
    far = changed(
        content,
        "xl/worksheets/sheet1.xml",
        b"</row>",
        b'</row><row r="900000"><c r="XFD900000"><v>2</v></c></row>',
    )
    [sheet] = sheets(Archive(far, UPLOAD), UPLOAD, Findings())
    assert [(number, len(cells)) for number, cells in sheet.rows()] == [(1, 1), (900000, 16384)]


def test_rich_text_loses_its_dress_and_reading_aids_only():
    content = book({"a": [["PLACEHOLDER"]]})
    rich = b"<r><t>Min</t></r><r><rPr/><t>istry</t></r><rPh><t>minisutori</t></rPh>"
    content = changed(content, "xl/sharedStrings.xml", b"<t>PLACEHOLDER</t>", rich)
    assert cells_of(content) == [["Ministry"]]


def test_cells_without_references_stand_side_by_side():
    row = b'<row><c t="inlineStr"><is><t>a</t></is></c><c><v>2</v></c></row>'
    content = book({"a": [["x"]]})
    old = b'<row r="1" spans="1:1"><c r="A1" t="s"><v>0</v></c></row>'
    assert cells_of(changed(content, "xl/worksheets/sheet1.xml", old, row)) == [["a", "2"]]


def test_names_with_a_prefix_are_the_same_names():
    sheet = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData>'
        b"</x:worksheet>"
    )
    content = packed(parts_of(book({"a": [["x"]]})) | {"xl/worksheets/sheet1.xml": sheet})
    assert cells_of(content) == [["7"]]


def with_formula(formula: str, result: object) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        sheet = made.add_worksheet("commitments")
        sheet.write_row(0, 0, ["commitment_id", "plan_id", "label"])
        sheet.write_row(1, 0, ["X1", "UKR-6"])
        sheet.write_formula(1, 2, formula, None, result)
    return out.getvalue()


def test_a_formula_is_read_by_its_stored_result_and_reported():
    outcome = load("x.xlsx", with_formula('=WEBSERVICE("http://example.org")', "stored"))
    assert outcome.raw["commitments"]["label"].to_pylist() == ["stored"]
    assert "formulas" in notes(outcome)


def test_a_link_to_another_workbook_is_not_followed_but_reported():
    outcome = load("x.xlsx", with_formula("='[other.xlsx]Sheet1'!A1", "stored"))
    relation = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>'
    )
    content = with_formula("='[1]Sheet1'!A1", "stored")
    content = changed(content, "xl/_rels/workbook.xml.rels", b"</Relationships>", relation)
    assert notes(load("x.xlsx", content)) == notes(outcome) | {"outside-links"}


def test_an_error_in_a_cell_is_shown_with_its_place():
    outcome = load("x.xlsx", with_formula("=1/0", "#DIV/0!"))
    [problem] = outcome.problems
    assert (problem.code, problem.sheet, problem.row, problem.column) == (
        "cell-error",
        "commitments",
        2,
        "label",
    )


def test_sheets_of_the_readers_own_are_left_alone_and_named():
    content = book(
        {"commitments": [["commitment_id", "plan_id"], ["X1", "UKR-6"]], "Mine": [["a"]]}
    )
    outcome = load("x.xlsx", content)
    assert codes(outcome) == set()
    [note] = [note for note in outcome.notes if note.code == "sheets-ignored"]
    assert "Mine" in note.what()


def test_two_sheets_of_one_kind_are_one_too_many():
    rows = [["commitment_id", "plan_id"], ["X1", "UKR-6"]]
    assert codes(load("x.xlsx", book({"commitments": rows, "Commitments ": rows}))) == {
        "sheet-twice"
    }


def test_formatted_emptiness_below_a_table_is_no_row():
    content = filled()
    empty = b'</row><row r="3"><c r="A3" s="1"/></row><row r="9"/></sheetData>'
    content = changed(content, "xl/worksheets/sheet1.xml", b"</row></sheetData>", empty)
    assert load("x.xlsx", content).raw["commitments"].num_rows == 1
