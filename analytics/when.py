"""Dates that may be partial, as a reader says them."""

from datetime import date

from babel.dates import format_skeleton

from i18n import NO_DATA, day
from i18n.catalogue import locale


def when(text: object) -> str:
    """A date text in words: `2016-05-04`, `2016-05` or `2016`. Anything else speaks itself."""
    if not isinstance(text, str) or not text:
        return NO_DATA
    try:
        return _spoken(text)
    except ValueError:
        return text


def _spoken(text: str) -> str:
    if len(text) == len("2016-05"):
        month = date.fromisoformat(f"{text}-01")
        return str(format_skeleton("yMMM", month, locale=locale()))
    return day(date.fromisoformat(text)) if len(text) == len("2016-05-04") else text
