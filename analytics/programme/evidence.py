"""Beside each objective and result, what the record holds that bears on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analytics.metrics.catalogue import COMMITMENTS, IMPLEMENTATION_RATE
from analytics.presentation.tables import Row
from analytics.programme.results_framework import (
    NONE_SEEN,
    OWN_ALONE,
    PARTS,
    SPEAKS,
    Part,
    Speaks,
    part_of,
)
from analytics.query.ask import ask, records
from analytics.query.filters import Filters
from analytics.query.named import question
from data.importer.layouts.words import PARTNERS
from data.store import Dataset

METRICS = (COMMITMENTS, IMPLEMENTATION_RATE)
UNJUDGED = Speaks(why=NONE_SEEN)
REPORTED = Speaks(why=OWN_ALONE)


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """An objective or result with what bears on it; all empty: no evidence here.

    `commitments` is the answer's row, None where none are in view; `filters` list them.
    `indicators` hold the newest value and the one of the year the part began; `reported` are the
    same of the indicators that the programme itself measures this by.
    """

    level: str
    number: str
    label: str
    source_url: str
    why: str
    commitments: Row | None
    filters: Filters
    forums: tuple[Row, ...]
    grants: tuple[Row, ...]
    milestones: tuple[Row, ...]
    indicators: tuple[Row, ...]
    reported: tuple[Row, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How much of each kind bears on it."""
        return {
            "commitments": int(self.commitments["commitments"]) if self.commitments else 0,
            "forums": len(self.forums),
            "grants": len(self.grants),
            "milestones": len(self.milestones),
            "indicators": len({row["indicator"] for row in (*self.indicators, *self.reported)}),
        }

    @property
    def nothing(self) -> bool:
        return not any(self.counts.values())


def evidence(dataset: Dataset, filters: Filters, *, part: str) -> tuple[Beside, ...]:
    """The objectives and results of a part of the programme, each with what bears on it.

    Commitments are those of plans running in the part's years, within the reader's filters.
    """
    chosen = PARTS[part]
    tables = {
        name: records(question(dataset, filters, name=f"programme/{name}", **more))
        for name, more in (
            ("objectives", {}),
            ("forums", {}),
            ("grants", {}),
            ("milestones", {}),
            ("indicators", {"compared_with": chosen.years[0]}),
        )
    }
    return tuple(
        _beside(dataset, filters, chosen, row, tables)
        for row in tables["objectives"]
        if part_of(row["number"]) == part
    )


def _beside(
    dataset: Dataset,
    filters: Filters,
    part: Part,
    objective: Row,
    tables: Mapping[str, Sequence[Row]],
) -> Beside:
    reported = tuple(row for row in tables["indicators"] if row["result"] == objective["number"])
    speaks = SPEAKS.get(objective["number"], REPORTED if reported else UNJUDGED)
    narrowed = within(filters, speaks, part.years)
    return Beside(
        level=objective["level"],
        number=objective["number"],
        label=objective["label"],
        source_url=objective["source_url"] or "",
        why=speaks.why,
        commitments=_counted(dataset, narrowed) if narrowed else None,
        filters=narrowed or filters,
        forums=tuple(
            row
            for row in tables["forums"]
            if speaks.forums and _year(row["established_day"], 0) <= part.years[1]
        ),
        grants=tuple(row for row in tables["grants"] if row["kind"] in speaks.grants),
        milestones=tuple(
            row
            for row in tables["milestones"]
            if row["kind"] in speaks.milestones
            and speaks.naming.lower() in row["label"].lower()
            and part.years[0] <= _year(row["first_day"], part.years[0]) <= part.years[1]
        ),
        indicators=tuple(
            row
            for row in tables["indicators"]
            if row["indicator"].startswith(speaks.indicators) and row not in reported
        ),
        reported=reported,
    )


def within(filters: Filters, speaks: Speaks, years: tuple[int, int]) -> Filters | None:
    """The reader's filters narrowed to the programme's countries, the sectors and the years.

    None where nothing is left. Whatever a reader's own file holds, the programme was for the six.
    """
    countries = tuple(code for code in filters.countries if code in PARTNERS)
    if filters.countries and not countries:
        return None
    if not speaks.everything and not speaks.sectors:
        return None
    chosen = filters.sectors or speaks.sectors
    sectors = tuple(code for code in chosen if speaks.everything or code in speaks.sectors)
    start = max(years[0], filters.from_year or years[0])
    end = min(years[1], filters.to_year or years[1])
    if start > end or (chosen and not sectors):
        return None
    return filters.with_(
        countries=countries, sectors=sectors, from_year=start, to_year=end, everywhere=False
    )


def _counted(dataset: Dataset, filters: Filters) -> Row | None:
    [row] = ask(dataset, METRICS, filters).rows
    return row if row["commitments"] else None


def _year(day: Any, unknown: int) -> int:  # noqa: ANN401 - a timestamp of whatever library
    return unknown if day is None else int(day.year)
