"""XLSX workbooks, read as a stream of cells.

Our own small reader, because a stranger's file must not be able to hurt: the quick readers lay out
the rectangle between the first and the last cell, and one cell in the last corner of a sheet of
5 kB asks for 500 GB (measured with calamine: the process ends). Here a cell costs what it holds.
Formulas are never evaluated: the result stored with them is read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import join, normpath

from data.findings import Findings
from data.importer import cells, markup
from data.importer.archive import Archive
from data.importer.limits import Limits
from data.importer.sheets import Refusal, Row
from data.problems import (
    DamagedFile,
    Formulas,
    OtherWorkbook,
    OutsideLinks,
    TooManyCells,
    TooManyRows,
)

_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384
_LETTERS = re.compile("[A-Z]{1,3}")


@dataclass(slots=True)
class Book:
    """What all sheets of a workbook share."""

    archive: Archive
    limits: Limits
    findings: Findings
    texts: list[str]
    styles: list[cells.Shape]
    since_1904: bool


@dataclass(slots=True)
class WorkbookSheet:
    """One sheet. Every call of `rows` reads the part anew, from the archive in memory."""

    name: str
    part: str
    book: Book
    _done: int = 0

    def rows(self) -> Iterator[Row]:
        reading = _Reading(self.name, self.book)
        with self.book.archive.stream(self.part) as part:
            handlers = (reading.start, reading.end, reading.text)
            for done in markup.read(part, self.book.limits.markup, *handlers):
                self._done = done
                yield from reading.finished
                reading.finished.clear()
        if reading.formulas:
            self.book.findings.add(Formulas(sheet=self.name, count=reading.formulas))

    @property
    def marked(self) -> bool:
        return False

    def share(self) -> float:
        return self._done / max(self.book.archive.size(self.part), 1)


def sheets(archive: Archive, limits: Limits, findings: Findings) -> list[WorkbookSheet]:
    """The workbook's sheets, in its own order. Charts and macros are left alone."""
    if "xl/workbook.xml" not in archive.names():
        raise Refusal(
            OtherWorkbook(value="XLSB" if "xl/workbook.bin" in archive.names() else "ZIP")
        )
    targets, kinds = _relations(archive, "xl/_rels/workbook.xml.rels")
    if any(kind.endswith("/externalLink") for kind in kinds.values()):
        findings.add(OutsideLinks())
    listed: list[tuple[str, str]] = []
    options: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            listed.append((attributes.get("name", ""), _relation_of(attributes)))
        elif name == "workbookPr":
            options.update(attributes)

    _read_part(archive, "xl/workbook.xml", start)
    since_1904 = options.get("date1904", "0") in ("1", "true")
    book = Book(archive, limits, findings, _shared_texts(archive), _styles(archive), since_1904)
    return [
        WorkbookSheet(name, targets[relation], book)
        for name, relation in listed
        if kinds.get(relation, "").endswith("/worksheet")
    ]


def _relation_of(attributes: dict[str, str]) -> str:
    return next((v for k, v in attributes.items() if k.rpartition(":")[2] == "id" and ":" in k), "")


def _relations(archive: Archive, part: str) -> tuple[dict[str, str], dict[str, str]]:
    """Relation id to the part it names, and to its kind."""
    targets: dict[str, str] = {}
    kinds: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            key, target = attributes.get("Id", ""), attributes.get("Target", "")
            targets[key] = target.lstrip("/") if target[:1] == "/" else normpath(join("xl", target))
            kinds[key] = attributes.get("Type", "")

    _read_part(archive, part, start)
    return targets, kinds


def _shared_texts(archive: Archive) -> list[str]:
    texts: list[str] = []
    reading = cells.Text()

    def start(name: str, _: dict[str, str]) -> None:
        reading.open(name)

    def end(name: str) -> None:
        reading.close(name)
        if name == "si":
            texts.append(reading.taken())

    name = _named(archive, "sharedStrings.xml")
    if name:
        with archive.stream(name) as part:
            for _ in markup.read(part, archive.limits.markup, start, end, reading.add):
                pass
    return texts


