"""Rates over plan cycles: computed from commitments, and as the IRM published them."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT, Picture, fixed
from analytics.codelists import STAGES, country_colour
from analytics.presentation.numbers import counts_and_rate, rate, too_few
from analytics.query.ask import records
from i18n import lowered, t

BAND = 92
"""Pixels a country's band is high; within it 0 % lies at the bottom line and 100 % at the top."""
INSIDE = alt.Scale(domain=[-0.1, 1.3], nice=False)
"""From bottom to top of a band, with room above 100 % for a number."""


@fixed
def trend(first: int, last: int) -> Picture:
    """A band a country, each plan over its years at its rate; the axis runs from `first` to `last`.

    `bands` and `plans` are those of `trend_rows`. A bar is the rate computed from single
    commitments, a diamond the published total; fewer than five stand as their counts.
    """
    x = alt.X("from:Q", scale=alt.Scale(domain=[first, last + 1], nice=False, zero=False),
              title=None, axis=alt.Axis(format="d", tickCount=8, grid=True))  # fmt: skip
    y = alt.Y("label:N", sort=None, title=None, axis=alt.Axis(labelFontSize=13))
    base = alt.Chart(alt.NamedData("plans")).encode(y, tooltip=_tooltip())
    computed = alt.YOffset("computed:Q", scale=INSIDE)
    return alt.layer(
        _lines(y),
        base.mark_rule(strokeWidth=7, strokeCap="round").encode(
            x,
            alt.X2("until:Q"),
            computed,
            alt.Color("colour:N", scale=None),
        ),
        base.mark_point(shape="diamond", size=75, strokeWidth=2, color=TEXT).encode(
            alt.X("middle:Q"), yOffset=alt.YOffset("published:Q", scale=INSIDE)
        ),
        base.mark_text(dy=-11, fontSize=11, color=TEXT).encode(
            alt.X("middle:Q"),
            yOffset=alt.YOffset("labelled:Q", scale=INSIDE),
            text="shown:N",
            opacity=alt.condition("datum.small", alt.value(0.7), alt.value(1)),
        ),
    ).properties(height=alt.Step(BAND))


def _lines(y: alt.Y) -> alt.Chart:
    """The lines at 0, 50 and 100 % of every band."""
    rules: alt.Chart = alt.Chart(alt.NamedData("bands")).mark_rule(color=TEXT)
    return rules.encode(
        y,
        yOffset=alt.YOffset("share:Q", scale=INSIDE),
        opacity=alt.condition("datum.share == 0", alt.value(0.45), alt.value(0.12)),
        strokeDash=alt.condition("datum.share == 0", alt.value([0]), alt.value([2, 3])),
    )


def trend_rows(frame: pd.DataFrame, labels: Mapping[str, str]) -> dict[str, pd.DataFrame]:
    """The data of `trend` from the answer to `overview/plan_trend`; `labels` are its countries.

    Plans with neither rate are left out of the picture and stay in the table.
    """
    rated = [row for row in records(frame) if (row["computed"], row["published"]) != (None, None)]
    plans = [_plan(row) | {"label": labels[row["country"]]} for row in rated]
    bands = [{"label": label, "share": share} for label in labels.values() for share in (0, 0.5, 1)]
    return {
        "bands": pd.DataFrame(bands, columns=["label", "share"]),
        "plans": pd.DataFrame(plans, columns=None if plans else FIELDS),
    }


def _when(day: object) -> float:
    """A day as a point in years: Vega-Lite complains of a date scale that several layers share."""
    at = pd.Timestamp(str(day))
    return at.year + (at.day_of_year - 1) / (366 if at.is_leap_year else 365)


def _plan(row: dict[str, Any]) -> dict[str, Any]:
    """One plan as drawn in its country's band."""
    small = row["computed"] is not None and too_few(row["assessed"])
    computed = None if small else row["computed"]
    published = None if too_few(row["published_commitments"]) else row["published"]
    known = computed if computed is not None else published
    start, end = _when(row["plan_start"]), _when(row["plan_end"])
    return {
        "plan": row["plan_id"],
        "from": start,
        "until": end,
        "middle": (start + end) / 2,
        "computed": computed,
        "published": published,
        # Where there is no rate the counts stand in the middle of the band.
        "labelled": 0.5 if known is None else known,
        "shown": _shown(row, computed, published),
        "small": small,
        "colour": country_colour(row["country"]),
        "plan_said": f"{t(row['jurisdiction'])} {row['period'].replace('-', '–')}",
        "computed_said": counts_and_rate(row["high"], row["assessed"]),
        "published_said": _published(row),
    }


FIELDS = ["plan", "from", "until", "middle", "computed", "published", "labelled", "label", "shown",
          "small", "colour", "plan_said", "computed_said", "published_said"]  # fmt: skip


def _shown(row: dict[str, Any], computed: object, published: object) -> str:
    """The label of a plan: its rate, or its counts where they are fewer than five."""
    if computed is None and (published is not None or row["computed"] is None):
        return rate(row["published_high"], row["published_commitments"])
    return rate(row["high"], row["assessed"])


def _published(row: dict[str, Any]) -> str:
    if row["published"] is None:
        return "–"
    said = counts_and_rate(row["published_high"], row["published_commitments"])
    return t("{said}, {stage}", said=said, stage=lowered(t(STAGES[row["published_stage"]])))


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("plan_said:N", title=t("Action plan")),
        alt.Tooltip("computed_said:N", title=t("Computed from commitments")),
        alt.Tooltip("published_said:N", title=t("Published by the IRM")),
    ]
