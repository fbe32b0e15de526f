"""Files made to hurt: each is refused with its reason, or comes in as inert text."""

import io
import struct
import zipfile
import zlib
from dataclasses import replace

import pytest

from data.importer import UPLOAD, Refused, load, open_upload
from data.importer.layouts import ogp_columns as ogp
from tests.unit.importer.made import (
    as_csv,
    book,
    changed,
    codes,
    commitments_held,
    export,
    export_rows,
    filled,
    notes,
    packed,
    parts_of,
)

SHEET = "xl/worksheets/sheet1.xml"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


def table_of(**columns: str) -> str:
    given = {"commitment_id": "X1", "plan_id": "UKR-6", **columns}
    return " | ".join(given) + "\n" + " | ".join(given.values())


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    parts = parts_of(filled()) | {"xl/media/image1.png": b"\0" * 400_000_000}
    assert codes(load("x.xlsx", packed(parts))) == {"unpacked-too-big"}


def test_a_part_that_lies_about_its_size_fails_its_checksum():
    content = filled()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = archive.getinfo(SHEET)
    true_size = struct.pack("<L", part.file_size)
    assert content.count(true_size) == 2  # before the part and in the directory
    assert codes(load("x.xlsx", content.replace(true_size, struct.pack("<L", 100)))) == {
        "damaged-file"
    }


@pytest.mark.parametrize(
    "part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
)
@pytest.mark.parametrize(
    "bomb",
    [
        b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE x SYSTEM "http://example.org/x.dtd">',
    ],
    ids=["entities", "outside file", "outside type"],
)
def test_markup_that_could_explode_or_reach_out_is_refused_unseen(part, bomb):
    content = changed(filled(), part, b"?>", b"?>" + bomb)
    assert codes(load("x.xlsx", content)) == {"forbidden-markup"}


@pytest.mark.parametrize("dimension", [b"A1:B10000000", b"A1:XFD1048576", b"nonsense"])
def test_a_sheet_that_claims_millions_of_rows_is_read_by_what_it_holds(dimension):
    content = changed(filled(), SHEET, b'ref="A1:B2"', b'ref="' + dimension + b'"')
    assert codes(load("x.xlsx", content)) == set()


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (b'<row r="10000000"><c r="A10000000"><v>1</v></c></row>', "too-many-rows"),
        (b'<row r="99999999999999999999"/>', "damaged-file"),
        (b'<row r="-1"/>', "damaged-file"),
        (b'<row r="1"/>', "damaged-file"),
        (b'<row r="3"><c r="ZZZZ3"><v>1</v></c></row>', "damaged-file"),
        (b'<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>1</v></c></row>', "damaged-file"),
        (b'<row r="3"><c r="A3" t="s"><v>99999</v></c></row>', "damaged-file"),
        (b'<row r="3"><c r="A3" t="s"><v>-x</v></c></row>', "damaged-file"),
    ],
)
def test_rows_and_cells_out_of_bounds_are_damage(row, code):
    content = changed(filled(), SHEET, b"</sheetData>", row + b"</sheetData>")
    assert codes(load("x.xlsx", content)) == {code}


def test_limits_hold_for_cells_rows_tags_parts_and_size():
    content = filled()
    for limit, code in (
        ({"cells": 3}, "too-many-cells"),
        ({"rows": 0, "head": 1}, "too-many-rows"),
        ({"markup": 20}, "unpacked-too-big"),
        ({"parts": 3}, "unpacked-too-big"),
        ({"packed": 1_000}, "too-big"),
    ):
        assert codes(load("x.xlsx", content, limits=replace(UPLOAD, **limit))) == {code}


def test_limits_hold_for_text_as_well():
    content = as_csv(export_rows(f"{ogp.ID}\nA\nB\nC"))
    assert codes(load("x.csv", content, limits=replace(UPLOAD, plain=1_000))) == {"too-big"}
    assert codes(load("x.csv", content, limits=replace(UPLOAD, rows=1, head=1))) == {
        "too-many-rows"
    }


def test_millions_of_empty_lines_are_rows_too():
    content = as_csv(export_rows(f"{ogp.ID}\nA")) + b"\n" * 1_060_000
    assert codes(load("x.csv", content, limits=replace(UPLOAD, rows=50_000))) == {"too-many-rows"}


