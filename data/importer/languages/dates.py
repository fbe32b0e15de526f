"""Dates as people write them: many hands, many forms. What could mean two days is given no day."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from data.importer.languages import calendar_words as words
from data.importer.languages.readings import (
    COUNTED_FROM,
    NOTHING,
    Reading,
    day_text,
    inferred_day,
    month_text,
    whole,
    year_text,
)

# First and last month. Winter belongs to two years and the south has other seasons, so a winter
# and a season south of the equator stay a year; see `_season`.
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
_SOUTHERN = {
    *("ARG", "AUS", "BRA", "CHL", "ECU", "FJI", "IDN", "KEN", "LSO", "MWI", "NZL", "PER", "PNG"),
    *("PRY", "SYC", "TLS", "TZA", "URY", "ZAF"),
}
_SHORT_YEARS = {f"{year:02}" for year in range(8, 31)}
_SERIALS = range(36_526, 60_001)  # 2000 to 2064: as plain numbers, days

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_ASIDE = re.compile(r"\s*(?:\([^()0-9]*\)|\[[^\[\]]{0,20}\]|[*†‡]+)\s*$")
_CLOCK = re.compile(
    r"(?<=\d)(?:t|,? )\s?[0-9]{1,2}(?::[0-9]{2}){1,2}(?:[.,][0-9]+)?(?: ?[ap]\.?m\.?)?"
    r"(?: ?(?:z|utc|gmt|[+-][0-9]{2}:?[0-9]{2}))*$"
)
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/. ])([0-9]{1,2})(?:\2([0-9]{1,2}))?")
_THREE_NUMBERS = re.compile(r"([0-9]{1,2})\s?([/.-]| )\s?([0-9]{1,2})\s?\2\s?([0-9]{4}|[0-9]{2})")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})\s?[/. -]\s?([0-9]{4})")
_COMPACT = re.compile(r"[0-9]{8}")
_YEARS = re.compile(r"([0-9]{4})\s?[-/]\s?([0-9]{4}|[0-9]{2})")
_COUNTED = re.compile(r"([0-9]{5})(?:\.[0-9]+)?|([0-9]{10}|[0-9]{13})")
_LETTERS_BEHIND = re.compile(r"(?<=\d)[^\W\d_]{1,4}$")  # 31.12.2021р.
_TOKENS = re.compile(r"[^\W\d_]+|[0-9]+|[^\w\s.,'’/-]")
_RANGE = re.compile(r"\s?-\s?|\s?/\s?(?=[^\W\d_])| to | till | until | до | по | la | până la ")


@lru_cache(maxsize=50_000)
def reading(text: str, country: str = "") -> Reading:
    """What a date text can mean, by itself."""
    line = _DASHES.sub("-", " ".join(text.casefold().split()))
    line = _CLOCK.sub("", _ASIDE.sub("", line)).strip(" ,;")
    if len(line) > 80 or not re.search("[0-9]", line):
        return NOTHING
    for form in (_in_numbers, _counted, _in_words):
        meant = form(line, country)
        if meant is not NOTHING:
            typed = re.search("190[59]", line) is not None
            return replace(meant, inferred=True) if typed else meant
    return _span(line, country)


def _in_numbers(line: str, _: str) -> Reading:
    bare = _without_words(line)
    if match := _YEAR_FIRST.fullmatch(bare):
        year, _mark, month, day = match.groups()
        return whole(day_text(year, month, day) if day else month_text(year, month))
    if match := _THREE_NUMBERS.fullmatch(bare):
        return _three_numbers(*match.groups())
    if match := _MONTH_YEAR.fullmatch(bare):
        return whole(month_text(match[2], match[1]))
    if _COMPACT.fullmatch(bare):
        return whole(
            day_text(bare[:4], bare[4:6], bare[6:]) or day_text(bare[4:], bare[2:4], bare[:2])
        )
    return NOTHING


def _without_words(line: str) -> str:
    """A date in numbers without the words around it: by …, … р."""
    parts = [part for part in line.split() if not words.is_filler(part.strip(".,"))]
    bare = " ".join(parts).strip(" .,")
    end = _LETTERS_BEHIND.search(bare)
    return bare[: end.start()] if end and words.is_filler(end[0]) else bare


def _three_numbers(first: str, mark: str, second: str, year: str) -> Reading:
    year = year if len(year) == 4 else f"20{year}"
    day_first = day_text(year, second, first)
    # With points the day always comes first; nobody writes 12.31.2018.
    month_first = "" if mark == "." and day_first else day_text(year, first, second)
    if day_first and month_first and day_first != month_first:
        return Reading("", "", day_first, month_first)
    only = day_first or month_first
    if day_first == month_first or mark == ".":  # 4/4/2018 says nothing about the order
        return whole(only)
    return Reading(only, only, day_first, month_first) if only else NOTHING


def _counted(line: str, _: str) -> Reading:
    """A spreadsheet's number of a day, or seconds (or their thousandths) since 1970."""
    match = _COUNTED.fullmatch(line)
    if not match:
        return NOTHING
    if match[1]:
        if int(match[1]) not in _SERIALS:
            return NOTHING
        return inferred_day((COUNTED_FROM[0] + timedelta(days=int(match[1]))).isoformat())
    at = datetime.fromtimestamp(int(match[2][:10]), UTC).date()
    return inferred_day(at.isoformat()) if year_text(str(at.year)) else NOTHING


