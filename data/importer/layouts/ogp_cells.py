"""The columns of OGP's export as lists of values: empty where OGP has no data, its words known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from data.findings import Findings, Problem
from data.importer.layouts.columns import Column, Kind
from data.importer.layouts.ogp_columns import NO_VALUE
from data.importer.layouts.values import Wrong, read
from data.importer.layouts.words import Nearest
from data.importer.readers.sheets import Sheet, one_piece
from data.problems import MissingValue, UnknownWord

Texts = list[str | None]


@dataclass(frozen=True, slots=True)
class ExportCells:
    """Reads the export's sheet column by column, and knows where to say what is wrong."""

    sheet: Sheet
    findings: Findings
    nearest: Nearest

    def texts(self, header: str) -> pa.Array:
        """A column with ND, NR and NA as null; all null where the export has no such column."""
        if header not in self.sheet.table.column_names:
            return pa.nulls(self.sheet.table.num_rows, pa.string())
        return mapped(
            one_piece(self.sheet.table[header]),
            lambda text: None if text.casefold() in NO_VALUE else text,
        )

    def words(self, header: str, words: Mapping[str, str | None]) -> pa.Array:
        """A column whose words are known; an unknown one is a problem."""
        given = self.texts(header)
        unknown = {
            text for text in given.unique().to_pylist() if text and text.casefold() not in words
        }
        if unknown:
            at = pc.is_in(given, value_set=pa.array(sorted(unknown)))
            choices = ", ".join(words)
            for index in pc.indices_nonzero(at).to_pylist():
                text = given[index].as_py()
                near = self.nearest.to(text, words)
                self.found(UnknownWord, index, header, text, other=near, choices=choices)
        return mapped(given, lambda text: words.get(text.casefold()))

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
                self.found(MissingValue, index, header)
            elif text in wrong:
                cause = wrong[text]
                self.found(cause.kind, index, header, text, cause.other, cause.choices)
        return [good[text] for text in texts]

    def found(
        self,
        kind: type[Problem],
        index: int,
        column: str,
        value: str = "",
        other: str = "",
        choices: str = "",
    ) -> None:
        row = self.sheet.numbers[index]
        self.findings.add(
            kind(
                sheet=self.sheet.name, row=row, column=column, value=value, other=other,
                choices=choices,
            )
        )  # fmt: skip


def mapped(column: pa.Array, change: Callable[[str], str | None]) -> pa.Array:
    """The column with each distinct text changed once."""
    encoded = column.dictionary_encode()
    changed = [change(text) for text in encoded.dictionary.to_pylist()]
    return pa.array(changed, pa.string()).take(encoded.indices)
