"""A file of whoever runs the server, offered to every reader by default.

The file is read and checked once, by a command; what a server opens is the dataset built from it,
which a small note beside it names. Publishing again puts a new dataset in place and then renames
the note, so readers see the old one whole or the new one whole.
"""

import errno
import hashlib
import json
import logging
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from data import store
from data.fingerprint import fingerprint
from data.holding.sweeping import put
from data.importer import OWN_FILE, Loaded, Matching, Refused, load, matching_of
from data.store import Dataset

KEY = "own"

_log = logging.getLogger(__name__)
_unwritten: dict[Path, Dataset] = {}
"""What there was no room for on the disk, by the path of its note."""


@dataclass(frozen=True, slots=True)
class Note:
    """Which built file stands for a file, and with which tables and views it was built.

    `mapping` is the matching of its columns as a file of its own, blank where none was needed.
    """

    built: str
    sha256: str
    schema: str
    mapping: str = ""


def publish(
    file: Path,
    cache: Path | None = None,
    *,
    name: str = "",
    content: bytes | None = None,
    mapping: Matching | None = None,
    lasting: bool = True,
) -> Loaded | Refused:
    """Read, check and build a file, and put it in place of what stood for it before.

    `content` is taken for what the file is about to hold, `name` for what readers are to call it,
    and `mapping` says which of its columns are which of ours: it is kept for the next building.
    Refused, it leaves everything as it was. Raises OSError where the file cannot be read, or, if
    it is to be `lasting`, where there is no room to keep what was built.
    """
    held = file.read_bytes() if content is None else content
    loaded = load(name or file.name, held, limits=OWN_FILE, mapping=mapping)
    if isinstance(loaded, Refused):
        return loaded
    folder = cache or store.cache_folder()
    dataset = store.opened(loaded.raw, key=KEY, title=loaded.title, cache=folder)
    before, path = _note(file, folder), _path(file, folder)
    now = Note(store.built(KEY, dataset.sha256), dataset.sha256, _schema(), _written(mapping))
    try:
        _put(path, now, folder)
    except OSError as problem:
        if lasting:
            raise
        _log.warning("%s is held in memory alone: %s", file, problem)
        _unwritten[path] = dataset
        return loaded
    notes = map(_read, folder.glob(f"{KEY}-*.json"))
    if before and before.built not in {note.built for note in notes if note}:
        with suppress(OSError):  # some systems keep a file that a reader has open
            (folder / before.built).unlink()
    return loaded


def published(file: Path, cache: Path | None = None, name: str = "") -> Dataset | Refused:
    """The dataset that stands for a file; built now where there is none yet or it is outdated.

    The file itself is not looked at again until somebody publishes it.
    """
    folder = cache or store.cache_folder()
    if dataset := standing(file, folder):
        return dataset
    if dataset := _unwritten.get(_path(file, folder)):
        return dataset
    note = _note(file, folder)
    mapping = matching_of(note.mapping.encode()) if note and note.mapping else None
    loaded = publish(file, folder, name=name, mapping=mapping, lasting=False)
    if isinstance(loaded, Refused):
        return loaded
    return store.opened(loaded.raw, key=KEY, title=loaded.title, cache=folder)


def standing(file: Path, cache: Path | None = None) -> Dataset | None:
    """The dataset that stands for a file, as it was built; None where it has to be built."""
    folder = cache or store.cache_folder()
    note = _note(file, folder)
    if note and note.schema == _schema():
        with suppress(OSError, ValueError, duckdb.Error):
            return store.reopened(folder / note.built, note.sha256)
    return None


def is_matched_by(file: Path, mapping: Matching | None, folder: Path) -> bool:
    """Whether what stands for a file was built with this matching of columns."""
    note = _note(file, folder)
    return (note.mapping if note else "") == _written(mapping)


def _written(mapping: Matching | None) -> str:
    return mapping.written().decode() if mapping else ""


def _put(path: Path, note: Note, folder: Path) -> None:
    """Name what was built beside the others, whole or not at all."""
    if not (folder / note.built).exists():
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    put(path, json.dumps(asdict(note)).encode())


def _path(file: Path, folder: Path) -> Path:
    named = hashlib.sha256(str(file.absolute()).encode()).hexdigest()[:16]
    return folder / f"{KEY}-{named}.json"


def _note(file: Path, folder: Path) -> Note | None:
    return _read(_path(file, folder))


def _read(path: Path) -> Note | None:
    try:
        return Note(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _schema() -> str:
    """The fingerprint of tables and views alone: another monitor's files are built anew."""
    return fingerprint({})
