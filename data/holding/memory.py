"""Large datasets in memory: no more room than a file would take, and what was used given back."""

import ctypes
from collections.abc import Mapping
from contextlib import suppress

import duckdb
import pyarrow as pa

# Arrow's own allocators keep what was freed; the system's gives it back.
pa.set_memory_pool(pa.system_memory_pool())

HELD = "held"
"""The database within a connection that holds a large dataset, pressed as in a file."""
LARGE = 20_000
"""Rows of a table from which on pressing pays; below it time matters more than room."""


def is_large(tables: Mapping[str, pa.Table]) -> bool:
    return any(table.num_rows >= LARGE for table in tables.values())


_GIVING_BACK: dict[str, str | bool | int | float | list[str]] = {
    "allocator_flush_threshold": "1MB",
    "allocator_bulk_deallocation_flush_threshold": "1MB",
}


def pressed(config: dict[str, str | bool | int | float | list[str]]) -> duckdb.DuckDBPyConnection:
    """A connection to an empty database whose tables are pressed when `press` is called.

    Its cursors stand outside of that database until they `enter` it.
    """
    connection = duckdb.connect(":memory:", config={**config, **_GIVING_BACK})
    connection.execute(f"attach ':memory:' as {HELD} (compress)")
    enter(connection)
    return connection


def enter(connection: duckdb.DuckDBPyConnection) -> None:
    """Stand in the pressed database of a connection."""
    connection.execute(f"use {HELD}")


def is_pressed(connection: duckdb.DuckDBPyConnection) -> bool:
    row = connection.execute("select current_database()").fetchone()
    return row is not None and row[0] == HELD


def run(connection: duckdb.DuckDBPyConnection, script: str) -> None:
    """Run a script; what each statement of it made is pressed before the next one begins."""
    if not is_pressed(connection):
        connection.execute(script)
        return
    for statement in connection.extract_statements(script):
        connection.execute(statement)
        press(connection)


def press(connection: duckdb.DuckDBPyConnection) -> None:
    if is_pressed(connection):
        connection.execute("checkpoint")
        give_back()


def give_back() -> None:
    """Return to the system what Arrow and Python freed and keep for later."""
    pa.default_memory_pool().release_unused()
    with suppress(OSError, AttributeError):  # other systems have no such call, and no such need
        ctypes.CDLL("libc.so.6").malloc_trim(0)
