"""What leaves the monitor: a title, a table, what its columns mean, and the stamp."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from analytics.presentation.tables import Column
from analytics.query.stamp import Stamp
from exports.paper.seal import Question
from exports.paper.table import LongSheet, Sheet
from i18n import t

MADE = datetime(2000, 1, 1)
"""When every file says it was made: the same table gives the same bytes, whenever it is made."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One line of the codebook."""

    heading: str
    unit: str
    definition: str
    source: str = ""

    @classmethod
    def of(cls, column: Column) -> Self:
        """What a column says of itself."""
        unit = column.unit or (t("share of one") if column.share else "")
        return cls(column.heading, unit, column.meaning, column.source)


@dataclass(frozen=True, slots=True)
class Paper:
    """Words, table and origin of one figure or list, in the reader's language.

    `filters` is the reader's choice in words, `address` the full link where it is known,
    `meanings` what each column means, in the order of the columns.
    """

    title: str
    subtitle: str
    source: str
    table: Sheet | LongSheet
    stamp: Stamp
    question: Question
    filters: str
    language: str
    address: str = ""
    meanings: tuple[Meaning, ...] = ()

    def codebook(self) -> list[Meaning]:
        """What every column of the table means, under the heading it has there."""
        pairs = zip(self.meanings, self.table.headings, strict=True)
        return [replace(meaning, heading=heading) for meaning, heading in pairs]
