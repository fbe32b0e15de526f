"""The words of dates in the languages people write them in here: months, quarters, seasons."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from babel import Locale

_LANGUAGES = ("en", "uk", "ru", "be", "ro", "az", "hy", "ka", "fr", "de", "es", "pl", "tr")

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_STEMS, _SEASONS, _ORDINALS = (
    {name: tuple(stems.split()) for name, stems in _WORDS[kind].items()}
    for kind in ("stems", "seasons", "ordinals")
)
_WHOLE = {name: frozenset(words.split()) for name, words in _WORDS["whole"].items()}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LOOKALIKES = str.maketrans("іхⅰⅱⅲⅳ", "ix1234")  # Cyrillic letters and single signs for numbers


def month_of(name: str) -> int:
    """The number of a month by its name, short or in any case of the word; 0 where it is none."""
    names = _month_names()
    if name in names:
        return names[name]
    if name.isascii():
        # Azerbaijani puts its cases behind the whole name.
        return next((n for full, n in _whole_names("az") if name.startswith(full)), 0)
    stems = {n for full, n in names.items() if len(full) > 3 and full[:4] == name[:4]}
    return stems.pop() if len(stems) == 1 and len(name) > 3 else 0


def roman(text: str) -> int:
    """XII is 12; 0 where a text is no number of a month."""
    word = text.translate(_LOOKALIKES)
    return _ROMAN.index(word) + 1 if word in _ROMAN else 0


def ordinal(word: str) -> int:
    """First is 1; 0 where a word is no number up to four."""
    return next((int(number) for number, stems in _ORDINALS.items() if word.startswith(stems)), 0)


def is_last(word: str) -> bool:
    return word.startswith(_STEMS["last"])


def season_of(word: str) -> str:
    """Spring, summer, autumn or winter; empty where a word is none of them."""
    return next((name for name, stems in _SEASONS.items() if word.startswith(stems)), "")


def is_quarter(word: str) -> bool:
    return word in ("q", "кв", "trim") or word.startswith(_STEMS["quarter"])


def is_half(word: str) -> bool:
    return word in ("h", "sem") or word.startswith(_STEMS["half"])


def is_about(word: str) -> bool:
    """Whether a word only says where in a period: early, mid, late."""
    return word in _WHOLE["about"]


def is_end(word: str) -> bool:
    """Whether a word means the end of a period."""
    return word in _WHOLE["end"]


def is_filler(word: str) -> bool:
    """Whether a word of a date says nothing of which day it is."""
    return word in _WHOLE["filler"] or word in _weekdays()


@lru_cache
def _month_names() -> dict[str, int]:
    """Every form of a month's name: whole or short, alone or within a date."""
    names: dict[str, set[int]] = {}
    for language in _LANGUAGES:
        months = Locale(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    names.setdefault(_bare(name), set()).add(number)
    for number, also in _WORDS["months"].items():
        for name in also.split():
            names.setdefault(name, set()).add(int(number))
    # What means two months in two languages says neither.
    return {n: min(m) for n, m in names.items() if len(m) == 1 and n and not n.isdigit()}


@lru_cache
def _whole_names(language: str) -> tuple[tuple[str, int], ...]:
    months = Locale(language).months["format"]["wide"]
    return tuple((_bare(name), number) for number, name in months.items() if len(name) > 4)


@lru_cache
def _weekdays() -> frozenset[str]:
    names = {
        _bare(name)
        for language in _LANGUAGES
        for context in ("format", "stand-alone")
        for name in Locale(language).days[context]["wide"].values()
    }
    return frozenset(names | {"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat"})


def _bare(name: str) -> str:
    return re.sub(r"\W", "", name.casefold())
