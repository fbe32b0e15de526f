"""Countries by the names people write: ISO's, Babel's in many languages, codes, states in full."""

import csv
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.core import get_global

from data.importer.layouts.words import code_of
from data.raw import read_public_record

_NAMES = Path(__file__).with_name("country_names.csv").read_text(encoding="utf-8")
_ALSO_CALLED = {row["name"]: row["country"] for row in csv.DictReader(_NAMES.splitlines())}
"""Names in use that are not Babel's. Where two states share a name in full, both stand there."""
_LANGUAGES = ("uk", "ru", "be", "ro", "az", "hy", "ka", "fr", "de", "es", "tr", "pl")
_WITHDRAWN = {"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"}  # codes of states that are no more

_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|[*†‡])\s*$")
_TURNED = re.compile(r"([^,(]+?)\s*(?:,\s*|\()([^,()]+)\)?")
_SHORTENED = (
    (re.compile(r"\bRep\.?(?=\W|$)", re.IGNORECASE), "Republic"),
    (re.compile(r"\bDem\.?(?=\W|$)", re.IGNORECASE), "Democratic"),
    (re.compile(r"^R\.\s*(?=[^\W\d]{3})"), "Republic of "),
    (re.compile(r"(?<=\b\w)\.(?=\w\b|$)"), ""),  # U.S.A.
)
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_CODE_BESIDE = (
    re.compile(r"(?P<code>[A-Za-z]{2,3})\s*[-–—:/|]\s*(?P<name>.+)"),
    re.compile(r"(?P<name>.+?)\s*[-–—:/|]\s*(?P<code>[A-Za-z]{2,3})"),
)
_OF_REPUBLIC = re.compile(r"R\.? ?O\.?[\s–-]+(?P<name>[^\W\d].+)")
# What a state calls itself before its name, in any order of words.
_IN_FULL = re.compile(
    r"(?:the )?(?:(?:united|islamic|plurinational|bolivarian|hashemite|arab|socialist|federal"
    r"|democratic|people s|former yugoslav) )*"
    r"(?:republic|rep|republica|republique|republik|kingdom|state|states|sultanate|principality"
    r"|grand duchy|commonwealth|federation|республика|республіка|рэспубліка)"
    r"(?: of| de)?(?: the)? (.+)|(.+) republic"
)
_UNDECIDED = {"congo", "korea", "china", "ireland", "dominican", "guinea"}
"""Short forms of several names in full: these are known by the names above or not at all."""


def iso3_of(name: str) -> str | None:
    """The three-letter code of a country by any code or name it is known under."""
    if code := _iso3(name):
        return code
    for beside in _CODE_BESIDE:  # another's code beside a name is another place: US-Georgia
        both = beside.fullmatch(name.strip())
        if both and (code := _iso3(both["name"])) and _iso3(both["code"]) == code:
            return code
    return None


def assumed_iso3(name: str) -> str | None:
    """What “RO-Moldova” means if RO is short for Republic of: to be said where it is taken."""
    short = _OF_REPUBLIC.fullmatch(name.strip())
    return _iso3(short["name"]) if short else None


def _iso3(name: str) -> str | None:
    codes = _countries()
    for form in _forms(name):
        if code := codes.get(form) or _foreign().get(form):
            return code
    return None


def country_names() -> Sequence[str]:
    return tuple(sorted({*_babel_names("en"), *_ALSO_CALLED}))


def english_name(iso3: str) -> str:
    return next((name for name, code in _babel_names("en").items() if code == iso3), iso3)


def distinctive(name: str) -> str:
    """A country's name without what many states call themselves: what slips are held against."""
    return list(_forms(name))[-1].rpartition("_of_")[2].removeprefix("the_")


def _forms(name: str) -> Iterator[str]:
    """The ways to look a name up, from what is written to what is meant, as codes."""
    plain = name.replace("&", " and ").replace("St. ", "Saint ").strip()
    if _FLAG.fullmatch(plain):
        plain = "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in plain)
    yield code_of(plain)
    for short, long in _SHORTENED:
        plain = short.sub(long, plain)
    bare = plain
    while _ASIDE.search(bare):
        bare = _ASIDE.sub("", bare)
    turned = _TURNED.fullmatch(plain)
    for form in (f"{turned[2]} {turned[1]}" if turned else "", bare):
        if form:
            yield code_of(form)
            yield code_of(form).removeprefix("the_")
            yield _short(code_of(form))


def _short(code: str) -> str:
    full = _IN_FULL.fullmatch(code.replace("_", " "))
    short = (full[1] or full[2]).replace(" ", "_") if full else code.removeprefix("the_")
    return code if short in _UNDECIDED else short


@lru_cache
def _countries() -> dict[str, str]:
    codes = {**_babel_names("en"), **_ALSO_CALLED}
    record = read_public_record()["countries"].to_pylist()
    for column in ("name_uk", "name_own", "name_en"):
        codes |= {row[column]: row["country"] for row in record if row[column]}
    codes |= {code: code for code in list(codes.values())}
    codes |= {code: three for code, three in _codes().items() if three in codes}
    return {code_of(name): code for name, code in codes.items()}


@lru_cache
def _foreign() -> dict[str, str]:
    """Names in other languages, but for those that mean another state in one of them."""
    codes: dict[str, set[str]] = {}
    for language in _LANGUAGES:
        for name, code in _babel_names(language).items():
            codes.setdefault(code_of(name), set()).add(code)
    return {name: codes.pop() for name, codes in codes.items() if len(codes) == 1}


@lru_cache
def _codes() -> dict[str, str]:
    """Codes of two letters or three digits → three letters."""
    aliases = get_global("territory_aliases")
    three = {
        two[0]: code
        for code, two in aliases.items()
        if len(code) == 3 and code.isalpha() and len(two) == 1 and code not in _WITHDRAWN
    }
    three |= {"XK": "XKX", "UK": "GBR"}  # Kosovo has no code of ISO's; this one OGP and others use
    digits = {
        code: three[two[0]]
        for code, two in aliases.items()
        if len(code) == 3 and code.isdigit() and len(two) == 1 and two[0] in three
    }
    return {**three, **digits}


@lru_cache
def _babel_names(language: str) -> dict[str, str]:
    """Babel's names of countries in a language, and their three-letter codes."""
    territories = Locale(language).territories
    return {
        territories[two]: three
        for two, three in _codes().items()
        if len(two) == 2 and two in territories
    }
