"""Which letters the bytes of a text stand for. The same bytes always give the same answer."""

import codecs
import re
from functools import lru_cache

from data.importer.readers.sheets import Refusal
from data.problems import NotATable

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1_000_000
_HIGH = re.compile(rb"[\x80-\xff]")
_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_WORDS = 20_000  # so many words with letters beyond ASCII settle it
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)

# Code pages of Windows and, for Cyrillic, of the Macintosh, the letters beyond ASCII that the
# languages read here write in each, and their names. The one named first wins where the letters do
# not tell. KOI8 has a letter for every letter of Windows-1251, so that a text in one is a word in
# the other: it is not guessed.
_PUNCTUATION = "“”„‘’‚–—…«»№§°•©®™€\xa0"
_WESTERN = "àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜÝŸ"
_ROMANIAN = "ăâîşţĂÂÎŞŢéáóöüÉÁÖÜ"
_TURKIC = "çğıöşüâîûÇĞİÖŞÜÂÎÛ"
_CYRILLIC = "абвгґдеєёжзиіїйклмнопрстуўфхцчшщъыьэюяАБВГҐДЕЄЁЖЗИІЇЙКЛМНОПРСТУЎФХЦЧШЩЪЫЬЭЮЯ"
_RARE = "эъщюцфґёЭЪЩЮЦФҐЁ"  # a word full of these is hardly one
_PAGES = {
    "cp1252": (_WESTERN, "Windows-1252"),
    "cp1250": (_ROMANIAN, "Windows-1250"),
    "cp1254": (_TURKIC, "Windows-1254"),
    "cp1251": (_CYRILLIC, "Windows-1251"),
    "mac_cyrillic": (_CYRILLIC, "Mac Cyrillic"),
}
_SELDOM = {"mac_cyrillic": -2.0}  # a word or two are not enough to take a text for one of these
# Names in the file that speak for a page where its letters alone do not: ş or ţ, one byte.
_HINTS = {
    "cp1250": re.compile(rb"moldova|romania|\bMDA\b|\bROU\b", re.IGNORECASE),
    "cp1254": re.compile(rb"azerbaijan|turkey|az[e\xe9]rbaycan|\bAZE\b|\bTUR\b", re.IGNORECASE),
}


def encoding_of(content: bytes) -> tuple[str, str]:
    """The encoding, and its name where it had to be assumed. Raises `Refusal` for no text at all.

    Marked or valid Unicode is certain. With a few stray bytes it is Unicode all the same; else it
    is the code page in which the words are made of letters their languages write.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return encoding, ""
    start = content[:1000]
    if start.count(0) > len(start) // 4:
        even = start[::2].count(0) > start[1::2].count(0)
        return ("utf-16-be" if even else "utf-16-le"), "UTF-16"
    if b"\x00" in start and start.count(0) > len(start) // 20:
        raise Refusal(NotATable())
    if _is_utf8(content) or _is_nearly_utf8(content):
        return "utf-8", ""
    page = _code_page(content)
    return page, _PAGES[page][1]


def marks_of(content: bytes) -> int:
    """How many bytes the marks of its encoding take, however often they stand there."""
    length = 0
    while mark := next((mark for mark, _ in MARKS if content.startswith(mark, length)), b""):
        length += len(mark)
    return length


def _is_utf8(content: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        for start in range(0, len(content), _SAMPLE):
            decoder.decode(content[start : start + _SAMPLE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_nearly_utf8(content: bytes) -> bool:
    """Hardly any two letters of a code page happen to make one of Unicode's."""
    whole = sum(map(len, _SEQUENCE.findall(content)))
    return whole >= 2 * (len(_HIGH.findall(content)) - whole)


def _code_page(content: bytes) -> str:
    samples = _WORD.findall(content[: 20 * _SAMPLE])[:_WORDS]
    hints = {page: 1.0 for page, names in _HINTS.items() if names.search(content[:_SAMPLE])}
    scores = {
        page: sum(map(_fit, samples, [page] * len(samples)))
        + hints.get(page, _SELDOM.get(page, 0.0))
        for page in _PAGES
    }
    return max(scores, key=lambda page: scores[page])


@lru_cache(maxsize=100_000)
def _fit(word: bytes, page: str) -> float:
    """How well a word reads in a code page: each letter that is written there, less each odd one.

    A word is written in one script: Latin letters among Cyrillic ones, or a long Latin word all of
    accents, speak against a page.
    """
    letters, usual = word.decode(page, "replace"), _letters(page)
    high = [letter for letter in letters if letter > "\x7f"]
    fit = sum(
        1.0 if letter in usual else 0.0 if letter in _PUNCTUATION else -2.0 for letter in high
    )
    plain = len(letters) - len(high)
    if _letters(page) == _letters("cp1251"):
        fit -= 3.0 * sum(letter in usual for letter in high) if plain else 0.0
        fit -= 0.5 * sum(letter in _RARE for letter in high)
    elif not plain and len(high) > 2:
        # Western letters fill the page, so that any word looks like one of them.
        fit -= (1.5 if page == "cp1252" else 0.3) * len(high)
    return fit


@lru_cache
def _letters(page: str) -> frozenset[str]:
    return frozenset(_PAGES[page][0])
