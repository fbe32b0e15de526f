"""Cells made tidy: without what cannot be seen, and the odd ones told of."""

from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from data.findings import INVISIBLE, Findings, Problem, spoken
from data.importer.readers.cell_reader import UNSTORED
from data.importer.readers.limits import Limits
from data.importer.readers.sheets import (
    Part,
    one_piece,
)
from data.problems import (
    CellError,
    FormulaWithoutResult,
    InvisibleRemoved,
    LostLetter,
    TooLong,
)

_LOST = "\ufffd"  # what stands for a letter that could not be read
_CELL_ERRORS = {
    *("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"),
}


def tidied_column(
    column: pa.ChunkedArray,
    part: Part,
    name: str,
    numbers: Sequence[int],
    limits: Limits,
    findings: Findings,
) -> pa.Array:
    encoded = one_piece(column).dictionary_encode()
    values = encoded.dictionary.to_pylist()
    meant = map(spoken, values) if part.source.marked else values
    tidy = [None if value == UNSTORED else tidied(value) for value in meant]
    place = part.place(name)
    for problem in _odd(encoded, values, tidy, numbers, limits):
        row, kind, value, other = problem
        findings.add(kind(**place, row=row, value=value, other=other))
    unseen = list(rows_with(encoded, numbers, [v for v in values if _is_unseen(v)]))
    if unseen:
        row, value = unseen[0]
        findings.add(InvisibleRemoved(**place, row=row, value=value, count=len(unseen)))
    return pa.array(tidy, pa.string()).take(encoded.indices)


def tidied(text: str) -> str | None:
    """Without the invisible and the blank around it; nothing left is null."""
    if INVISIBLE.search(text):
        text = INVISIBLE.sub("", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip() or None


def _is_unseen(value: str) -> bool:
    return value != UNSTORED and INVISIBLE.search(value) is not None


def _odd(
    encoded: pa.DictionaryArray,
    values: Sequence[str],
    tidy: Sequence[str | None],
    numbers: Sequence[int],
    limits: Limits,
) -> Iterator[tuple[int, type[Problem], str, str]]:
    """Cells that cannot be taken as they are: (row, what is wrong, value, what it is held to)."""
    pairs = list(zip(values, tidy, strict=True))
    errors = [value for value, text in pairs if text in _CELL_ERRORS]
    longer = [value for value in values if len(value) > limits.text]
    for kind, cells, other in (
        (CellError, errors, ""),
        (TooLong, longer, f"{limits.text:,}"),
        (LostLetter, [value for value in values if _LOST in value], ""),
    ):
        for row, value in rows_with(encoded, numbers, cells):
            yield row, kind, value, other
    for row, _ in rows_with(encoded, numbers, [v for v in values if v == UNSTORED]):
        yield row, FormulaWithoutResult, "", ""


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
