"""Which order a plan writes its dates in, so that a date that could mean two days has one.

Whether 4/5/2018 is April or May is decided plan by plan, from the dates of that plan that can be
read one way only. Where they do not settle it, the year is kept and the date is reported.
"""

from collections import defaultdict
from collections.abc import Iterable

from data.importer.languages.dates import Reading, reading

__all__ = ["Orders", "reading"]


class Orders:
    """Which order the dates of each plan are written in, as far as they say so themselves."""

    def __init__(self, dates: Iterable[tuple[str | None, str | None]]) -> None:
        said: dict[str | None, set[str]] = defaultdict(set)
        for plan, text in dates:
            if text:
                read = reading(text)
                if read.day_first and not read.month_first:
                    said[plan].add("day_first")
                elif read.month_first and not read.day_first:
                    said[plan].add("month_first")
        self._said = said

    def settled(self, plan: str | None, read: Reading) -> str:
        """The day of an undecided reading, empty if the plan does not settle it."""
        said = self._said.get(plan, set())
        if said == {"day_first"}:
            return read.day_first
        return read.month_first if said == {"month_first"} else ""
