"""A file or an address put in place for all readers, with what came of it and what it changed."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from analytics.exchange import check_report
from analytics.exchange.compare import between, compare, sentences
from data.fetch import NOTHING, Copy, Permitted, Unchanged, is_address, path_of, publish_address
from data.importer import Loaded, Matching, Outcome
from data.published import publish, published, standing
from data.store import Dataset
from i18n import day, t


@dataclass(frozen=True, slots=True)
class Put:
    """`stands` tells whether readers now get what was meant; `report` says what came of it."""

    stands: bool
    report: str


def put_in_place(
    where: str, permitted: Permitted = NOTHING, mapping: Matching | None = None
) -> Put:
    """Publish a file, or what stands at an address; `mapping` matches its columns to ours.

    Raises OSError where the file cannot be read, NotFetched where nothing came.
    """
    if is_address(where):
        return _address(where, permitted, mapping)
    return _file(Path(where), mapping)


def _file(file: Path, mapping: Matching | None) -> Put:
    older = standing(file)
    return _put(file.name, publish(file, mapping=mapping), older, file)


def _address(address: str, permitted: Permitted, mapping: Matching | None) -> Put:
    copy, path = Copy.of(address), path_of(address)
    older = published(path, name=copy.name) if copy else None
    outcome = publish_address(address, permitted, mapping=mapping)
    if isinstance(outcome, Unchanged):
        return Put(True, f"{_same(outcome)}\n")
    now = Copy.of(address)
    name = now.name if now and isinstance(outcome, Loaded) else address
    return _put(name, outcome, older if isinstance(older, Dataset) else None, path)


def _put(name: str, outcome: Outcome, older: Dataset | None, file: Path) -> Put:
    loaded = isinstance(outcome, Loaded)
    newer = standing(file) if loaded and older else None
    changed = _changed(older, newer) if older and newer else ""
    return Put(loaded, f"{name}\n{check_report.as_table(outcome)}{changed}")


def _changed(older: Dataset, newer: Dataset) -> str:
    compared = compare(older, newer)
    lines = [between(compared), *(f"- {sentence}" for sentence in sentences(compared))]
    return "\n".join(["", t("Since the last one:"), *lines, ""])


def _same(unchanged: Unchanged) -> str:
    name, since = unchanged.copy.name, day(datetime.fromisoformat(unchanged.copy.fetched).date())
    if unchanged.sent_again:
        return t(
            "{name} was sent again and is the same as the one of {day}. Nothing was changed.",
            name=name,
            day=since,
        )
    return t(
        "{name} has not changed since {day}, says its server. It was not fetched, and nothing was "
        "changed.",
        name=name,
        day=since,
    )
