"""The template: a workbook to fill in and load back, empty or holding a dataset.

What goes out comes back unchanged: every raw table has its sheet, every value is text unless a
number says the same, and nothing in a cell can run. `data.importer` reads both forms.
"""

import csv
import io
import tomllib
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.columns import MAIN, NUMBERS, TABLES, Column, Kind, sheet_name
from data.findings import inert
from data.importer import EXAMPLE
from data.importer.layouts.layout import CODEBOOK
from data.importer.layouts.words import PARTNERS, WHOLE_REGION
from data.importer.readers.cells import written
from data.raw import RawTables, whole
from i18n import t

LAST_ROW = 1_048_576
_ROOM = 1_000  # empty rows below the data that still offer the lists
_WIDTHS = {Kind.TEXT: 28, Kind.LINK: 36, Kind.TAGS: 36}
_CODEBOOK_WIDTHS = (20, 24, 8, 44, 50, 60)
_EXAMPLES: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("template_examples.toml").read_text(encoding="utf-8")
)
_KEYS_IN = {Kind.PLAN: "action_plans", Kind.COMMITMENT: "commitments"}


def workbook(raw: RawTables | None = None) -> bytes:
    """The template as XLSX: empty with an example row a sheet, or holding `raw`.

    A raw table may be large, but a sheet ends at row 1,048,576: beyond it raises ValueError, and
    `zipped` is the way.
    """
    tables = _tables(raw)
    if too_long := [name for name, rows in tables.items() if len(rows) >= LAST_ROW]:
        raise ValueError(f"Too many rows for a sheet: {', '.join(too_long)}. Use zipped().")
    out = io.BytesIO()
    # Left alone the library would write parts of it to temporary files.
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    looks = _looks(book)
    for table, rows in tables.items():
        sheet = book.add_worksheet(sheet_name(table))
        lines = rows or _example(table)
        _write_sheet(sheet, table, lines, looks, {name: len(r) for name, r in tables.items()})
    _write_codebook(book.add_worksheet(CODEBOOK), tables, looks)
    book.close()
    return out.getvalue()


