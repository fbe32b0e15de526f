"""A dataset of any size: the demonstration portfolio, its commitments repeated under other ids.

Made in DuckDB, as a generator of ten million rows would run for an hour. The plans stay as few as
they are, so each has more commitments.
"""

from pathlib import Path

import duckdb

from data import demo
from data.store import Dataset, opened, reopened

SEED, ONCE = 7, 20_000


def dataset(rows: int, folder: Path) -> Dataset:
    """A dataset of `rows` commitments, a multiple of 20,000, in a file of `folder`."""
    small = opened(demo.tables(ONCE, SEED), key="many", title="Many", cache=folder)
    small.close()
    [path] = folder.glob("many-*.duckdb")
    for table, columns in _of_commitments(path):
        _repeat(path, table, columns, rows // ONCE)
    return reopened(path, small.sha256)


def _of_commitments(path: Path) -> list[tuple[str, list[str]]]:
    """The tables with a row or more a commitment, and their columns."""
    with duckdb.connect(path) as file:
        tables = file.execute(
            "select table_name, list(column_name) from duckdb_columns()"
            " where table_name in (select table_name from duckdb_tables()) group by table_name"
        ).fetchall()
    return [(table, columns) for table, columns in tables if "commitment_id" in columns]


def _repeat(path: Path, table: str, columns: list[str], copies: int) -> None:
    ids = [name for name in ("commitment_id", "milestone_id") if name in columns]
    other = ", ".join(f"{name} || '-' || copy as {name}" for name in ids)
    with duckdb.connect(path) as file:
        file.execute(f"alter table {table} rename to once")
        file.execute(
            f"create table {table} as select once.* replace ({other})"
            " from once, range($copies) as copies (copy)",
            {"copies": copies},
        )
        file.execute("drop table once")
