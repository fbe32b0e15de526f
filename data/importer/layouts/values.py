"""One value of a column: read the way people write it, or said to be wrong. Never guessed."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from math import isfinite

from data.findings import Problem
from data.importer.layouts.columns import Column, Kind
from data.importer.layouts.words import WHOLE_REGION, Nearest, code_of, country_names, iso3_of
from data.problems import (
    DayOutOfRange,
    NotADay,
    NotANumber,
    NotAPeriod,
    NotAWholeNumber,
    NotYesOrNo,
    NumberOutOfRange,
    UnknownCountry,
    UnknownWord,
    UnsafeLink,
)

FIRST_YEAR, LAST_YEAR = 1990, 2100
_LARGEST = 1e12

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[ T]00:00(?::00)?)?)?)?")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")  # day first wherever it is used
_PERIOD = re.compile(r"([0-9]{4})(?:\s*[-–—/]\s*([0-9]{4}))?")
_NUMBER = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?")
_WHOLE = re.compile(r"(-?[0-9]{1,9})(?:\.0+)?")
_YES_NO = {"yes": "yes", "true": "yes", "1": "yes", "no": "no", "false": "no", "0": "no"}
_HARMFUL = re.compile(r"(?:javascript|vbscript|data|file|blob)\s*:", re.IGNORECASE)


class Wrong(Exception):
    """A value that cannot stand: the kind of problem, what the value is held against, and what
    it may be."""

    def __init__(self, kind: type[Problem], other: str = "", choices: str = "") -> None:
        super().__init__(kind.code)
        self.kind, self.other, self.choices = kind, other, choices


def read(column: Column, text: str, nearest: Nearest) -> str:
    """The value as the raw tables hold it. Raises `Wrong`."""
    if column.kind is Kind.WORD:
        return _word(column.words, text, nearest)
    if column.kind in (Kind.COUNTRY, Kind.COUNTRY_OR_REGION):
        return _country(text, nearest, region=column.kind is Kind.COUNTRY_OR_REGION)
    reader = _READERS.get(column.kind)
    return reader(text) if reader else text


def day(text: str) -> str:
    """A day, a month or a year as YYYY-MM-DD, YYYY-MM or YYYY."""
    if found := _ISO.fullmatch(text):
        year, month, day_of_month = found.groups()
    elif found := _DOTTED.fullmatch(text):
        day_of_month, month, year = found.groups()
    else:
        raise Wrong(NotADay)
    try:
        date(int(year), int(month or 1), int(day_of_month or 1))
    except ValueError:
        raise Wrong(NotADay) from None
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise Wrong(DayOutOfRange)
    return "-".join([year, *(part.zfill(2) for part in (month, day_of_month) if part)])


@lru_cache(maxsize=10_000)
def first_day(text: str) -> date:
    """The first day a canonical text can mean."""
    parts = [int(part) for part in text.split("-")]
    return date(*[*parts, 1, 1][:3])


@lru_cache(maxsize=10_000)
def last_day(text: str) -> date:
    """The last day a canonical text can mean."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], (parts[1] if len(parts) == 2 else 12)
    return date(year, month, monthrange(year, month)[1])


def _period(text: str) -> str:
    found = _PERIOD.fullmatch(text)
    if not found:
        raise Wrong(NotAPeriod)
    first, last = found[1], found[2] or found[1]
    if not FIRST_YEAR <= int(first) <= int(last) <= LAST_YEAR:
        raise Wrong(NotAPeriod)
    return first if found[2] is None else f"{first}-{last}"


def _word(words: tuple[str, ...], text: str, nearest: Nearest) -> str:
    if code_of(text) not in _codes(words):
        raise Wrong(UnknownWord, nearest.to(text, words), choices=", ".join(words))
    return text


@lru_cache
def _codes(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(code_of, words))


def _country(text: str, nearest: Nearest, region: bool) -> str:
    if region and text.upper() == WHOLE_REGION:
        return WHOLE_REGION
    code = iso3_of(text)
    if code is None:
        raise Wrong(UnknownCountry, nearest.to(text, country_names()))
    return code


def _whole(lowest: int, highest: int) -> Callable[[str], str]:
    def read_whole(text: str) -> str:
        found = _WHOLE.fullmatch(text)
        if not found:
            raise Wrong(NotAWholeNumber)
        if not lowest <= int(found[1]) <= highest:
            raise Wrong(NumberOutOfRange, f"{lowest} … {highest}")
        return str(int(found[1]))

    return read_whole


def _number(lowest: float, highest: float) -> Callable[[str], str]:
    def read_number(text: str) -> str:
        if not _NUMBER.fullmatch(text) or not isfinite(float(text)):
            raise Wrong(NotANumber)
        if not lowest <= float(text) <= highest:
            raise Wrong(NumberOutOfRange, f"{lowest:,.0f} … {highest:,.0f}")
        return text

    return read_number


def _figure(text: str) -> str:
    """A number, or a word for want of one; what only looks like a number is neither."""
    try:
        good = isfinite(float(text))
    except ValueError:
        good = True
    if not good:
        raise Wrong(NotANumber)
    return text


def _yes_no(text: str) -> str:
    if text.casefold() not in _YES_NO:
        raise Wrong(NotYesOrNo)
    return _YES_NO[text.casefold()]


def _link(text: str) -> str:
    # Sources may be named in words; what a click could run may not stand here.
    if _HARMFUL.search(text):
        raise Wrong(UnsafeLink)
    return text


_READERS: dict[Kind, Callable[[str], str]] = {
    Kind.DAY: day,
    Kind.YEARS: _period,
    Kind.YEAR: _whole(FIRST_YEAR, LAST_YEAR),
    Kind.WHOLE: _whole(0, 1_000_000),
    Kind.COUNT: _whole(1, 1_000_000),
    Kind.FIGURE: _figure,
    Kind.NUMBER: _number(-_LARGEST, _LARGEST),
    Kind.AMOUNT: _number(0, _LARGEST),
    Kind.LATITUDE: _number(-90, 90),
    Kind.LONGITUDE: _number(-180, 180),
    Kind.YES_NO: _yes_no,
    Kind.LINK: _link,
}
