"""What a file that came back holds: its seal, its cells, the state of its drawing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from exports.paper.seal import Seal


@dataclass(frozen=True, slots=True)
class Cells:
    """The table as it stands in the file: canonical rows, and how to name a cell."""

    rows: list[list[str]]
    first_row: int

    def place(self, row: int, column: int) -> str:
        """A cell as a spreadsheet names it: `C7`."""
        return f"{letters(column)}{self.first_row + row}"


@dataclass(frozen=True, slots=True)
class Found:
    """What was read: the seal, the cells where the file shows a table, and the drawing's state."""

    seal: Seal
    cells: Cells | None = None
    drawing_intact: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """One of the parts of a file that holds several, or why it cannot be read."""

    name: str
    found: Found | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """A file of several parts, each with a seal of its own.

    A pack has a list of its parts besides: `listing`, itself sealed, and with it what `became` of
    every part by name ("changed", "gone", "added", or "" as it left). `plain` are the parts that
    carry no seal.
    """

    parts: tuple[Part, ...]
    listing: Found | None = None
    became: Mapping[str, str] = field(default_factory=dict)
    plain: Mapping[str, bytes] = field(default_factory=dict)


def letters(column: int) -> str:
    """A column as a spreadsheet names it, counted from 0: A, B … Z, AA."""
    said, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        said = chr(65 + digit) + said
    return said
