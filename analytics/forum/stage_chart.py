"""Bars for the back of a room: type that grows with the window, a number at every bar."""

import json
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.room import SCREEN, in_order_of
from analytics.charts.theme import TEXT, Picture, fixed
from analytics.codelists import edge_of, ink_on
from analytics.forum.bars import Bars
from analytics.presentation.figure import Specification

# A 72nd of the window's width: 26.7 pixels on a screen of 1920, never less than 15.
SIZE = f"max(15, {SCREEN} / 72)"
NARROW = f"{SCREEN} < 700"
COLUMN = 1.03
SHARE_END = f"{COLUMN} / (1 - min(0.6, 11 * {SIZE} / width))"
"""An axis of shares goes on beyond 100 %: a number at the end of a full bar is eleven ems wide."""
BEYOND = 1.2
"""How far an axis of counts goes on beyond its longest bar, for the number at its end."""
LETTER = 0.62
"""A letter's width in the widest script, in its height."""
BROKEN = (
    f"{LETTER} * {SIZE} * length(datum.label) < 0.28 * {SCREEN} ? datum.label : "
    "split(replace(datum.label, /([^(]{12,}?) | (?=\\()/g, '$1\\n'), '\\n')"
)
"""A label of a row: in one line where that fits, else in lines of twelve letters and a word, or up
to a bracket."""
IN_WINDOW = 24
"""Letters of a legend that a telephone's width holds."""
BIG: dict[str, Any] = {"labelFontSize": alt.ExprRef(SIZE), "titleFontSize": alt.ExprRef(SIZE)}
ROWS = "rows"
FIELDS = ["group", "series", "at", "value", "low", "high", "start", "end", "after", "middle",
          "colour", "ink", "edge", "small", "said", "state", "highest", "beyond"]  # fmt: skip


def stage(bars: Bars) -> tuple[Specification, dict[str, pd.DataFrame]]:
    """The specification and data of bars: a bar a group and series, in their order.

    A group without a value says its state in words.
    """
    series = tuple((one.name, one.colours[0] if one.colours else TEXT) for one in bars.series)
    labelled = tuple(
        one.name for one, has_label in zip(bars.series, bars.in_legend(), strict=True) if has_label
    )
    rows = pd.DataFrame(_rows(bars), columns=FIELDS)
    return bars_on_stage(series, labelled, bars.share, bars.stacked), {ROWS: rows}


@fixed
def bars_on_stage(
    series: tuple[tuple[str, str], ...], labelled: tuple[str, ...], share: bool, stacked: bool
) -> Picture:
    """Bars of `series` (name and colour), of which the legend names those `labelled`."""
    look = _Look(series, labelled, share, stacked)
    alone = stacked or len(series) == 1
    base = whole = alt.Chart(alt.NamedData(ROWS)).encode(_groups(alone))
    if not alone:
        names = [name for name, _ in series]
        base = base.encode(yOffset=alt.YOffset("series:N", sort=names))
    layers = [_states(whole, look), *(_stacked(base, look) if stacked else _plain(base, look))]
    return alt.layer(*layers)


@dataclass(frozen=True, slots=True)
class _Look:
    """What a chart on the stage is made of, whatever its numbers."""

    series: tuple[tuple[str, str], ...]
    labelled: tuple[str, ...]
    share: bool
    stacked: bool


def _groups(alone: bool) -> alt.Y:
    return alt.Y(
        "group:N", sort=None, title=None,
        scale=in_order_of(ROWS, "group", paddingInner=0.28 if alone else 0.14),
        axis=alt.Axis(
            **BIG, labelPadding=12,
            labelLimit=alt.ExprRef(f"{SCREEN} * ({NARROW} ? 0.45 : 0.28)"),
            # A telephone has no room for a label in one line, and its end says most.
            labelExpr=f"{NARROW} ? split(datum.label, ' ') : {BROKEN}",
        ),
    )  # fmt: skip