def test_blank_rows_down_to_the_end_of_a_sheet_are_no_rows():
    few = replace(UPLOAD, rows=1_000)
    text = as_csv(export_rows(f"{ogp.ID}\nA")) + b"\n,,\n" * 5_000
    assert load("x.csv", text, limits=few).raw["commitments"].num_rows == 1
    assert codes(load("x.csv", text + b",,x\n", limits=few)) == {"too-many-rows"}
    blank = b'<row r="1048576"><c r="B1048576" t="str"><v> </v></c></row></sheetData>'
    sheet = changed(filled(), SHEET, b"</sheetData>", blank)
    assert load("x.xlsx", sheet).raw["commitments"].num_rows == 1
    words = blank.replace(b"> <", b">x<")
    sheet = changed(filled(), SHEET, b"</sheetData>", words)
    assert codes(load("x.xlsx", sheet)) == {"too-many-rows"}


@pytest.mark.parametrize("length", [1, 10, 100, 1_000, 3_000])
def test_a_workbook_cut_short_is_damaged(length):
    content = filled()
    assert len(content) > 3_000
    assert codes(load("x.xlsx", content[:length])) <= {"damaged-file", "not-recognised"}
    assert codes(load("x.xlsx", content[:-length])) == {"damaged-file"}


def test_a_csv_file_cut_short_in_a_row_or_in_quotes_is_refused():
    content = export(f"{ogp.ID}\nUA1")
    assert codes(load("x.csv", content[:-20])) == {"cut-short"}
    quoted = as_csv(export_rows("Full Text\none"), encoding="utf-8").replace(b"one", b'"one')
    assert codes(load("x.csv", quoted)) == {"broken-quotes"}


def test_a_workbook_with_a_password_says_so():
    protected = OLD_OFFICE + "EncryptedPackage".encode("utf-16-le")
    assert codes(load("x.xlsx", protected)) == {"protected-workbook"}


def test_a_zip_with_a_password_says_so():
    content = bytearray(filled())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(mark)
        content[at + offset] |= 1
    assert codes(load("x.xlsx", bytes(content))) == {"protected-workbook"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("old.xls", OLD_OFFICE),
        ("a.ods", packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"})),
        ("a.xlsb", packed({"xl/workbook.bin": b"\1\2"})),
        ("a.xls", b"<html><body><table><tr><td>commitment_id</td></tr></table></body></html>"),
    ],
)
def test_other_workbooks_are_named(name, content):
    assert codes(load(name, content)) == {"other-workbook"}


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7 ...", b"\x89PNG\r\n", bytes([0, *[200] * 9]) * 100, packed({"a.txt": b"hello"})],
)
def test_what_holds_no_table_says_so(content):
    assert codes(load("x.xlsx", content)) == {"not-a-table"}


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n", b" , ,\r\n", b"\xff\xfe"])
def test_an_empty_file_says_so(content):
    assert codes(load("x.csv", content)) == {"empty-file"}


def test_a_header_alone_is_no_dataset():
    assert codes(load("x.csv", as_csv(export_rows(f"{ogp.ID}\nA")[:1]))) == {"no-rows"}


def test_files_are_what_they_hold_whatever_they_are_called():
    as_book, as_text = load("x.csv", filled()), load("x.xlsx", export(f"{ogp.ID}\nA"))
    assert codes(as_book) == codes(as_text) == set()
    assert "other-name" in notes(as_book) & notes(as_text)


NASTY = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "'; drop table commitments; --",
    "$key {value} %s {0} {{",
    '=HYPERLINK("http://example.org";"x")',
    "a\u202egpj.exe",
    "a\x00b\x07c",
    "Ω≈ç√ 🏳️‍🌈 שלום",
]


NASTY_PLACES = ("label", "lead_institution", "evidence", "commitment_number")


