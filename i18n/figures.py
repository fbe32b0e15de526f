"""Numbers, shares and days as the reader's language writes them. Nothing known is a dash."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from babel.dates import format_date
from babel.numbers import format_decimal

from i18n.catalogue import locale

NO_DATA = "–"
_HARD_SPACE = "\N{NO-BREAK SPACE}"


def number(value: object, decimals: int = 0) -> str:
    """Write a number with exactly `decimals` places; None, NaN, NA and infinity are a dash."""
    known = _rounded(value, decimals)
    if known is None:
        return NO_DATA
    # Left alone Babel drops trailing zeros: 10.0 would read 10 beside 9.5.
    places = "." + "0" * decimals if decimals else ""
    return format_decimal(known, format=f"#,##0{places}", locale=locale())


def percent(fraction: object, decimals: int = 0) -> str:
    """Write a share of one as a percentage: 0.5343 is 53 %. What is not known is a dash."""
    share = _rounded(fraction, decimals + 2)
    if share is None:
        return NO_DATA
    # The hard space before the sign is European usage, and the same in all our languages.
    return f"{number(share * 100, decimals)}{_HARD_SPACE}%"


def day(value: object) -> str:
    """Write a date with the month's name: 31 Dec 2022. None and NaT are a dash."""
    # NaT calls itself a date and is not equal to itself.
    if not isinstance(value, date) or value != value:
        return NO_DATA
    return format_date(value, format="medium", locale=locale())


def _rounded(value: object, decimals: int) -> Decimal | None:
    """Round halves away from zero, as a reader with a pencil would; None if not a number."""
    try:
        exact = Decimal(str(value))
        rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    except InvalidOperation:  # not a number, infinite, or beyond any figure we publish
        return None
    if rounded.is_nan():
        return None
    return rounded if rounded else abs(rounded)  # no “-0”
