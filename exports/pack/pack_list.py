"""The list of a pack's parts with their digests, itself a sealed table; written and read back."""

import csv
import hashlib
import io
from collections.abc import Mapping

import pandas as pd

from data.importer.readers.archive import Archive
from exports.files.csvs import csv_text, metadata
from exports.pack.pack_papers import Contents
from exports.paper.found import Cells, Found
from exports.paper.paper import Paper
from exports.paper.seal import NoSeal, Question, Seal
from exports.paper.sealing import seal_of
from exports.paper.table import Sheet, canonical
from i18n import t

LIST = "manifest.csv"
SEALED = "manifest.metadata.json"
MOST_PARTS = 300
"""What a pack may list; ours has about eighty. Each part costs time to check."""


def listing(held: Contents, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The list of `files` and its metadata, as the two files they are in the pack."""
    own = held.pieces[0].paper
    headings = [t("File"), t("Bytes"), t("SHA-256")]
    rows = [(name, len(content), _digest(content)) for name, content in sorted(files.items())]
    table = Sheet.of(pd.DataFrame(rows, columns=headings))
    said = t("Every part of the evidence pack, as it left the monitor.")
    paper = Paper(
        t("Evidence pack"), said, own.source, table, own.stamp, Question(),
        own.filters, own.language, own.address,
    )  # fmt: skip
    return {
        LIST: csv_text(paper).encode("utf-8-sig"),
        SEALED: metadata(paper, seal_of(paper)).encode(),
    }


def folder_of(archive: Archive) -> str | None:
    """Where in an archive a pack lies: packing it again often adds a folder. None for no pack."""
    found = [name for name in archive.names() if name.rpartition("/")[2] == SEALED]
    return found[0].removesuffix(SEALED) if len(found) == 1 else None


def read_listing(archive: Archive, folder: str) -> Found:
    """The list of parts that lies in an archive. Raises NoSeal where it cannot be read."""
    seal = Seal.from_metadata(archive.read(folder + SEALED))
    if folder + LIST not in archive.names():
        raise NoSeal(t("The pack’s list of its parts is gone."))
    text = archive.read(folder + LIST).decode("utf-8-sig", errors="replace")
    try:
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as problem:
        raise NoSeal(t("The pack’s list of its parts cannot be read.")) from problem
    if len(rows) > MOST_PARTS or seal.count > MOST_PARTS:
        raise NoSeal(t("The pack lists more parts than a pack of ours has."))
    if not rows or any(len(row) != len(seal.headings) or len(row) < 3 for row in rows):
        raise NoSeal(t("The pack’s list of its parts cannot be read."))
    return Found(seal, Cells([[canonical(cell) for cell in row] for row in rows[1:]], 2))


def became(archive: Archive, folder: str, listed: Found) -> dict[str, str]:
    """What became of every part, listed or not: "changed", "gone", "added", or "" as it left."""
    digests = {row[0]: row[2] for row in (listed.cells.rows if listed.cells else [])}
    there = {
        name: name.removeprefix(folder) if name.startswith(folder) else f"../{name}"
        for name in archive.names()
        if not name.endswith("/")
    }
    said = {own: "added" for own in there.values() if own not in digests}
    by_own = {own: name for name, own in there.items()}
    for own, digest in digests.items():
        if own not in by_own:
            said[own] = "gone"
        else:
            said[own] = "" if _digest(archive.read(by_own[own])) == digest else "changed"
    return {own: how for own, how in said.items() if own not in (LIST, SEALED)}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
