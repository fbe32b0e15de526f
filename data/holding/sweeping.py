"""What a build leaves behind if it is ended midway, and what former versions built, goes."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # other systems have none; there nothing is cleared away that is young
    fcntl = None  # type: ignore[assignment]

BUILDING = ".building-"
LOCK = "lock"
OLD = 3600.0
"""Seconds between the days of two files, by the file system's own clock, that make one old."""


@contextmanager
def aside(folder: Path) -> Iterator[Path]:
    """A folder to build in, gone afterwards; if this process is killed, the next build clears it.

    A lock on a file in it says that somebody is at work there. It goes with its process.
    """
    made = Path(tempfile.mkdtemp(prefix=BUILDING, dir=folder))
    try:
        with (made / LOCK).open("w", encoding="ascii") as lock:
            if fcntl:
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def put(path: Path, content: bytes) -> None:
    """Put a small file in place of the last one: readers see all of it or nothing."""
    aside = path.with_suffix(f".{os.getpid()}")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise


def sweep(built: Path, key: str) -> None:
    """Clear away beside a file that was just built: what nobody builds or points to any more.

    A database stays while it is young, for its note may be on the way; readers who have one open
    keep it until they are done.
    """
    for left in built.parent.glob(f"{BUILDING}*"):
        if _is_left(left, built):
            shutil.rmtree(left, ignore_errors=True)
    kept = {built.name, *_pointed_to(built.parent, key)}
    for former in built.parent.glob(f"{key}-*.duckdb"):
        if former.name not in kept and _is_older(former, built):
            with suppress(OSError):  # some systems keep a file that a reader has open
                former.unlink()


def _is_left(folder: Path, built: Path) -> bool:
    try:
        with (folder / LOCK).open(encoding="ascii") as lock:
            return _is_mine(lock)
    except OSError:  # made before there were locks, or this very moment
        return _is_older(folder, built)


def _is_mine(lock: IO[str]) -> bool:
    if fcntl is None:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_older(path: Path, than: Path) -> bool:
    with suppress(OSError):
        return path.stat().st_mtime < than.stat().st_mtime - OLD
    return False


def _pointed_to(folder: Path, key: str) -> Iterator[str]:
    for note in folder.glob(f"{key}-*.json"):
        with suppress(OSError, ValueError, TypeError, KeyError):
            yield str(json.loads(note.read_text(encoding="utf-8"))["built"])
