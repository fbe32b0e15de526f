"""Shares known only between bounds, each with the interval of chance round it, one a row."""

import json
from textwrap import wrap

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT, Picture, finish
from analytics.palette import NEUTRAL
from i18n import t

ROW = 40
AXIS = 46
NARROW = "containerSize()[0] < 560"
LETTERS = 17
"""Letters of a row's name on a line in a narrow window."""
SHARE = alt.Scale(domain=[0, 1])


def ranges(rows: pd.DataFrame, *, title: str, subtitle: str, source: str) -> Picture:
    """A row a line of `rows` in its order: a thin line for the interval, a bar for the bounds.

    Columns: `label`, `at_least` and `at_most` (equal where the share is known: a dot),
    `low` and `high`, `small` (hollow), `said` beside the bar, `state` in words where there is no
    share, `resting` for the tooltip. The axis is always 0–100 %.
    """
    base = alt.Chart(rows).encode(
        alt.Y("label:N", sort=list(rows["label"]), title=None,
              axis=alt.Axis(
                  labelFontSize=alt.ExprRef(f"{NARROW} ? 11 : 13"), labelLimit=300,
                  labelLineHeight=13, labelExpr=f"{NARROW} ? {_lines(rows)} : datum.label",
              )),
        tooltip=[
            alt.Tooltip("label:N", title=" "),
            alt.Tooltip("said:N", title=t("share")),
            alt.Tooltip("resting:N", title=t("rests on")),
        ],
    )  # fmt: skip
    wide = alt.X("low:Q", scale=SHARE, title=None, axis=alt.Axis(format=".0%", tickCount=5))
    hollow = alt.condition("datum.small", alt.value("transparent"), alt.value(NEUTRAL))
    known = base.transform_filter("isValid(datum.at_least)")
    layers = [
        known.mark_rule(strokeWidth=2, color=NEUTRAL, opacity=0.6).encode(wide, alt.X2("high:Q")),
        known.mark_bar(height=12, stroke=NEUTRAL, strokeWidth=1.5)
        .encode(alt.X("at_least:Q", scale=SHARE), alt.X2("at_most:Q"), fill=hollow)
        .transform_filter("datum.at_least < datum.at_most"),
        known.mark_point(size=130, strokeWidth=2.5, color=NEUTRAL, opacity=1)
        .encode(alt.X("at_least:Q"), fill=hollow)
        .transform_filter("datum.at_least == datum.at_most"),
        known.mark_text(color=TEXT, dy=-13, align=alt.ExprRef(_ALIGN)).encode(
            alt.X("middle:Q"), alt.Text("said:N")
        ).transform_calculate(middle="(datum.at_least + datum.at_most) / 2"),
        base.mark_text(align="left", dx=4, color=TEXT,
                       fontSize=alt.ExprRef(f"{NARROW} ? 11 : 13"))
        .encode(alt.X(datum=0), alt.Text("state:N"))
        .transform_filter("!isValid(datum.at_least)"),
    ]  # fmt: skip
    height = ROW * max(len(rows), 1) + AXIS
    return finish(alt.layer(*layers), title=title, subtitle=subtitle, source=source, height=height)


def _lines(rows: pd.DataFrame) -> str:
    """A Vega expression that breaks a row's name into lines."""
    return f"({json.dumps({label: wrap(label, LETTERS) for label in rows['label']})})[datum.value]"


# A label near an end of the axis leans inwards, so that it is never cut off.
_ALIGN = "datum.middle < 0.15 ? 'left' : datum.middle > 0.85 ? 'right' : 'center'"
