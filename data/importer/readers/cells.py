"""One cell of a workbook as text: what a careful person would copy from the screen."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from math import isfinite

from data.importer.readers.sheets import Refusal
from data.problems import DamagedFile

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NOT_LETTERS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
# The pieces of a number format: words in quotes, a sign on its own, colours and languages, room.
_PIECES = re.compile(r'"([^"]*)"|\\(.)|(\[[^\]]*\]|_.|\*.)|([0#]+(?:\.[0#]+)?)|(.)')
_LITERAL = " -/()+:№"
_SIGNS = "№#§"
_LAST_SERIAL = 2_958_465  # 9999-12-31


class Shape(Enum):
    """How a style shows a number."""

    PLAIN = "plain"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    PERCENT = "percent"
    WRITTEN = "written"


_WRITTEN = {Shape.DAY: "%Y-%m-%d", Shape.MONTH: "%Y-%m", Shape.YEAR: "%Y"}


@dataclass(frozen=True, slots=True)
class Format:
    """A number format as far as it changes what is read.

    The `pattern` of a WRITTEN one has a place for a digit (“0”, or “#” where a zero is left out)
    or a text between them; so many `decimals` follow the last place.
    """

    shape: Shape = Shape.PLAIN
    pattern: tuple[tuple[bool, str], ...] = ()  # is it a place?, which or the text
    decimals: int = 0


PLAIN = Format()
_BUILT_IN = {
    2: Format(Shape.WRITTEN, ((True, "0"),), 2),
    17: Format(Shape.MONTH),
    **dict.fromkeys((9, 10), Format(Shape.PERCENT)),
    **dict.fromkeys((14, 15, 16, 22, *range(27, 32), 36, *range(50, 59)), Format(Shape.DAY)),
}
"""What the numbers of formats mean that no workbook spells out."""


class Shown(str):
    """A number as its format writes it (“UA0102”); `raw` is the number alone (“102”)."""

    __slots__ = ("raw",)
    raw: str

    def __new__(cls, text: str, raw: str) -> "Shown":
        cell = super().__new__(cls, text)
        cell.raw = raw
        return cell


class Share(Shown):
    """A share as its format writes it, “45%”; `raw` is 0.45, as files of ours hold it."""

    __slots__ = ()


def bare(cell: str) -> str:
    """The stored number of a cell, whatever its format writes."""
    return cell.raw if isinstance(cell, Shown) else cell


class Text:
    """Gathers the characters of a cell or a shared text, leaving reading aids (rPh) out."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.listening = False
        self._aside = False

    def open(self, name: str) -> None:
        if name in ("v", "t"):
            self.listening = not self._aside
        elif name == "rPh":
            self._aside = True

    def close(self, name: str) -> None:
        if name in ("v", "t"):
            self.listening = False
        elif name == "rPh":
            self._aside = False

    def add(self, characters: str) -> None:
        if self.listening:
            self.parts.append(characters)

    def taken(self) -> str:
        if not self.parts:
            return ""
        text = self.parts[0] if len(self.parts) == 1 else "".join(self.parts)
        self.parts.clear()
        return _ESCAPED.sub(_unescaped, text) if "_x" in text else text


def _unescaped(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return "" if "\ud800" <= character <= "\udfff" else character


def format_of(key: str, code: str | None) -> Format:
    """What a number format does: a date without a day says only its month or year."""
    if code is None:
        number = int(key) if key.isascii() and key.isdigit() and len(key) < 6 else 0
        return _BUILT_IN.get(number, PLAIN)
    positive = _first_section(code)
    letters = _NOT_LETTERS.sub("", positive).lower()
    if "%" in letters:
        return Format(Shape.PERCENT)
    shape = _day_shape(letters)
    return _written_format(positive) if shape is Shape.PLAIN else Format(shape)


def _first_section(code: str) -> str:
    """The part for positive numbers: sections end at a semicolon outside of quotes."""
    for match in re.finditer(r'"[^"]*"|\\.|(;)', code):
        if match[1]:
            return code[: match.start()]
    return code


def _day_shape(letters: str) -> Shape:
    if "general" in letters or "y" not in letters:
        return Shape.DAY if "d" in letters and "m" in letters else Shape.PLAIN
    if "d" in letters:
        return Shape.DAY
    return Shape.MONTH if "m" in letters else Shape.YEAR


def _written_format(code: str) -> Format:
    """Zeros before a number and words beside it belong to an identifier; all else is dress."""
    pattern: list[tuple[bool, str]] = []
    decimals = ""
    for word, sign, aside, places, other in _PIECES.findall(code):
        if (other and other not in _LITERAL) or (places and decimals):
            return PLAIN  # thousands, fractions, exponents, “General”
        if places:
            whole, _, decimals = places.partition(".")
            pattern += [(True, place) for place in whole]
        elif not aside and word + sign + other:
            pattern.append((False, word or sign or other))
    zeros = sum(place and text == "0" for place, text in pattern)
    text = "".join(text for place, text in pattern if not place)
    is_number = zeros > 1 or decimals or any(one.isalnum() or one in _SIGNS for one in text)
    if not zeros or not is_number or decimals.strip("0"):
        return PLAIN
    return Format(Shape.WRITTEN, tuple(pattern), len(decimals))


def value(raw: str, kind: str, form: Format, texts: Sequence[str], since_1904: bool) -> str:
    """The text of a cell: `kind` is the file's own letter for what the cell holds."""
    if kind == "n":
        return _number(raw, form, since_1904)
    if kind == "s":
        try:
            return texts[int(raw[:9])]
        except (ValueError, IndexError):
            raise Refusal(DamagedFile()) from None
    if kind == "b":
        return "yes" if raw == "1" else "no"
    if kind == "d":
        return raw[:10]
    return raw


def _number(raw: str, form: Format, since_1904: bool) -> str:
    if len(raw) < 10 and raw.isdecimal() and form is PLAIN and raw.isascii():
        return str(int(raw))
    try:
        number = float(raw)
    except ValueError:
        return raw
    if not isfinite(number):
        return raw
    if form.shape in _WRITTEN:
        serial = int(number) + (1462 if since_1904 else 0)
        if 0 < serial <= _LAST_SERIAL:
            return day_of(serial).strftime(_WRITTEN[form.shape])
    if form.shape is Shape.PERCENT:
        return Share(f"{_hundredfold(number)}%", written(number))
    plain = written(number)
    return _shown(number, plain, form) if form.shape is Shape.WRITTEN else plain


def _hundredfold(number: float) -> str:
    """0.07 is 7, not 7.000000000000001: two places further, in the digits a spreadsheet keeps."""
    return written(float(Decimal(f"{number:.15g}").scaleb(2)))


def _shown(number: float, plain: str, form: Format) -> str:
    """As the format writes it, unless that would round something away."""
    if number < 0 or round(number, form.decimals) != number or abs(number) >= 1e15:
        return plain
    whole, point, rest = f"{number:.{form.decimals}f}".partition(".")
    first = next(at for at, (place, _) in enumerate(form.pattern) if place)
    pieces: list[str] = []
    ending = point + rest
    for at, (place, text) in reversed([*enumerate(form.pattern)]):
        if not place:
            pieces.append(text)
            continue
        digits, whole = (whole, "") if at == first else (whole[-1:], whole[:-1])
        pieces.append((digits or ("0" if text == "0" else "")) + ending)
        ending = ""
    text = "".join(reversed(pieces))
    return plain if text == plain else Shown(text, plain)


def day_of(serial: int) -> date:
    """The day of a spreadsheet's serial number; 1900 was no leap year, whatever they say."""
    return date(1899, 12, 30) + timedelta(days=serial + (1 if serial < 60 else 0))


def written(number: float) -> str:
    """The shortest decimal that is this number: 5.0999999999999996 is 5.1 and 7.0 is 7."""
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return repr(number)