def zipped(raw: RawTables | None = None) -> bytes:
    """The same sheets as CSV files in a ZIP, for programs that prefer them or for many rows."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for table, rows in _tables(raw).items():
            text = io.StringIO()
            writer = csv.writer(text)
            writer.writerow(column.name for column in TABLES[table])
            for row in rows or _example(table):
                cells = zip(TABLES[table], row, strict=True)
                writer.writerow(_plain_cell(column, value) for column, value in cells)
            archive.writestr(f"{sheet_name(table)}.csv", text.getvalue().encode("utf-8-sig"))
    return out.getvalue()


Rows = Sequence[Sequence[str | None]]


def _tables(raw: RawTables | None) -> dict[str, Rows]:
    """The sheets and their rows: the main ones, and with data all the others too."""
    if raw is None:
        return {table: [] for table in MAIN}
    return {table: _rows(whole(table, raw.get(table))) for table in dict.fromkeys((*MAIN, *TABLES))}


def _rows(table: pa.Table) -> Rows:
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))


def _example(table: str) -> Rows:
    example = _EXAMPLES.get(table)
    if example is None:
        return []
    cells = [example.get(column.name) for column in TABLES[table]]
    texts = [t(cell) if cell and not cell[0].isdigit() else cell for cell in cells]
    return [[EXAMPLE, *texts[1:]]]


def _plain_cell(column: Column, value: str | None) -> str:
    """Text that no spreadsheet runs; a number may keep its minus."""
    if value is None:
        return ""
    return value if column.kind in NUMBERS else inert(value)


def _looks(book: xlsxwriter.Workbook) -> dict[str, Format]:
    return {
        "head": book.add_format({"bold": True, "bg_color": "#E8EEF4", "bottom": 1}),
        "needed": book.add_format({"bold": True, "bg_color": "#F6E3B4", "bottom": 1}),
        "text": book.add_format({"num_format": "@"}),
        "number": book.add_format({}),
        "example": book.add_format({"italic": True, "font_color": "#6B6B6B", "num_format": "@"}),
        "wrapped": book.add_format({"text_wrap": True, "valign": "top"}),
    }


def _write_sheet(
    sheet: Worksheet, table: str, rows: Rows, looks: Mapping[str, Format], sizes: Mapping[str, int]
) -> None:
    columns = TABLES[table]
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.name, looks["needed" if column.needed else "head"])
        if column.note:
            sheet.write_comment(0, place, t(column.note), {"x_scale": 1.6})
        numeric = column.kind in NUMBERS
        sheet.set_column(
            place, place, _WIDTHS.get(column.kind, 16), looks["number" if numeric else "text"]
        )
        _offer(sheet, place, column, len(rows), sizes)
    for line, row in enumerate(rows, start=1):
        look = looks["example"] if row[0] == EXAMPLE else None
        if look:
            sheet.write_comment(line, 0, t("This row shows how it is meant. It is never loaded."))
        for place, (column, value) in enumerate(zip(columns, row, strict=True)):
            if value is not None:
                _write(sheet, line, place, column, value, look)
    sheet.freeze_panes(1, 1)
    if rows:
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(rows) + 1}"})


def _write(
    sheet: Worksheet, line: int, place: int, column: Column, value: str, look: Format | None
) -> None:
    if column.kind in NUMBERS and _is_exact(value):
        done = sheet.write_number(line, place, float(value), look)
    else:
        done = sheet.write_string(line, place, value, look)
    if done != 0:
        raise ValueError(f"A cell of {column.name} holds no {len(value):,} characters.")


def _is_exact(value: str) -> bool:
    """Does the number read back as the same text?"""
    try:
        return written(float(value)) == value
    except (ValueError, OverflowError):
        return False


def _offer(
    sheet: Worksheet, place: int, column: Column, rows: int, sizes: Mapping[str, int]
) -> None:
    """A drop-down list where the words are known. Countries and keys may go beyond it."""
    strict, choices = True, list(column.words)
    if column.kind is Kind.YES_NO:
        choices = ["yes", "no"]
    elif column.kind in (Kind.COUNTRY, Kind.COUNTRY_OR_REGION):
        region = [WHOLE_REGION] if column.kind is Kind.COUNTRY_OR_REGION else []
        strict, choices = False, [*PARTNERS, *region]
    source: list[str] | str = choices
    if table := _KEYS_IN.get(column.kind):
        last = sizes.get(table, 0) + _ROOM
        strict, source = False, f"={sheet_name(table)}!$A$2:$A${min(last, LAST_ROW)}"
    if source:
        options = {
            "validate": "list",
            "source": source,
            "error_type": "stop" if strict else "information",
            "error_title": t("Not in the list"),
            "error_message": t("Choose a word from the list, or leave the cell empty."),
        }
        sheet.data_validation(1, place, min(rows + _ROOM, LAST_ROW - 1), place, options)


def _write_codebook(
    sheet: Worksheet, tables: Mapping[str, Rows], looks: Mapping[str, Format]
) -> None:
    heads = (t("Sheet"), t("Column"), t("Needed"), t("Holds"), t("Words"), t("Note"))
    for place, (head, width) in enumerate(zip(heads, _CODEBOOK_WIDTHS, strict=True)):
        sheet.write_string(0, place, head, looks["head"])
        sheet.set_column(place, place, width)
    lines = [(table, column) for table in tables for column in TABLES[table]]
    for at, (table, column) in enumerate(lines, start=1):
        needed = t("yes") if column.needed else ""
        choices = ", ".join(column.words)
        written = (t(column.kind.value), choices, t(column.note))
        cells = (sheet_name(table), column.name, needed, *written)
        for place, cell in enumerate(cells):
            sheet.write_string(at, place, cell, looks["wrapped"])
        # Only Excel grows a row by itself; elsewhere wrapped lines would lie on top of each other.
        widths = zip(cells, _CODEBOOK_WIDTHS, strict=True)
        sheet.set_row(at, 15 * max(1 + len(cell) // width for cell, width in widths))
    sheet.freeze_panes(1, 0)
