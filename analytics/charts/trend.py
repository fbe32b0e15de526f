"""Rates of action plans, a small chart a country: computed from commitments, and as published."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.encodings import in_rows, tips
from analytics.charts.room import BETWEEN, LETTER, NARROW
from analytics.charts.theme import TEXT, Picture, fixed
from analytics.codelists import STAGES, country_colour
from analytics.presentation.numbers import counts_and_rate, rate, too_few
from analytics.query.ask import records
from i18n import lowered, t

ROW = 26
BESIDE = f"(14 + {LETTER} * ({NARROW} ? 13 : extent(pluck(data('plans'), 'letters'))[1]))"
"""Pixels right of 100 %, for the values of the longest bar there can be."""
SHARE = alt.Scale(
    domainMin=0, domainMax=alt.ExprRef(f"width / max(width - {BESIDE}, 1)"), nice=False
)
PARTS = f"split(datum.label, '{BETWEEN}')"


@fixed
def trend() -> Picture:
    """A country's name and under it a row a plan, oldest first; one axis from 0 to 100 % for all.

    `plans` are those of `trend_rows`. A bar is the rate computed from single commitments, a diamond
    the published total; the values stand beside them, and the counts where they are under five. In
    a narrow window they are in the same order, without a word.
    """
    heading = {"test": f"{PARTS}[1] === ''", "value": 700}
    base = alt.Chart(alt.NamedData("plans")).encode(
        in_rows("plans", "row", alt.Axis(
            labelFontSize=13, labelLimit=260, labelExpr=f"{PARTS}[0]",
            labelFontWeight={"condition": heading, "value": 400},
        )),
        tooltip=_tooltip(),
    )  # fmt: skip
    axis = alt.Axis(format=".0%", values=[0, 0.2, 0.4, 0.6, 0.8, 1], labelOverlap=True)
    return alt.layer(
        base.mark_text(
            align="left",
            dx=12,
            color=TEXT,
            fontSize=12,
            text=alt.ExprRef(f"{NARROW} ? datum.brief : datum.shown"),
        ).encode(
            alt.X("end:Q", scale=SHARE, title=None, axis=axis),
            opacity=alt.condition("datum.small", alt.value(0.7), alt.value(1)),
        ),
        base.mark_bar(height=14).encode(
            alt.X("start:Q"), alt.X2("computed:Q"), color=alt.Color("colour:N", scale=None)
        ),
        base.mark_point(shape="diamond", size=75, strokeWidth=2, color=TEXT, opacity=1).encode(
            alt.X("published:Q")
        ),
    ).properties(height=alt.Step(ROW))


def trend_rows(frame: pd.DataFrame, labels: Mapping[str, str]) -> dict[str, pd.DataFrame]:
    """The data of `trend` from the answer to `overview/plan_trend`; `labels` are its countries.

    Plans with neither rate are left out of the picture and stay in the table.
    """
    rated = [row for row in records(frame) if (row["computed"], row["published"]) != (None, None)]
    drawn = [
        row
        for country, label in labels.items()
        for row in (_heading(label), *(_plan(row) for row in rated if row["country"] == country))
    ]
    return {"plans": pd.DataFrame(drawn, columns=FIELDS)}


FIELDS = ["plan", "row", "start", "computed", "published", "end", "shown", "letters", "brief",
          "small", "colour", "plan_said", "computed_said", "published_said"]  # fmt: skip


def _heading(label: str) -> dict[str, Any]:
    """The row with a country's name; no plan's row has its blank code."""
    return {"row": f"{label}{BETWEEN}", "start": 0.0, "small": False, "shown": "",
            "letters": 0, "brief": "", "end": 0.0}  # fmt: skip


def _plan(row: dict[str, Any]) -> dict[str, Any]:
    """One plan as drawn under its country's name; a local one says its place."""
    small = row["computed"] is not None and too_few(row["assessed"])
    computed = None if small else row["computed"]
    published = None if too_few(row["published_commitments"]) else row["published"]
    period = row["period"].replace("-", "–")
    label = f"{t(row['jurisdiction'])} {period}"
    values = _values(row, computed, published)
    return {
        "plan": row["plan_id"],
        "row": f"{period if row['level'] == 'national' else label}{BETWEEN}{row['plan_id']}",
        "start": 0.0,
        "computed": computed,
        "published": published,
        "end": max((one for one in (computed, published) if one is not None), default=0.0),
        **values,
        "letters": len(values["shown"]),
        "small": small and published is None,
        "colour": country_colour(row["country"]),
        "plan_said": label,
        "computed_said": counts_and_rate(row["high"], row["assessed"]),
        "published_said": _published(row),
    }


def _values(row: dict[str, Any], computed: object, published: object) -> dict[str, str]:
    """The values of a plan, at length and in brief: both rates where both are known, else the one
    there is. Where there is none the counts that are fewer than five.
    """
    own = rate(row["high"], row["assessed"])
    whole = rate(row["published_high"], row["published_commitments"])
    if computed is not None and published is not None:
        both = t("{share} · published {published}", share=own, published=whole)
        return {"shown": both, "brief": f"{own} · {whole}"}
    if computed is None and (published is not None or row["computed"] is None):
        return {"shown": t("published {published}", published=whole), "brief": whole}
    return {"shown": own, "brief": own}


def _published(row: dict[str, Any]) -> str:
    if row["published"] is None:
        return "–"
    result = counts_and_rate(row["published_high"], row["published_commitments"])
    return t("{said}, {stage}", said=result, stage=lowered(t(STAGES[row["published_stage"]])))


def _tooltip() -> list[alt.Tooltip]:
    return tips(
        plan_said=t("Action plan"),
        computed_said=t("Computed from commitments"),
        published_said=t("Published by the IRM"),
    )
