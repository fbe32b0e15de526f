"""Letters of two alphabets that look alike: UА0105 with a Cyrillic А is meant to be UA0105.

Nobody sees the difference, and whoever copies a code or switches the keyboard late writes it. Left
as it is, one commitment, institution or rating would be two.
"""

import re
from functools import lru_cache

_CYRILLIC = "АВЕЅІЇЈКМНОРСТУХҮԌԚԜӘаеѕіїјорсухүԛԝә"
_LATIN = "ABESIÏJKMHOPCTYXYGQWƏaesiïjopcyxyqwə"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_LIKE_GREEK = "ABEZHIKMNOPTYXo"

_TO_LATIN = str.maketrans(_CYRILLIC + _GREEK, _LATIN + _LIKE_GREEK)
# Of two Cyrillic letters for one the first is meant: the others are of no language written here.
_TO_CYRILLIC = {ord(latin): own for own, latin in reversed([*zip(_CYRILLIC, _LATIN, strict=True)])}

_WORD = re.compile(r"[^\W_]+")
_OF_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0259]")
_OF_OTHERS = re.compile("[\u0370-\u03ff\u0400-\u052f]")


def one_alphabet(text: str) -> str:
    """A text in which no word mixes two alphabets where letters of one could stand for all of it.

    A word that could not be written in one, such as “PDFи”, stays; so does an address.
    """
    if text.isascii() or "://" in text or not (_OF_LATIN.search(text) and _OF_OTHERS.search(text)):
        return text
    return _WORD.sub(lambda word: _settled(word[0]), text)


@lru_cache(maxsize=10_000)
def _settled(word: str) -> str:
    if not (_OF_LATIN.search(word) and _OF_OTHERS.search(word)):
        return word
    latin, cyrillic = word.translate(_TO_LATIN), word.translate(_TO_CYRILLIC)
    if not _OF_OTHERS.search(latin):
        return latin
    return word if _OF_LATIN.search(cyrillic) else cyrillic