def _styles(archive: Archive) -> list[cells.Shape]:
    """How each cell style writes a number: as a day, a month, a year or as it is."""
    formats: dict[str, str] = {}
    used: list[str] = []
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        inside.append(name)
        if name == "numFmt":
            formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "xf" and "cellXfs" in inside[-2:]:
            used.append(attributes.get("numFmtId", "0"))

    def end(_: str) -> None:
        inside.pop()

    name = _named(archive, "styles.xml")
    if name:
        _read_part(archive, name, start, end)
    return [cells.shape_of(key, formats.get(key)) for key in used]


def _named(archive: Archive, ending: str) -> str:
    wanted = f"xl/{ending}".casefold()
    return next((name for name in archive.names() if name.casefold() == wanted), "")


def _read_part(
    archive: Archive,
    name: str,
    start: markup.Start,
    end: markup.End = lambda _: None,
) -> None:
    with archive.stream(name) as part:
        for _ in markup.read(part, archive.limits.markup, start, end, lambda _: None):
            pass


@dataclass(slots=True)
class _Reading:
    """The state between two tags of a sheet. Written for speed: millions of cells pass here."""

    sheet: str
    book: Book
    finished: list[Row] = field(default_factory=list)
    formulas: int = 0
    _cells: int = 0
    _row: int = 0
    _column: int = -1
    _kind: str = "n"
    _style: str | None = None
    _line: list[str] = field(default_factory=list)
    _columns: dict[str, int] = field(default_factory=dict)
    _text: cells.Text = field(default_factory=cells.Text)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._open_cell(attributes)
        elif name == "v":
            self._text.listening = True
        elif name == "row":
            self._open_row(attributes)
        else:
            self._text.open(name)
            self.formulas += name == "f"

    def text(self, characters: str) -> None:
        if self._text.listening:
            self._text.parts.append(characters)

    def end(self, name: str) -> None:
        if name == "c":
            if self._text.parts:
                self._close_cell()
        elif name == "row":
            self.finished.append((self._row, self._line))
        else:
            self._text.close(name)

    def _open_row(self, attributes: dict[str, str]) -> None:
        number = _whole(attributes.get("r"), self._row + 1)
        if number <= self._row:
            raise Refusal(DamagedFile(sheet=self.sheet, row=self._row))
        if number > min(_LAST_ROW, self.book.limits.rows + self.book.limits.head):
            raise Refusal(TooManyRows(sheet=self.sheet, other=f"{self.book.limits.rows:,}"))
        self._row, self._column, self._line = number, -1, []

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self._cells += 1
        if self._cells > self.book.limits.cells:
            self._too_many_cells()
        reference = attributes.get("r")
        if reference is None:
            column = self._column + 1
        else:
            letters = reference.rstrip("0123456789")
            column = self._columns.get(letters, -1)
            if column < 0:
                column = self._columns[letters] = _column_of(letters)
        if not self._column < column < _LAST_COLUMN:
            raise Refusal(DamagedFile(sheet=self.sheet, row=self._row))
        self._column = column
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s")

    def _close_cell(self) -> None:
        raw, book = self._text.taken(), self.book
        if self._kind == "n" and self._style is not None:
            style = _whole(self._style, 0)
            shape = book.styles[style] if style < len(book.styles) else cells.Shape.PLAIN
        else:
            shape = cells.Shape.PLAIN
        missing = self._column - len(self._line)
        if missing:
            self._line.extend([""] * missing)
        self._line.append(cells.value(raw, self._kind, shape, book.texts, book.since_1904))

    def _too_many_cells(self) -> None:
        raise Refusal(TooManyCells(sheet=self.sheet, other=f"{self.book.limits.cells:,}"))


def _whole(text: str | None, otherwise: int) -> int:
    if text is None:
        return otherwise
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Refusal(DamagedFile())
    return int(text)


def _column_of(letters: str) -> int:
    """The position of a column such as “AB”: A is 0."""
    if not _LETTERS.fullmatch(letters):
        raise Refusal(DamagedFile())
    position = 0
    for letter in letters:
        position = position * 26 + ord(letter) - 64
    return position - 1
