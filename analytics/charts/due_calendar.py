"""When commitments fall due: a bar a quarter, by timeliness, and the day the reader stands on."""

from datetime import date

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT, Picture, calendar, fixed
from analytics.codelists import TIMELINESS, colours
from i18n import day, number, t

HEIGHT = 320


@fixed
def due_calendar(first: int, last: int) -> Picture:
    """A bar a quarter, its commitments stacked in the order of the timeliness classes.

    `quarters` and `today` are those of `due_rows`. The axis runs over all years from `first` to
    `last` whatever is in view; left of the dashed line of the as-of day due dates have passed.
    """
    x = calendar("from", first, last, alt.Axis(format="%Y", tickCount=8))
    words = [t(swatch.label) for swatch in TIMELINESS.values()]
    colour = alt.Color(
        "class:N", sort=words, scale=alt.Scale(domain=words, range=colours(TIMELINESS)),
        legend=alt.Legend(columns=alt.ExprRef("containerSize()[0] < 560 ? 2 : 4")),
    )  # fmt: skip
    picked = alt.selection_point(
        "picked", fields=["due_quarter", "timeliness"], on="click", clear=False
    )
    bars = (
        alt.Chart(alt.NamedData("quarters"))
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
    today = alt.Chart(alt.NamedData("today")).encode(alt.X("at:T"))
    return alt.layer(
        bars,
        today.mark_rule(color=TEXT, strokeDash=[4, 3], strokeWidth=1.5),
        today.mark_text(align="right", dx=-6, baseline="top", color=TEXT).encode(
            alt.Text("said:N"), y=alt.value(2)
        ),
    ).properties(height=HEIGHT)


def due_rows(frame: pd.DataFrame, as_of: date | None) -> dict[str, pd.DataFrame]:
    """The data of `due_calendar`. `frame` has a row per quarter and class: `due_quarter` (its
    code), `quarter_start`, `timeliness`, `commitments`."""
    at = [(pd.Timestamp(as_of), t("As of {day}", day=day(as_of)))] if as_of else []
    return {"quarters": _drawn(frame), "today": pd.DataFrame(at, columns=["at", "said"])}


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
