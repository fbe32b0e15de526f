"""Which years' plans are in view: the periods a link may name, and the days they mean."""

from collections.abc import Mapping
from datetime import date

from analytics.query.notices import Notice, nearest
from i18n import N_

PERIODS: Mapping[str, str] = {
    "current": N_("Current plans: running, or ended in the last 24 months"),
    "programme": N_("Plans of the programme’s years, 2020–2024"),
}
PROGRAMME_YEARS = (2020, 2024)
"""The years of EU for Integrity in which a plan ran."""
CURRENT_YEARS = 2


def current_from(as_of: date) -> date:
    """The day from which on a plan's end makes it current: 24 months before `as_of`."""
    try:
        return as_of.replace(year=as_of.year - CURRENT_YEARS)
    except ValueError:  # 29 February
        return as_of.replace(year=as_of.year - CURRENT_YEARS, day=28)


def period_of(text: str, notices: list[Notice]) -> str:
    """The period a link names; a notice where it names none of ours."""
    if text and text not in PERIODS:
        notices.append(Notice("period", text, nearest(text, list(PERIODS))))
    return text if text in PERIODS else ""
