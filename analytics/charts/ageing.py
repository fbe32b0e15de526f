"""How long open commitments were late when last seen, in fixed buckets, countries stacked."""

import json
from collections.abc import Mapping

import altair as alt
import pandas as pd

from analytics.charts.theme import Picture, finish
from analytics.palette import COUNTRIES, NEUTRAL, ink_on
from i18n import t

HEIGHT = 300


def ageing(
    frame: pd.DataFrame,
    buckets: Mapping[str, str],
    labels: Mapping[str, str],
    *,
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """A bar a bucket in the order of `buckets`, its countries stacked in the order of `labels`.

    `frame` has a row per `country` and bucket (`part`) with `commitments`. The total stands above
    its bar; every bucket and country keeps its place and colour, whether or not it has any.
    """
    order = list(labels)
    drawn = frame[frame["commitments"] > 0].assign(
        name=lambda f: f["country"].map(lambda code: labels.get(code, code)),
        place=lambda f: f["country"].map(lambda code: order.index(code)),
        ink=lambda f: f["country"].map(lambda code: ink_on(_colour(code))),
    )
    x = alt.X(
        "part:N",
        scale=alt.Scale(domain=list(buckets)),
        title=t("Days late at last look"),
        axis=alt.Axis(
            labelAngle=0, labelExpr=_said(buckets), labelOverlap=False, labelLineHeight=15
        ),
    )
    up = alt.Y("commitments:Q", stack="zero", title=t("Commitments"), axis=alt.Axis(tickMinStep=1))
    colour = alt.Color(
        "name:N", sort=list(labels.values()),
        scale=alt.Scale(domain=list(labels.values()), range=[_colour(code) for code in labels]),
    )  # fmt: skip
    picked = alt.selection_point("picked", fields=["part", "country"], on="click", clear=False)
    base = alt.Chart(drawn).encode(
        x, order="place:Q",
        tooltip=[alt.Tooltip("name:N", title=" "),
                 alt.Tooltip("commitments:Q", title=t("Commitments"))],
    )  # fmt: skip
    bars = base.mark_bar(cursor="pointer").encode(up, colour)
    totals = (
        alt.Chart(drawn)
        .mark_text(dy=-8, fontSize=13, fontWeight=600)
        .encode(x, alt.Y("sum(commitments):Q"), alt.Text("sum(commitments):Q"))
    )
    chart = alt.layer(bars.add_params(picked), totals)
    return finish(chart, title=title, subtitle=subtitle, source=source, height=HEIGHT)


def _colour(country: str) -> str:
    return COUNTRIES[country].colour if country in COUNTRIES else NEUTRAL


def _said(words: Mapping[str, str]) -> str:
    """A Vega expression that looks a bucket's wording up, in a narrow window a word a line."""
    said = f"({json.dumps(dict(words))})[datum.value]"
    return f"containerSize()[0] < 560 ? split({said}, ' ') : {said}"
