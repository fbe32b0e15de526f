"""A raw table in the making: its columns so far, and where in the file each row stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self

import pyarrow as pa

from data.importer.readers.sheets import Sheet

Drafts = dict[str, "Draft"]


@dataclass(frozen=True, slots=True)
class Draft(Sheet):
    """`table` has columns of data/columns.py, text or null.

    `places` says where in the file each row stands, and `headers` the file's name for a column
    where it is another, empty where its layout has none: both only serve to say where something is
    wrong.
    """

    headers: Mapping[str, str] = field(default_factory=dict)

    def values(self, column: str) -> list[str | None]:
        """The column as a list; all null where the file has no such column."""
        if column not in self.table.column_names:
            return [None] * self.table.num_rows
        listed: list[str | None] = self.table[column].to_pylist()
        return listed

    def at(self, index: int, column: str) -> dict[str, Any]:
        """The place of a cell, and what stands there, as fields of a problem."""
        return {
            "sheet": self.places.sheet(index),
            "row": self.places.row(index),
            "column": self.headers.get(column, column),
            "value": self.values_at(index, column),
        }

    def values_at(self, index: int, column: str) -> str:
        if column not in self.table.column_names:
            return ""
        return self.table[column][index].as_py() or ""

    def beside(self, index: int, other: int) -> str:
        """Where another row stands, said beside row `index`: its number, its sheet if another."""
        row, sheet = self.places.row(other), self.places.sheet(other)
        number = "" if row is None else str(row)
        return number if sheet == self.places.sheet(index) else f"{number} ({sheet})"

    def with_column(self, name: str, values: Sequence[str | None] | pa.Array) -> Self:
        column = pa.array(values, pa.string()) if not isinstance(values, pa.Array) else values
        if name in self.table.column_names:
            at = self.table.column_names.index(name)
            return replace(self, table=self.table.set_column(at, name, column))
        return replace(self, table=self.table.append_column(name, column))

    def taken(self, kept: Sequence[int]) -> Self:
        """Some of its rows, in their order."""
        places = self.places.taken(kept) if self.places.rows else self.places
        return replace(self, table=self.table.take(pa.array(kept, pa.int64())), places=places)
