"""A sheet as it was read: columns of tidy text, and the row each line stands in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

import pyarrow as pa
import pyarrow.compute as pc

from data.findings import INVISIBLE, Findings, Problem, spoken
from data.importer.readers.limits import Limits
from data.problems import CellError, InvisibleRemoved, TooLong, TooManyRows

_BATCH = 20_000
_CELL_ERRORS = {
    *("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"),
}

Row = tuple[int, Sequence[str]]  # the number a spreadsheet shows, and the cells


class Refusal(Exception):
    """Ends the reading of a file at once; carries the problem the reader will see."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class Source(Protocol):
    """Something with rows of cells: a CSV text or one sheet of a workbook."""

    @property
    def name(self) -> str:
        """The sheet's name; empty for a CSV file."""
        ...

    def rows(self) -> Iterator[Row]:
        """Every row that is there, from the top, each as long as it happens to be."""
        ...

    @property
    def marked(self) -> bool:
        """Whether texts that look like formulas carry a mark, as in the CSV files we write."""
        ...

    def share(self) -> float:
        """How much of it has been read, from 0 to 1."""
        ...


@dataclass(frozen=True, slots=True)
class Sheet:
    """`table` has one text column for each header kept; `numbers` the row of each line."""

    name: str
    table: pa.Table
    numbers: Sequence[int]


def head(source: Source, limits: Limits) -> list[Row]:
    return list(islice(source.rows(), limits.head))


def collected(
    source: Source, after: int, picked: dict[str, int], limits: Limits, findings: Findings
) -> Iterator[float | Sheet]:
    """Read the rows below row `after`, keeping the picked columns (header → position).

    Yields the share read so far while it works, then the sheet. Rows without any picked value
    are left out, so formatted emptiness below a table is no row.
    """
    names, places = list(picked), list(picked.values())
    last = max(places, default=-1)
    batches: list[pa.Table] = []
    numbers: list[int] = []
    rows = (row for row in source.rows() if row[0] > after)
    while batch := list(islice(rows, _BATCH)):
        kept = [(number, _cells(cells, places, last)) for number, cells in batch if cells]
        kept = [row for row in kept if any(row[1])]
        numbers.extend(number for number, _ in kept)
        if batch[-1][0] > limits.rows + limits.head:
            raise Refusal(TooManyRows(sheet=source.name, other=f"{limits.rows:,}"))
        columns = zip(*(cells for _, cells in kept), strict=True) if kept else [()] * len(names)
        batches.append(pa.table([_texts(column) for column in columns], names=names))
        yield source.share()
    empty = pa.table({name: pa.array([], pa.string()) for name in names})
    table = pa.concat_tables([empty, *batches]).combine_chunks()
    yield Sheet(source.name, _tidied(table, source, numbers, limits, findings), numbers)


def _cells(cells: Sequence[str], places: list[int], last: int) -> list[str]:
    if len(cells) > last:
        return [cells[place] for place in places]
    return [cells[place] if place < len(cells) else "" for place in places]


def _texts(column: Sequence[str]) -> pa.Array:
    try:
        return pa.array(column, pa.string())
    except (UnicodeEncodeError, pa.ArrowInvalid):  # half a surrogate pair is no character
        return pa.array([INVISIBLE.sub("", cell) for cell in column], pa.string())


def _tidied(
    table: pa.Table, source: Source, numbers: Sequence[int], limits: Limits, findings: Findings
) -> pa.Table:
    columns = {}
    for name in table.column_names:
        encoded = one_piece(table[name]).dictionary_encode()
        values = encoded.dictionary.to_pylist()
        meant = map(spoken, values) if source.marked else values
        tidy = [tidied(value) for value in meant]
        _report(encoded, values, tidy, (source.name, name, numbers), limits, findings)
        columns[name] = pa.array(tidy, pa.string()).take(encoded.indices)
    return pa.table(columns)


def tidied(text: str) -> str | None:
    """Without the invisible and the blank around it; nothing left is null."""
    if INVISIBLE.search(text):
        text = INVISIBLE.sub("", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip() or None


def _report(
    encoded: pa.DictionaryArray,
    values: list[str],
    tidy: list[str | None],
    place: tuple[str, str, Sequence[int]],
    limits: Limits,
    findings: Findings,
) -> None:
    sheet, column, numbers = place
    errors = [v for v, text in zip(values, tidy, strict=True) if text in _CELL_ERRORS]
    for number, value in rows_with(encoded, numbers, errors):
        findings.add(CellError(sheet=sheet, row=number, column=column, value=value))
    for number, value in rows_with(encoded, numbers, [v for v in values if len(v) > limits.text]):
        other = f"{limits.text:,}"
        findings.add(TooLong(sheet=sheet, row=number, column=column, value=value, other=other))
    unseen = list(rows_with(encoded, numbers, [v for v in values if INVISIBLE.search(v)]))
    if unseen:
        number, value = unseen[0]
        findings.add(
            InvisibleRemoved(sheet=sheet, row=number, column=column, value=value, count=len(unseen))
        )


def rows_with(
    column: pa.Array, numbers: Sequence[int], values: Sequence[str | None]
) -> Iterator[tuple[int, str]]:
    """The rows in which one of these values stands: (row number, value)."""
    wanted = [value for value in values if value is not None]
    if not wanted:
        return
    plain = column.dictionary_decode() if pa.types.is_dictionary(column.type) else column
    at = pc.indices_nonzero(pc.is_in(plain, value_set=pa.array(wanted, pa.string())))
    for index, value in zip(at.to_pylist(), plain.take(at).to_pylist(), strict=True):
        yield numbers[index], value


def one_piece(column: pa.ChunkedArray) -> pa.Array:
    joined = column.combine_chunks()
    return pa.concat_arrays(joined.chunks) if isinstance(joined, pa.ChunkedArray) else joined
