"""What a text can mean as a day, a month or a year, and which days there are."""

from dataclasses import dataclass
from datetime import date

FIRST_YEAR, LAST_YEAR = 1990, 2100


# Spreadsheets count days from here. The second count is that of old Macintosh workbooks.
COUNTED_FROM = (date(1899, 12, 30), date(1904, 1, 1))
_TYPED = range(FIRST_YEAR, 2041)  # years that were typed where days are shown: 2021 is 1905-07-13


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text can mean: `day_first` and `month_first` differ where the plan has to decide.

    Each is YYYY-MM-DD, YYYY-MM or YYYY, or empty where the text cannot mean that. `start` and
    `end` are the same except for a span of time, which begins in one month and ends in another.
    `inferred`: it takes a second look to see that the text says so.
    """

    start: str
    end: str
    day_first: str = ""
    month_first: str = ""
    inferred: bool = False

    @property
    def undecided(self) -> bool:
        return bool(self.day_first and self.month_first and self.day_first != self.month_first)

    @property
    def year(self) -> str:
        return (self.day_first or self.start)[:4]


NOTHING = Reading("", "")


def whole(text: str) -> Reading:
    return Reading(text, text) if text else NOTHING


def inferred_day(text: str) -> Reading:
    return Reading(text, text, inferred=True)


def day_text(year: str, month: str | int, day: str) -> str:
    """The day, or the year that was typed into a cell that shows days."""
    try:
        whole = date(int(year), int(month), int(day))
    except (ValueError, OverflowError):
        return ""
    if year_text(year):
        return whole.isoformat()
    typed = {(whole - start).days for start in COUNTED_FROM}.intersection(_TYPED)
    return str(typed.pop()) if typed and whole.year in (1905, 1909) else ""


def month_text(year: str, month: str | int) -> str:
    return f"{year}-{int(month):02}" if year_text(year) and 1 <= int(month) <= 12 else ""


def year_text(year: str) -> str:
    return year if year.isascii() and FIRST_YEAR <= int(year) <= LAST_YEAR else ""
