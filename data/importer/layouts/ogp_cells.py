"""The columns of OGP's export as lists of values: empty where OGP has no data, its words known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from data.columns import Column, Kind
from data.findings import Findings, Problem
from data.importer.languages.no_value import is_no_value
from data.importer.layouts.ogp_columns import INSTITUTIONS, NO_VALUE
from data.importer.layouts.values import Wrong, read
from data.importer.layouts.words import Nearest, word_of
from data.importer.readers.sheets import Sheet, one_piece
from data.importer.tidying import CELL_ERRORS
from data.problems import MissingValue, UnknownWord

Texts = list[str | None]


@dataclass(frozen=True, slots=True)
class ExportCells:
    """Reads the export's sheet column by column, and knows where to say what is wrong.

    `absent`: the columns that a sheet of several lacks, as (sheet, header). It is said of the
    column, so not of each cell. Of a cell that shows an error it is said that it does.
    """

    sheet: Sheet
    findings: Findings
    nearest: Nearest
    absent: frozenset[tuple[str, str]] = frozenset()

    def texts(self, header: str) -> pa.Array:
        """A column with ND, NR and NA as null; all null where the export has no such column."""
        if header not in self.sheet.table.column_names:
            return pa.nulls(self.sheet.table.num_rows, pa.string())
        given, institution = one_piece(self.sheet.table[header]), header in INSTITUTIONS

        def or_nothing(text: str) -> str | None:
            nothing = text.casefold() in NO_VALUE or (institution and is_no_value(text))
            return None if nothing else text

        return mapped(given, or_nothing)

    def words(self, header: str, words: Mapping[str, str | None]) -> pa.Array:
        """A column whose words are known; an unknown one is a problem."""
        given = self.texts(header)
        unknown = {
            text for text in given.unique().to_pylist() if text and word_of(text, words) is None
        }
        if unknown:
            at = pc.is_in(given, value_set=pa.array(sorted(unknown)))
            choices = ", ".join(words)
            for index in pc.indices_nonzero(at).to_pylist():
                text = given[index].as_py()
                near = self.nearest.to(text, words)
                self.report(UnknownWord, index, header, text, other=near, choices=choices)
        return mapped(given, lambda text: words.get(word_of(text, words) or ""))

    def read(self, header: str, kind: Kind) -> Texts:
        given = self.texts(header)
        column = Column(header, kind)
        good: dict[str | None, str | None] = {None: None}
        wrong: dict[str | None, Wrong] = {}
        for text in given.unique().to_pylist():
            try:
                good[text] = read(column, text, self.nearest) if text else None
            except Wrong as why:
                good[text], wrong[text] = None, why
        texts = given.to_pylist()
        for index, text in enumerate(texts):
            if text is None:
                self.report(MissingValue, index, header)
            elif text in wrong:
                cause = wrong[text]
                self.report(cause.kind, index, header, text, cause.other, cause.choices)
        return [good[text] for text in texts]

    def report(
        self, kind: type[Problem], index: int, column: str, value: str = "",
        other: str = "", choices: str = "",
    ) -> None:  # fmt: skip
        places = self.sheet.places
        if value in CELL_ERRORS or (places.sheet(index), column) in self.absent:
            return
        place: dict[str, Any] = {"sheet": places.sheet(index), "row": places.row(index)}
        problem = kind(**place, column=column, value=value, other=other, choices=choices)
        self.findings.add(problem)


def mapped(column: pa.Array, change: Callable[[str], str | None]) -> pa.Array:
    """The column with each distinct text changed once."""
    encoded = column.dictionary_encode()
    changed = [change(text) for text in encoded.dictionary.to_pylist()]
    return pa.array(changed, pa.string()).take(encoded.indices)
