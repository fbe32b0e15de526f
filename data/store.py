"""The store: one immutable DuckDB file per dataset, built from facts, opened read-only.

The file's name carries the hash of schema and facts, so a changed fact or table is a new file
and there is nothing to invalidate. It is built aside and renamed, so readers see all or nothing.
"""

import logging
import os
import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import duckdb

from data.fingerprint import HERE
from data.holding import memory
from data.holding.build import Identity, build, empty, fill, newest_day, tables_of
from data.holding.own_folder import own_folder
from data.raw import PUBLIC_RECORD, RawTables, completed, read_public_record
from settings import settings

# What a connection that serves readers may do: read its own file, nothing else.
SERVING: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
}
SMALL = 64 * 1024 * 1024
"""Bytes of a file up to which one thread answers soonest: sharing the work out costs more."""

_log = logging.getLogger(__name__)
_opened: dict[Path, "Dataset"] = {}
_unwritten: set[Path] = set()
"""Those of them there was no room for on the disk."""
_opening = threading.Lock()


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """One dataset, ready to be asked.

    `version` is the short form of `sha256`, the hash of schema and facts. `oldest` and `latest`
    are the first and last day something was seen, done or put off, None where no such day is on
    record. `compiled` is the day the dataset says it was compiled, `stated` the newest day it
    states of what has been, `newest` the default as-of day that `dated` makes of the two.
    `prepared_on` is the as-of day that was `newest` when it was built: answers of it are quick.
    """

    connection: duckdb.DuckDBPyConnection
    key: str
    title: str
    version: str
    sha256: str
    made_up: bool
    oldest: date | None
    latest: date | None
    compiled: date | None
    stated: date | None
    prepared_on: date
    newest: date
    is_pressed: bool = False

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor of the caller's own: DuckDB connections are not shared between threads."""
        cursor = self.connection.cursor()
        if self.is_pressed:
            memory.enter(cursor)
        return cursor

    def size(self) -> int:
        """Bytes of memory it takes, for a dataset in memory; 0 once it is closed."""
        with suppress(duckdb.Error):
            taken = "select sum(memory_usage_bytes)::bigint from duckdb_memory()"
            size = self.connection.cursor().execute(taken).fetchone()
            return size[0] or 0 if size else 0
        return 0

    def close(self) -> None:
        """Let go of everything at once, for a dataset in memory that nobody is to read again."""
        self.connection.close()


def public_record(
    folder: Path = PUBLIC_RECORD, cache: Path | None = None, today: date | None = None
) -> Dataset:
    """The shipped facts. A missing, stale or damaged file is built anew."""
    facts = read_public_record(folder)
    return opened(facts, key="public_record", title="OGP public record", cache=cache, today=today)


def opened(
    raw: RawTables,
    *,
    key: str,
    title: str,
    cache: Path | None = None,
    made_up: bool = False,
    today: date | None = None,
) -> Dataset:
    """The dataset of these raw tables, from its file in the cache folder."""
    tables = completed(raw)
    identity = Identity(key, title, made_up, today or date.today()).of(tables)
    path = (cache or cache_folder()) / built(key, identity.sha256)
    with _opening:
        if path not in _opened or not (path.exists() or path in _unwritten):
            _opened[path] = _open(path, tables, identity)
        _opened[path] = dated(_opened[path], identity.read_on)
        return _opened[path]


def built(key: str, sha256: str) -> str:
    """The name of the file in the cache folder that holds a dataset."""
    return f"{key}-{sha256[:16]}.duckdb"


def reopened(path: Path, sha256: str) -> Dataset:
    """A dataset built before. Raises ValueError or duckdb.Error where it is not there."""
    with _opening:
        for gone in [each for each in _opened if not (each.exists() or each in _unwritten)]:
            del _opened[gone]  # its readers keep it until they are done
        if path not in _opened:
            _opened[path] = _serve(path, sha256)
        _opened[path] = seen_today(_opened[path])
        return _opened[path]


