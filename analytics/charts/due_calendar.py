"""When commitments fall due: a bar a quarter, by timeliness, and the day the reader stands on."""

from datetime import date

import altair as alt
import pandas as pd

from analytics.charts.calendar import calendar
from analytics.charts.theme import TEXT, Picture, finish
from analytics.codelists import TIMELINESS, colours
from i18n import day, number, t

HEIGHT = 320


def due_calendar(
    frame: pd.DataFrame,
    as_of: date | None,
    *,
    years: tuple[int, int],
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """Stack each quarter's commitments in the order of the timeliness classes.

    `frame` has a row per quarter and class: `due_quarter` (its code), `quarter_start`,
    `timeliness`, `commitments`. The axis runs over all of `years` whatever is in view; a dashed
    line marks `as_of`, left of which due dates have passed.
    """
    x = calendar("from", *years, alt.Axis(format="%Y", tickCount=8))
    words = [t(swatch.label) for swatch in TIMELINESS.values()]
    colour = alt.Color(
        "class:N", sort=words, scale=alt.Scale(domain=words, range=colours(TIMELINESS)),
        legend=alt.Legend(columns=alt.ExprRef("containerSize()[0] < 560 ? 2 : 4")),
    )  # fmt: skip
    picked = alt.selection_point(
        "picked", fields=["due_quarter", "timeliness"], on="click", clear=False
    )
    bars = (
        alt.Chart(_drawn(frame))
        .mark_bar(cursor="pointer")
        .encode(
            x, alt.X2("until:T"), alt.Y("start:Q", title=t("Commitments due")), alt.Y2("end:Q"),
            colour,
            tooltip=[
                alt.Tooltip("quarter:N", title=" "),
                alt.Tooltip("class:N", title=t("Timeliness")),
                alt.Tooltip("said:N", title=t("Commitments")),
            ],
        )
        .add_params(picked)
    )  # fmt: skip
    layers = [bars, *(_today(as_of) if as_of else [])]
    return finish(alt.layer(*layers), title=title, subtitle=subtitle, source=source, height=HEIGHT)


def _today(as_of: date) -> list[alt.Chart]:
    frame = pd.DataFrame({"at": [pd.Timestamp(as_of)], "said": [t("As of {day}", day=day(as_of))]})
    base = alt.Chart(frame).encode(alt.X("at:T"))
    return [
        base.mark_rule(color=TEXT, strokeDash=[4, 3], strokeWidth=1.5),
        base.mark_text(align="right", dx=-6, baseline="top", color=TEXT).encode(
            alt.Text("said:N"), y=alt.value(2)
        ),
    ]


def _drawn(frame: pd.DataFrame) -> pd.DataFrame:
    place = {code: i for i, code in enumerate(TIMELINESS)}
    counted = frame.assign(place=frame["timeliness"].map(place)).sort_values(
        ["quarter_start", "place"]
    )
    end = counted.groupby("quarter_start")["commitments"].cumsum()
    start_day = pd.to_datetime(counted["quarter_start"])
    return pd.DataFrame(
        {
            "due_quarter": counted["due_quarter"],
            "timeliness": counted["timeliness"],
            "quarter": counted["due_quarter"].str.replace("-", " "),
            "class": [t(TIMELINESS[code].label) for code in counted["timeliness"]],
            "from": start_day,
            "until": start_day + pd.offsets.QuarterEnd(),
            "start": end - counted["commitments"],
            "end": end,
            "said": [number(count) for count in counted["commitments"]],
        }
    )
