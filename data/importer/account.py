"""What became of a file, sheet by sheet: every row and every column is taken or left out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from data.importer.readers import row_kinds
from data.importer.readers.gathering import Gathered
from data.importer.readers.sheets import Refusal, Source
from i18n import N_

HIDDEN = N_("the sheet is hidden")
NO_TABLE = N_("the sheet is no table of ours")
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class RowsLeftOut:
    """Rows that were not taken: why, how many, and the first of them."""

    why: str
    count: int
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SheetAccount:
    """One sheet. `holds` is a raw table, or the export; empty where the sheet was not used.

    `seen` counts the rows with anything in them below the column names; None where the sheet
    could not be read to its end. Columns are named as the file names them, missing ones as we do.
    """

    sheet: str
    holds: str
    seen: int | None
    taken: int
    left_out: tuple[RowsLeftOut, ...] = ()
    used: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


Account = tuple[SheetAccount, ...]


def of_sheet(gathered: Gathered, holds: str, columns: Sequence[str]) -> SheetAccount:
    """The account of a sheet that was used. `columns`: those it might have had."""
    part = gathered.part
    taken = {at for name, at in part.picked.items() if name not in gathered.dropped}
    used = [part.names[at] for at in part.picked.values() if at in taken]
    unused = [name for at, name in enumerate(part.names) if name and at not in taken]
    origin = getattr(part.source, "origin", int)  # a matched table has its columns from elsewhere
    nameless = [_place(origin(at), part.source.manner.marked) for at in sorted(gathered.nameless)]
    return SheetAccount(
        sheet=part.source.name,
        holds=holds,
        seen=len(gathered.sheet.places.rows) + len(gathered.aside),
        taken=len(gathered.sheet.places.rows),
        left_out=tuple(_left_out(gathered.aside)),
        used=tuple(used),
        unused=(*unused, *nameless),
        missing=tuple(name for name in columns if name not in part.picked),
    )


def of_unused(source: Source) -> SheetAccount:
    """The account of a sheet that was not used: all of its rows, and why."""
    rows: tuple[int, ...] = ()
    seen: int | None = 0
    try:
        for number, cells in source.rows():
            if any(map(str.strip, cells)):
                seen = (seen or 0) + 1
                rows = (*rows, number) if len(rows) < _SHOWN else rows
    except Refusal:
        seen = None
    why = HIDDEN if source.hidden else NO_TABLE
    left = (RowsLeftOut(why, seen, rows),) if seen else ()
    return SheetAccount(source.name, "", seen, 0, left)


def with_examples(account: SheetAccount, rows: Sequence[int]) -> SheetAccount:
    """The account once the template's example rows were left out too."""
    if not rows:
        return account
    left = RowsLeftOut(row_kinds.EXAMPLE, len(rows), tuple(rows[:_SHOWN]))
    return replace(account, taken=account.taken - len(rows), left_out=(*account.left_out, left))


def _left_out(aside: Mapping[int, str]) -> Iterator[RowsLeftOut]:
    for why, count in Counter(aside.values()).items():
        rows = sorted(number for number, reason in aside.items() if reason == why)
        yield RowsLeftOut(why, count, tuple(rows[:_SHOWN]))


def _place(at: int, numbered: bool) -> str:
    """A column without a name as a spreadsheet shows it."""
    if numbered:
        return str(at + 1)
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
