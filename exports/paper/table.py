"""A table on its way out: plain cells, comparable whatever kind of file they went through."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Any

import pandas as pd

from data.findings import INVISIBLE

Cell = str | int | float | bool | date | None

PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
CELL_LETTERS = 32_767
"""What a spreadsheet cell holds."""
AT_A_TIME = 20_000
"""Rows of a long table that are put into words at a time."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Rows under headings. `shares` are the headings of columns that hold shares of one."""

    frame: pd.DataFrame
    shares: tuple[str, ...] = ()

    @classmethod
    def of(cls, frame: pd.DataFrame, shares: Sequence[str] = ()) -> "Sheet":
        """A frame with every cell plain; counts that pandas keeps as floats are whole again."""
        plain = {str(name): _column(frame[name], str(name) in shares) for name in frame.columns}
        return cls(pd.DataFrame(plain, dtype=object), tuple(shares))

    @classmethod
    def empty(cls, headings: Sequence[str]) -> "Sheet":
        """Headings with no rows below them."""
        return cls(pd.DataFrame(columns=list(headings), dtype=object))

    @classmethod
    def none(cls) -> "Sheet":
        """For files that show no table of their own."""
        return cls(pd.DataFrame())

    @property
    def headings(self) -> list[str]:
        return list(self.frame.columns)

    def __len__(self) -> int:
        return len(self.frame)

    def parts(self) -> Iterator["Sheet"]:
        yield self

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.frame.itertuples(index=False, name=None))

    def canonical(self) -> list[list[str]]:
        """Every row as the texts that any file of it must read back as."""
        columns = [_canonical_column(self.frame[name]) for name in self.headings]
        return [list(row) for row in zip(*columns, strict=True)]


@dataclass(frozen=True, slots=True, eq=False)
class LongSheet:
    """A table too long to be held in words: `worded` makes a table of so many rows of `raw`."""

    raw: pd.DataFrame
    worded: Callable[[pd.DataFrame], pd.DataFrame]
    shares: tuple[str, ...] = ()

    @property
    def headings(self) -> list[str]:
        return [str(name) for name in self.worded(self.raw.head(0)).columns]

    def __len__(self) -> int:
        return len(self.raw)

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        return (row for part in self.parts() for row in part.rows())

    def canonical(self) -> Iterator[list[str]]:
        return (row for part in self.parts() for row in part.canonical())

    def parts(self) -> Iterator[Sheet]:
        for start in range(0, len(self.raw), AT_A_TIME):
            yield Sheet.of(self.worded(self.raw.iloc[start : start + AT_A_TIME]), self.shares)


def digest(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """SHA-256 over headings and canonical rows, one after the other."""
    hashed = hashlib.sha256()
    for row in chain([[canonical(heading) for heading in headings]], rows):
        # A length before each cell: otherwise "ab" + "c" would hash as "a" + "bc".
        hashed.update("".join(f"{len(cell)}:{cell}" for cell in row).encode() + b"\n")
    return hashed.hexdigest()


def canonical(cell: object) -> str:
    """A cell as text that survives CSV, XLSX and JSON: numbers to ten digits, days as ISO."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return f"{cell:.10g}"
    text = " ".join(str(cell).split())
    return f"{float(text):.10g}" if PLAIN_NUMBER.fullmatch(text) else text


def is_number(cell: object) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def plain(value: Any) -> Cell:  # noqa: ANN401 - whatever a frame holds
    """A value as a cell; what is not known is None."""
    if isinstance(value, str):
        seen = value if value.isprintable() else INVISIBLE.sub("", value)
        return seen[:CELL_LETTERS]
    if isinstance(value, list | tuple | set):
        return "; ".join(str(one) for one in value)[:CELL_LETTERS]
    if value is None or pd.isna(value):
        return None
    if isinstance(value, datetime):
        return value.date() if value.time() == datetime.min.time() else value.isoformat(" ")
    if isinstance(value, bool | int | float | date):
        return value
    cell: Cell = value.item() if hasattr(value, "item") else str(value)
    return cell


def _column(values: pd.Series, share: bool) -> list[Cell]:
    cells = [plain(value) for value in values.tolist()]
    numbers = [cell for cell in cells if isinstance(cell, float)]
    if share or not all(number.is_integer() for number in numbers):
        return cells
    return [int(cell) if isinstance(cell, float) else cell for cell in cells]


def _canonical_column(values: pd.Series) -> list[str]:
    # Most cells of a long list repeat; 1 and True would be one key, so the kind is part of it.
    forms: dict[tuple[type, Cell], str] = {}
    cells = []
    for cell in values.tolist():
        key = (type(cell), cell)
        if key not in forms:
            forms[key] = canonical(cell)
        cells.append(forms[key])
    return cells
