"""One outside indicator over the years, with the programme's period shaded: context, not effect."""

import re

import altair as alt
import pandas as pd

from analytics.charts.calendar import calendar
from analytics.charts.theme import TEXT, Picture, finish
from analytics.palette import COUNTRIES, NEUTRAL
from i18n import t

HEIGHT = 170
PROGRAMME = ("2020-05-01", "2024-08-30")
"""The OGP part of EU for Integrity, first and last day."""


def indicator(
    frame: pd.DataFrame,
    country: str,
    *,
    unit: str,
    years: tuple[int, int],
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """A point a year; a line joins consecutive years only, nothing is drawn into a gap.

    `frame`: year and value, oldest first. A year's value stands in the middle of that year. The
    axes never move: `years`, and the range the unit names.
    """
    spoken = frame["year"].astype(int)
    drawn = pd.DataFrame(
        {
            "day": [f"{year}-07-01" for year in spoken],
            "said_year": spoken.astype(str),
            "run": (spoken.diff() != 1).cumsum(),
            "value": frame["value"],
            "value_text": frame["value_text"],
        }
    )
    colour = COUNTRIES[country].colour if country in COUNTRIES else NEUTRAL
    scale = alt.Scale(domain=list(bounds(unit, frame["value"].max())), nice=False)
    base = alt.Chart(drawn).encode(
        alt.X("day:T"),
        alt.Y("value:Q", scale=scale, title=None, axis=alt.Axis(tickCount=4)),
        tooltip=[
            alt.Tooltip("said_year:N", title=t("Year")),
            alt.Tooltip("value_text:N", title=unit),
        ],
    )
    return finish(
        alt.layer(
            *_shade(years),
            base.mark_line(strokeWidth=2.5, color=colour).encode(detail="run:N"),
            base.mark_point(size=45, filled=True, color=colour, opacity=1),
        ),
        title=title,
        subtitle=subtitle,
        source=source,
        height=HEIGHT,
    )


def bounds(unit: str, largest: float) -> tuple[float, float]:
    """The range of an axis: what the unit names (`score 0-100`, `of 31`, `%`), else from zero."""
    if named := re.search(r"(\d+)-(\d+)$", unit):
        return float(named[1]), float(named[2])
    if named := re.fullmatch(r"(?:rank )?of (\d+)", unit):
        return 0.0, float(named[1])
    return (0.0, 100.0) if unit == "%" else (0.0, float(largest))


def _shade(years: tuple[int, int]) -> list[alt.Chart]:
    """The programme's period. Years are named in their middle, where their values stand."""
    period = pd.DataFrame({"since": [PROGRAMME[0]], "until": [PROGRAMME[1]]})
    middles = [f"{year}-07-01" for year in range(years[0] + 1, years[1] + 1, 3)]
    axis = alt.Axis(values=middles, format="%Y", labelOverlap="greedy")
    base = alt.Chart(period)
    return [
        base.mark_rect(color=TEXT, opacity=0.08).encode(
            calendar("since", *years, axis), alt.X2("until:T")
        ),
        base.mark_text(align="left", baseline="bottom", dy=-5, color=TEXT).encode(
            alt.X("since:T"),
            y=alt.value(0),
            text=alt.value(t("context, not effect")),
        ),
    ]
