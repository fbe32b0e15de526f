"""A sheet before and after it is read: where its rows come from, and what of it is wanted."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import islice
from typing import Any, Protocol, Self, TypeVar

import pyarrow as pa

from data.findings import Problem
from data.importer.readers.limits import Limits

Row = tuple[int, Sequence[str]]  # the number a spreadsheet shows, and the cells


class Refusal(Exception):
    """Ends the reading of a file at once; carries the problem the reader will see."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class Spread(str):
    """What a cell shows because it is merged with the one on its left."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """How a source writes its cells.

    `marked`: this is text, and what looks like a formula carries a mark, as in our CSV files.
    `merged`: some cells are merged. `dressed`: number formats write something around numbers.
    """

    marked: bool = False
    merged: bool = False
    dressed: bool = False


class Source(Protocol):
    """Something with rows of cells: a CSV text or one sheet of a workbook."""

    @property
    def name(self) -> str:
        """The sheet's name; empty for a CSV file."""

    @property
    def hidden(self) -> bool:
        """Whether the workbook keeps the sheet out of sight."""

    def rows(self) -> Iterator[Row]:
        """Every row that is there, from the top, each as long as it happens to be."""

    @property
    def manner(self) -> Manner:
        """How it writes its cells."""

    def share(self) -> float:
        """How much of it has been read, from 0 to 1."""

    def remarks(self) -> Iterable[Problem]:
        """What is worth knowing of a sheet that was read to its end."""


@dataclass(frozen=True, slots=True)
class Part:
    """One sheet to be read: below row `header`, these columns (name → position).

    `names` is the header as the file writes it and `titles` our name → that. A row that lacks what
    is `needed` may be no row of the table. Of `numeric` columns the bare number is taken, whatever
    a number format writes around it. `long` columns hold texts nothing depends on: they are taken
    whole or, where they are too large, not at all, and are never a reason to refuse a file.
    `free` columns are prose and addresses, which stay as they are, letter by letter; what stands
    in the others is compared, so each word of it is taken to be of one alphabet.
    """

    source: Source
    header: int
    names: tuple[str, ...]
    picked: Mapping[str, int]
    needed: tuple[str, ...] = ()
    numeric: frozenset[str] = frozenset()
    titles: Mapping[str, str] = field(default_factory=dict)
    long: Set[str] = frozenset()
    free: Set[str] = frozenset()

    def place(self, name: str) -> dict[str, Any]:
        """Where a column stands, as fields of a problem."""
        return {"sheet": self.source.name, "column": self.titles.get(name, name)}


@dataclass(frozen=True, slots=True)
class Places:
    """Where rows stand: the number of each, and the sheet that holds from an index on."""

    rows: Sequence[int] = ()
    sheets: tuple[tuple[int, str], ...] = ()

    def sheet(self, index: int) -> str:
        if index >= len(self.rows):  # added by us, and in no sheet
            return ""
        at = bisect_right(self.sheets, index, key=lambda one: one[0])
        return self.sheets[at - 1][1] if at else ""

    def row(self, index: int) -> int | None:
        return self.rows[index] if index < len(self.rows) else None

    def taken(self, indices: Sequence[int]) -> Self:
        """Those of some rows, in their order."""
        starts: list[tuple[int, str]] = []
        for at, index in enumerate(indices):
            name = self.sheet(index)
            if not starts or starts[-1][1] != name:
                starts.append((at, name))
        return type(self)([self.rows[index] for index in indices], tuple(starts))

    def before(self, others: Self) -> Self:
        """These and then the others."""
        moved = tuple((at + len(self.rows), name) for at, name in others.sheets)
        return type(self)([*self.rows, *others.rows], (*self.sheets, *moved))


@dataclass(frozen=True, slots=True)
class Sheet:
    """`table` has one text column for each header kept; `places` say where each line stands."""

    table: pa.Table
    places: Places = field(default_factory=Places)

    def before(self, other: Self) -> Self:
        """These rows, then the other's; a column one of them lacks is empty there."""
        table = pa.concat_tables([self.table, other.table], promote_options="default")
        return replace(self, table=table, places=self.places.before(other.places))


SheetT = TypeVar("SheetT", bound=Sheet)


def joined(sheets: Sequence[SheetT]) -> SheetT:
    """Several sheets of one layout, one below the other."""
    first, *others = sheets
    return reduce(lambda above, below: above.before(below), others, first)


def head(source: Source, limits: Limits) -> list[Row]:
    """The first rows. A name over merged columns names the first of them."""
    return [
        (number, ["" if isinstance(cell, Spread) else cell for cell in cells])
        for number, cells in islice(source.rows(), limits.head)
    ]


def one_piece(column: pa.ChunkedArray) -> pa.Array:
    """A column as one array."""
    joined = column.combine_chunks()
    return pa.concat_arrays(joined.chunks) if isinstance(joined, pa.ChunkedArray) else joined
