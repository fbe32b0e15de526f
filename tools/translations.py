"""What a translation must keep of its English sentence; tests/house holds it to that.

Placeholders, code, tags, bold, line breaks, addresses and numbers stay. A short text has a place on
the screen and may grow by so much (`longest`). Where a translation rightly equals the English one
or needs more room, `locales/exceptions.txt` says so.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

LOCALES = Path(__file__).parents[1] / "locales"
EXCEPTIONS = LOCALES / "exceptions.txt"
LABEL = 30
"""Letters up to which a text is a label, a button or a heading of a column, and has its place."""
MARKS = {
    "placeholders": r"\{[^{}]*\}",
    "code": r"`[^`]*`",
    "tags": r"</?[a-z][^>]*>",
    "bold": r"\*\*",
    "line breaks": r"\n",
    "addresses": r"https?://\S+",
}
EQUAL, LONG = "equal", "long"

Texts = str | Sequence[str]
Key = str
"""A sentence as it is looked up: its English text, the singular where it counts something."""


def longest(english: str) -> int | None:
    """Letters a translation may have; None where it wraps: a long text, or a whole sentence."""
    if len(english) > LABEL or english.rstrip().endswith((".", "?", "!")):
        return None
    return max(2 * len(english), len(english) + 14)


def faults(english: Texts, texts: Texts, allowed: frozenset[str] = frozenset()) -> Iterator[str]:
    """What is wrong with a translation, in words. Plural forms are held against the English plural.

    `allowed` may hold EQUAL and LONG.
    """
    if not any(texts):
        yield "is not translated"
    elif isinstance(english, str) and isinstance(texts, str):
        yield from _faults(english, texts, allowed)
    elif isinstance(english, str) or isinstance(texts, str):
        yield "has plural forms where the English has none, or none where it has"
    else:
        for form in dict.fromkeys(texts):
            yield from _faults(english[-1], form, allowed, counted=True)


def exceptions() -> dict[tuple[str, Key], frozenset[str]]:
    """What `locales/exceptions.txt` allows, by language and sentence."""
    exceptions_read: dict[tuple[str, Key], frozenset[str]] = {}
    for line in EXCEPTIONS.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        head, _, english = line.partition(" | ")
        kind, *codes = head.split()
        for code in codes:
            place = (code, english.replace("\\n", "\n"))
            exceptions_read[place] = exceptions_read.get(place, frozenset()) | {kind}
    return exceptions_read


def _faults(
    english: str, text: str, allowed: frozenset[str], *, counted: bool = False
) -> Iterator[str]:
    if not text.strip():
        yield "is not translated"
        return
    for name, pattern in MARKS.items():
        wanted, given = sorted(re.findall(pattern, english)), sorted(re.findall(pattern, text))
        if wanted != given:
            yield f"has other {name}: {wanted} became {given}"
    if not counted and _numbers(english) != _numbers(text):
        yield f"has other numbers: {_numbers(english)} became {_numbers(text)}"
    if [one.isspace() for one in (english[:1], english[-1:])] != [
        one.isspace() for one in (text[:1], text[-1:])
    ]:
        yield "begins or ends with a blank where the English does not, or the reverse"
    if english == text and EQUAL not in allowed and _has_words(english):
        yield "is still English (or belongs into locales/exceptions.txt)"
    limit = longest(english)
    if limit and len(text) > limit and LONG not in allowed:
        yield f"has {len(text)} letters, its place holds {limit}"


def _numbers(text: str) -> list[str]:
    """The numbers a text says, however they are grouped; those in placeholders and code are not."""
    bare = re.sub(r"\{[^{}]*\}|`[^`]*`", "", text)
    return sorted(re.sub(r"\D", "", one) for one in re.findall(r"\d[\d.,\u00a0\u202f]*\d|\d", bare))


def _has_words(text: str) -> bool:
    """Whether there is anything to translate: placeholders and names of columns are none."""
    bare = re.sub(r"\{[^{}]*\}|\b[a-z]+(?:_[a-z]+)+\b", "", text)
    return re.search("[A-Za-z]{3}", bare) is not None
