"""A sheet seen through a matching: under our names, with the words of ours that its own mean.

One table of commitments is seen as several sheets of our template: the commitments, what was said
of them, and their plans where the rows name none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from data.findings import Findings, Problem
from data.importer.languages.countries import iso3_of
from data.importer.languages.no_value import is_no_value
from data.importer.layouts.headers import Named, as_written
from data.importer.layouts.ogp_places import place_of
from data.importer.layouts.words import code_of
from data.importer.matching.mapping import PLAN_MADE
from data.importer.readers import row_kinds
from data.importer.readers.sheets import Manner, Row, Source
from data.problems import RowTooLong


@dataclass(frozen=True, slots=True, eq=False)
class Matched:
    """A sheet whose columns are known: `places` of ours (name → position) below row `header`."""

    source: Source
    header: int
    titles: tuple[str, ...]
    places: Mapping[str, int]
    fixed: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]
    findings: Findings

    def value(self, name: str, cells: Sequence[str]) -> str:
        """What a row says in one of our columns, in our words."""
        if name not in self.places:
            return self.fixed.get(name, "") if self.is_row(cells) else ""
        at = self.places[name]
        cell = cells[at] if at < len(cells) else ""
        return self.words[name].get(code_of(cell), cell) if name in self.words else cell

    def is_row(self, cells: Sequence[str]) -> bool:
        """Whether a row is one of the table, so that what is fixed holds for it."""
        filled = [cells[at] for at in sorted({*self.places.values()}) if at < len(cells)]
        filled = [cell for cell in filled if cell.strip()]
        if len(filled) < 2:
            return bool(filled) and len(filled[0].split()) == 1  # a key alone, not a note
        return not row_kinds.is_total(filled[0], len(filled), len(self.places))

    def is_again(self, cells: Sequence[str]) -> bool:
        """Whether a row is the column names once more."""
        return [*map(str.strip, cells)] == [*self.titles]


@dataclass(slots=True, eq=False)
class Mapped:
    """One of our tables in a sheet of another layout; the rows keep their numbers.

    `names` are those of its columns that the file has, `others` the places of those that nobody
    matched. Only the `first` of several tables tells of the sheet as a whole.
    """

    sheet: Matched
    table: str
    names: tuple[str, ...]
    others: Mapping[int, str] = field(default_factory=dict)
    first: bool = False
    _reported: set[int] = field(default_factory=set)

    def rows(self) -> Iterator[Row]:
        for number, cells in self.source.rows():
            if number < self.sheet.header:
                continue
            if number == self.sheet.header:
                yield number, [*self.heading(), *self.others.values()]
            elif self.sheet.is_again(cells) and not self.first:
                yield number, [""] * len(self.names)  # told once
            elif self.sheet.is_again(cells):
                names = (*self.heading(), *self.others.values())
                yield number, [as_written(name) for name in names]
            else:
                rest = [cells[at] if at < len(cells) else "" for at in self.others]
                yield number, [*self.line(cells), *rest, *self._over(number, cells)]

    def heading(self) -> list[str]:
        titles, places = self.sheet.titles, self.sheet.places
        return [Named(n, titles[places[n]]) if n in places else n for n in self.names]

    def line(self, cells: Sequence[str]) -> list[str]:
        return [self.sheet.value(name, cells) for name in self.names]

    def origin(self, at: int) -> int:
        """Where a column of this table stands in the file."""
        beyond = at - len(self.names)
        return [*self.others, *range(len(self.sheet.titles), at + 1)][beyond] if beyond >= 0 else at

    def _over(self, number: int, cells: Sequence[str]) -> Sequence[str]:
        """What stands beyond the column names. In a text the row has slipped."""
        width = len(self.sheet.titles)
        over = cells[width:]
        if not self.first or not any(map(str.strip, over)):
            return ()
        if not self.manner.marked:
            return over
        if number not in self._reported:
            self._reported.add(number)
            value = ", ".join(filter(None, map(str.strip, over)))
            problem = RowTooLong(
                sheet=self.name, row=number, value=value, count=len(cells), other=str(width)
            )
            self.sheet.findings.add(problem)
        return ()

    @property
    def source(self) -> Source:
        return self.sheet.source

    @property
    def name(self) -> str:
        return self.source.name

    @property
    def hidden(self) -> bool:
        return self.source.hidden

    @property
    def manner(self) -> Manner:
        return self.source.manner

    def share(self) -> float:
        return self.source.share()

    def remarks(self) -> Iterable[Problem]:
        return self.source.remarks() if self.first else ()


class Rated(Mapped):
    """The assessments of a table of commitments: the rows that say how far things are."""

    def line(self, cells: Sequence[str]) -> list[str]:
        rating = self.sheet.value("completion", cells).strip()
        return super().line(cells) if rating and not is_no_value(rating) else [""] * len(self.names)


class WithPlan(Mapped):
    """Commitments whose plan is known by country and period alone."""

    def line(self, cells: Sequence[str]) -> list[str]:
        plan = plan_of(*(self.sheet.value(name, cells).strip() for name in PLAN_MADE))
        return [plan if name == "plan_id" else self.sheet.value(name, cells) for name in self.names]


class Planned(Mapped):
    """The plans of a table of commitments that names none: one for each country and period."""

    def rows(self) -> Iterator[Row]:
        self._seen: set[str] = set()
        return super().rows()

    def line(self, cells: Sequence[str]) -> list[str]:
        country, period = (self.sheet.value(name, cells).strip() for name in PLAN_MADE)
        plan, place = plan_of(country, period), place_of(country, "", None)
        if not plan or plan in self._seen:
            return [""] * len(self.names)
        self._seen.add(plan)
        state, name = (place.country, place.jurisdiction) if place else (country, country)
        return [plan, state, name, "national", period]


def plan_of(country: str, period: str) -> str:
    """The plan_id of a plan known by its country and years."""
    return f"{iso3_of(country) or country}-{period}" if country and period else ""