@pytest.fixture(scope="module")
def nasty_rows():
    """What became of a file with each nasty text in each place, a commitment each."""
    head = ("commitment_id", "plan_id", *NASTY_PLACES)
    rows = [
        (f"{place}-{at}", "UKR-6", *(text if place == column else "" for column in NASTY_PLACES))
        for place in NASTY_PLACES
        for at, text in enumerate(NASTY)
    ]
    opened = open_upload("x.xlsx", filled(commitments="\n".join(map(" | ".join, (head, *rows)))))
    return opened.dataset.cursor().execute("from commitments").df().set_index("commitment_id")


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("column", NASTY_PLACES)
def test_nasty_text_comes_in_as_text_or_not_at_all(nasty_rows, column, text):
    stored = nasty_rows[column][f"{column}-{NASTY.index(text)}"]
    assert stored == "".join(c for c in text if c not in "\x00\x07\u202e")


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_in_any_cell_never_breaks_the_door(text):
    for column in (ogp.ID, ogp.PLACE, ogp.PLAN_NUMBER, ogp.START, ogp.FINAL, ogp.URL, "Open Data"):
        outcome = load(f"{text}.csv", export(f"{column}\n{text}"))
        assert "cannot-load" not in codes(outcome)
        assert isinstance(outcome, Refused) or commitments_held(outcome) == 1


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("end_date", "0001-01-01", "day-out-of-range"),
        ("end_date", "9999-12-31", "day-out-of-range"),
        ("end_date", "2025-02-30", "not-a-day"),
        ("end_date", "٢٠٢٥-٠١-٠١", "not-a-day"),
        ("verifiable", "maybe", "not-yes-or-no"),
        ("early_results", "grand", "unknown-word"),
        ("country", "Atlantis", "unknown-country"),
        ("country", "GEO", "country-not-of-plan"),
        ("plan_id", "UKR-66", "unknown-plan"),
        ("source_url", "javascript:alert(1)", "unsafe-link"),
        ("completion_date", "2099-01-01", "done-in-future"),
        ("carried_into", "X1", "carried-in-circle"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_place(column, value, code):
    [problem] = load("x.xlsx", filled(commitments=table_of(**{column: value}))).problems
    assert (problem.code, problem.sheet, problem.row) == (code, "commitments", 2)


@pytest.mark.parametrize(
    "value", ["-5", "nan", "NaN", "inf", "-inf", "1e999", "1_000", "٣", "0x10"]
)
def test_amounts_are_numbers_from_zero_up(value):
    grants = f"grantee | country | kind | amount_eur\nA | UKR | x | {value}"
    [problem] = load("x", filled(grants=grants)).problems
    assert problem.code in ("not-a-number", "number-out-of-range")


@pytest.mark.parametrize("value", ["nan", "-NaN", "inf", "+Infinity", "1e999"])
def test_an_indicator_has_words_or_numbers_and_nothing_between(value):
    drawn = f"country | indicator | unit | value\nUKR | i | u | {value}"
    assert codes(load("x", filled(indicators=drawn))) == {"not-a-number"}
    assert codes(load("x", filled(indicators=drawn.replace(value, "passed")))) == set()


def test_duplicate_identifiers_name_the_earlier_row():
    table = "commitment_id | plan_id\nX1 | UKR-6\nX2 | UKR-6\nX1 | UKR-6"
    [problem] = load("x", filled(commitments=table)).problems
    assert (problem.code, problem.row, problem.other) == ("duplicate-key", 4, "2")


def test_a_circle_of_carried_commitments_is_found_once():
    table = """
        commitment_id | plan_id | carried_into
        A             | UKR-6   | B
        B             | UKR-6   | C
        C             | UKR-6   | B
    """
    [problem] = load("x", filled(commitments=table)).problems
    assert problem.value == "B → C → B"


def test_a_long_chain_of_carried_commitments_is_no_circle():
    links = "\n".join(f"C{at} | UKR-6 | C{at + 1}" for at in range(5_000))
    outcome = load("x", filled(commitments=f"commitment_id | plan_id | carried_into\n{links}"))
    assert notes(outcome) >= {"carried-outside"}
    assert codes(outcome) == set()


def test_half_a_surrogate_pair_is_no_character():
    content = changed(
        filled(commitments=table_of(label="MARK")), "xl/sharedStrings.xml", b"MARK", b"a_xD800_b"
    )
    assert load("x", content).raw["commitments"]["label"].to_pylist() == ["ab"]


def test_a_checksum_that_does_not_fit_is_damage():
    content = bytearray(filled())
    crc = struct.pack("<L", zlib.crc32(parts_of(bytes(content))[SHEET]))
    assert bytes(content).count(crc) == 2
    assert codes(load("x", bytes(content).replace(crc, b"\0\0\0\0"))) == {"damaged-file"}


def test_thousands_of_wrong_cells_are_counted_not_kept():
    rows = "\n".join(f"X{at} | UKR-6 | soon" for at in range(10_500))
    problems = load("x", filled(commitments=f"commitment_id | plan_id | end_date\n{rows}")).problems
    assert len(problems) == 10_001
    assert (problems[-1].code, problems[-1].count) == ("more-problems", 500)


def test_a_workbook_without_sheets_is_not_recognised():
    content = changed(book({"a": [["x"]]}), "xl/workbook.xml", b"<sheets>", b"<sheets/><nothing>")
    assert codes(load("x", content)) <= {"damaged-file", "not-recognised"} != set()


def zipped(*parts: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_a_trick():
    text = ("commitments.csv", b"commitment_id,plan_id\nX1,UKR-6\n")
    assert codes(load("x.zip", zipped(text, text))) == {"damaged-file"}


def test_packing_no_spreadsheet_uses_is_refused():
    text = ("commitments.csv", b"commitment_id,plan_id\nX1,UKR-6\n")
    assert codes(load("x.zip", zipped(text))) == set()
    assert codes(load("x.zip", zipped(text, method=zipfile.ZIP_LZMA))) == {"damaged-file"}


def test_a_workbook_that_lacks_a_part_it_names_is_damaged():
    parts = parts_of(filled())
    del parts[SHEET]
    assert codes(load("x.xlsx", packed(parts))) == {"damaged-file"}


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        (ogp.ID, "ND", "missing-value"),
        (ogp.PLACE, "ND", "missing-value"),
        (ogp.PLAN_NUMBER, "NA", "missing-value"),
        (ogp.PLAN_NUMBER, "-1", "number-out-of-range"),
        (ogp.PLAN_NUMBER, "two", "not-a-whole-number"),
        (ogp.FIRST_YEAR, "0001", "number-out-of-range"),
        (ogp.LAST_YEAR, "2019", "not-a-period"),
        (ogp.IMPACT, "Enormous", "unknown-word"),
        (ogp.RESULTS, "Enormous", "unknown-word"),
    ],
)
def test_an_export_without_its_bearings_is_refused_with_the_place(column, value, code):
    [problem] = load("x.csv", export(f"{column}\n{value}")).problems
    assert (problem.code, problem.row, problem.column) == (code, 2, column)


