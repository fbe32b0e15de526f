"""Cells made tidy: without what cannot be seen, and the odd ones told of."""

from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from data.findings import INVISIBLE, Findings, spoken
from data.importer.languages.alphabets import one_alphabet
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
    MixedAlphabets,
    TooLong,
)

_LOST = "\ufffd"  # what stands for a letter that could not be read
CELL_ERRORS = {
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
    meant = map(spoken, values) if part.source.manner.marked else values
    tidy = [None if value == UNSTORED else tidied(value) for value in meant]
    place = part.place(name)
    # Cells that cannot be taken as they are: what is wrong, which they are, what they are held to.
    for kind, cells, other in (
        (CellError, [v for v, text in zip(values, tidy, strict=True) if text in CELL_ERRORS], ""),
        (TooLong, [v for v in values if len(v) > limits.text], f"{limits.text:,}"),
        (LostLetter, [v for v in values if _LOST in v], ""),
        (FormulaWithoutResult, [v for v in values if v == UNSTORED], ""),
    ):
        for row, value in rows_with(encoded, numbers, cells):
            shown = "" if value == UNSTORED else value
            findings.add(kind(**place, row=row, value=shown, other=other))
    invisible = [v for v in values if v != UNSTORED and INVISIBLE.search(v)]
    if unseen := list(rows_with(encoded, numbers, invisible)):
        row, value = unseen[0]
        findings.add(InvisibleRemoved(**place, row=row, value=value, count=len(unseen)))
    free = name in part.free
    settled = tidy if free else [text and one_alphabet(text) for text in tidy]
    changed = {v: text for v, was, text in zip(values, tidy, settled, strict=True) if was != text}
    mixed = list(rows_with(encoded, numbers, list(changed)))
    if mixed:
        row, value = mixed[0]
        meant = changed[value] or ""
        note = MixedAlphabets(**place, row=row, value=value, other=meant, count=len(mixed))
        findings.add(note)
    return pa.array(settled, pa.string()).take(encoded.indices)


def tidied(text: str) -> str | None:
    """Without the invisible and the blank around it; nothing left is null."""
    if INVISIBLE.search(text):
        text = INVISIBLE.sub("", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip() or None


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
