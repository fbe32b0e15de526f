"""Shares over time as steps, with their bands, and the numbers at risk beneath."""

import re

import altair as alt
import pandas as pd

from analytics.charts.encodings import tips
from analytics.charts.theme import TEXT, Picture, calendar, fixed
from analytics.codelists import COMPLETION, NEUTRAL, PROGRAMME, country_colour
from i18n import t

HEIGHT = 340
MONTHS = 60
"""The axis always runs so far, whatever is in view."""
TICK = 12
BELOW = -0.09
"""Where the numbers at risk stand: under the line of 0 %."""


@fixed
def curves(lines: tuple[tuple[str, str], ...]) -> Picture:
    """A step line for each of `lines` (wording and colour), with its band.

    `curves`: `name`, `months`, `share`, `low`, `high`, `said`; from `months` on the share holds.
    `at_risk`: `months`, `count` and `y` (always `BELOW`), written beneath the axis.
    """
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
        scale=alt.Scale(domain=[name for name, _ in lines], range=[tone for _, tone in lines]),
        legend=alt.Legend(symbolType="stroke", symbolStrokeWidth=4, symbolOpacity=1)
        if len(lines) > 1
        else None,
    )
    base = alt.Chart(alt.NamedData("curves")).encode(across, color=colour)
    band = base.mark_area(interpolate="step-after", opacity=0.22).encode(
        alt.Y("low:Q", scale=share), alt.Y2("high:Q")
    )
    line = base.mark_line(interpolate="step-after", strokeWidth=2.5).encode(up)
    marks = base.mark_point(opacity=0, size=120).encode(
        alt.Y("share:Q", scale=share), tooltip=tips(name=t("State"), said=" ")
    )
    numbers = (
        alt.Chart(alt.NamedData("at_risk"))
        .mark_text(fontSize=12, color=TEXT)
        .encode(alt.X("months:Q"), alt.Y("y:Q", scale=share), alt.Text("count:N"))
    )
    return alt.layer(band, line, marks, numbers).properties(height=HEIGHT)


S_CURVE_HEIGHT = 320


@fixed
def s_curve(first: int, last: int) -> Picture:
    """Two lines from `first` to `last` year: planned by each month's end (dashed), done (full).

    `months` are those of `s_curve_rows`.
    """
    kinds = [t("Planned"), t("Done", context="carried out")]
    ends = [alt.DateTime(year=first), alt.DateTime(year=last, month=12, date=31)]
    chart: alt.Chart = alt.Chart(alt.NamedData("months")).mark_line(strokeWidth=2.5)
    encoded: alt.Chart = chart.encode(
        alt.X("month_end:T", scale=alt.Scale(domain=ends, nice=False), title=None,
              axis=alt.Axis(format="%Y", tickCount={"interval": "year", "step": 2}, grid=True)),
        alt.Y("count:Q", title=t("Milestones"), axis=alt.Axis(format=",d", tickMinStep=1)),
        alt.Color(
            "kind:N",
            scale=alt.Scale(domain=kinds, range=[NEUTRAL, COMPLETION["complete"].colour]),
            legend=alt.Legend(symbolType="stroke", symbolStrokeWidth=4),
        ),
        alt.StrokeDash("kind:N", scale=alt.Scale(domain=kinds, range=[[5, 4], [1, 0]])),
        tooltip=[
            alt.Tooltip("kind:N", title=" "),
            alt.Tooltip("month_end:T", title=t("By the end of"), format="%Y-%m"),
            alt.Tooltip("count:Q", title=t("Milestones"), format="d"),
        ],
    )  # fmt: skip
    return encoded.properties(height=S_CURVE_HEIGHT)


def s_curve_rows(frame: pd.DataFrame) -> pd.DataFrame:
    """The data of `s_curve` from `month_end`, `planned` and `done` (null where nobody looked)."""
    drawn = frame.assign(month_end=pd.to_datetime(frame["month_end"]).dt.strftime("%Y-%m-%d"))
    long = drawn.melt("month_end", ["planned", "done"], "kind", "count").dropna()
    return long.assign(
        kind=long["kind"].map({"planned": t("Planned"), "done": t("Done", context="carried out")})
    )


INDICATOR_HEIGHT = 170


@fixed
def indicator(first: int, last: int) -> Picture:
    """A point a year; a line joins consecutive years only, nothing is drawn into a gap.

    `values`, `range` and `period` are those of `indicator_rows`. A year's value stands in the
    middle of that year. The axes never move: the years `first` to `last`, and what the unit names.
    """
    up = alt.Y("value:Q", scale=alt.Scale(nice=False, zero=False), title=None,
               axis=alt.Axis(tickCount=4))  # fmt: skip
    values = alt.Chart(alt.NamedData("values")).encode(
        alt.X("day:T"),
        up,
        alt.Color("colour:N", scale=None),
        tooltip=tips(said_year=t("Year"), said=" "),
    )
    return alt.layer(
        *_shade(first, last),
        alt.Chart(alt.NamedData("range")).mark_point(opacity=0).encode(up),
        values.mark_line(strokeWidth=2.5).encode(detail="run:N"),
        values.mark_point(size=45, filled=True, opacity=1),
    ).properties(height=INDICATOR_HEIGHT)


def indicator_rows(frame: pd.DataFrame, country: str, unit: str) -> dict[str, pd.DataFrame]:
    """The data of `indicator`. `frame`: year, value and value_text, oldest first."""
    spoken = frame["year"].astype(int)
    return {
        "values": pd.DataFrame(
            {
                "day": [f"{year}-07-01" for year in spoken],
                "said_year": spoken.astype(str),
                "run": (spoken.diff() != 1).cumsum(),
                "value": frame["value"],
                "said": frame["value_text"].astype(str) + f" ({t(unit)})",
                "colour": country_colour(country),
            }
        ),
        "range": pd.DataFrame({"value": bounds(unit, frame["value"].max())}),
        "period": pd.DataFrame([map(str, PROGRAMME)], columns=["since", "until"]),
    }


def bounds(unit: str, largest: float) -> tuple[float, float]:
    """The range of an axis: what the unit names (`score 0-100`, `of 31`, `%`), else from zero."""
    if named := re.search(r"(\d+)-(\d+)$", unit):
        return float(named[1]), float(named[2])
    if named := re.fullmatch(r"(?:rank )?of (\d+)", unit):
        return 0.0, float(named[1])
    return (0.0, 100.0) if unit == "%" else (0.0, float(largest))


def _shade(first: int, last: int) -> list[alt.Chart]:
    """The programme's period. Years are named in their middle, where their values stand."""
    middles = [f"{year}-07-01" for year in range(first + 1, last + 1, 3)]
    axis = alt.Axis(values=middles, format="%Y", labelOverlap="greedy")
    base = alt.Chart(alt.NamedData("period"))
    return [
        base.mark_rect(color=TEXT, opacity=0.08).encode(
            calendar("since", first, last, axis), alt.X2("until:T")
        ),
    ]
