"""A workbook brought back: its seals, the tables they speak of, and what stands round these."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from data.findings import Findings
from data.importer.readers import workbook
from data.importer.readers.archive import Archive
from data.importer.readers.cells import bare
from data.importer.readers.limits import Limits
from data.importer.readers.sheets import Row, Spread
from exports.files.workbook import STAMP_SHEET, sheet_name
from exports.paper.parts import Book, Cells, Part, Sealed
from exports.paper.seal import NoSeal, Seal
from exports.paper.table import canonical
from i18n import t

MOST_SEALS = 100
"""What a workbook may hold; ours has about twenty."""
MOST_ROUND = 10_000
"""Cells of a sheet that are kept beside its table; no sheet of ours has as many."""
SEEN = re.compile(
    r"xl/(?:(?:media|charts|chartsheets|dialogsheets|macrosheets|embeddings|threadedcomments)/"
    r"|comments)", re.IGNORECASE
)  # fmt: skip
"""Parts of a workbook that are seen and hold no cells. Ours has none of them."""
DRAWING, DRAWN = "xl/drawings/", b"Anchor"
"""Some programs give every sheet a drawing with nothing in it."""


def read_book(content: bytes, limits: Limits) -> tuple[list[Part], Book]:
    """Every sealed table of a workbook, by the name of its sheet, and what stands round them."""
    archive = Archive(content, limits)
    sheets = workbook.sheets(archive, limits, Findings())
    stamps = [sheet for sheet in sheets if sheet.name == STAMP_SHEET]
    if not stamps:
        raise NoSeal(t("The workbook carries no stamp."))
    seals = [Seal.from_json(text) for text in _columns(stamps[0].rows())][:MOST_SEALS]
    # Whose table is on a sheet: where there is one alone it may be on any.
    owners = {sheet_name(seal.question.piece): seal for seal in seals} if len(seals) > 1 else {}
    tables: dict[str, Cells] = {}
    around: dict[str, dict[str, str]] = {}
    for sheet in sheets:
        if sheet.name == STAMP_SHEET:
            continue
        seal = owners.get(sheet.name) if owners else None if tables else seals[0]
        cells, around[sheet.name] = parted(sheet.rows(), seal, bare)
        if cells:
            tables[sheet.name] = cells
    names = Counter(sheet.name for sheet in sheets)
    twice = [name for name, times in names.items() if times > 1]
    book = Book(tuple(seals), around, (*twice, *_more(archive)))
    if owners:
        sealed = ((name, Sealed(seal, tables.get(name, Cells([], 1))))
                  for name, seal in owners.items())  # fmt: skip
        return [Part(name, one) for name, one in sealed], book
    if not tables:
        raise NoSeal(t("The workbook’s table is gone."))
    return [Part("", Sealed(seals[0], next(iter(tables.values()))))], book


def parted(
    rows: Iterable[Row], seal: Seal | None, meant: Callable[[str], str]
) -> tuple[Cells | None, dict[str, str]]:
    """The rows below the seal's headings, cut and filled to their width, None without them; and
    what every other cell says."""
    wanted = [canonical(heading) for heading in seal.headings] if seal else []
    width, count = len(wanted), seal.count if seal else 0
    below: list[list[str]] | None = None
    around: dict[str, str] = {}
    first = 0
    for number, cells in rows:
        read = [canonical(meant(cell)) for cell in cells[:width]]
        read += [""] * (width - len(read))
        start = width
        if below is not None:
            # A workbook leaves out rows with nothing in them.
            gap = min(number - first, count) - len(below)
            below.extend([[""] * width] * gap)
            below.append(read)
        elif seal and read == wanted:
            below, first = [], number + 1
        else:
            start = 0
        if len(around) < MOST_ROUND:
            around.update(_beyond(number, cells, start, meant))
    return None if below is None else Cells(_without_blank_end(below), first), around


def _beyond(
    number: int, cells: Sequence[str], start: int, meant: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """The cells of a row from a column on that say something themselves."""
    for column, cell in enumerate(cells[start:], start):
        text = "" if isinstance(cell, Spread) else canonical(meant(cell))
        if text:
            yield str(xl_rowcol_to_cell(number - 1, column)), text


def _without_blank_end(rows: list[list[str]]) -> list[list[str]]:
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _columns(rows: Iterable[Row]) -> list[str]:
    """The text that runs down each column; a seal may be longer than a cell."""
    headings: list[str] = []
    for _, cells in rows:
        headings += [""] * (min(len(cells), MOST_SEALS) - len(headings))
        for at, cell in enumerate(cells[: len(headings)]):
            headings[at] += cell
    return headings or [""]


def _more(archive: Archive) -> Iterator[str]:
    for name in sorted(archive.names()):
        drawing = name.lower().startswith(DRAWING) and name.lower().endswith(".xml")
        if SEEN.match(name) or (drawing and DRAWN in archive.read(name)):
            yield name
