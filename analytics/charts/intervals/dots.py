"""Groups side by side: a dot with its interval, the published rate beside it, states in words."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.encodings import clicks, in_rows, in_shares, tips
from analytics.charts.room import names, shares
from analytics.charts.theme import TEXT, Picture, fixed
from analytics.codelists import country_colour
from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.presentation.numbers import headline, resting_on, too_few
from analytics.presentation.words import state_in_words
from analytics.query.ask import records
from i18n import t

ROW = 46
ROWS = "rows"
SHARE = shares("54")
"""With room for a share at the end of an interval."""
PALE = alt.condition("datum.small", alt.value(0.7), alt.value(1))
"""Counts in place of a rate are grey."""


@fixed
def dots(key: str, metric: str, beside: str = "") -> Picture:
    """A row a group in the order of `rows`: a dot with its interval, `beside` as a diamond.

    `rows` are those of `dot_rows`. A group without a value says its state in words where the dot
    would be, one out of fewer than five its counts in grey. The axis is always 0–100 %, whatever
    is in view.
    """
    base = alt.Chart(alt.NamedData(ROWS)).encode(
        in_rows(ROWS, axis=names()), tooltip=_tooltip(metric, beside)
    )
    colour = alt.Color("colour:N", scale=None)
    layers = [
        base.mark_rule(strokeWidth=3, opacity=0.45, strokeCap="round").encode(
            in_shares("low", SHARE), alt.X2("high:Q"), colour
        ),
        base.mark_point(size=150, strokeWidth=2.5, opacity=1).encode(
            alt.X("value:Q"),
            color=colour,
            fill=colour,
        ),
        base.mark_text(align="left", dx=4, color=TEXT, fontSize=13)
        .encode(alt.X("start:Q"), alt.Text("state:N"), opacity=PALE)
        .transform_filter("!isValid(datum.value)"),
        valued(base),
    ]
    if beside:
        layers.append(
            base.mark_point(shape="diamond", size=110, strokeWidth=2, color=TEXT).encode(
                alt.X("beside:Q")
            )
        )
    layers[1] = layers[1].add_params(clicks(key))
    return alt.layer(*layers).properties(height=alt.Step(ROW))


def valued(base: alt.Chart) -> alt.Chart:
    """The value of a dot, at the end of its interval."""
    rated = base.transform_filter("isValid(datum.value)")
    value: alt.Chart = rated.mark_text(align="left", dx=8, color=TEXT, fontSize=13)
    return value.encode(alt.X("high:Q"), alt.Text("shown:N"))


def dot_rows(
    frame: pd.DataFrame,
    metric: Metric,
    key: str,
    labels: Mapping[str, str],
    beside: Metric | None = None,
) -> pd.DataFrame:
    """The rows of `dots` from an answer by `key`; `labels` maps its codes to wording."""
    rows = records(frame)
    drawn = [interval_of(row, metric) for row in rows]
    return pd.DataFrame(
        {
            key: [row[key] for row in rows],
            "label": [labels.get(row[key], row[key]) for row in rows],
            **{part: [one[part] for one in drawn] for part in ("value", "low", "high", "small")},
            "start": [0 for _ in rows],
            "state": [
                one["state"] or state_in_words(row["state"])
                for row, one in zip(rows, drawn, strict=True)
            ],
            "colour": [country_colour(row[key]) for row in rows],
            "beside": [interval_of(row, beside)["value"] if beside else None for row in rows],
            "shown": [headline(metric, row) for row in rows],
            "resting": [resting_on(metric, row) for row in rows],
            "beside_shown": [headline(beside, row) if beside else "" for row in rows],
            "beside_resting": [resting_on(beside, row) if beside else "" for row in rows],
        }
    )


def interval_of(row: Mapping[str, Any], metric: Metric) -> dict[str, Any]:
    """What a rate is drawn from. Out of fewer than five there is none: its counts stand there."""
    whole = row[f"{metric.key}_denominator"]
    small = bool(whole) and too_few(whole)
    return {
        "value": None if small else row[metric.key],
        "low": None if small else row.get(f"{metric.key}_low"),
        "high": None if small else row.get(f"{metric.key}_high"),
        "small": small,
        "state": headline(metric, row) if small else "",
    }


def _tooltip(metric: str, beside: str) -> list[alt.Tooltip]:
    lines = tips(label=" ", shown=t(METRICS[metric].label), resting=t("rests on"))
    if beside:
        lines += tips(beside_shown=t(METRICS[beside].label), beside_resting=t("rests on"))
    return lines
