"""The words a column may hold, and finding the nearest one to a slip of the pen."""

import re
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from functools import lru_cache
from unicodedata import combining, normalize

from babel import Locale
from babel.core import get_global

from data.raw import read_public_record

RATINGS = (
    *("not started", "limited", "substantial", "complete"),
    *("withdrawn", "no evidence", "unclear"),
)
STAGES = ("mid-term", "final", "monitoring")
SOURCES = ("IRM", "government", "civil society")
LEVELS = ("national", "local")
AIMS = ("objective", "impact", "outcome", "output", "result")
STANDINGS = ("active", "inactive", "suspended", "not participating")
RESULTS = (
    *("worsened", "did not change", "marginal", "major", "outstanding"),
    *("no notable results", "moderate", "significant", "none yet"),
)
SECTORS = (
    *("anti_corruption", "justice", "public_administration", "education", "business"),
    *("civic_participation", "access_to_information", "fiscal_openness", "local_government"),
    *("parliament", "inclusion", "public_services", "environment_land", "other"),
)
PARTNERS = ("ARM", "AZE", "BLR", "GEO", "MDA", "UKR")
WHOLE_REGION = "EAP"

# As OGP and the partner countries write them, where that is not Babel's English name.
_ALSO_CALLED = {
    "Bosnia and Herzegovina": "BIH",
    "Cabo Verde": "CPV",
    "Congo": "COG",
    "Cote d'Ivoire": "CIV",
    "Czech Republic": "CZE",
    "Kyrgyz Republic": "KGZ",
    "Macedonia": "MKD",
    "Republic of Korea": "KOR",
    "Korea, Republic of": "KOR",
    "Korea": "KOR",
    "Republic of Moldova": "MDA",
    "Sao Tome and Principe": "STP",
    "Slovak Republic": "SVK",
    "Swaziland": "SWZ",
    "The Gambia": "GMB",
    "Trinidad and Tobago": "TTO",
    "Turkey": "TUR",
    "United States of America": "USA",
}
_WITHDRAWN = {"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"}  # codes of states that are no more
_NEAREST_ASKED = 50  # a close match costs milliseconds, and nobody reads more
_CHOICES_SEARCHED = 500


@lru_cache(maxsize=4_096)
def code_of(text: str) -> str:
    """A word as a code, as data/dates.sql makes it: small letters joined by underscores."""
    letters = normalize("NFKD", text.lower())
    bare = "".join(letter for letter in letters if not combining(letter))
    return re.sub(r"[\W_]+", "_", bare).strip("_")


def iso3_of(name: str) -> str | None:
    """The three-letter code of a country by its code, its English or its own name."""
    return _countries().get(code_of(name))


def country_names() -> Sequence[str]:
    return tuple(sorted({*_babel_names(), *_ALSO_CALLED}))


def english_name(iso3: str) -> str:
    return next((name for name, code in _babel_names().items() if code == iso3), iso3)


@lru_cache
def _countries() -> dict[str, str]:
    known = {**_babel_names(), **_ALSO_CALLED}
    record = read_public_record()["countries"].to_pylist()
    for column in ("name_uk", "name_own", "name_en"):
        known |= {row[column]: row["country"] for row in record if row[column]}
    known |= {code: code for code in list(known.values())}
    return {code_of(name): code for name, code in known.items()}


@lru_cache
def _babel_names() -> dict[str, str]:
    """Babel's English country names and their three-letter codes."""
    territories = Locale("en").territories
    codes = {
        two[0]: three
        for three, two in get_global("territory_aliases").items()
        if len(three) == 3 and three.isalpha() and len(two) == 1 and three not in _WITHDRAWN
    }
    codes["XK"] = "XKX"  # Kosovo has no code of ISO's; this is the one OGP and others use
    return {territories[two]: three for two, three in codes.items() if two in territories}


class Nearest:
    """The nearest valid word; an empty text when nothing is near or enough has been asked."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, int], str] = {}

    def to(self, value: str, choices: Collection[str]) -> str:
        asked = (value, len(choices))
        if asked not in self._answers:
            if len(self._answers) >= _NEAREST_ASKED or len(choices) > _CHOICES_SEARCHED:
                return ""
            self._answers[asked] = _nearest(value, choices)
        return self._answers[asked]


def _nearest(value: str, choices: Collection[str]) -> str:
    by_code = {code_of(choice): choice for choice in sorted(choices, reverse=True)}
    near = get_close_matches(code_of(value[:80]), by_code, n=1, cutoff=0.5)
    return by_code[near[0]] if near else ""
