"""The cells of one sheet of a workbook, gathered from its tags."""

import re
from dataclasses import dataclass, field

from data.importer.readers import cells
from data.importer.readers.limits import Limits
from data.importer.readers.sheets import Refusal, Row
from data.problems import DamagedFile, TooManyCells, TooManyRows

LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384
_LETTERS = re.compile("[A-Z]{1,3}")
UNSTORED = "\x00="  # a formula's cell without a result; XML holds no such character


@dataclass(frozen=True, slots=True)
class Shared:
    """What the cells of all sheets of a workbook refer to."""

    texts: list[str]
    styles: list[cells.Format]
    since_1904: bool
    limits: Limits


@dataclass(slots=True)
class Reading:
    """The state between two tags of a sheet. Written for speed: millions of cells pass here."""

    sheet: str
    shared: Shared
    finished: list[Row] = field(default_factory=list)
    formulas: int = 0
    hidden_rows: int = 0
    _cells: int = 0
    _row: int = 0
    _column: int = -1
    _kind: str = "n"
    _style: str | None = None
    _formula: bool = False
    _result: bool = False
    _line: list[str] = field(default_factory=list)
    _columns: dict[str, int] = field(default_factory=dict)
    _text: cells.Text = field(default_factory=cells.Text)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._open_cell(attributes)
        elif name == "v":
            self._text.listening = self._result = True
        elif name == "row":
            self._open_row(attributes)
        else:
            self._text.open(name)
            if name == "f":
                self._formula = True

    def text(self, characters: str) -> None:
        if self._text.listening:
            self._text.parts.append(characters)

    def end(self, name: str) -> None:
        if name == "c":
            if self._text.parts:
                self._close_cell()
            elif self._formula:
                self._close_formula()
        elif name == "row":
            self._close_row()
        else:
            self._text.close(name)

    def _open_row(self, attributes: dict[str, str]) -> None:
        number = _whole(attributes.get("r"), self._row + 1)
        if number <= self._row:
            raise Refusal(DamagedFile(sheet=self.sheet, row=self._row))
        if number > LAST_ROW:
            self._too_many_rows()
        self._row, self._column, self._line = number, -1, []
        if attributes.get("hidden") in ("1", "true"):
            self.hidden_rows += 1

    def _close_row(self) -> None:
        """Of rows beyond what may be read none is taken, and blank ones down there are no harm."""
        if self._row <= self.shared.limits.rows + self.shared.limits.head:
            self.finished.append((self._row, self._line))
        elif any(map(str.strip, self._line)):
            self._too_many_rows()

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self._cells += 1
        if self._cells > self.shared.limits.cells:
            self._too_many_cells()
        reference = attributes.get("r")
        if reference is None:
            column = self._column + 1
        else:
            letters = reference.rstrip("0123456789")
            column = self._columns.get(letters, -1)
            if column < 0:
                column = self._columns[letters] = column_of(letters)
        if not self._column < column < _LAST_COLUMN:
            raise Refusal(DamagedFile(sheet=self.sheet, row=self._row))
        self._column = column
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s")
        self._formula = self._result = False

    def _close_cell(self) -> None:
        raw, shared = self._text.taken(), self.shared
        if self._formula:
            self.formulas += 1
        form = cells.PLAIN
        if self._kind == "n" and self._style is not None:
            style = _whole(self._style, 0)
            if style < len(shared.styles):
                form = shared.styles[style]
        self._put(cells.value(raw, self._kind, form, shared.texts, shared.since_1904))

    def _close_formula(self) -> None:
        """A stored text may have no letters; a stored number always has digits."""
        if self._kind != "str" or not self._result:
            self._put(UNSTORED)

    def _put(self, text: str) -> None:
        missing = self._column - len(self._line)
        if missing:
            self._line.extend([""] * missing)
        self._line.append(text)

    def _too_many_rows(self) -> None:
        raise Refusal(TooManyRows(sheet=self.sheet, other=f"{self.shared.limits.rows:,}"))

    def _too_many_cells(self) -> None:
        raise Refusal(TooManyCells(sheet=self.sheet, other=f"{self.shared.limits.cells:,}"))


def _whole(text: str | None, otherwise: int) -> int:
    if text is None:
        return otherwise
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Refusal(DamagedFile())
    return int(text)


def column_of(letters: str) -> int:
    """The position of a column such as “AB”: A is 0."""
    if not _LETTERS.fullmatch(letters):
        raise Refusal(DamagedFile())
    position = 0
    for letter in letters:
        position = position * 26 + ord(letter) - 64
    return position - 1
