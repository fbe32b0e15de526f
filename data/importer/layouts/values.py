"""One value of a column: read the way people write it, or said to be wrong. Never guessed."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from data.columns import COUNTRIES, Column, Kind
from data.findings import Problem
from data.importer.languages import numbers
from data.importer.languages.countries import country_names, distinctive, iso3_of
from data.importer.languages.no_value import is_no_value
from data.importer.languages.readings import FIRST_YEAR, LAST_YEAR
from data.importer.layouts.words import WHOLE_REGION, YES_NO, Nearest, code_of, word_of
from data.problems import (
    DayOutOfRange,
    NotADay,
    NotANumber,
    NotAPeriod,
    NotAWholeNumber,
    NotYesOrNo,
    NumberOutOfRange,
    TwoNumbers,
    UnknownCountry,
    UnknownWord,
    UnsafeLink,
)

_LARGEST = 1e12

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[ T]00:00(?::00)?)?)?)?")
_PERIOD = re.compile(r"([0-9]{4})(?:\s*[-–—/]\s*([0-9]{4}))?")
_WHOLE = re.compile(r"(-?[0-9]{1,9})(?:\.0{1,2})?")  # 12.000 may be thousands
_HARMFUL = re.compile(r"(?:javascript|vbscript|data|file|blob)\s*:", re.IGNORECASE)
# Whatever stands in columns of these kinds is a name somebody gave.
_NAMED = {Kind.TEXT, Kind.KEY, Kind.PLAN, Kind.COMMITMENT, Kind.TAGS}
_NUMERIC = {Kind.NUMBER, Kind.AMOUNT, Kind.FIGURE, Kind.LATITUDE, Kind.LONGITUDE}


class Wrong(Exception):
    """A value that cannot stand: the kind of problem, what the value is held against, and what
    it may be."""

    def __init__(self, kind: type[Problem], other: str = "", choices: str = "") -> None:
        super().__init__(kind.code)
        self.kind, self.other, self.choices = kind, other, choices


def is_nothing(column: Column, text: str) -> bool:
    """Whether a text says that there is no value: ND, n/a, TBD … where no name belongs."""
    if column.kind in COUNTRIES and iso3_of(text):
        return False  # NA is Namibia's code
    may_be_nothing = column.institution or column.kind not in _NAMED
    return may_be_nothing and is_no_value(text) and word_of(text, column.words) is None


def read(
    column: Column, text: str, nearest: Nearest, decimals: frozenset[str] = frozenset()
) -> str:
    """The value as the raw tables hold it. Raises `Wrong`.

    `decimals`: the sign before decimals that the column's other numbers tell of.
    """
    if column.kind is Kind.WORD:
        return _word(column.words, text, nearest)
    if column.kind in COUNTRIES:
        return _country(text, nearest, region=column.kind is Kind.COUNTRY_OR_REGION)
    if column.kind in _NUMERIC:
        return _number(column.kind, text, decimals)
    reader = _READERS.get(column.kind)
    return reader(text) if reader else text


def day(text: str) -> str:
    """A day, a month or a year as YYYY-MM-DD, YYYY-MM or YYYY."""
    match = _ISO.fullmatch(text)
    if not match:
        raise Wrong(NotADay)
    year, month, day_of_month = match.groups()
    try:
        date(int(year), int(month or 1), int(day_of_month or 1))
    except ValueError:
        raise Wrong(NotADay) from None
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise Wrong(DayOutOfRange)
    return "-".join(part for part in (year, month, day_of_month) if part)


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
    match = _PERIOD.fullmatch(text)
    if not match:
        raise Wrong(NotAPeriod)
    first, last = match[1], match[2] or match[1]
    if not FIRST_YEAR <= int(first) <= int(last) <= LAST_YEAR:
        raise Wrong(NotAPeriod)
    return first if match[2] is None else f"{first}-{last}"


def _word(choices: tuple[str, ...], text: str, nearest: Nearest) -> str:
    word = word_of(text, choices)
    if word is None:
        raise Wrong(UnknownWord, nearest.to(text, choices), choices=", ".join(choices))
    # A word over two lines, or with blanks of other widths, is the word; the rest stays as written.
    return " ".join(text.split()) if code_of(text) == code_of(word) else word


def _country(text: str, nearest: Nearest, region: bool) -> str:
    if region and text.upper() == WHOLE_REGION:
        return WHOLE_REGION
    code = iso3_of(text)
    if code is None:
        raise Wrong(UnknownCountry, nearest.to(text, country_names(), distinctive))
    return code


def _whole(lowest: int, highest: int, grouped: bool = True) -> Callable[[str], str]:
    def read_whole(text: str) -> str:
        match = _WHOLE.fullmatch(numbers.whole(text) if grouped else text)
        if not match:
            raise Wrong(NotAWholeNumber)
        if not lowest <= int(match[1]) <= highest:
            raise Wrong(NumberOutOfRange, f"{lowest} … {highest}")
        return str(int(match[1]))

    return read_whole


_RANGES = {
    Kind.NUMBER: (-_LARGEST, _LARGEST),
    Kind.AMOUNT: (0.0, _LARGEST),
    Kind.LATITUDE: (-90.0, 90.0),
    Kind.LONGITUDE: (-180.0, 180.0),
}


def _number(kind: Kind, text: str, decimals: frozenset[str]) -> str:
    """A number; of a figure also a word, but none that begins as a number does."""
    try:
        value = numbers.number(text, decimals, money=kind is Kind.AMOUNT)
    except numbers.TwoReadings:
        raise Wrong(TwoNumbers) from None
    if kind is Kind.FIGURE:
        if value is None and numbers.is_meant(text):
            raise Wrong(NotANumber)
        return text if value is None else value
    if value is None:
        raise Wrong(NotANumber)
    lowest, highest = _RANGES[kind]
    if not lowest <= float(value) <= highest:
        raise Wrong(NumberOutOfRange, f"{lowest:,.0f} … {highest:,.0f}")
    return value


def _yes_no(text: str) -> str:
    if text.casefold() not in YES_NO:
        raise Wrong(NotYesOrNo)
    return YES_NO[text.casefold()]


def _link(text: str) -> str:
    # Sources may be named in words; what a click could run may not stand here.
    if _HARMFUL.search(text):
        raise Wrong(UnsafeLink)
    return text


_READERS: dict[Kind, Callable[[str], str]] = {
    Kind.DAY: day,
    Kind.YEARS: _period,
    Kind.YEAR: _whole(FIRST_YEAR, LAST_YEAR, grouped=False),
    Kind.WHOLE: _whole(0, 1_000_000),
    Kind.COUNT: _whole(1, 1_000_000),
    Kind.YES_NO: _yes_no,
    Kind.LINK: _link,
}
