"""Groups side by side: a dot with its interval, the published rate beside it, states in words."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from analytics.ask import records
from analytics.charts.theme import TEXT, Picture, finish
from analytics.metric import Metric
from analytics.palette import COUNTRIES, NEUTRAL, STATES
from analytics.spoken import headline, resting_on
from i18n import t

ROW = 46
SHARE = alt.Scale(domain=[0, 1])


def dots(
    frame: pd.DataFrame,
    metric: Metric,
    key: str,
    labels: Mapping[str, str],
    *,
    beside: Metric | None = None,
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """A row a group of `frame` in its order: `metric` with interval, `beside` as a diamond.

    A group without a value says its state in words where the dot would be; under five the dot is
    hollow. `labels` maps the codes of column `key` to wording; the axis is always 0–100 %.
    """
    drawn = _drawn(frame, metric, key, labels, beside)
    rows = alt.Y("label:N", sort=list(drawn["label"]), title=None, axis=alt.Axis(labelFontSize=13))
    base = alt.Chart(drawn).encode(rows, tooltip=_tooltip(metric, beside))
    colour = alt.Color("colour:N", scale=None)
    low = alt.X("low:Q", scale=SHARE, title=None,
                axis=alt.Axis(format=".0%", tickCount=5))  # fmt: skip
    layers = [
        base.mark_rule(strokeWidth=3, opacity=0.45, strokeCap="round").encode(
            low, alt.X2("high:Q"), colour
        ),
        base.mark_point(size=150, strokeWidth=2.5, opacity=1).encode(
            alt.X("value:Q"),
            color=colour,
            fill=alt.condition("datum.small", alt.value("transparent"), colour),
        ),
        base.mark_text(align="left", dx=4, color=TEXT, fontSize=13)
        .encode(alt.X("start:Q"), alt.Text("state:N"))
        .transform_filter("!isValid(datum.value)"),
    ]
    if beside:
        layers.append(
            base.mark_point(shape="diamond", size=110, strokeWidth=2, color=TEXT).encode(
                alt.X("beside:Q")
            )
        )
    picked = alt.selection_point("picked", fields=[key], on="click", clear=False)
    layers[1] = layers[1].add_params(picked)
    height = ROW * max(len(drawn), 1)
    return finish(alt.layer(*layers), title=title, subtitle=subtitle, source=source, height=height)


def _drawn(
    frame: pd.DataFrame, metric: Metric, key: str, labels: Mapping[str, str], beside: Metric | None
) -> pd.DataFrame:
    rows = records(frame)
    return pd.DataFrame(
        {
            key: [row[key] for row in rows],
            "label": [labels.get(row[key], row[key]) for row in rows],
            "value": [row[metric.key] for row in rows],
            "low": [row[f"{metric.key}_low"] for row in rows],
            "high": [row[f"{metric.key}_high"] for row in rows],
            "small": [bool(row[f"{metric.key}_small"]) for row in rows],
            "start": [0 for _ in rows],
            "state": [state_in_words(row["state"]) for row in rows],
            "colour": [COUNTRIES[row[key]].colour if row[key] in COUNTRIES else NEUTRAL
                       for row in rows],
            "beside": [row[beside.key] if beside else None for row in rows],
            "shown": [headline(metric, row) for row in rows],
            "resting": [resting_on(metric, row) for row in rows],
            "beside_shown": [headline(beside, row) if beside else "" for row in rows],
            "beside_resting": [resting_on(beside, row) if beside else "" for row in rows],
        }
    )  # fmt: skip


def state_in_words(state: str) -> str:
    """A state with its mark: `× Not participating`."""
    return f"{STATES[state].mark} {t(STATES[state].label)}"


def _tooltip(metric: Metric, beside: Metric | None) -> list[alt.Tooltip]:
    said = [
        alt.Tooltip("label:N", title=" "),
        alt.Tooltip("shown:N", title=t(metric.label)),
        alt.Tooltip("resting:N", title=t("rests on")),
    ]
    if beside:
        said += [
            alt.Tooltip("beside_shown:N", title=t(beside.label)),
            alt.Tooltip("beside_resting:N", title=t("rests on")),
        ]
    return said
