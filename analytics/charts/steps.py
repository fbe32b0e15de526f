"""Dated steps along a time line: a dot for a day, a bar for a month or a year."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT, Picture, finish
from analytics.palette import ACCENT

ROW = 40


def steps(
    frame: pd.DataFrame,
    kinds: Mapping[str, str],
    places: Sequence[tuple[str, str]],
    *,
    shaded: tuple[str, str],
    years: tuple[int, int],
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """Steps of `frame` (`kind`, `place`, `from`, `to`, `when`, `label`), a lane a kind.

    `kinds` words the lanes in their order; `places` are the wording and colour of every place that
    can occur, so colours never move. `from` and `to` are days as text; where they differ the step
    is drawn as the span its date can mean. `shaded` is the programme's first and last day; `years`
    are the first and last year of the axis, whatever is in view.
    """
    lanes = list(kinds.values())
    drawn = frame.assign(lane=frame["kind"].map(dict(kinds)), partial=frame["from"] != frame["to"])
    ends = [alt.DateTime(year=years[0]), alt.DateTime(year=years[1], month=12, date=31)]
    time = alt.Scale(domain=ends, nice=False)
    axis = alt.Axis(format="%Y", grid=True, tickCount="year", labelOverlap=True)
    start = alt.X("from:T", scale=time, axis=axis, title=None)
    colour = alt.Color(
        "place:N",
        scale=alt.Scale(
            domain=[name for name, _ in places], range=[colour for _, colour in places]
        ),
        legend=alt.Legend(columns=4, symbolType="circle"),
    )
    base = alt.Chart(drawn).encode(
        alt.X("from:T"),
        alt.Y("lane:N", sort=lanes, title=None, scale=alt.Scale(domain=lanes),
              axis=alt.Axis(grid=True, labelFontSize=13)),
        tooltip=[alt.Tooltip("label:N", title=" "), alt.Tooltip("place:N", title=" "),
                 alt.Tooltip("when:N", title=" ")],
    )  # fmt: skip
    spans = base.mark_rule(strokeWidth=9, opacity=0.55, strokeCap="round").encode(
        alt.X2("to:T"), colour
    )
    days = base.mark_point(size=110, filled=True, opacity=0.95, stroke=TEXT, strokeWidth=0.5)
    period = pd.DataFrame([{"from": shaded[0], "to": shaded[1]}])
    shade = alt.Chart(period).mark_rect(color=ACCENT, opacity=0.1, tooltip=False)
    layers = alt.layer(
        shade.encode(start, alt.X2("to:T")),
        spans.transform_filter("datum.partial"),
        days.encode(colour).transform_filter("!datum.partial"),
    )
    return finish(
        layers, title=title, subtitle=subtitle, source=source, height=ROW * max(len(lanes), 1) + 30
    )
