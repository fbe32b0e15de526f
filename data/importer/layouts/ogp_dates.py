"""Which order a plan writes its dates in, so that a date that could mean two days has one.

Whether 4/5/2018 is April or May is decided plan by plan, from the dates of that plan that can be
read one way only. Where they do not settle it, the year is kept and the date is reported.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from data.importer.languages.dates import reading
from data.importer.languages.readings import Reading
from data.importer.layouts import ogp_columns as ogp
from data.importer.layouts.ogp_cells import ExportCells, Texts
from data.importer.layouts.ogp_places import Place
from data.problems import AmbiguousDay, DayLeftOut, SeasonRead


class Orders:
    """Which order the dates of each plan are written in, as far as they say so themselves."""

    def __init__(self, dates: Iterable[tuple[str | None, str | None]]) -> None:
        seen: dict[str | None, set[str]] = defaultdict(set)
        for plan, text in dates:
            if text:
                read = reading(text)
                if read.day_first and not read.month_first:
                    seen[plan].add("day_first")
                elif read.month_first and not read.day_first:
                    seen[plan].add("month_first")
        self._seen = seen

    def settled(self, plan: str | None, read: Reading) -> str:
        """The day of an undecided reading, empty if the plan does not settle it."""
        seen = self._seen.get(plan, set())
        if seen == {"day_first"}:
            return read.day_first
        return read.month_first if seen == {"month_first"} else ""


def days_of(
    cells: ExportCells, places: Sequence[Place | None], plan_ids: Texts
) -> tuple[Texts, Texts]:
    """The first and the last day of each commitment, and what of them could not be read."""
    starts, ends = (cells.texts(header).to_pylist() for header in (ogp.START, ogp.END))
    orders = Orders([*zip(plan_ids, starts, strict=True), *zip(plan_ids, ends, strict=True)])

    def day_of(index: int, text: str | None, header: str) -> str | None:
        if text is None:
            return None
        place = places[index]
        meant = reading(text, place.country if place else "")
        day = meant.start if header == ogp.START else meant.end
        if meant.undecided:
            day = orders.settled(plan_ids[index], meant)
            if not day:
                cells.report(AmbiguousDay, index, header, text, meant.year)
                return meant.year
        elif not day:
            cells.report(DayLeftOut, index, header, text)
        elif meant.inferred:
            cells.report(SeasonRead, index, header, text, day)
        return day or None

    return (
        [day_of(index, text, ogp.START) for index, text in enumerate(starts)],
        [day_of(index, text, ogp.END) for index, text in enumerate(ends)],
    )
