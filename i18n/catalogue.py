"""Which languages there are, which one is spoken now, and its message catalogue."""

import re
from contextvars import ContextVar
from difflib import get_close_matches
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = {
    "en": "English",
    "uk": "Українська",
    "hy": "Հայերեն",
    "az": "Azərbaycanca",
    "be": "Беларуская",
    "ka": "ქართული",
    "ro": "Română",
}
LOCALES = Path(__file__).parent.parent / "locales"

# The messages stand in the code in English, so English needs no catalogue. European readers
# expect the day before the month, hence the British locale.
_BABEL_LOCALES = {"en": "en_GB"}

_OF_TWO_SCRIPTS = ("az",)

# A context variable, not a global: every reader's run has its own thread and so its own language.
_spoken: ContextVar[str] = ContextVar("spoken", default="en")


def use(code: str) -> None:
    """Speak this language from here on, in this thread. Raise ValueError for an unknown code."""
    if code not in LANGUAGES:
        nearest = get_close_matches(code, LANGUAGES, n=1) or list(LANGUAGES)
        raise ValueError(f"“{code}” is not a language of the monitor. Try {', '.join(nearest)}.")
    _spoken.set(code)


def nearest(tag: str) -> str | None:
    """The language that a tag means by its main part: `uk-UA`, `UK` and `ukr` are uk."""
    main = re.split("[-_]", tag.strip().lower())[0]
    main = get_global("language_aliases").get(main, main)
    return main if main in LANGUAGES else None


def offered() -> tuple[str, ...]:
    """The languages a reader can choose: English, and those whose catalogue is there."""
    return _there(LOCALES)


def accepted(header: str) -> str | None:
    """The language of ours that a browser's `Accept-Language` likes best: `uk-UA, en;q=0.8` is uk.

    None where it likes none that is offered.
    """
    liked = sorted(map(_weighed, header.split(",")), key=lambda one: -one[1])
    nearest_of = (nearest(tag) for tag, weight in liked if weight > 0)
    return next((code for code in nearest_of if code in offered()), None)


def language() -> str:
    """The code of the language spoken now."""
    return _spoken.get()


def locale() -> Locale:
    """Babel's rules for numbers and days in the language spoken now."""
    return _locale_of(language())


@cache
def _locale_of(code: str) -> Locale:
    return Locale.parse(_BABEL_LOCALES.get(code, code))


def tag() -> str:
    """The language spoken now as documents name it, with script and country: uk-UA, az-Latn-AZ."""
    spoken = locale()
    if spoken.territory:
        return f"{spoken.language}-{spoken.territory}"
    main, script, territory = get_global("likely_subtags")[spoken.language].split("_")
    return f"{main}-{script}-{territory}" if main in _OF_TWO_SCRIPTS else f"{main}-{territory}"


def messages() -> NullTranslations:
    """The catalogue of the language spoken now."""
    return _read(LOCALES, language())


def _weighed(part: str) -> tuple[str, float]:
    """A tag and how much it is liked, as `Accept-Language` writes it; nonsense is not liked."""
    tag, _, weight = part.partition(";")
    match = re.fullmatch(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", weight)
    return tag, float(match[1]) if match else float(not weight.strip())


@lru_cache
def _there(folder: Path) -> tuple[str, ...]:
    return tuple(code for code in LANGUAGES if code == "en" or _po(folder, code).is_file())


def _po(folder: Path, code: str) -> Path:
    return folder / code / "LC_MESSAGES" / "messages.po"


@lru_cache
def _read(folder: Path, code: str) -> NullTranslations:
    """Read a catalogue as translators write it. A missing one leaves the English words.

    Reading the .po file itself, once in a process, spares everyone a compile step to forget.
    """
    path = _po(folder, code)
    if not path.is_file():
        return NullTranslations()
    with path.open("rb") as lines:
        catalogue = read_po(lines, locale=code)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
