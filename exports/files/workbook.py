"""XLSX in the manner of ONS's gptables: a cover, one table a sheet, a codebook.

Every cell is written as what it is: text as text, so nothing in it can run, numbers as numbers.
The seal lies in a hidden sheet, which survives when somebody saves the file anew.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from textwrap import wrap

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports.paper.paper import MADE, Paper
from exports.paper.seal import Seal
from exports.paper.stamp_text import stamp_lines
from exports.paper.table import Cell, LongSheet, Sheet
from i18n import t

STAMP_SHEET = "stamp"
PIECE = 30_000
"""Letters of the seal in one cell, which holds 32,767."""
LAST_ROW = 1_048_576
WIDEST, NARROWEST = 60, 9
LINE, A4 = 15, 9
"""Points of a row; the format's number of a paper."""
PRINTED = 24
"""Columns of a table that a page's width shows legibly."""


def opened_book(out: io.BytesIO, paper: Paper, **properties: str) -> xlsxwriter.Workbook:
    """A workbook to write into, which says whose data it holds, of which view."""
    # Left alone the library would write parts of it to temporary files.
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    about = {"subject": paper.filters, "author": paper.stamp.credit, "created": MADE}
    book.set_properties({**properties, **about})
    return book


def workbook(paper: Paper, seal: Seal) -> bytes:
    """The workbook of one paper. Raises ValueError where a sheet cannot hold the rows."""
    if len(paper.table) + 10 > LAST_ROW:
        raise ValueError("More rows than a sheet holds: take the CSV file.")
    out = io.BytesIO()
    book = opened_book(out, paper, title=paper.title, comments=paper.source)
    looks = Looks(book)
    _about(book.add_worksheet(t("About", context="the sheet that describes a file")), paper, looks)
    table_sheet(book.add_worksheet(t("Table")), paper, looks)
    _codebook(book.add_worksheet(t("Codebook")), paper, looks)
    stamp_sheet(book.add_worksheet(STAMP_SHEET), seal.to_json())
    book.close()
    return out.getvalue()


