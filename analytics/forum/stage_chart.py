"""Bars for the back of a room: type that grows with the window, a number at every bar."""

from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT, Picture, finish
from analytics.codelists import ink_on
from analytics.forum.bars import Bars
from i18n import t

# A 72nd of the window's width: 26.7 pixels on a screen of 1920, never less than 15.
SIZE = "max(15, windowSize()[0] / 72)"
NARROW = "windowSize()[0] < 700"
COLUMN = 1.03
SHARE_END = f"{COLUMN} / (1 - min(0.6, 11 * {SIZE} / width))"
"""An axis of shares goes on beyond 100 %: there the numbers stand in a column eleven ems wide."""
COUNT_END = f"1 / (1 - min(0.3, 4 * {SIZE} / width))"
FIELDS = ["group", "series", "at", "value", "low", "high", "start", "end", "middle", "colour",
          "ink", "small", "said", "state"]  # fmt: skip


def stage(bars: Bars, *, source: str) -> Picture:
    """A bar a group and series, in their order; a group without a value says its state in words."""
    drawn = pd.DataFrame(_rows(bars), columns=FIELDS)
    base = whole = alt.Chart(drawn).encode(_groups(bars))
    if len(bars.series) > 1 and not bars.stacked:
        names = [series.name for series in bars.series]
        base = base.encode(yOffset=alt.YOffset("series:N", sort=names))
    layers = _stacked(base, bars) if bars.stacked else _plain(base, bars)
    picture = finish(
        alt.layer(*layers, _states(whole)), title=bars.headline(intervals=True), source=source
    )
    picture.config = _large(picture.config)
    return picture


def _groups(bars: Bars) -> alt.Y:
    alone = bars.stacked or len(bars.series) == 1
    return alt.Y(
        "group:N", sort=list(bars.labels), title=None,
        scale=alt.Scale(domain=list(bars.labels), paddingInner=0.28 if alone else 0.14),
        axis=alt.Axis(
            labelLimit=alt.ExprRef("windowSize()[0] * 0.28"),
            # A telephone has no room for a label in one line, and its end says most.
            labelExpr=f"{NARROW} ? split(datum.label, ' ') : datum.label",
        ),
    )  # fmt: skip


