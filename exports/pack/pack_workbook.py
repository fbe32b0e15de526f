"""The workbook of an evidence pack: an About sheet, a sheet a table, one codebook for all."""

import io
from collections.abc import Iterator, Sequence

from xlsxwriter.worksheet import Worksheet

from exports.files.workbook import (
    STAMP_SHEET,
    Looks,
    explained,
    opened_book,
    sheet_name,
    stamp_sheet,
    table_sheet,
    wrapped_table,
)
from exports.pack.pack_papers import Contents, Piece
from exports.paper.sealing import seal_of
from exports.paper.stamp_text import stamp_lines
from i18n import t

FIRST = "by-country"


def pack_workbook(held: Contents) -> bytes:
    """Every table of the pack on a sheet of its own."""
    out = io.BytesIO()
    book = opened_book(out, held.piece(FIRST).paper, title=t("Evidence pack"))
    looks = Looks(book)
    pieces = sorted(held.pieces, key=lambda piece: piece.name != FIRST)
    about = book.add_worksheet(t("About", context="the sheet that describes a file"))
    _about(about, pieces, held, looks)
    for piece in pieces:
        table_sheet(book.add_worksheet(sheet_name(piece.name)), piece.paper, looks)
    _codebook(book.add_worksheet(t("Codebook")), pieces, looks)
    seals = (seal_of(piece.paper).to_json() for piece in pieces)
    stamp_sheet(book.add_worksheet(STAMP_SHEET), *seals)
    book.close()
    return out.getvalue()


def _about(sheet: Worksheet, pieces: Sequence[Piece], held: Contents, looks: Looks) -> None:
    first = held.piece(FIRST).paper
    sheet.write_string(0, 0, t("Evidence pack"), looks.title)
    lines = [
        (t("From", context="who made a file"), first.maker),
        *stamp_lines(first),
        *((sheet_name(piece.name), piece.paper.title) for piece in pieces),
    ]
    explained(sheet, lines, looks)


WIDTHS = (28, 34, 26, 90, 40)


def _codebook(sheet: Worksheet, pieces: Sequence[Piece], looks: Looks) -> None:
    heads = (t("Sheet"), t("Column"), t("Unit"), t("Definition"), t("Source"))
    wrapped_table(sheet, 0, heads, WIDTHS, _lines(pieces), looks)
    sheet.freeze_panes(1, 0)


def _lines(pieces: Sequence[Piece]) -> Iterator[tuple[str, ...]]:
    for piece in pieces:
        for each in piece.paper.codebook():
            yield sheet_name(piece.name), each.heading, each.unit, each.definition, each.source
