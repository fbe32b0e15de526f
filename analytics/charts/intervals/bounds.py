"""What is known only to lie between two shares: a bar a group from the one to the other."""

from collections.abc import Mapping
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.encodings import clicks, in_rows, in_shares, tips
from analytics.charts.intervals.dots import PALE, ROWS, interval_of
from analytics.charts.room import BETWEEN, NARROW, names, shares
from analytics.charts.theme import TEXT, Picture, fixed
from analytics.codelists import NEUTRAL, country_colour
from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.presentation.numbers import headline, resting_on, span
from analytics.presentation.words import state_in_words
from analytics.query.ask import records
from i18n import t

BOUNDS_ROW = 40
ENDS = ("at_least", "at_most")


@fixed
def bounds(key: str, metric: str) -> Picture:
    """A bar a group from `at_least` to `at_most`, in the data's order; a dot where it is known.

    `rows` are those of `bound_rows`. A group with nothing to count says why in words. The axis is
    always 0–100 %.
    """
    base = alt.Chart(alt.NamedData(ROWS)).encode(
        in_rows(ROWS, axis=names()),
        tooltip=tips(label=" ", shown=t(METRICS[metric].label), resting=t("rests on")),
    )
    x, colour = in_shares("low", shares("66")), alt.Color("colour:N", scale=None)
    bars = base.mark_bar(height=14, cornerRadius=7, opacity=0.45, cursor="pointer")
    return alt.layer(
        bars.encode(x, alt.X2("high:Q"), color=colour).add_params(clicks(key)),
        base.mark_point(size=130, filled=True, opacity=1).encode(alt.X("value:Q"), color=colour),
        base.mark_text(align="left", dx=8, color=TEXT).encode(alt.X("high:Q"), alt.Text("said:N")),
        base.mark_text(align="left", dx=4, fontSize=13, color=TEXT)
        .encode(alt.X(datum=0), alt.Text("state:N"))
        .transform_filter("!isValid(datum.high)"),
    ).properties(height=alt.Step(BOUNDS_ROW))


def bound_rows(
    frame: pd.DataFrame, metric: Metric, key: str, labels: Mapping[str, str]
) -> pd.DataFrame:
    """The rows of `bounds` from an answer by `key`; `labels` maps its codes to wording."""
    return pd.DataFrame([_row(row, metric, key, labels) for row in records(frame)])


def _row(
    row: Mapping[str, Any], metric: Metric, key: str, labels: Mapping[str, str]
) -> dict[str, Any]:
    drawn, code = interval_of(row, metric), str(row[key])
    ends = [None if drawn["small"] else row[f"{metric.key}_{end}"] for end in ENDS]
    low, high = ends
    return {
        key: code,
        "label": labels.get(code, code),
        "value": drawn["value"],
        "low": low,
        "high": high,
        "said": "" if high is None else span(low, high),
        "state": drawn["state"] or (_why(row) if high is None else ""),
        "colour": country_colour(code),
        "shown": headline(metric, row),
        "resting": resting_on(metric, row),
    }


def _why(row: Mapping[str, object]) -> str:
    state = str(row["state"])
    return t("None due yet, or no due date stated") if state == "rated" else state_in_words(state)


RANGES_ROW = 40
LETTERS = 17
"""Letters of a row's name on a line in a narrow window."""


@fixed
def ranges() -> Picture:
    """A row a line of the data, in its order: a thin line for the interval, a bar for the bounds.

    `rows`: `label`, `at_least` and `at_most` (equal where the share is known: a dot), `low` and
    `high`, `small` (grey), `said` beside the bar, `state` in words where there is no share,
    `resting` for the tooltip, and `row`, which `range_rows` adds. The axis is always 0–100 %.
    """
    label = f"split(datum.label, '{BETWEEN}')"
    base = alt.Chart(alt.NamedData(ROWS)).encode(
        in_rows(ROWS, "row", alt.Axis(
            labelFontSize=alt.ExprRef(f"{NARROW} ? 11 : 13"), labelLimit=420, labelLineHeight=13,
            labelExpr=f"{NARROW} ? split({label}[1], '\\n') : {label}[0]",
        )),
        tooltip=tips(label=" ", shown=t("share"), resting=t("rests on")),
    )  # fmt: skip
    whole = alt.Scale(domain=[0, 1])
    wide = in_shares("low", whole)
    rated = base.transform_filter("isValid(datum.at_least)")
    layers = [
        base.mark_text(align="left", dx=4, color=TEXT,
                       fontSize=alt.ExprRef(f"{NARROW} ? 11 : 13"))
        .encode(alt.X(datum=0), alt.Text("state:N"), opacity=PALE),
        rated.mark_rule(strokeWidth=2, color=NEUTRAL, opacity=0.6).encode(wide, alt.X2("high:Q")),
        rated.mark_bar(height=12, stroke=NEUTRAL, strokeWidth=1.5)
        .encode(alt.X("at_least:Q", scale=whole), alt.X2("at_most:Q"), fill=alt.value(NEUTRAL))
        .transform_filter("datum.at_least < datum.at_most"),
        rated.mark_point(size=130, strokeWidth=2.5, color=NEUTRAL, opacity=1)
        .encode(alt.X("at_least:Q"), fill=alt.value(NEUTRAL))
        .transform_filter("datum.at_least == datum.at_most"),
        rated.mark_text(color=TEXT, dy=-13, align=alt.ExprRef(_ALIGN)).encode(
            alt.X("middle:Q"), alt.Text("said:N")
        ).transform_calculate(middle="(datum.at_least + datum.at_most) / 2"),
    ]  # fmt: skip
    return alt.layer(*layers).properties(height=alt.Step(RANGES_ROW))


def range_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of `ranges` with their name on one line and broken into several, and what stands
    in the place of the share where there is none."""
    broken = ["\n".join(wrap(label, LETTERS)) for label in rows["label"]]
    return rows.assign(
        row=rows["label"] + BETWEEN + pd.Series(broken, index=rows.index, dtype=str),
        shown=rows["said"].where(rows["said"].astype(bool), rows["state"]),
    )


# A label near an end of the axis leans inwards, so that it is never cut off.
_ALIGN = "datum.middle < 0.15 ? 'left' : datum.middle > 0.85 ? 'right' : 'center'"
