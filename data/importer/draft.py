"""A raw table in the making: its columns so far, and where in the file each row stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self

import pyarrow as pa

Drafts = dict[str, "Draft"]


@dataclass(frozen=True, slots=True)
class Draft:
    """`table` has columns of data/raw.py, text or null.

    `numbers` holds the file's row for each line and `headers` the file's name for a column where
    it is another: both only serve to say where something is wrong.
    """

    table: pa.Table
    sheet: str = ""
    numbers: Sequence[int] = ()
    headers: Mapping[str, str] = field(default_factory=dict)

    def values(self, column: str) -> list[str | None]:
        """The column as a list; all null where the file has no such column."""
        if column not in self.table.column_names:
            return [None] * self.table.num_rows
        listed: list[str | None] = self.table[column].to_pylist()
        return listed

    def at(self, index: int, column: str) -> dict[str, Any]:
        """The place of a cell, and what stands there, as fields of a problem."""
        value = self.values_at(index, column)
        row = self.numbers[index] if self.numbers else None
        header = self.headers.get(column, column)
        return {"sheet": self.sheet, "row": row, "column": header, "value": value}

    def values_at(self, index: int, column: str) -> str:
        if column not in self.table.column_names:
            return ""
        return self.table[column][index].as_py() or ""

    def row(self, index: int) -> str:
        return str(self.numbers[index]) if self.numbers else ""

    def with_column(self, name: str, values: Sequence[str | None] | pa.Array) -> Self:
        column = pa.array(values, pa.string()) if not isinstance(values, pa.Array) else values
        if name in self.table.column_names:
            at = self.table.column_names.index(name)
            return replace(self, table=self.table.set_column(at, name, column))
        return replace(self, table=self.table.append_column(name, column))
