"""The raw tables a dataset is built from: the columns of columns.py, every value text or null.

The public record's CSV files and every importer meet here: whatever can fill these tables
can fill the whole monitor.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from data.columns import TABLES

RAW: Mapping[str, tuple[str, ...]] = {
    table: tuple(column.name for column in columns) for table, columns in TABLES.items()
}
SCHEMAS = {name: pa.schema(dict.fromkeys(names, pa.string())) for name, names in RAW.items()}

MADE_UP = "made up"
"""What stands in `id_basis` of a commitment nobody made. One of them makes its dataset made up."""

PUBLIC_RECORD = Path(__file__).parent / "public_record"

RawTables = Mapping[str, pa.Table]


def read_public_record(folder: Path = PUBLIC_RECORD) -> dict[str, pa.Table]:
    """Read the shipped facts. Tables without a file are left out (the record has none)."""
    files = {
        path.stem
        if path.parent == folder or path.stem != "milestones"
        else "programme_milestones": path
        for path in sorted(folder.rglob("*.csv"))
    }
    return {name: _read(name, path) for name, path in files.items()}


@cache
def whole_public_record() -> RawTables:
    """The shipped facts with every table and column, read once: they do not change while we run."""
    return completed(read_public_record())


def _read(name: str, path: Path) -> pa.Table:
    return csv.read_csv(
        path,
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types=SCHEMAS.get(name),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
        ),
    )


def completed(raw: RawTables) -> dict[str, pa.Table]:
    """Every raw table with every column as text, absent ones empty; unknown names are refused."""
    if unknown := sorted(set(raw) - set(RAW)):
        raise KeyError(f"No such raw table: {', '.join(unknown)}. Tables are {', '.join(RAW)}.")
    return {name: whole(name, raw.get(name)) for name in RAW}


def holds_made_up(tables: RawTables) -> bool:
    """A made-up commitment keeps its mark in every file it travels in, and marks its dataset."""
    return bool(pc.any(pc.equal(tables["commitments"]["id_basis"], MADE_UP)).as_py())


def whole(name: str, table: pa.Table | None) -> pa.Table:
    """A raw table with all its columns as text, null where it has none of that name."""
    given = SCHEMAS[name].empty_table() if table is None else table
    nothing = pa.nulls(given.num_rows, pa.string())
    return pa.table(
        {
            column: given[column].cast(pa.string()) if column in given.column_names else nothing
            for column in RAW[name]
        }
    )


def streamed(table: pa.Table) -> bytes:
    """A table as an Arrow stream, for another process or a browser."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return bytes(sink.getvalue())
