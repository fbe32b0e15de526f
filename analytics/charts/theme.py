"""What all charts have in common: typeface, axes, calendar, number language.

Text and grid lines take `currentColor`, the colour of the text round the chart. In the browser
that is ink on a light page and near-white on a dark one; in an exported image it is black.
Streamlit sets the background and leaves our settings alone, so one specification serves the
light page, the dark page and the printed one.

Streamlit 1.67 keeps only the theme, renderer and padding of `usermeta.embedOptions`, so a locale
given there never arrives. The `locale` of a Vega-Lite configuration does, and vl-convert reads it
as well.
"""

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import Any, ParamSpec

import altair as alt
from babel.numbers import get_decimal_symbol, get_group_symbol

from analytics.charts.room import NARROW, ROOM
from analytics.codelists import COUNTRIES, RAMP, Swatch, colours
from analytics.presentation.figure import Specification
from i18n import t
from i18n.catalogue import language, locale

FONT = "Noto Sans, sans-serif"
TEXT = "currentColor"

Picture = alt.Chart | alt.LayerChart | alt.FacetChart | alt.VConcatChart
P = ParamSpec("P")

CONFIG: dict[str, Any] = {
    "font": FONT,
    "view": {"stroke": None},
    "title": {
        "anchor": "start",
        "frame": "bounds",
        "color": TEXT,
        "fontSize": 16,
        "fontWeight": 600,
        "subtitleColor": TEXT,
        "subtitleFontSize": 13,
        "subtitlePadding": 6,
        "offset": 12,
    },
    # Vega would read out axes, legends and marks to those who do not see them, by the names of
    # fields and with colours as numbers. A finding in words and a table stand with every chart.
    # Only what its chart chose is told of a mark; Streamlit would tell the codes of all its fields.
    "mark": {"aria": False, "tooltip": False},
    "axis": {
        "aria": False,
        "labelColor": TEXT,
        "titleColor": TEXT,
        "labelFontSize": 12,
        "labelFontWeight": 400,
        "labelLimit": {"expr": f"{NARROW} ? 220 : 290"},
        "labelPadding": 6,
        "titleFontSize": 12,
        "titleFontWeight": 400,
        "titlePadding": 10,
        "domain": False,
        "ticks": False,
        "gridColor": TEXT,
        "gridOpacity": 0.14,
    },
    # A title longer than its axis would push the drawing aside, or out of its frame; where the axis
    # is short, the room below the names of rows is free for it.
    "axisX": {
        "titleLimit": {"expr": f"{NARROW} ? {ROOM} : width"},
        "titleAnchor": {"expr": f"{NARROW} ? 'end' : null"},
    },
    "axisY": {"titleLimit": {"expr": "height"}},
    "axisDiscrete": {"grid": False},
    # A year beside the end of its axis would be cut off.
    "axisTemporal": {"labelBound": True},
    # Streamlit's own theme moves the outermost labels inwards, off the middle of their rows.
    "axisBand": {"grid": False, "labelFlush": False},
    "legend": {
        "aria": False,
        "orient": "top",
        "direction": "horizontal",
        "title": None,
        "labelColor": TEXT,
        "titleColor": TEXT,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": 400,
        "labelLimit": {"expr": f"{NARROW} ? 0 : 260"},
        "columns": 3,
        "columnPadding": 16,
        "offset": 8,
        "padding": 0,
        "symbolType": "square",
        "symbolStrokeWidth": 0,
    },
    "header": {
        "labelColor": TEXT,
        "titleColor": TEXT,
        "labelFontSize": 13,
        "labelFontWeight": 600,
        "titleFontSize": 12,
    },
    "text": {"color": TEXT, "fontSize": 12},
    "rule": {"color": TEXT},
    "range": {"category": colours(COUNTRIES), "ramp": list(RAMP), "heatmap": list(RAMP)},
}


def dressed(chart: Picture) -> dict[str, Any]:
    """The specification of a chart in the house's look. Altair checks it here, and only here."""
    looks = {**CONFIG, "locale": vega_locale()}
    # A canvas does not know currentColor.
    remarks = {"embedOptions": {"renderer": "svg"}}
    made: dict[str, Any] = chart.properties(usermeta=remarks, config=looks).to_dict()
    return made


def fixed(build: Callable[P, Picture]) -> Callable[P, Specification]:
    """Make of a chart builder one that builds once a language and options, for the whole server.

    The chart names its data (`alt.NamedData`); nothing of an answer may stand in it, so the
    browser that has drawn it once is sent only other data. Its options are few, fixed and
    hashable. Altair checks it while it is built; nothing is checked while it is served.
    """

    @lru_cache(maxsize=256)
    def built(_language: str, *options: Hashable, **named: Hashable) -> Specification:
        made = dressed(build(*options, **named))  # type: ignore[arg-type]  # as they came
        if isinstance(made.get("height"), dict):  # as many rows as the data has, each as high
            made["autosize"] = {"type": "fit-x", "contains": "padding"}
        return made

    @wraps(build)
    def specification(*options: P.args, **named: P.kwargs) -> Specification:
        return built(language(), *options, **named)  # type: ignore[arg-type]  # hashable

    FIXED[f"{build.__module__}.{build.__qualname__}"] = specification
    return specification


FIXED: dict[str, Callable[..., Specification]] = {}
"""Every fixed chart, by the name of its builder."""


def marked(swatch: Swatch) -> str:
    """What a category is called, after its mark where it has one: `× Withdrawn`."""
    return f"{swatch.mark} {t(swatch.label)}" if swatch.has_mark else t(swatch.label)


def calendar(field: str, first: int, last: int, axis: alt.Axis) -> alt.X:
    """An axis over all days of these years, both included.

    For one layer of a chart; the others share it and name their field alone. Vega takes the ends
    as numbers only: days written as days are lost where a bar's two ends share the axis.
    """
    scale = alt.Scale(domainMin=_moment(first), domainMax=_moment(last + 1), nice=False)
    return alt.X(f"{field}:T", scale=scale, title=None, axis=axis)


def _moment(year: int) -> alt.ExprRef:
    """The first moment of a year in the reader's own time, as the bars are drawn."""
    return alt.ExprRef(f"time(datetime({year}, 0, 1))")


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