def _plain(base: alt.Chart, bars: Bars) -> list[alt.Chart]:
    """Bars with their interval; counts and shares stand at their end or in a column."""
    # A stroke on every bar would draw one where there is 0.
    bar = base.mark_bar(
        strokeWidth=alt.ExprRef("datum.small && datum.value > 0 ? 3 : 0"), strokeDash=[8, 6]
    )
    shown = base.mark_text(align="left", dx=10, fontSize=alt.ExprRef(SIZE), fontWeight=600)
    x = alt.X("start:Q", scale=_scale(bars), axis=_axis(bars), title=None)
    return [
        bar.encode(
            x,
            alt.X2("end:Q"),
            fill=alt.Fill("series:N", scale=_colours(bars), legend=_legend(bars))
            if len(bars.series) > 1
            else alt.Fill("colour:N", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
            fillOpacity=alt.condition("datum.small", alt.value(0), alt.value(1)),
        ),
        base.mark_rule(strokeWidth=alt.ExprRef("windowSize()[0] / 400"), color=TEXT).encode(
            alt.X("low:Q"), alt.X2("high:Q")
        ),
        shown.encode(alt.X(datum=COLUMN) if bars.share else alt.X("end:Q"), alt.Text("said:N")),
    ]


def _stacked(base: alt.Chart, bars: Bars) -> list[alt.Chart]:
    """Pieces with their counts in them, where there is room."""
    x = alt.X("start:Q", scale=_scale(bars), axis=_axis(bars), title=None)
    pieces = base.mark_bar(stroke="#FFFFFF", strokeWidth=1).encode(
        x, alt.X2("end:Q"), alt.Color("series:N", scale=_colours(bars), legend=_legend(bars))
    )
    counts = base.mark_text(fontSize=alt.ExprRef(SIZE), fontWeight=600).encode(
        alt.X("middle:Q"), alt.Text("said:N"), color=alt.Color("ink:N", scale=None)
    )
    wide = f"datum.value / {max(bars.highest(), 1)} * width"
    return [
        pieces,
        counts.transform_filter(f"{wide} > (0.6 * length(datum.said) + 0.4) * {SIZE}"),
    ]


def _states(base: alt.Chart) -> alt.Chart:
    words: alt.Chart = base.mark_text(
        align="left", dx=8, fontSize=alt.ExprRef(SIZE), color=TEXT
    ).encode(alt.X(datum=0), alt.Text("state:N"))
    return words


def _scale(bars: Bars) -> alt.Scale:
    highest = max(bars.highest(), 1)
    if bars.share:
        end: float | alt.ExprRef = alt.ExprRef(SHARE_END)
    else:
        end = highest if bars.stacked else alt.ExprRef(f"{highest} * {COUNT_END}")
    return alt.Scale(domain=[0, end], nice=False)


def _axis(bars: Bars) -> alt.Axis | None:
    """Shares have an axis of 0–100 %; counts stand at their bars, an axis would say them twice."""
    return alt.Axis(format=".0%", values=[0, 0.25, 0.5, 0.75, 1]) if bars.share else None


def _colours(bars: Bars) -> alt.Scale:
    return alt.Scale(
        domain=[series.name for series in bars.series],
        range=[series.colours[0] if series.colours else TEXT for series in bars.series],
    )


def _legend(bars: Bars) -> alt.Legend:
    """Beside each other where there is room, and only what there is to see."""
    names = [one.name for one, told in zip(bars.series, bars.told(), strict=True) if told]
    wide, narrow = (len(names) if len(names) <= 5 else 4), (2 if len(bars.series) > 2 else 1)
    columns = alt.ExprRef(f"{NARROW} ? {narrow} : {wide}")
    return alt.Legend(columns=columns, values=names, title=None)


def _rows(bars: Bars) -> list[dict[str, Any]]:
    ends = [0.0] * len(bars.labels)
    rows = []
    for series in bars.series:
        for at, label in enumerate(bars.labels):
            value = series.values[at]
            start = ends[at] if bars.stacked else 0.0
            ends[at] = start + (value or 0)
            low, high = (bars.spans[at] if bars.spans else None) or (None, None)
            rows.append({
                "group": label,
                "series": series.name,
                "at": at,
                "value": value,
                "low": low,
                "high": high,
                "start": None if value is None else start,
                "end": None if value is None else ends[at],
                "middle": start + (value or 0) / 2,
                "colour": series.colours[at],
                "ink": ink_on(series.colours[at]),
                "small": series.small[at],
                "said": _said(bars, series.shown[at], series.resting[at], value),
                "state": bars.states[at] if series is bars.series[0] else "",
            })  # fmt: skip
    return rows


def _said(bars: Bars, shown: str, resting: str, value: float | None) -> str:
    """`57 % · 17 of 30` at a rate, the count alone elsewhere."""
    if value is None:
        return ""
    if not bars.share or shown == resting:
        return shown
    return t("{share} · {counts}", share=shown, counts=resting)


def _large(config: dict[str, Any]) -> dict[str, Any]:
    """The house's settings with the stage's type."""
    size = {"expr": SIZE}
    big = {"labelFontSize": size, "titleFontSize": size}
    config["axis"] = {**config["axis"], **big, "labelPadding": 12}
    room = {
        "symbolSize": {"expr": f"{NARROW} ? 180 : 500"},
        "columnPadding": {"expr": f"{NARROW} ? 10 : 28"},
    }
    config["legend"] = {**config["legend"], **big, **room, "labelLimit": 0}
    return config
