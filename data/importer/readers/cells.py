"""One cell of a workbook as text: what a careful person would copy from the screen."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum
from math import isfinite

from data.importer.readers.sheets import Refusal
from data.problems import DamagedFile

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NOT_LETTERS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_LAST_SERIAL = 2_958_465  # 9999-12-31
_BUILT_IN_DAYS = {*range(14, 17), 22, *range(27, 32), 36, *range(50, 59)}
_BUILT_IN_MONTH = 17


class Shape(Enum):
    """How a style shows a number."""

    PLAIN = "plain"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_WRITTEN = {Shape.DAY: "%Y-%m-%d", Shape.MONTH: "%Y-%m", Shape.YEAR: "%Y"}


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


def _unescaped(found: re.Match[str]) -> str:
    character = chr(int(found[1], 16))
    return "" if "\ud800" <= character <= "\udfff" else character


def shape_of(key: str, code: str | None) -> Shape:
    """What a number format does: a date without a day says only its month or year."""
    if code is None:
        number = int(key) if key.isascii() and key.isdigit() and len(key) < 6 else 0
        if number == _BUILT_IN_MONTH:
            return Shape.MONTH
        return Shape.DAY if number in _BUILT_IN_DAYS else Shape.PLAIN
    letters = _NOT_LETTERS.sub("", code.split(";")[0]).lower()
    if "general" in letters or "y" not in letters:
        return Shape.DAY if "d" in letters and "m" in letters else Shape.PLAIN
    if "d" in letters:
        return Shape.DAY
    return Shape.MONTH if "m" in letters else Shape.YEAR


def value(raw: str, kind: str, shape: Shape, texts: Sequence[str], since_1904: bool) -> str:
    """The text of a cell: `kind` is the file's own letter for what the cell holds."""
    if kind == "n":
        return _number(raw, shape, since_1904)
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


def _number(raw: str, shape: Shape, since_1904: bool) -> str:
    if len(raw) < 10 and raw.isdecimal() and shape is Shape.PLAIN and raw.isascii():
        return str(int(raw))
    try:
        number = float(raw)
    except ValueError:
        return raw
    if not isfinite(number):
        return raw
    if shape is not Shape.PLAIN:
        serial = int(number) + (1462 if since_1904 else 0)
        if 0 < serial <= _LAST_SERIAL:
            return day_of(serial).strftime(_WRITTEN[shape])
    return written(number)


def day_of(serial: int) -> date:
    """The day of a spreadsheet's serial number; 1900 was no leap year, whatever they say."""
    return date(1899, 12, 30) + timedelta(days=serial + (1 if serial < 60 else 0))


def written(number: float) -> str:
    """The shortest decimal that is this number: 5.0999999999999996 is 5.1 and 7.0 is 7."""
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return repr(number)
