"""Numbers and dates on axes and in tooltips, as the reader's language writes them.

Streamlit 1.67 keeps only the theme, renderer and padding of `usermeta.embedOptions`, so a locale
given there never arrives. The `locale` of a Vega-Lite configuration does, and vl-convert reads it
as well.
"""

from typing import Any

from babel.numbers import get_decimal_symbol, get_group_symbol

from i18n.catalogue import locale

_DAYS_FROM_SUNDAY = (6, 0, 1, 2, 3, 4, 5)


def vega_locale() -> dict[str, dict[str, Any]]:
    """Number and time locale in d3-format's and d3-time-format's shape."""
    return {"number": _numbers(), "time": _times()}


def _numbers() -> dict[str, Any]:
    spoken = locale()
    return {
        "decimal": get_decimal_symbol(spoken),
        "thousands": get_group_symbol(spoken),
        "grouping": [3],
        "currency": ["", ""],
        "percent": "\N{NO-BREAK SPACE}%",
    }


def _times() -> dict[str, Any]:
    spoken = locale()
    alone = "stand-alone"
    months, days = spoken.months[alone], spoken.days[alone]
    return {
        "dateTime": "%d.%m.%Y %H:%M",
        "date": "%d.%m.%Y",
        "time": "%H:%M",
        "periods": ["AM", "PM"],  # required by d3; our clock has 24 hours
        "days": [days["wide"][place] for place in _DAYS_FROM_SUNDAY],
        "shortDays": [days["abbreviated"][place] for place in _DAYS_FROM_SUNDAY],
        "months": [months["wide"][place] for place in range(1, 13)],
        "shortMonths": [months["abbreviated"][place] for place in range(1, 13)],
    }
