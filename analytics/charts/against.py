"""A country beside its region, group by group: two dots with their intervals on one line."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from analytics.ask import records
from analytics.charts.dots import SHARE, state_in_words
from analytics.charts.theme import TEXT, Picture, finish
from analytics.dimensions import NOT_STATED
from analytics.metric import Metric
from analytics.palette import COUNTRIES, NEUTRAL
from analytics.spoken import headline, resting_on
from i18n import t

ROW = 44
AXIS = 80
REGION_COLOUR = "#8A94A3"
OWN, REGION = "country", "region"


def against(
    own: pd.DataFrame,
    region: pd.DataFrame,
    metric: Metric,
    key: str,
    labels: Mapping[str, str],
    *,
    country: str,
    name: str,
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """A row a group of `labels`, in that order; the country above, the region below, 0–100 %.

    `own` and `region` are answers by `key`. Under five a dot is hollow; where the country has no
    rate its state stands in words. A click gives the group and whose dot it was.
    """
    names = {OWN: name, REGION: t("The region")}
    own_colour = COUNTRIES[country].colour if country in COUNTRIES else NEUTRAL
    drawn = pd.concat(
        [
            _drawn(own, metric, key, labels, OWN, names[OWN]),
            _drawn(region, metric, key, labels, REGION, names[REGION]),
        ]
    )
    order = list(labels.values())
    whose = alt.Scale(domain=list(names.values()), range=[own_colour, REGION_COLOUR])
    base = alt.Chart(drawn).encode(
        alt.Y("label:N", sort=order, title=None, scale=alt.Scale(domain=order)),
        alt.YOffset("who:N", sort=[OWN, REGION], scale=alt.Scale(domain=[OWN, REGION])),
        tooltip=_tooltip(metric),
    )
    return finish(
        alt.layer(*_layers(base, key, alt.Color("name:N", scale=whose, sort=list(names.values())))),
        title=title,
        subtitle=subtitle,
        source=source,
        height=ROW * max(len(order), 1) + AXIS,
    )


def _layers(base: alt.Chart, key: str, colour: alt.Color) -> list[alt.Chart]:
    picked = alt.selection_point("picked", fields=[key, "who"], on="click", clear=False)
    low = alt.X("low:Q", scale=SHARE, title=None, axis=alt.Axis(format=".0%", tickCount=5))
    dots = base.mark_point(size=90, strokeWidth=2.2, opacity=1, cursor="pointer").encode(
        alt.X("value:Q"),
        color=colour,
        fill=alt.condition("datum.small", alt.value("transparent"), colour),
    )
    return [
        base.mark_rule(strokeWidth=3, opacity=0.4, strokeCap="round").encode(
            low, alt.X2("high:Q"), colour
        ),
        dots.add_params(picked),
        base.mark_text(align="left", dx=4, color=TEXT)
        .transform_filter(f"!isValid(datum.value) && datum.who == '{OWN}'")
        .encode(alt.X("start:Q"), alt.Text("state:N")),
    ]


def _drawn(
    frame: pd.DataFrame, metric: Metric, key: str, labels: Mapping[str, str], who: str, name: str
) -> pd.DataFrame:
    """A line for every group of `labels`, also for one without commitments."""
    found = {row[key] or NOT_STATED: row for row in records(frame)}
    return pd.DataFrame(
        [
            {key: code, "label": label, "who": who, "name": name, "start": 0}
            | _figures(found.get(code), metric)
            for code, label in labels.items()
        ]
    )


def _figures(row: dict[str, object] | None, metric: Metric) -> dict[str, object]:
    if row is None:
        return {"value": None, "low": None, "high": None, "small": True, "shown": "–",
                "resting": "–", "state": t("– No commitments")}  # fmt: skip
    return {
        "value": row[metric.key],
        "low": row[f"{metric.key}_low"],
        "high": row[f"{metric.key}_high"],
        "small": bool(row[f"{metric.key}_small"]),
        "shown": headline(metric, row),
        "resting": resting_on(metric, row),
        "state": state_in_words(str(row["state"])),
    }


def _tooltip(metric: Metric) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("label:N", title=" "),
        alt.Tooltip("name:N", title=" "),
        alt.Tooltip("shown:N", title=t(metric.label)),
        alt.Tooltip("resting:N", title=t("rests on")),
    ]