def _in_words(line: str, country: str) -> Reading:
    """Names of months, quarters, halves and seasons among numbers; every word has to be known."""
    parts = _TOKENS.findall(line)
    tokens = [one for one in parts if not words.is_filler(one) and not words.is_end(one)]
    kept = [token for token in tokens if not words.is_about(token)]
    about = len(kept) < len(tokens)
    years = [token for token in kept if len(token) == 4 and token.isdecimal()]
    if len(years) > 1 or len(kept) > 5:
        return NOTHING
    if kept == years:
        return _nearly(whole(year_text(*years)), about) if years else NOTHING
    if period := _period(kept, years, country):
        return period
    short = len(kept) == 2 and any(0 < words.roman(one) < 5 for one in kept)
    if short and not re.search("[./]", line):
        return NOTHING  # “IV 2021”: a month, or a quarter?
    return _nearly(_with_month(kept, years), about)


def _nearly(meant: Reading, about: bool) -> Reading:
    """What is said of a part of the period, early or late, is not kept: so it is told."""
    return replace(meant, inferred=True) if about and meant is not NOTHING else meant


def _period(tokens: Sequence[str], years: Sequence[str], country: str) -> Reading | None:
    """A quarter, a half or a season of a year; None where no such word stands there."""
    rest = [token for token in tokens if token not in years]
    for is_one, months in ((words.is_quarter, 3), (words.is_half, 6)):
        if any(map(is_one, rest)):
            return _part_of_year([one for one in rest if not is_one(one)], years, months)
    seasons = [season for token in rest if (season := words.season_of(token))]
    if len(seasons) == len(rest) == len(years) == 1:
        return _season(seasons[0], years[0], country)
    return None


def _part_of_year(words_of_day: Sequence[str], years: Sequence[str], months: int) -> Reading:
    numbers = [12 // months if words.is_last(one) else _small(one) for one in words_of_day]
    year = next(iter(years), "")
    end = words_of_day[-1] if len(words_of_day) == 2 else ""
    if not year and len(end) == 2 and end.isdecimal():
        year, numbers = f"20{end}", numbers[:1]
    if not year or not numbers or not all(0 < one <= 12 // months for one in numbers):
        return NOTHING
    first, last = (min(numbers) - 1) * months + 1, max(numbers) * months
    return Reading(month_text(year, first), month_text(year, last), inferred=True)


def _small(token: str) -> int:
    number = int(token) if token.isdecimal() and token.isascii() else 0
    return number or words.roman(token) or words.ordinal(token)


def _with_month(tokens: Sequence[str], years: Sequence[str]) -> Reading:
    """A named month with its year, and its day if there is one, in any order."""
    named = [at for at, token in enumerate(tokens) if not token.isdecimal()]
    if len(named) != 1 or not 2 <= len(tokens) <= 3:
        return NOTHING
    month = words.month_of(tokens[named[0]]) or words.roman(tokens[named[0]])
    numbers = [token for token in tokens if token.isdecimal() and token not in years]
    year = next(iter(years), "")
    if not year and len(numbers[-1]) == 2 and named[0] < len(tokens) - 1:
        # “December 31” is a day without its year; “Dec 21” is how spreadsheets show a month.
        short = len(tokens[named[0]]) < 5 and numbers[-1] in _SHORT_YEARS
        if len(numbers) == 2 or short:
            year, numbers = f"20{numbers[-1]}", numbers[:-1]
    if not year or not month or len(numbers) > 1:
        return NOTHING
    return whole(day_text(year, month, numbers[0]) if numbers else month_text(year, month))


def _span(line: str, country: str) -> Reading:
    """From one date to another. A date without a year has that of the second."""
    if match := _YEARS.fullmatch(_without_words(line)):
        first, last = match[1], match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
        years = Reading(year_text(first), year_text(last), inferred=True)
        return years if first < last else NOTHING
    for at in _RANGE.finditer(line):
        last = _single(line[at.end() :], country)
        first = _single(line[: at.start()], country)
        if first is NOTHING and last.end:
            first = _single(f"{line[: at.start()]} {last.end[:4]}", country)
        if first.start and last.end and first.start[:4] <= last.end[:4]:
            return Reading(first.start, last.end, inferred=True)
    return NOTHING


def _single(line: str, country: str) -> Reading:
    readings = (form(line.strip(" ,."), country) for form in (_in_numbers, _in_words))
    return next((one for one in readings if one is not NOTHING), NOTHING)


def _season(name: str, year: str, country: str) -> Reading:
    if not year_text(year):
        return NOTHING
    if name == "winter" or country in _SOUTHERN:
        return inferred_day(year)
    first, last = _SEASONS[name]
    return Reading(month_text(year, first), month_text(year, last), inferred=True)
