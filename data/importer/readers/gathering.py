"""Reading a sheet: the rows of its table, column by column as tidy text, and what was no row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

import pyarrow as pa

from data.findings import INVISIBLE, Findings, spoken
from data.importer.readers import row_kinds
from data.importer.readers.cell_reader import LAST_ROW, UNSTORED
from data.importer.readers.cells import Shown
from data.importer.readers.limits import Limits
from data.importer.readers.sheets import (
    Part,
    Places,
    Refusal,
    Row,
    Sheet,
    Spread,
)
from data.importer.tidying import tidied, tidied_column
from data.problems import (
    RowsAside,
    RowTooLong,
    TextsCut,
    TextsLeftOut,
    TooManyRows,
)

_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Gathered:
    """A sheet that was read.

    `aside` has the rows that are no rows of its table (number → why), `nameless` the places of
    columns that hold something under no name, `dropped` the long columns that were too large.
    """

    part: Part
    sheet: Sheet
    aside: dict[int, str]
    nameless: frozenset[int]
    dropped: frozenset[str] = frozenset()


def gathered(part: Part, limits: Limits, findings: Findings) -> Iterator[float | Gathered]:
    """Read the rows below the header. Yields the share read so far, at last the sheet."""
    reading = _Reading(part, limits.texts, findings)
    rows = (row for row in part.source.rows() if row[0] > part.header)
    batches = [pa.table({name: pa.array([], pa.string()) for name in part.picked})]
    while batch := list(islice(rows, _BATCH)):
        if batch[-1][0] > limits.rows + limits.head and _are_too_many(batch, limits):
            raise Refusal(TooManyRows(sheet=part.source.name, other=f"{limits.rows:,}"))
        batches.append(reading.kept(batch))
        yield part.source.share()
    for remark in part.source.remarks():
        findings.add(remark)
    numbers = reading.numbers
    raw = dict(zip(part.picked, pa.concat_tables(batches).columns, strict=True))
    batches.clear()
    # Each column goes once its tidy form is there: all of both would be twice the sheet.
    table = pa.table(
        {
            name: _long(raw.pop(name), reading, name, limits)
            if name in part.long
            else tidied_column(raw.pop(name), part, name, numbers, limits, findings)
            for name in part.picked
        }
    )
    table, numbers = _without(reading.aside, table, numbers, part)
    _report_asides(reading.aside, part, findings)
    places = Places(numbers, ((0, part.source.name),))
    nameless, dropped = frozenset(reading.nameless), frozenset(reading.dropped)
    yield Gathered(part, Sheet(table, places), reading.aside, nameless, dropped)


def _are_too_many(batch: Sequence[Row], limits: Limits) -> bool:
    """Whether something stands beyond the last row read. A spreadsheet that was once formatted to
    its end has blank rows down to there; more of them no spreadsheet has."""
    last = limits.rows + limits.head
    return batch[-1][0] > max(last, LAST_ROW) or any(
        number > last and any(map(str.strip, cells)) for number, cells in batch
    )


@dataclass(slots=True)
class _Reading:
    """What is found while the rows pass. Written for speed: millions of cells pass here."""

    part: Part
    room: int  # letters of long texts that are still taken
    findings: Findings
    numbers: list[int] = field(default_factory=list)
    aside: dict[int, str] = field(default_factory=dict)
    nameless: set[int] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)

    def kept(self, batch: Sequence[Row]) -> pa.Table:
        names, places = self.part.names, list(self.part.picked.values())
        manner = self.part.source.manner
        bare = [at for at, name in enumerate(self.part.picked) if name in self.part.numeric]
        long = [at for at, name in enumerate(self.part.picked) if name in self.part.long]
        width = max((at + 1 for at, name in enumerate(names) if name), default=0)
        gaps = not all(names[:width])
        last = max(places, default=-1)
        kept: list[list[str]] = []
        for number, cells in batch:
            if gaps or len(cells) > width:
                self._beyond(number, cells, width)
            if len(cells) <= last:
                cells = [*cells, *[""] * (last + 1 - len(cells))]
            line = [cells[place] for place in places]
            texts = [line[at] for at in long]
            for at in long:
                line[at] = ""  # a text alone makes no row
            if not any(line):
                if any(map(str.strip, cells)):
                    self.aside[number] = row_kinds.UNUSED
            elif why := self._no_row(number, cells, line, manner.merged):
                self.aside[number] = why
            else:
                for at, text in zip(long, texts, strict=True):
                    line[at] = self._fitting(at, text)
                self.numbers.append(number)
                kept.append(_undressed(line, bare) if manner.dressed else line)
        columns = zip(*kept, strict=True) if kept else [()] * len(places)
        return pa.table([_texts(column) for column in columns], names=list(self.part.picked))

    def _fitting(self, at: int, text: str) -> str:
        """A long text while there is room for it; after the first without room there is none."""
        self.room -= len(text)
        if self.room >= 0:
            return text
        self.dropped.add(list(self.part.picked)[at])
        return ""

    def _beyond(self, number: int, cells: Sequence[str], width: int) -> None:
        """Something under no name: in a text the row has slipped, in a sheet it stands aside."""
        extra = [at for at in range(width, len(cells)) if cells[at].strip()]
        if extra and self.part.source.manner.marked:
            value = ", ".join(cells[at].strip() for at in extra)
            sheet, count = self.part.source.name, extra[-1] + 1
            self.findings.add(
                RowTooLong(sheet=sheet, row=number, value=value, count=count, other=str(width))
            )
            return
        gaps = [at for at, name in enumerate(self.part.names[:width]) if not name]
        self.nameless.update(extra, (at for at in gaps if at < len(cells) and cells[at].strip()))

    def _no_row(self, number: int, cells: Sequence[str], line: Sequence[str], merged: bool) -> str:
        if number == self.part.header + 1 and row_kinds.is_numbering(cells):
            return row_kinds.NUMBERING
        first = next(iter(self.part.picked.values()))
        if cells[first].strip() == self.part.names[first]:
            return row_kinds.REPEATED if row_kinds.is_again(cells, self.part.names) else ""
        if merged and len({*line} - {""}) == 1:
            return row_kinds.HEADING if any(isinstance(cell, Spread) for cell in line) else ""
        return ""


def _undressed(line: list[str], bare: Sequence[int]) -> list[str]:
    for at in bare:
        cell = line[at]
        if type(cell) is Shown:  # a share is a number with its sign
            line[at] = cell.raw
    return line


def _texts(column: Sequence[str]) -> pa.Array:
    try:
        return pa.array(column, pa.string())
    except (UnicodeEncodeError, pa.ArrowInvalid):  # half a surrogate pair is no character
        return pa.array([INVISIBLE.sub("", cell) for cell in column], pa.string())


def _without(
    aside: dict[int, str], table: pa.Table, numbers: list[int], part: Part
) -> tuple[pa.Table, list[int]]:
    """The table without headings, totals and notes; `aside` is told of them."""
    needed = [name for name in part.needed if name in part.picked]
    if not needed or not numbers:
        return table, numbers
    lacking = row_kinds.lacking(table, needed)
    key = table.column_names.index(needed[0])
    others = dict(row_kinds.aside(lacking, numbers, key, len(needed)))
    if not others:
        return table, numbers
    aside |= {numbers[index]: why for index, why in others.items()}
    kept = [index for index in range(len(numbers)) if index not in others]
    return table.take(pa.array(kept, pa.int64())), [numbers[index] for index in kept]


def _report_asides(aside: dict[int, str], part: Part, findings: Findings) -> None:
    for why in dict.fromkeys(aside.values()):
        rows = sorted(number for number, reason in aside.items() if reason == why)
        numbers = ", ".join(map(str, rows[:10])) + (" …" if len(rows) > 10 else "")
        findings.add(RowsAside(sheet=part.source.name, value=numbers, other=why, count=len(rows)))


def _long(column: pa.ChunkedArray, reading: _Reading, name: str, limits: Limits) -> pa.Array:
    """A column of long texts: tidy, none longer than a cell; or null where there was no room."""
    part = reading.part
    place = part.place(name)
    if name in reading.dropped:
        reading.findings.add(TextsLeftOut(**place, other=f"{limits.texts:,}"))
        return pa.nulls(len(column), pa.string())
    given = column.to_pylist()
    meant = map(spoken, given) if part.source.manner.marked else given
    texts = [None if text == UNSTORED else tidied(text) for text in meant]
    longer = [at for at, text in enumerate(texts) if text and len(text) > limits.text]
    for at in longer:
        texts[at] = (texts[at] or "")[: limits.text - 1] + "…"
    if longer:
        row, count = reading.numbers[longer[0]], len(longer)
        reading.findings.add(TextsCut(**place, row=row, other=f"{limits.text:,}", count=count))
    return pa.array(texts, pa.string())
