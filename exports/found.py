"""What a file that came back holds: its seal, its cells, the state of its drawing."""

from dataclasses import dataclass

from exports.seal import Seal


@dataclass(frozen=True, slots=True)
class Cells:
    """The table as it stands in the file: canonical rows, and how to name a cell."""

    rows: list[list[str]]
    first_row: int

    def place(self, row: int, column: int) -> str:
        """A cell as a spreadsheet names it: `C7`."""
        letters, rest = "", column + 1
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(65 + digit) + letters
        return f"{letters}{self.first_row + row}"


@dataclass(frozen=True, slots=True)
class Found:
    """What was read: the seal, the cells where the file shows a table, and the drawing's state."""

    seal: Seal
    cells: Cells | None = None
    drawing_intact: bool = True
