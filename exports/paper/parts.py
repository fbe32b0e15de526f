"""What a file that came back holds: its seal, its cells, and whether the rest is as it left."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from xlsxwriter.utility import xl_rowcol_to_cell

from exports.paper.seal import NoSeal, Seal
from i18n import t


@dataclass(frozen=True, slots=True)
class Cells:
    """The table as it stands in the file: canonical rows, and how to name a cell."""

    rows: list[list[str]]
    first_row: int

    def place(self, row: int, column: int) -> str:
        """A cell as a spreadsheet names it: `C7`."""
        return str(xl_rowcol_to_cell(self.first_row + row - 1, column))


@dataclass(frozen=True, slots=True)
class Sealed:
    """The seal and, for CSV and XLSX, the cells. `intact`: what is not compared is as it left.

    `beside` is what a CSV file has round its table, by cell, where it should have nothing.
    """

    seal: Seal
    cells: Cells | None = None
    intact: bool = True
    beside: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook round its tables: what each cell says that is of none, by sheet and by cell.

    `more` names what else is seen in it and never in ours: pictures, charts, comments.
    """

    seals: tuple[Seal, ...]
    sheets: Mapping[str, Mapping[str, str]]
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a file: what was found in it, why it cannot be read, what became of it.

    `book` is the workbook it is, or whose only table it is. `became` is "changed", "gone" or
    "added" by the hashes of a package, or "" as it left.
    """

    name: str
    sealed: Sealed | None = None
    book: Book | None = None
    unread: str = ""
    became: str = ""


def taken_out(text: str, start: str, end: str) -> tuple[str, str]:
    """The seal that stands in XML between two tags, and the text without it. Raises NoSeal."""
    before, _, rest = text.partition(start)
    content, tag, after = rest.partition(end)
    if not tag:
        raise NoSeal(t("The file carries no stamp."))
    return unescape(content), before + after
