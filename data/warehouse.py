"""A built dataset that lies elsewhere: the one place that opens it, and only to read.

`MONITOR_WAREHOUSE` is a DuckDB file on a disk that servers share, its address on object storage
(`s3://…`, `gs://…`, `https://…`), or a database at MotherDuck (`md:name`). All hold what the
monitor builds, tables and macros alike, so the same SQL answers.
"""

import os
import re
import threading
from datetime import date
from pathlib import Path

import duckdb

from data import store
from data.holding.memory import HELD, enter
from data.store import SERVING, Dataset

MOTHERDUCK = re.compile(r"md:\w[\w-]*")
REMOTE = re.compile(r"(https|s3|gs|gcs|r2)://\S+")
TOKEN = "MOTHERDUCK_TOKEN"
EXTENSIONS = {"md": "motherduck", "https": "httpfs", "s3": "httpfs", "gs": "httpfs",
              "gcs": "httpfs", "r2": "httpfs"}  # fmt: skip

_opened: dict[str, Dataset] = {}
_opening = threading.Lock()


class NoWarehouse(ValueError):
    """The warehouse cannot be opened; the message says why, and what to do."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            f"The warehouse “{address}” cannot be opened: {why.rstrip('.')}. Correct "
            "MONITOR_WAREHOUSE, or leave it out; docs/scale.md says what may stand there."
        )


def warehouse(address: str, today: date | None = None) -> Dataset:
    """The dataset in the warehouse, opened once. Raises NoWarehouse."""
    with _opening:
        if address not in _opened:
            _opened[address] = _open(address)
        _opened[address] = store.dated(_opened[address], today or date.today())
        return _opened[address]


def _open(address: str) -> Dataset:
    try:
        connection = _connected(address)
    except duckdb.Error as problem:
        raise NoWarehouse(address, str(problem).split("\n")[0]) from None
    try:
        empty = store.in_memory({}, key="none", title="None").connection
        if _made_of(connection) != _made_of(empty):
            other = "it was built by another version of the monitor. Build it anew"
            raise NoWarehouse(address, other)
        return store.found_in(connection)
    except NoWarehouse:
        connection.close()
        raise
    except (duckdb.Error, ValueError):
        connection.close()
        raise NoWarehouse(address, "it holds no dataset of the monitor's") from None


def _connected(address: str) -> duckdb.DuckDBPyConnection:
    if address.startswith("md:"):
        return _at_motherduck(address)
    if REMOTE.fullmatch(address):
        return attached(address, EXTENSIONS[address.split(":")[0]])
    if "://" in address:
        raise NoWarehouse(address, "no such kind of address is known")
    if not Path(address).is_file():
        raise NoWarehouse(address, "there is no such file")
    return duckdb.connect(address, read_only=True, config=SERVING)


def attached(place: str, extension: str = "") -> duckdb.DuckDBPyConnection:
    """A connection that reads a database file at this place, and may reach no other."""
    connection = duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"})
    try:
        if extension:
            connection.execute(f"load {extension}")
        quoted = place.replace("'", "''")
        connection.execute(f"attach '{quoted}' as {HELD} (read_only)")
        enter(connection)
        connection.execute(f"set allowed_paths = ['{quoted}']")
        for setting in ("python_enable_replacements", "enable_external_access"):
            connection.execute(f"set {setting} = false")
    except duckdb.Error:
        connection.close()
        raise
    return connection


def _at_motherduck(address: str) -> duckdb.DuckDBPyConnection:
    if not MOTHERDUCK.fullmatch(address):
        raise NoWarehouse(address, "a database at MotherDuck is written md:name")
    if not os.environ.get(TOKEN):
        raise NoWarehouse(address, f"{TOKEN} is not set")
    # MotherDuck is reached through DuckDB's own network, so it cannot be closed off here.
    return duckdb.connect(address, read_only=True, config={"python_enable_replacements": "false"})


def _made_of(connection: duckdb.DuckDBPyConnection) -> set[tuple[str, ...]]:
    """Tables with their columns and types, and macros: what our SQL relies on."""
    columns = (
        "select table_name, column_name, data_type from duckdb_columns()"
        " where database_name = current_database() and not internal"
    )
    # DuckDB writes the names after `exclude` in any order, so only the letters are compared.
    macros = (
        "select function_name, list_sort(string_split(macro_definition, ''))::varchar"
        " from duckdb_functions() where database_name = current_database() and not internal"
    )
    return set(connection.execute(columns).fetchall() + connection.execute(macros).fetchall())
