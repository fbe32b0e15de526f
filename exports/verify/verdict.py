"""What can be said of a file that came back, fact by fact."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from exports.paper.seal import Seal
from i18n import N_, number, t, tn

Outcome = Literal["same", "different", "cannot_tell"]

OUTCOMES: dict[Outcome, str] = {
    "same": N_("The same: this file says what the monitor says now."),
    "different": N_("Different: the file was changed, or the monitor says otherwise now."),
    "cannot_tell": N_("Cannot tell whether this file says what the monitor says."),
}
NAMED = 20
"""So many cells are named one by one; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that differs: where it stands, what the file says, what it should say.

    `column` is the heading it stands under, blank for a cell of no table.
    """

    place: str
    column: str
    in_file: str
    should_be: str

    def __str__(self) -> str:
        values = {
            "place": self.place,
            "said": f"“{self.in_file}”" if self.in_file else t("nothing"),
            "right": f"“{self.should_be}”" if self.should_be else t("blank"),
        }
        if not self.column:
            return t("{place}: the file says {said}, it should be {right}", **values)
        return t("{place} ({column}): the file says {said}, it should be {right}",
                 column=self.column, **values)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """Same, different or cannot tell; why, in sentences; and which cells."""

    outcome: Outcome
    reasons: tuple[str, ...]
    differences: tuple[Difference, ...] = ()
    seal: Seal | None = None

    def headline(self) -> str:
        return t(OUTCOMES[self.outcome])

    def lines(self) -> list[str]:
        """The verdict as text: headline, reasons, cells."""
        named, more = self.differences[:NAMED], len(self.differences) - NAMED
        rest = tn("… and {count} more cell.", "… and {count} more cells.", more)
        return [self.headline(), *self.reasons, *map(str, named), *([rest] if more > 0 else [])]


def rows_gone(value: int, should_be: int) -> str:
    """A sentence for a table that is longer or shorter than it left."""
    return tn(
        "The table has {count} row and should have {right}.",
        "The table has {count} rows and should have {right}.",
        value,
        right=number(should_be),
    )


def as_one(differences: Sequence[Difference]) -> tuple[Difference, ...]:
    """Differences without those of a place already named."""
    return tuple({each.place: each for each in reversed(differences)}.values())[::-1]
