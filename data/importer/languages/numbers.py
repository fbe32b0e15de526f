"""Numbers as people type them: a comma for the point, thousands set apart, a percent sign."""

import re
from collections.abc import Iterable
from math import isfinite

# Whatever is set between thousands: blanks of any width, apostrophes.
_BETWEEN = "[ \u00a0\u2007\u2009\u202f'’ʼ]"
_CANONICAL = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?")
_POINT = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?")
_COMMA = re.compile(r"-?[0-9]{1,30},[0-9]{1,30}")
_COMMA_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,30})?")
_POINT_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,30})?")
_EITHER = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")  # thousands or decimals?
_ROUND = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{2}0")
_GROUPED = re.compile(rf"-?[0-9]{{1,3}}(?:{_BETWEEN}[0-9]{{3}})+(?:[.,][0-9]{{1,30}})?")
_WHOLE_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_MINUS = re.compile(r"^[\u2212\u2012\u2013](?=[0-9.,])")
_STARTS = re.compile(r"[-+(\u2212\u2012\u2013~≈<>≤≥±.,$€£₴₾֏₼₽%]*\s*\d")
_CURRENCIES = "€$£₴₾֏₼₽"
_EURO = ("€", "EUR", "euro", "euros")

POINT, COMMA = "point", "comma"


class TwoReadings(ValueError):
    """Either thousands or decimals: 1,234 is 1234 or 1.234."""


def decimals(texts: Iterable[str]) -> frozenset[str]:
    """Which sign stands before decimals, as far as the numbers of a column say so themselves."""
    marks = set()
    for text in texts:
        bare = _bared(text, _CURRENCIES)
        if _EITHER.fullmatch(bare):
            continue
        if _COMMA.fullmatch(bare) or ("," in bare and _POINT_THOUSANDS.fullmatch(bare)):
            marks.add(COMMA)
        elif "." in bare and (_POINT.fullmatch(bare) or _COMMA_THOUSANDS.fullmatch(bare)):
            marks.add(POINT)
    return frozenset(marks)


def number(text: str, marks: frozenset[str] = frozenset(), money: bool = False) -> str | None:
    """The number as digits with a point, None where there is none. Raises `TwoReadings`.

    `marks`: what `decimals` found in the column. With `money` an amount of euros may say so, and
    10.000 may be ten thousand: no amount has three decimals, and no number of a workbook a nought
    behind them.
    """
    if money and not marks and _ROUND.fullmatch(_without_euro(text)):
        raise TwoReadings(text)
    if _CANONICAL.fullmatch(text) and not (_EITHER.fullmatch(text) and COMMA in marks):
        return text if isfinite(float(text)) else None
    bare = _without_euro(text) if money else _bared(text, _CURRENCIES)
    if _EITHER.fullmatch(bare):
        value = _decided(bare, marks)
    elif _POINT.fullmatch(bare):
        value = bare
    elif _COMMA.fullmatch(bare):
        value = bare.replace(",", ".")
    elif _COMMA_THOUSANDS.fullmatch(bare):
        value = bare.replace(",", "")
    elif _POINT_THOUSANDS.fullmatch(bare):
        value = bare.replace(".", "").replace(",", ".")
    else:
        return None
    return value if isfinite(float(value)) else None


def is_meant(text: str) -> bool:
    """Whether a text begins as a number does, so that it must be one."""
    if _STARTS.match(text):
        return True
    try:
        float(text)
    except ValueError:
        return False
    return True  # “inf”, “nan”


def whole(text: str) -> str:
    """A whole number without what sets its thousands apart; other texts as they are."""
    bare = _bared(text, "", share=False)
    return bare.replace(",", "") if _WHOLE_THOUSANDS.fullmatch(bare) else bare


def _decided(bare: str, marks: frozenset[str]) -> str:
    """A point stands before decimals unless commas do; what a comma is, the others must tell."""
    if ("." in bare and COMMA in marks) or ("," in bare and len(marks) != 1):
        raise TwoReadings(bare)
    return bare.replace(",", "." if COMMA in marks else "")


def _bared(text: str, currencies: str, share: bool = True) -> str:
    bare = text.strip().strip(currencies).strip() if currencies else text.strip()
    if share and bare.endswith("%"):
        bare = bare[:-1].rstrip()
    bare = _MINUS.sub("-", bare).removeprefix("+")
    if _GROUPED.fullmatch(bare):
        # What is grouped like this has no second sign for thousands: 1 234,567 has decimals.
        return re.sub(_BETWEEN, "", bare).replace(",", ".")
    return bare


def _without_euro(text: str) -> str:
    bare = text.strip()
    for name in _EURO:
        if bare.casefold().endswith(name.casefold()):
            bare = bare[: -len(name)].rstrip()
        elif bare.casefold().startswith(name.casefold()):
            bare = bare[len(name) :].lstrip()
    return "" if "%" in bare else _bared(bare, "")
