"""Shares over time as steps, with their bands, and the numbers at risk beneath."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT, Picture, finish
from analytics.palette import Swatch
from i18n import t

HEIGHT = 340
MONTHS = 60
"""The axis always runs so far, whatever is in view."""
TICK = 12
BELOW = -0.09
"""Where the numbers at risk stand: under the line of 0 %."""


def curves(
    frame: pd.DataFrame,
    at_risk: pd.DataFrame,
    lines: Mapping[str, Swatch],
    *,
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """A step line for each code of `lines`, in its colour, with its band.

    `frame`: `line`, `months`, `share`, `low`, `high`, `said`; from `months` on the share holds.
    `at_risk`: `months`, `count`, written beneath the axis.
    """
    words = {code: t(swatch.label) for code, swatch in lines.items()}
    drawn = frame.assign(name=frame["line"].map(words))
    across = alt.X(
        "months:Q",
        scale=alt.Scale(domain=[0, MONTHS], nice=False),
        axis=alt.Axis(values=list(range(0, MONTHS + 1, TICK)), format="d"),
        title=t("Months since the start"),
    )
    share = alt.Scale(domain=[BELOW * 1.6, 1], nice=False)
    up = alt.Y(
        "share:Q",
        scale=share,
        axis=alt.Axis(values=[0, 0.25, 0.5, 0.75, 1], format=".0%"),
        title=None,
    )
    colour = alt.Color(
        "name:N",
        scale=alt.Scale(domain=list(words.values()), range=[s.colour for s in lines.values()]),
        legend=alt.Legend(symbolType="stroke", symbolStrokeWidth=4, symbolOpacity=1)
        if len(lines) > 1
        else None,
    )
    base = alt.Chart(drawn).encode(across, color=colour)
    band = base.mark_area(interpolate="step-after", opacity=0.22).encode(
        alt.Y("low:Q", scale=share), alt.Y2("high:Q")
    )
    tip = [alt.Tooltip("name:N", title=" "), alt.Tooltip("said:N", title=" ")]
    line = base.mark_line(interpolate="step-after", strokeWidth=2.5).encode(up)
    marks = base.mark_point(opacity=0, size=120).encode(alt.Y("share:Q", scale=share), tooltip=tip)
    numbers = (
        alt.Chart(at_risk.assign(y=BELOW))
        .mark_text(fontSize=12, color=TEXT)
        .encode(alt.X("months:Q"), alt.Y("y:Q", scale=share), alt.Text("count:N"))
    )
    return finish(
        alt.layer(band, line, marks, numbers),
        title=title,
        subtitle=subtitle,
        source=source,
        height=HEIGHT,
    )
