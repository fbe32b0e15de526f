"""Who makes plans, and when: the public record's countries and cities, two years at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise

import pyarrow as pa

from data.raw import SCHEMAS, read_public_record

TODAY = date(2026, 6, 30)
"""The made-up world is told up to this day."""
FIRST_YEAR, FIRST_LOCAL_YEAR, YEARS = 2012, 2018, 2
NATIONAL_SHARE = 6  # a national plan is so many times as long as a city's


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan of two years with the number of its commitments. It starts before July."""

    plan_id: str
    number: int
    start: date
    end: date
    commitments: int


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A country or city with its plans, oldest first. `place` tells it from all others."""

    place: int
    country: str
    name: str
    level: str
    plans: Sequence[Plan]

    def table(self) -> pa.Table:
        """The plans as raw rows: the first ends in a stated month, the next only in a year, …"""
        rows = [
            {
                "plan_id": plan.plan_id,
                "country": self.country,
                "jurisdiction": self.name,
                "level": self.level,
                "plan_number": str(plan.number),
                "period": f"{plan.start.year}-{plan.end.year}",
                "start_date": plan.start.isoformat()[: 10 if plan.number % 2 else 7],
                "end_date": plan.end.isoformat()[: 7 if plan.number % 3 else 4],
                "commitments_stated": str(plan.commitments),
                "note": "Made up",
            }
            for plan in self.plans
        ]
        return pa.Table.from_pylist(rows, SCHEMAS["action_plans"])


def jurisdictions(how_many: int) -> Iterator[Jurisdiction]:
    """Countries and cities with plans while they were active in OGP, `how_many` commitments in all.

    Raises ValueError where that is fewer than one commitment for each plan.
    """
    makers = list(_makers())
    shares = [
        (3 + (place * 3 + year // YEARS * 5) % 4) * (NATIONAL_SHARE if level == "national" else 1)
        for place, (_, _, level, years) in enumerate(makers)
        for year in years
    ]
    counts = iter(_divided(how_many, shares))
    if how_many < len(shares):
        raise ValueError(f"At least {len(shares)} commitments: one for each plan.")
    for place, (country, name, level, years) in enumerate(makers):
        code = country if level == "national" else f"{country}-{name}"
        plans = [
            Plan(
                f"{code}-demo-{number}",
                number,
                _start(year, place),
                date(year + YEARS - 1, 12, 31),
                next(counts),
            )
            for number, year in enumerate(years, start=1)
        ]
        yield Jurisdiction(place, country, name, level, plans)


def _makers() -> Iterator[tuple[str, str, str, list[int]]]:
    """Country, name, level and the years in which its plans begin; who has none is left out."""
    record = read_public_record()
    names = [
        (row["country"], row["name_en"], "national") for row in record["countries"].to_pylist()
    ]
    names += [(row["country"], row["place"], "local") for row in record["places"].to_pylist()]
    for place, (country, name, level) in enumerate(names):
        first = FIRST_YEAR if level == "national" else FIRST_LOCAL_YEAR
        years = [
            year
            for year in range(first, TODAY.year + 1, YEARS)
            if _active(record["participation"], country, _start(year, place))
        ]
        if years:
            yield country, name, level, years


def _start(year: int, place: int) -> date:
    return date(year, 1 + place % 6, 1 + 3 * place % 28)


def _active(participation: pa.Table, country: str, day: date) -> bool:
    """Was the country active in OGP on that day? Edges without a day count from their first."""
    text = day.isoformat()
    return any(
        row["country"] == country
        and row["status"] == "active"
        and (row["from_date"] or "") <= text
        and text < (row["to_date"] or "9999")
        for row in participation.to_pylist()
    )


def _divided(whole: int, shares: Sequence[int]) -> list[int]:
    """A whole number divided by shares, each at least one where it can be, with nothing lost."""
    ends = [whole * upto // sum(shares) for upto in accumulate(shares)]
    return [end - start for start, end in pairwise([0, *ends])]
