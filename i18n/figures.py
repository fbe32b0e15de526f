"""Numbers, shares and days as the reader's language writes them. Nothing known is a dash."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from babel.core import Locale, get_global
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from i18n.catalogue import language, locale

NO_DATA = "–"
_LEAST = Decimal("1e-9")  # nearer to none or all than any share of what is counted here
_HARD_SPACE = "\N{NO-BREAK SPACE}"


def number(value: object, decimals: int = 0) -> str:
    """Write a number with exactly `decimals` places; None, NaN, NA and infinity are a dash."""
    rounded = _rounded(value, decimals)
    if rounded is None:
        return NO_DATA
    return _written(rounded, decimals, locale())


def percent(fraction: object, decimals: int = 0, end: bool = False) -> str:
    """Write a share of one as a percentage: 0.5343 is 53 %. What is not known is a dash.

    A share that is neither none nor all is never 0 % or 100 %, but “< 1 %” or “> 99 %”: one of
    400 is not nobody. The `end` of a range is rounded like its beginning.
    """
    share = _rounded(fraction, decimals + 2)
    if share is None:
        return NO_DATA
    exact, step, sign = Decimal(str(fraction)), Decimal(1).scaleb(-decimals - 2), ""
    if not end and share in (0, 1) and _LEAST < exact < 1 - _LEAST:
        sign = f"{'<' if share == 0 else '>'}{_HARD_SPACE}"
        share = step if share == 0 else 1 - step
    # The hard space before the sign is European usage, and the same in all our languages.
    return f"{sign}{number(share * 100, decimals)}{_HARD_SPACE}%"


def day(value: object) -> str:
    """Write a date with the month's name: 31 Dec 2022. None and NaT are a dash."""
    # NaT calls itself a date and is not equal to itself.
    if not isinstance(value, date) or value != value:
        return NO_DATA
    return _dated(value, locale())


def quarter(code: str) -> str:
    """A quarter of a year, given as `2019-Q3`: 2019 Q3, 3-й кв. 2019. Anything else stays."""
    year, _, part = code.partition("-Q")
    if not (year.isdigit() and part in {"1", "2", "3", "4"}):
        return code
    if language() == "en":
        return f"{year} Q{part}"
    first = date(int(year), 3 * int(part) - 2, 1)
    return str(format_skeleton("yQQQ", first, locale=locale()))


def territory(code: str, otherwise: str) -> str:
    """A country by its three letters in the reader's language, else as it stands."""
    if language() == "en":
        return otherwise
    [short] = get_global("territory_aliases").get(code, [""])[:1]
    return str(locale().territories.get(short, otherwise))


# A page writes hundreds of numbers and days, nearly all of them once more at every run, and Babel
# takes its pattern apart each time.
@lru_cache(20_000)
def _written(rounded: Decimal, decimals: int, spoken: Locale) -> str:
    # Left alone Babel drops trailing zeros: 10.0 would read 10 beside 9.5.
    places = "." + "0" * decimals if decimals else ""
    return format_decimal(rounded, format=f"#,##0{places}", locale=spoken)


@lru_cache(20_000)
def _dated(value: date, spoken: Locale) -> str:
    return format_date(value, format="medium", locale=spoken)


@lru_cache(20_000, typed=True)  # True is no 1
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
