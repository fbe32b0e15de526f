"""Words as people write them: which one of ours is meant, or the nearest to a slip of the pen."""

import re
from collections.abc import Callable, Collection
from difflib import get_close_matches
from functools import lru_cache
from unicodedata import combining, normalize

from data.importer.languages.alphabets import one_alphabet

PARTNERS = ("ARM", "AZE", "BLR", "GEO", "MDA", "UKR")
WHOLE_REGION = "EAP"
YES_NO = {"yes": "yes", "no": "no", "1": "yes", "0": "no", "true": "yes", "false": "no"}

_NEAREST_ASKED = 50  # a close match costs milliseconds, and nobody reads more
_CHOICES_SEARCHED = 500


@lru_cache(maxsize=4_096)
def code_of(text: str) -> str:
    """A word as a code, as data/dates.sql makes it: small letters joined by underscores."""
    letters = normalize("NFKD", one_alphabet(text).lower())
    bare = "".join(letter for letter in letters if not combining(letter))
    return re.sub(r"[\W_]+", "_", bare).strip("_")


def word_of(text: str, choices: Collection[str]) -> str | None:
    """The one of `choices` that a text is, also where its parts run together: NotStarted."""
    codes = _codes(tuple(choices))
    return codes.get(code_of(text)) or codes.get(code_of(text).replace("_", ""))


@lru_cache(maxsize=64)
def _codes(choices: tuple[str, ...]) -> dict[str, str]:
    together = {code_of(word).replace("_", ""): word for word in choices}
    return together | {code_of(word): word for word in choices}


class Nearest:
    """The nearest valid word; an empty text when nothing is near or enough has been asked."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, int], str] = {}

    def to(
        self, value: str, choices: Collection[str], alike: Callable[[str], str] = code_of
    ) -> str:
        """`alike` makes the text by which two words are compared."""
        key = (value, len(choices))
        if key not in self._answers:
            if len(self._answers) >= _NEAREST_ASKED or len(choices) > _CHOICES_SEARCHED:
                return ""
            self._answers[key] = _nearest(value, choices, alike)
        return self._answers[key]


def _nearest(value: str, choices: Collection[str], alike: Callable[[str], str]) -> str:
    by_code = {alike(choice): choice for choice in sorted(choices, reverse=True)}
    near = get_close_matches(alike(value[:80]), by_code, n=1, cutoff=0.5)
    return by_code[near[0]] if near else ""