def in_memory(
    raw: RawTables,
    *,
    key: str,
    title: str,
    made_up: bool = False,
    today: date | None = None,
    sha256: str = "",
) -> Dataset:
    """A dataset that lives in this process alone and is gone with its last reader.

    `sha256` is the fingerprint of its completed tables where somebody worked it out before.
    """
    tables = completed(raw)
    identity = Identity(key, title, made_up, today or date.today(), sha256)
    return _held(tables, identity.of(tables))


def _held(tables: RawTables, identity: Identity) -> Dataset:
    # Without a folder to spill to, what is too large for memory fails; it never reaches the disk.
    connection = empty(tables, {"threads": "1", "temp_directory": ""})
    fill(connection, tables, identity)
    connection.execute("set threads = 2")
    for setting in ("enable_external_access", "python_enable_replacements"):
        connection.execute(f"set {setting} = false")
    return dated(found_in(connection), identity.read_on)


def dated(dataset: Dataset, today: date) -> Dataset:
    """The dataset with the day it is looked at from unless a reader chooses another.

    That is the day it was compiled, or a later one it states itself; of a dataset that says
    neither it is today. A day worked out from a plan's end never counts, nor one to come.
    """
    newest = newest_day(dataset.compiled, dataset.stated, today)
    return dataset if newest == dataset.newest else replace(dataset, newest=newest)


def seen_today(dataset: Dataset) -> Dataset:
    """The dataset as it is looked at now.

    A server outlives midnights, and its clock may have been wrong when it started.
    """
    return dated(dataset, date.today())


def cache_folder() -> Path:
    """Where built files live: as set, else the project's .cache, else a temporary one of ours."""
    wanted = settings().cache or HERE.parent / ".cache"
    try:
        wanted.mkdir(parents=True, exist_ok=True)
        if os.access(wanted, os.W_OK):
            return wanted
    except OSError:
        pass
    return own_folder("eap-monitor")


def _open(path: Path, tables: RawTables, identity: Identity) -> Dataset:
    if path.exists():
        try:
            return _serve(path, identity.sha256)
        except (duckdb.Error, ValueError):
            pass  # damaged or stale: the facts are at hand, so build it anew
    try:
        build(path, tables, identity)
        return _serve(path, identity.sha256)
    except (OSError, duckdb.IOException) as problem:
        # Too little room on the disk is no reason to show nothing: the facts fit in memory.
        _log.warning("%s cannot be written and is held in memory: %s", path, problem)
        _unwritten.add(path)
        return _held(tables, identity)


def _serve(path: Path, sha256: str) -> Dataset:
    threads = "2" if path.exists() and path.stat().st_size > SMALL else "1"
    connection = duckdb.connect(path, read_only=True, config=SERVING | {"threads": threads})
    try:
        dataset = found_in(connection)
        if dataset.sha256 != sha256:
            raise ValueError(f"{path.name} was built from other facts.")
        _read_through(connection)
    except (duckdb.Error, ValueError):
        connection.close()  # else whoever opens the path next is given this connection's file
        raise
    return dataset


def _read_through(connection: duckdb.DuckDBPyConnection) -> None:
    """Read every value once. DuckDB finds damage within a file only where it is read."""
    for name in tables_of(connection):
        connection.execute(f"select bit_xor(hash(facts)) from {name} as facts").fetchall()


def found_in(connection: duckdb.DuckDBPyConnection) -> Dataset:
    """The dataset a connection reads. Raises ValueError or duckdb.Error where there is none."""
    row = connection.execute(
        "select key, title, version, sha256, made_up, oldest, latest, compiled_day, stated_day,"
        " prepared_on, known_by from dataset, spanned, prepared"
    ).fetchone()
    if row is None:
        raise ValueError("The file holds no dataset.")
    dataset = Dataset(connection, *row)
    return replace(dataset, is_pressed=memory.is_pressed(connection))


if __name__ == "__main__":
    print(f"{public_record().title}: version {public_record().version} is ready.")