def test_a_plan_of_the_public_record_is_the_nearest_though_the_file_has_none():
    [problem] = load("x", filled(commitments="commitment_id | plan_id\nX1 | ukr-6")).problems
    assert (problem.code, problem.other) == ("unknown-plan", "UKR-6")


def test_a_cell_that_shows_an_error_is_one_problem():
    columns = "commitment_id | plan_id | country | end_date | verifiable"
    cells = "X1 | #REF! | #N/A | #VALUE! | #NAME?"
    outcome = load("x", filled(commitments=f"{columns}\n{cells}"))
    assert [one.code for one in outcome.problems] == ["cell-error"] * 4
    content = export(f"{ogp.PLAN_NUMBER} | {ogp.FINAL} | {ogp.END}\n#N/A | #N/A | #REF!")
    outcome = load("x.csv", content)
    assert [one.code for one in outcome.problems] == ["cell-error"] * 3


@pytest.mark.parametrize("content", [book({"Sheet1": []}), book({"commitments": [["", " "]]})])
def test_a_workbook_without_a_cell_is_empty(content):
    assert codes(load("x.xlsx", content)) == {"empty-file"}


def test_an_unknown_country_gets_the_nearest_name():
    table = f"{ogp.PLACE} | {ogp.PLACE_CODE}\nGeogria | ND"
    [problem] = load("x.csv", export(table)).problems
    assert (problem.code, problem.other) == ("unknown-country", "Georgia")


def test_a_policy_area_that_stands_there_twice_is_refused():
    rows = export_rows("Audits\n1")
    at = rows[0].index("Audits")
    rows = [[*row[:at], row[at], *row[at:]] for row in rows]
    assert codes(load("x.csv", as_csv(rows))) == {"column-twice"}


def test_a_spell_that_ends_before_it_begins_is_refused():
    spells = "country | status | from_date | to_date\nGEO | active | 2024 | 2011"
    assert codes(load("x", filled(participation=spells))) == {"end-before-start"}


def test_a_sheet_with_a_column_missing_and_one_too_many_says_both():
    content = book(
        {
            "commitments": [["commitment_id", "plan_id"], ["X1", "UKR-6"]],
            "milestones": [["milestone_id", "commitment id", "Title"], ["M1", "X1", "a"]],
        }
    )
    outcome = load("x", content)
    assert codes(outcome) == {"missing-column"}
    assert "columns-ignored" in notes(outcome)


def test_a_value_no_format_expects_is_read_as_it_stands():
    content = filled(commitments=table_of(label="MARK"))
    index = content and parts_of(content)[SHEET].count(b'<c r="C2"')
    assert index == 1
    for cell in (b'<c r="C2"><v>not a number</v></c>', b'<c r="C2"><v>1e999</v></c>'):
        old = parts_of(content)[SHEET].split(b'<c r="C2"')[1].split(b"</c>")[0]
        swapped = changed(content, SHEET, b'<c r="C2"' + old + b"</c>", cell)
        [label] = load("x", swapped).raw["commitments"]["label"].to_pylist()
        assert label.encode() in cell
