"""Milestones planned against milestones done, added up over time."""

import altair as alt
import pandas as pd

from analytics.charts.theme import Picture, finish
from analytics.palette import COMPLETION, NEUTRAL
from i18n import t

HEIGHT = 320


def s_curve(
    frame: pd.DataFrame, *, years: tuple[int, int], title: str, subtitle: str, source: str
) -> Picture:
    """Two lines over `years`: what was planned by each month's end (dashed), what was done (full).

    `frame`: `month_end`, `planned`, `done` (null where nobody looked any more).
    """
    planned, done = t("Planned"), t("Done")
    ends = [alt.DateTime(year=years[0]), alt.DateTime(year=years[1], month=12, date=31)]
    drawn = frame.assign(month_end=pd.to_datetime(frame["month_end"]).dt.strftime("%Y-%m-%d"))
    long = drawn.melt("month_end", ["planned", "done"], "kind", "count").dropna()
    long = long.assign(kind=long["kind"].map({"planned": planned, "done": done}))
    chart: alt.Chart = alt.Chart(long).mark_line(strokeWidth=2.5)
    encoded = chart.encode(
        alt.X("month_end:T", scale=alt.Scale(domain=ends, nice=False), title=None,
              axis=alt.Axis(format="%Y", tickCount={"interval": "year", "step": 2}, grid=True)),
        alt.Y("count:Q", title=t("Milestones"), axis=alt.Axis(format=",d", tickMinStep=1)),
        alt.Color(
            "kind:N",
            scale=alt.Scale(domain=[planned, done],
                            range=[NEUTRAL, COMPLETION["complete"].colour]),
            legend=alt.Legend(symbolType="stroke", symbolStrokeWidth=4),
        ),
        alt.StrokeDash("kind:N", scale=alt.Scale(domain=[planned, done], range=[[5, 4], [1, 0]])),
        tooltip=[
            alt.Tooltip("kind:N", title=" "),
            alt.Tooltip("month_end:T", title=t("By the end of"), format="%Y-%m"),
            alt.Tooltip("count:Q", title=t("Milestones"), format="d"),
        ],
    )  # fmt: skip
    return finish(encoded, title=title, subtitle=subtitle, source=source, height=HEIGHT)