def _plain(base: alt.Chart, look: _Look) -> list[alt.Chart]:
    """Bars with their interval; shares and counts stand at the end of both."""
    # A stroke on every bar would draw one where there is 0.
    bar = base.mark_bar(
        strokeWidth=alt.ExprRef("datum.small && datum.value > 0 ? 3 : 0"), strokeDash=[8, 6]
    )
    labels = base.mark_text(align="left", dx=10, fontSize=alt.ExprRef(SIZE), fontWeight=600)
    x = alt.X("start:Q", scale=_scale(look), axis=_axis(look), title=None)
    layers = [
        bar.encode(
            x,
            alt.X2("end:Q"),
            fill=alt.Fill("series:N", scale=_colours(look), legend=_legend(look))
            if len(look.series) > 1
            else alt.Fill("colour:N", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
            fillOpacity=alt.condition("datum.small", alt.value(0), alt.value(1)),
        ),
        base.mark_rule(strokeWidth=alt.ExprRef(f"{SCREEN} / 400"), color=TEXT).encode(
            alt.X("low:Q"), alt.X2("high:Q")
        ),
        labels.encode(alt.X("after:Q"), alt.Text("said:N")),
    ]
    if not look.share:  # room beyond the longest bar for its number
        layers.append(base.mark_point(opacity=0).encode(alt.X("beyond:Q")))
    return layers


def _stacked(base: alt.Chart, look: _Look) -> list[alt.Chart]:
    """Pieces with their counts in them, where there is room."""
    x = alt.X("start:Q", scale=_scale(look), axis=_axis(look), title=None)
    pieces = base.mark_bar(strokeWidth=1).encode(
        x, alt.X2("end:Q"), alt.Color("series:N", scale=_colours(look), legend=_legend(look)),
        stroke=alt.Stroke("edge:N", scale=None),
    )  # fmt: skip
    counts = base.mark_text(fontSize=alt.ExprRef(SIZE), fontWeight=600).encode(
        alt.X("middle:Q"), alt.Text("said:N"), color=alt.Color("ink:N", scale=None)
    )
    wide = "datum.value / datum.highest * width"
    return [
        pieces,
        counts.transform_filter(f"{wide} > (0.6 * length(datum.said) + 0.4) * {SIZE}"),
    ]


def _states(base: alt.Chart, look: _Look) -> alt.Chart:
    states: alt.Chart = base.mark_text(
        align="left", dx=8, fontSize=alt.ExprRef(SIZE), color=TEXT
    ).encode(alt.X(datum=0, axis=_axis(look), title=None), alt.Text("state:N"))
    return states


def _scale(look: _Look) -> alt.Scale:
    if look.share:
        return alt.Scale(domain=[0, alt.ExprRef(SHARE_END)], nice=False)
    return alt.Scale(zero=True, nice=False)


def _axis(look: _Look) -> alt.Axis | None:
    """Shares have an axis of 0–100 %; counts stand at their bars, an axis would say them twice."""
    values = [0, 0.25, 0.5, 0.75, 1]
    return alt.Axis(**BIG, format=".0%", values=values, labelPadding=12) if look.share else None


def _colours(look: _Look) -> alt.Scale:
    return alt.Scale(
        domain=[name for name, _ in look.series], range=[colour for _, colour in look.series]
    )


def _legend(look: _Look) -> alt.Legend:
    """Beside each other as far as there is room, and only what there is to see."""
    names = list(look.labelled)
    columns = "1"
    for many in range(2, min(len(names), 5) + 1):
        letters = sum(max(map(len, names[at::many])) for at in range(many))
        fits = f"{LETTER} * {SIZE} * {letters} + {many} * ({NARROW} ? 35 : 60) < 0.68 * {SCREEN}"
        columns = f"{fits} ? {many} : {columns}"
    lines = {name: wrap(name, IN_WINDOW) for name in names}
    return alt.Legend(
        **BIG,
        columns=alt.ExprRef(columns),
        columnPadding=alt.ExprRef(f"{NARROW} ? 10 : 28"),
        symbolSize=alt.ExprRef(f"{NARROW} ? 180 : 500"),
        labelExpr=f"{NARROW} ? ({json.dumps(lines)})[datum.label] : datum.label",
        labelLimit=0, values=names, title=None,
    )  # fmt: skip


def _rows(bars: Bars) -> list[dict[str, Any]]:
    ends, highest = [0.0] * len(bars.labels), max(bars.highest(), 1)
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
                "highest": highest,
                "beyond": highest * BEYOND,
                "low": low,
                "high": high,
                "start": None if value is None else start,
                "end": None if value is None else ends[at],
                "after": None if value is None else max(ends[at], high or 0),
                "middle": start + (value or 0) / 2,
                "colour": series.colours[at],
                "ink": ink_on(series.colours[at]),
                "edge": edge_of(series.colours[at]),
                "small": series.small[at],
                "said": bars.at_the_bar(series, at),
                "state": bars.states[at] if series is bars.series[0] else "",
            })  # fmt: skip
    return rows
