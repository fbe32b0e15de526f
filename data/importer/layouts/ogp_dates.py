"""The dates of OGP's export: many hands, many forms. What could mean two days is given no day.

Whether 4/5/2018 is April or May is decided plan by plan, from the dates of that plan that can be
read one way only. Where they do not settle it, the year is kept and the date is reported.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.importer.layouts.values import FIRST_YEAR, LAST_YEAR

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("january jan", "february feb", "march mar", "april apr", "may", "june jun"),
            *("july jul", "august aug", "september sept sep", "october oct"),
            *("november nov", "december dec"),
        ),
        start=1,
    )
    for name in names.split()
}
# First and last month. Winter belongs to two years and the south has other seasons, so a winter
# and a season south of the equator stay a year; see `season`.
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_SOUTHERN = {
    *("ARG", "AUS", "BRA", "CHL", "ECU", "FJI", "IDN", "KEN", "LSO", "MWI", "NZL", "PER", "PNG"),
    *("PRY", "SYC", "TLS", "TZA", "URY", "ZAF"),
}

_THREE_NUMBERS = re.compile(r"([0-9]{1,2})\s?([/.-])\s?([0-9]{1,2})\s?[/.-]\s?([0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?(?:[ t][0-9:.]+)?")
_MONTH_YEAR = re.compile(r"([a-z]+)\.?,? ?([0-9]{4})")
_DAY_MONTH_YEAR = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)? ([a-z]+)\.?,? ([0-9]{4})")
_MONTH_DAY_YEAR = re.compile(r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")
_QUARTER = re.compile(r"(?:q([1-4])|([1-4])(?:st|nd|rd|th)? quarter(?: of)?),? ([0-9]{4})")
_WITHIN_YEAR = re.compile(r"(?:(?:by|until|end of|by the end of|during|in) )?([0-9]{4})")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text can mean: `day_first` and `month_first` differ where the plan has to decide.

    Each is YYYY-MM-DD, YYYY-MM or YYYY, or empty where the text cannot mean that. `start` and
    `end` are the same except for a season, which begins in one month and ends in another.
    """

    start: str
    end: str
    day_first: str = ""
    month_first: str = ""
    season: bool = False

    @property
    def undecided(self) -> bool:
        return bool(self.day_first and self.month_first and self.day_first != self.month_first)

    @property
    def year(self) -> str:
        return (self.day_first or self.start)[:4]


NOTHING = Reading("", "")


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


@lru_cache(maxsize=50_000)
def reading(text: str, country: str = "") -> Reading:
    """What a date text can mean, by itself."""
    words = " ".join(text.lower().split())
    if found := _ISO.fullmatch(words):
        year, month, day = found.groups()
        return _one(_day(year, month, day) if day else _month(year, month))
    if found := _THREE_NUMBERS.fullmatch(words):
        return _three_numbers(*found.groups())
    if found := _DAY_MONTH_YEAR.fullmatch(words):
        return _one(_day(found[3], _MONTHS.get(found[2], 0), found[1]))
    if found := _MONTH_DAY_YEAR.fullmatch(words):
        return _one(_day(found[3], _MONTHS.get(found[1], 0), found[2]))
    if found := _MONTH_YEAR.fullmatch(words):
        if found[1] in (*_SEASONS, "winter"):
            return _season(found[1], found[2], country)
        if found[1] in _MONTHS:
            return _one(_month(found[2], _MONTHS[found[1]]))
    if found := _QUARTER.fullmatch(words):
        first = (int(found[1] or found[2]) - 1) * 3 + 1
        return Reading(_month(found[3], first), _month(found[3], first + 2), season=True)
    if found := _WITHIN_YEAR.fullmatch(words):
        return _one(_year(found[1]))
    return NOTHING


def _three_numbers(first: str, mark: str, second: str, year: str) -> Reading:
    year = year if len(year) == 4 else f"20{year}"
    day_first = _day(year, second, first)
    # With points the day always comes first; nobody writes 12.31.2018.
    month_first = "" if mark == "." and day_first else _day(year, first, second)
    if day_first and month_first and day_first != month_first:
        return Reading("", "", day_first, month_first)
    only = day_first or month_first
    if day_first == month_first or mark == ".":  # 4/4/2018 says nothing about the order
        return _one(only)
    return Reading(only, only, day_first, month_first)


def _season(name: str, year: str, country: str) -> Reading:
    if not _year(year):
        return NOTHING
    if name == "winter" or country in _SOUTHERN:
        return Reading(year, year, season=True)
    first, last = _SEASONS[name]
    return Reading(_month(year, first), _month(year, last), season=True)


def _one(text: str) -> Reading:
    return Reading(text, text)


def _day(year: str, month: str | int, day: str) -> str:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return found.isoformat() if _year(year) else ""


def _month(year: str, month: str | int) -> str:
    return f"{year}-{int(month):02}" if _year(year) and 1 <= int(month) <= 12 else ""


def _year(year: str) -> str:
    return year if year.isascii() and FIRST_YEAR <= int(year) <= LAST_YEAR else ""
