"""What leaves the monitor: a title, a table, what its columns mean, and the stamp."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from analytics.query.stamp import Stamp, called
from exports.paper.seal import Meaning, Question
from exports.paper.table import LongSheet, Sheet

MADE = datetime(2000, 1, 1)
"""When every file says it was made: the same table gives the same bytes, whenever it is made."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Words, table and origin of one figure or list, in the reader's language.

    `filters` is the reader's choice in words, `address` the full link where it is known,
    `meanings` what each column means, in the order of the columns, `maker` what the monitor that
    made it is called.
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
    maker: str = field(default_factory=called)

    def codebook(self) -> list[Meaning]:
        """What every column of the table means, under the heading it has there."""
        pairs = zip(self.meanings, self.table.headings, strict=True)
        return [replace(meaning, heading=heading) for meaning, heading in pairs]

    def without_rows(self) -> Self:
        """The same words round the headings alone."""
        return replace(self, table=Sheet.empty(self.table.headings))
