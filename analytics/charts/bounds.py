"""Between which bounds a rate lies, and the rate itself where it is known."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from analytics.ask import records
from analytics.charts.dots import state_in_words
from analytics.charts.theme import TEXT, Picture, finish
from analytics.metric import Metric
from analytics.palette import COUNTRIES, NEUTRAL
from analytics.spoken import headline, resting_on
from i18n import number, percent, t

ROW = 40
AXIS = 50


def bounds(
    frame: pd.DataFrame,
    metric: Metric,
    key: str,
    labels: Mapping[str, str],
    *,
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """A bar a group from `at_least` to `at_most`, in the order of `frame`; a dot where it is known.

    A group with nothing to count says why in words. The axis is always 0–100 %.
    """
    drawn = _drawn(frame, metric, key, labels)
    base = alt.Chart(drawn).encode(
        alt.Y("label:N", sort=list(drawn["label"]), title=None, axis=alt.Axis(labelFontSize=13)),
        tooltip=[
            alt.Tooltip("label:N", title=" "),
            alt.Tooltip("shown:N", title=t(metric.label)),
            alt.Tooltip("resting:N", title=t("rests on")),
        ],
    )
    x = alt.X("low:Q", scale=alt.Scale(domain=[0, 1]), title=f"{t(metric.label)}, {t(metric.unit)}",
              axis=alt.Axis(format=".0%", tickCount=5))  # fmt: skip
    colour = alt.Color("colour:N", scale=None)
    picked = alt.selection_point("picked", fields=[key], on="click", clear=False)
    bars = base.mark_bar(height=14, cornerRadius=7, opacity=0.45, cursor="pointer")
    layers = [
        bars.encode(x, alt.X2("high:Q"), color=colour).add_params(picked),
        base.mark_point(size=130, filled=True, opacity=1).encode(alt.X("value:Q"), color=colour),
        base.mark_text(align="left", dx=8, color=TEXT).encode(alt.X("high:Q"), alt.Text("said:N")),
        base.mark_text(align="left", dx=4, fontSize=13, color=TEXT)
        .encode(alt.X(datum=0), alt.Text("state:N"))
        .transform_filter("!isValid(datum.high)"),
    ]
    height = ROW * max(len(drawn), 1) + AXIS
    return finish(alt.layer(*layers), title=title, subtitle=subtitle, source=source, height=height)


def _drawn(
    frame: pd.DataFrame, metric: Metric, key: str, labels: Mapping[str, str]
) -> pd.DataFrame:
    return pd.DataFrame([_row(row, metric, key, labels) for row in records(frame)])


def _row(
    row: Mapping[str, object], metric: Metric, key: str, labels: Mapping[str, str]
) -> dict[str, object]:
    low, high = row[f"{metric.key}_at_least"], row[f"{metric.key}_at_most"]
    code = str(row[key])
    return {
        key: code,
        "label": labels.get(code, code),
        "value": row[metric.key],
        "low": low,
        "high": high,
        "said": "" if high is None else _span(low, high),
        "state": _why(row) if high is None else "",
        "colour": COUNTRIES[code].colour if code in COUNTRIES else NEUTRAL,
        "shown": headline(metric, row),
        "resting": resting_on(metric, row),
    }


def _span(low: object, high: object) -> str:
    return t("{low}–{high}", low=number(float(str(low)) * 100), high=percent(high))


def _why(row: Mapping[str, object]) -> str:
    state = str(row["state"])
    return t("None due yet, or no due date stated") if state == "rated" else state_in_words(state)
