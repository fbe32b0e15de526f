"""From raw tables to a database: filled and checked in memory, then written to a file."""

import errno
import shutil
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Self

import duckdb
import pyarrow as pa

from data.fingerprint import HERE, SCRIPTS, fingerprint
from data.holding import memory, sweeping
from data.holding.prepared import prepare
from data.raw import RawTables, holds_made_up


@dataclass(frozen=True, slots=True)
class Identity:
    """What the program knows of a dataset that its tables do not say."""

    key: str
    title: str
    made_up: bool
    read_on: date
    sha256: str = ""

    def of(self, tables: RawTables) -> Self:
        """The identity of these tables, with their fingerprint unless it was worked out before."""
        made_up = self.made_up or holds_made_up(tables)
        return replace(self, sha256=self.sha256 or fingerprint(tables), made_up=made_up)


def empty(
    tables: RawTables, config: dict[str, str | bool | int | float | list[str]]
) -> duckdb.DuckDBPyConnection:
    """A database in memory to fill with these tables. One thread fills it: two take more room."""
    if memory.is_large(tables):
        return memory.pressed(config)
    return duckdb.connect(":memory:", config=config)


def newest_day(compiled: date | None, stated: date | None, today: date) -> date:
    """The day a dataset is looked at from: the later of the two, never one to come."""
    return min(max((day for day in (compiled, stated) if day), default=today), today)


def build(path: Path, tables: RawTables, identity: Identity) -> None:
    """Build the file aside and rename it: readers see all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():  # a rename replaces a file, but no folder
        shutil.rmtree(path)
    with sweeping.aside(path.parent) as aside:
        with empty(tables, {"threads": "1"}) as checked:
            fill(checked, tables, identity)
            try:
                _copy(checked, aside / path.name)
            except duckdb.Error as problem:  # what was checked cannot be wrong: the disk is
                raise OSError(errno.ENOSPC, str(problem)) from None
        (aside / path.name).replace(path)
    sweeping.sweep(path, identity.key)


def _copy(checked: duckdb.DuckDBPyConnection, file: Path) -> None:
    """Write tables whose keys were checked to a file, without the indexes that checked them.

    Reading such a file through proves all of it; an index is proved only where it is used.
    """
    quoted = str(file).replace("'", "''")
    checked.execute(f"attach '{quoted}' as served")
    for name in tables_of(checked):
        checked.execute(f"create table served.{name} as from {name}")
    checked.execute("detach served")
    with duckdb.connect(file) as served:
        for script in (HERE / "dates.sql", HERE / "views.sql"):
            served.execute(script.read_text(encoding="utf-8"))


def tables_of(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The tables of the database a connection was opened on."""
    tables = connection.execute(
        "select table_name from duckdb_tables() where database_name = current_database()"
    )
    return [name for (name,) in tables.fetchall()]


def fill(connection: duckdb.DuckDBPyConnection, tables: RawTables, identity: Identity) -> None:
    """Run our scripts over the raw tables, and keep what is known on the usual day."""
    given = {**tables, "identity": pa.Table.from_pylist([asdict(identity)])}
    for name, table in given.items():
        connection.register(f"raw_{name}", table)
    for script in SCRIPTS:
        memory.run(connection, script.read_text(encoding="utf-8"))
    for name in given:
        connection.unregister(f"raw_{name}")
    days = "select compiled_day, stated_day from dataset, spanned"
    [(compiled, stated)] = connection.execute(days).fetchall()
    prepare(connection, newest_day(compiled, stated, identity.read_on))
    memory.press(connection)