class Looks:
    """The few formats there are."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        base = {"valign": "top"}
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        self.head: Format = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, **base})
        self.label: Format = book.add_format({"bold": True, **base})
        self.text: Format = book.add_format({"num_format": "@", **base})
        self.wrapped: Format = book.add_format({"text_wrap": True, **base})
        self.number: Format = book.add_format(base)
        self.share: Format = book.add_format({"num_format": "0.0%", **base})
        self.day: Format = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", **base})


def _about(sheet: Worksheet, paper: Paper, looks: Looks) -> None:
    sheet.write_string(0, 0, paper.title, looks.title)
    contents = ", ".join([t("Table"), t("Codebook")])
    lines = [
        (t("From", context="who made a file"), paper.maker),
        (t("What it shows"), paper.subtitle or paper.title),
        (t("In this workbook"), contents),
        *stamp_lines(paper),
    ]
    explained(sheet, lines, looks)


def explained(sheet: Worksheet, lines: Iterable[tuple[str, str]], looks: Looks) -> None:
    """Below a title: names and what stands behind each."""
    for at, (label, text) in enumerate(lines, start=1):
        sheet.write_string(at, 0, label, looks.label)
        wrapped_row(sheet, at, ["", text], (46, 100), looks)
    for place, width in enumerate((46, 100)):
        sheet.set_column(place, place, width)
    on_paper(sheet)


def wrapped_row(
    sheet: Worksheet, at: int, texts: Sequence[str], widths: Sequence[int], looks: Looks
) -> None:
    """Texts that run over several lines; the row is as high as they are, which LibreOffice does not
    find out by itself."""
    for place, text in enumerate(texts):
        if text:
            sheet.write_string(at, place, text, looks.wrapped)
    lines = max(
        len(wrap(text, int(width * 0.95))) for text, width in zip(texts, widths, strict=True)
    )
    if lines > 1:
        sheet.set_row(at, LINE * lines)


def on_paper(sheet: Worksheet, head: int | None = None) -> None:
    """Printed on A4 lying, as wide as a page, with the row `head` on each."""
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    if head is not None:
        sheet.repeat_rows(head)


def table_sheet(sheet: Worksheet, paper: Paper, looks: Looks) -> None:
    """Title, notes, then the table; nothing beside or below it."""
    sheet.write_string(0, 0, paper.title, looks.title)
    notes = [
        paper.subtitle,
        paper.source,
        t("This sheet holds one table. A blank cell: no data, not zero."),
    ]
    for at, note in enumerate(filter(None, notes), start=1):
        sheet.write_string(at, 0, note)
    head = 1 + len([note for note in notes if note])
    _rows(sheet, head, paper.table, looks)
    sheet.freeze_panes(head + 1, 1)
    if len(paper.table.headings) <= PRINTED:
        on_paper(sheet, head)
    last = max(len(paper.table), 1)
    if paper.table.headings:
        sheet.autofilter(head, 0, head + last, len(paper.table.headings) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{head + last + 1}"})


def _rows(sheet: Worksheet, head: int, table: Sheet | LongSheet, looks: Looks) -> None:
    widths = [len(heading) for heading in table.headings]
    for place, heading in enumerate(table.headings):
        sheet.write_string(head, place, heading, looks.head)
    shares = [heading in table.shares for heading in table.headings]
    for at, row in enumerate(table.rows(), start=head + 1):
        for place, cell in enumerate(row):
            _write(sheet, at, place, cell, looks.share if shares[place] else looks.number, looks)
            if at < head + 200 and isinstance(cell, str):
                widths[place] = max(widths[place], len(cell))
    for place, width in enumerate(widths):
        sheet.set_column(place, place, min(max(width + 2, NARROWEST), WIDEST))


def _write(sheet: Worksheet, at: int, place: int, cell: Cell, number: Format, looks: Looks) -> None:
    if cell is None:
        return
    if isinstance(cell, str):
        sheet.write_string(at, place, cell, looks.text)
    elif isinstance(cell, bool):
        sheet.write_boolean(at, place, cell)
    elif isinstance(cell, date):
        sheet.write_datetime(at, place, datetime(cell.year, cell.month, cell.day), looks.day)
    else:
        sheet.write_number(at, place, cell, number)


WIDTHS = (34, 30, 90, 50)


def _codebook(sheet: Worksheet, paper: Paper, looks: Looks) -> None:
    sheet.write_string(0, 0, t("What the columns mean"), looks.title)
    heads = (t("Column"), t("Unit"), t("Definition"), t("Source"))
    lines = [(one.heading, one.unit, one.definition, one.source) for one in paper.codebook()]
    wrapped_table(sheet, 1, heads, WIDTHS, lines, looks)
    sheet.freeze_panes(2, 1)


def wrapped_table(
    sheet: Worksheet,
    head: int,
    heads: Sequence[str],
    widths: Sequence[int],
    lines: Iterable[Sequence[str]],
    looks: Looks,
) -> None:
    """A table of texts under its heads, which stand in row `head`."""
    for place, (name, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.write_string(head, place, name, looks.head)
        sheet.set_column(place, place, width)
    for at, line in enumerate(lines, start=head + 1):
        wrapped_row(sheet, at, line, widths, looks)
    on_paper(sheet, head)


def stamp_sheet(sheet: Worksheet, *seals: str) -> None:
    """The seals, one a column."""
    for place, seal in enumerate(seals):
        for at, start in enumerate(range(0, len(seal), PIECE)):
            sheet.write_string(at, place, seal[start : start + PIECE])
    sheet.hide()


def sheet_name(name: str) -> str:
    """A name of at most 31 letters, which is what a sheet's name holds."""
    return name[:31]
