"""One country against the region: two dots a group, each with its interval."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.encodings import clicks, in_shares, tips
from analytics.charts.intervals.dots import PALE, ROWS, SHARE, interval_of, valued
from analytics.charts.room import BETWEEN, NARROW, names
from analytics.charts.theme import TEXT, Picture, fixed
from analytics.codelists import NOT_STATED, country_colour
from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.presentation.numbers import headline, resting_on
from analytics.presentation.words import state_in_words
from analytics.query.ask import records
from i18n import t

AGAINST_ROW = 44
REGION_COLOUR = "#8A94A3"
OWN, REGION = "country", "region"


@fixed
def against(key: str, metric: str) -> Picture:
    """A row a group in the order of `rows`; the country above, the region below, 0–100 %.

    `rows` are those of `against_rows`. Where the country has no rate its state stands in words,
    or its counts in grey where they are fewer than five. A click gives the group and whose dot it
    was.
    """
    base = alt.Chart(alt.NamedData(ROWS)).encode(
        alt.Y("label:N", sort=alt.EncodingSortField("at", "min"), title=None, axis=names()),
        alt.YOffset("who:N", sort=[OWN, REGION], scale=alt.Scale(domain=[OWN, REGION])),
        tooltip=tips(
            label=" ", name=t("Country"), shown=t(METRICS[metric].label), resting=t("rests on")
        ),
    )
    colour = alt.Color("colour:N", scale=None)
    dots = base.mark_point(size=90, strokeWidth=2.2, opacity=1, cursor="pointer").encode(
        alt.X("value:Q"),
        color=colour,
        fill=colour,
    )
    return alt.layer(
        base.mark_text(align="left", dx=4, color=TEXT).encode(
            alt.X("start:Q"), alt.Text("state:N"), opacity=PALE
        ),
        base.mark_rule(strokeWidth=3, opacity=0.4, strokeCap="round").encode(
            in_shares("low", SHARE), alt.X2("high:Q"), colour
        ),
        dots.add_params(clicks(key, "who")),
        valued(base),
        _whose(base),
    ).properties(height=alt.Step(AGAINST_ROW, **{"for": "position"}))


def _whose(base: alt.Chart) -> alt.Chart:
    """The legend, which reads the country's name and colour off the rows; it draws nothing else."""
    legend = alt.Legend(
        labelExpr=f"split(datum.label, '{BETWEEN}')[1]",
        symbolSize=100,
        symbolOpacity=1,
        columns=alt.ExprRef(f"{NARROW} ? 1 : 2"),
    )
    scale = alt.Scale(range=alt.FieldRange("colour"))
    nothing: alt.Chart = base.mark_square(size=0)
    return nothing.encode(alt.X("start:Q"), alt.Fill("whose:N", scale=scale, legend=legend))


def against_rows(
    own: pd.DataFrame,
    region: pd.DataFrame,
    metric: Metric,
    key: str,
    labels: Mapping[str, str],
    country: str,
    name: str,
) -> pd.DataFrame:
    """The rows of `against`: all groups of `labels` in their order, also without commitments.

    `own` and `region` are answers by `key`, `name` is the wording of `country`.
    """
    both = ((own, OWN, name, country_colour(country)),
            (region, REGION, t("The region"), REGION_COLOUR))  # fmt: skip
    return pd.DataFrame(
        [
            {key: code, "label": label, "at": at, "who": who, "name": name, "colour": colour,
             "start": 0,
             # The legend is in the order of these texts.
             "whose": f"{who}{BETWEEN}{name}"}
            | _figures(by_code.get(code), metric, who)
            for frame, who, name, colour in both
            for by_code in [{row[key] or NOT_STATED: row for row in records(frame)}]
            for at, (code, label) in enumerate(labels.items())
        ]
    )  # fmt: skip


def _figures(row: dict[str, Any] | None, metric: Metric, who: str) -> dict[str, Any]:
    if row is None:
        return {"value": None, "low": None, "high": None, "small": True, "shown": "–",
                "resting": "–", "state": t("No commitments") if who == OWN else ""}  # fmt: skip
    unrated = who == OWN and row[metric.key] is None
    drawn = interval_of(row, metric)
    return drawn | {
        "shown": headline(metric, row),
        "resting": resting_on(metric, row),
        "state": drawn["state"] or (state_in_words(str(row["state"])) if unrated else ""),
    }
