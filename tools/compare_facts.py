"""What differs between the facts the monitor ships and a folder of such files.

    python -m tools.compare_facts FOLDER

The record is corrected outside the monitor and comes back as a folder of the same CSV files. This
prints, file by file, what taking it over would change, and ends with status 0 where nothing would,
1 where something would, 2 where a file cannot be read. It changes nothing.
"""

import csv
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from data.columns import UNIQUE
from data.raw import PUBLIC_RECORD

Row = Mapping[str, str]

# What tells a row of these files from the others; of the rest data.importer knows it.
KEYS: Mapping[str, tuple[str, ...]] = {
    **{f"{table}.csv": columns for table, columns in UNIQUE.items()},
    "compiled.csv": ("compiled_on",),
    "participation.csv": ("country", "from_date"),
    "assessments.csv": ("commitment_id", "stage", "source_kind"),
    "events.csv": ("country", "date", "event"),
    "programme/objectives_results.csv": UNIQUE["objectives_results"],
    "programme/milestones.csv": ("country", "kind", "label"),
    "programme/forums.csv": ("country", "name", "established"),
    "programme/grants.csv": ("grantee", "country"),
    "programme/indicators.csv": ("country", "indicator", "year"),
}
# Kept by the monitor itself, so a folder without them lacks nothing.
OURS_ALONE = {"compiled.csv", "places.csv"}


class Unreadable(ValueError):
    """A file that is no table; the message names it and what is wrong."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that differs: the row's key, the column, the value we ship and the one that came."""

    key: str
    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs in one file. `missing` says in which folder the file is not, if in one."""

    name: str
    missing: str = ""
    columns_added: tuple[str, ...] = ()
    columns_removed: tuple[str, ...] = ()
    added: list[Row] = field(default_factory=list)
    removed: list[Row] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)

    def __bool__(self) -> bool:
        parts = (self.columns_added, self.columns_removed, self.added, self.removed, self.cells)
        return bool(self.missing) or any(parts)


@dataclass(frozen=True, slots=True)
class _File:
    columns: tuple[str, ...]
    rows: list[Row]


def compare(ours: Path, theirs: Path) -> list[Difference]:
    """What differs, a Difference for each file of either folder that does. Raises Unreadable.

    The order of rows and columns and the way cells are quoted are no difference.
    """
    here, there = _names(ours), _names(theirs)
    differences = []
    for name in sorted(here | there):
        if name not in there:
            if name not in OURS_ALONE:
                differences.append(Difference(name, missing=str(theirs)))
        elif name not in here:
            differences.append(Difference(name, missing=str(ours)))
        else:
            differences.append(_compared(name, _read(ours / name), _read(theirs / name)))
    return [difference for difference in differences if difference]


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.csv")}


def _read(path: Path) -> _File:
    try:
        with path.open(encoding="utf-8-sig", newline="") as opened:
            lines = list(csv.reader(opened, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as why:
        raise Unreadable(f"{path} cannot be read: {why}") from why
    head, *body = lines or [[]]
    for at, cells in enumerate(body, start=2):
        if len(cells) != len(head):
            raise Unreadable(f"{path}: row {at} has {len(cells)} cells, the header {len(head)}.")
    return _File(tuple(head), [dict(zip(head, cells, strict=True)) for cells in body])


def _compared(name: str, ours: _File, theirs: _File) -> Difference:
    difference = Difference(
        name,
        columns_added=tuple(c for c in theirs.columns if c not in ours.columns),
        columns_removed=tuple(c for c in ours.columns if c not in theirs.columns),
    )
    shared = [column for column in ours.columns if column in theirs.columns]
    key = [column for column in KEYS.get(name, ours.columns[:1]) if column in shared]
    old_rows, new_rows = _by_key(ours.rows, key), _by_key(theirs.rows, key)
    for at in dict.fromkeys([*old_rows, *new_rows]):
        same_key = _without_equals(old_rows.get(at, []), new_rows.get(at, []), shared)
        for old, new in zip_longest(*same_key):
            if old is None:
                difference.added.append(new)
            elif new is None:
                difference.removed.append(old)
            else:
                label = " · ".join(part for part in at if part)
                difference.cells.extend(
                    Cell(label, column, old[column], new[column])
                    for column in shared
                    if old[column] != new[column]
                )
    return difference


def _by_key(rows: Sequence[Row], key: Sequence[str]) -> dict[tuple[str, ...], list[Row]]:
    by_key: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        by_key.setdefault(tuple(row[column] for column in key), []).append(row)
    return by_key


def _without_equals(
    old: Sequence[Row], new: Sequence[Row], shared: Sequence[str]
) -> tuple[list[Row], list[Row]]:
    """Rows of one key without those that stand in both: else one row more would change them all."""
    left, rest = [], list(new)
    for row in old:
        twin = next((one for one in rest if all(one[c] == row[c] for c in shared)), None)
        if twin is None:
            left.append(row)
        else:
            rest.remove(twin)
    return left, rest


def report_lines(difference: Difference) -> list[str]:
    """The lines that tell of one file, the counts first."""
    if difference.missing:
        return [f"{difference.name}: missing in {difference.missing}"]
    counts = {
        "columns added": len(difference.columns_added),
        "columns missing": len(difference.columns_removed),
        "rows added": len(difference.added),
        "rows removed": len(difference.removed),
        "cells changed": len(difference.cells),
    }
    text = ", ".join(f"{what}: {count}" for what, count in counts.items() if count)
    return [
        f"{difference.name}: {text}",
        *(f"  column added: {column}" for column in difference.columns_added),
        *(f"  column missing: {column}" for column in difference.columns_removed),
        *(f"  row added: {_row(row)}" for row in difference.added),
        *(f"  row removed: {_row(row)}" for row in difference.removed),
        *(f"  {c.key}, {c.column}: {_cell(c.old)} → {_cell(c.new)}" for c in difference.cells),
    ]


def _row(row: Row) -> str:
    return " | ".join(f"{column}: {value}" for column, value in row.items() if value)


def _cell(value: str) -> str:
    return f"“{value}”" if value else "blank"


def main(arguments: Sequence[str], ours: Path = PUBLIC_RECORD) -> int:
    """Print what differs; the status to end with."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print("Give one folder: python -m tools.compare_facts FOLDER", file=sys.stderr)
        return 2
    try:
        differences = compare(ours, Path(arguments[0]))
    except Unreadable as why:
        print(why, file=sys.stderr)
        return 2
    for difference in differences:
        print("\n".join(report_lines(difference)))
    if not differences:
        print("The facts are the same.")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
