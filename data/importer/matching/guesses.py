"""Which column of a file comes nearest to each of ours, by its name and by what stands in it."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from data.columns import Column, Kind
from data.importer.languages.countries import iso3_of
from data.importer.languages.dates import reading
from data.importer.languages.no_value import is_no_value
from data.importer.languages.readings import NOTHING
from data.importer.layouts import ogp_columns as ogp
from data.importer.layouts.values import Wrong, day
from data.importer.layouts.words import code_of
from data.importer.readers.plain import normal

_SYNONYMS = tomllib.loads(Path(__file__).with_name("synonyms.toml").read_text(encoding="utf-8"))
_CALLED: Mapping[str, frozenset[str]] = {
    name: frozenset(map(code_of, names.split())) for name, names in _SYNONYMS["columns"].items()
}
_MEANT: Mapping[str, str] = {
    code_of(text): word for word, texts in _SYNONYMS["words"].items() for text in texts.split()
}
_OF_EXPORT: Mapping[str, str] = {
    ogp.ID: "commitment_id", ogp.PLACE: "country", ogp.SHORT_TITLE: "label",
    ogp.START: "start_date", ogp.END: "end_date", ogp.LEAD: "lead_institution",
    ogp.SUPPORT: "supporting_institutions",
    ogp.FINAL: "completion", ogp.URL: "source_url", ogp.IMPACT: "ambition",
    ogp.RESULTS: "early_results", ogp.NUMBER: "commitment_number",
}  # fmt: skip
_LOW, _SURE, _FITS, _BY_ITS_WORDS = 0.55, 0.9, 0.15, 0.75


def best(wanted: Sequence[Column], samples: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Ours → the column of the file that comes nearest, each taken once; nothing where none does.

    `samples` has the columns of the file with some of what stands in each.
    """
    scored = [
        (_score(column, name, values), -at, column.name, name)
        for at, column in enumerate(wanted)
        for name, values in samples.items()
    ]
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for score, _, ours, theirs in sorted(scored, reverse=True):
        if score >= _LOW and ours not in pairs and theirs not in taken:
            pairs[ours] = theirs
            taken.add(theirs)
    return {column.name: pairs[column.name] for column in wanted if column.name in pairs}


def meaning(column: Column, text: str) -> str:
    """The word of ours that a file's own word comes nearest to; blank where none does."""
    code = code_of(text)
    for word in column.words:
        if code == code_of(word):
            return word
    if _MEANT.get(code) in column.words:
        return _MEANT[code]
    return next((w for w in column.words if len(code) > 3 and code in code_of(w)), "")


def is_read(column: Column, text: str) -> bool:
    """Whether a value is understood as it stands, so that nobody has to say what it means."""
    if is_no_value(text):
        return True
    if column.kind is Kind.COUNTRY:
        return iso3_of(text) is not None
    return code_of(text) in {*map(code_of, column.words)}


def _score(column: Column, name: str, values: Sequence[str]) -> float:
    """0 to 1: how near a column's name comes, up or down by what stands in it."""
    if normal(name) == normal(column.name):
        return 2.0
    code = code_of(name)
    named = max(_named(column.name, code), _named(_OF_EXPORT.get(column.name, ""), code))
    fits = _LOOKS.get(column.kind)
    values_given = [value for value in values if not is_no_value(value)]
    if not fits or not values_given:
        return named
    if column.words and 2 * sum(bool(meaning(column, v)) for v in values_given) > len(values_given):
        named = max(named, _BY_ITS_WORDS)
    share = sum(map(fits, values_given)) / len(values_given)
    if share < 1 - _SURE:
        return 0.0
    return named + _FITS if share > _SURE else named - _FITS


def _named(ours: str, theirs: str) -> float:
    if not ours or not theirs:
        return 0.0
    code = code_of(ours)
    if theirs == code:
        return 1.0
    called = _CALLED.get(code, frozenset())
    if theirs in called:
        return 0.95
    if {*theirs.split("_")} & called:
        return 0.7
    return 0.8 * SequenceMatcher(None, code, theirs[:80]).ratio()


def _is_day(text: str) -> bool:
    try:
        return bool(day(text))
    except Wrong:
        return reading(text) is not NOTHING


def _is_word(text: str) -> bool:
    return not any(map(str.isdigit, text)) and len(text) < 40


_LOOKS: Mapping[Kind, Callable[[str], bool]] = {
    Kind.DAY: _is_day,
    Kind.WORD: _is_word,
    Kind.KEY: lambda text: len(text.split()) == 1 and len(text) < 40,
    Kind.COUNTRY: lambda text: iso3_of(text) is not None,
    Kind.LINK: lambda text: text.lower().startswith(("http://", "https://", "www.")),
    Kind.YEAR: lambda text: text.isdecimal() and len(text) == 4,
    Kind.COUNT: str.isdecimal,
}
