"""What a file that came back holds: its seal, its cells, and whether the rest is as it left."""

from dataclasses import dataclass
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
    """The seal and, for CSV and XLSX, the cells. `intact`: what is not compared is as it left."""

    seal: Seal
    cells: Cells | None = None
    intact: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a file: what was found in it, why it cannot be read, what became of it.

    `became` is "changed", "gone" or "added" by the hashes of a package, or "" as it left.
    """

    name: str
    sealed: Sealed | None = None
    unread: str = ""
    became: str = ""


def taken_out(text: str, start: str, end: str) -> tuple[str, str]:
    """The seal that stands in XML between two tags, and the text without it. Raises NoSeal."""
    before, _, rest = text.partition(start)
    content, tag, after = rest.partition(end)
    if not tag:
        raise NoSeal(t("The file carries no stamp."))
    return unescape(content), before + after
