"""The make-up of a group: its commitments by rating or timeliness, in counts, none left out."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.encodings import clicks, coloured, in_rows, tips, worded
from analytics.charts.room import NARROW, names, with_legend
from analytics.charts.theme import TEXT, Picture, fixed, marked
from analytics.codelists import (
    COMPLETION,
    COUNTRIES,
    NEUTRAL,
    TIMELINESS,
    Swatch,
    edge_of,
    ink_on,
)
from analytics.metrics.catalogue import DAYS_OVERDUE
from analytics.presentation.numbers import counts_and_rate
from analytics.presentation.tables import PARTS
from analytics.query.ask import records
from i18n import number, t

ROW = 40


SCALES: Mapping[str, Mapping[str, Swatch]] = {"rating": COMPLETION, "timeliness": TIMELINESS}
"""What a group can be divided by, and its parts in their order."""


@fixed
def mix(key: str, part: str) -> Picture:
    """A bar a group, divided by `part` (a key of `SCALES`) in its order, the counts in the pieces.

    A piece without a rating has its mark too: on a grey printer its colour is one of the scale's.
    `groups` and `pieces` are those of `mix_rows`. Colours never move.
    """
    swatches = SCALES[part]
    labels = [marked(swatch) for swatch in swatches.values()]
    y = in_rows("groups", axis=names())
    x = alt.X("start_share:Q", scale=alt.Scale(domain=[0, 1]), title=t("Share of commitments"),
              axis=alt.Axis(format=".0%", tickCount=5))  # fmt: skip
    colour = coloured("part", swatches, "pieces", labels)
    base = alt.Chart(alt.NamedData("pieces")).encode(y, key="piece:N")
    bars = base.mark_bar(height=24, strokeWidth=1).encode(
        x,
        alt.X2("end_share:Q"),
        colour,
        stroke=alt.Stroke("edge:N", scale=None),
        # One text: of two fields without a heading Vega-Lite shows only the last.
        tooltip=alt.Tooltip("said:N"),
    )
    counts = (
        base.mark_text(fontSize=12)
        .encode(
            alt.X("middle_share:Q"),
            alt.Text("shown:N"),
            color=alt.Color("ink:N", scale=None),
        )
        .transform_filter("datum.share >= 0.035")
    )
    states = (
        alt.Chart(alt.NamedData("groups"))
        .mark_text(align="left", dx=4, color=TEXT, fontSize=13)
        .encode(y, alt.X("at:Q"), alt.Text("said:N"))
    )
    return alt.layer(states, bars.add_params(clicks(key, part)), counts).properties(
        height=alt.Step(ROW)
    )


def mix_rows(
    frame: pd.DataFrame,
    key: str,
    part: str,
    labels: Mapping[str, str],
    groups: Sequence[str],
    absent: Mapping[str, str],
    names: Mapping[str, str] | None = None,
) -> dict[str, pd.DataFrame]:
    """The data of `mix`. `frame` has a row per group and part with `commitments`.

    `groups` are all codes of `key` to show, in their order; `absent` says in words why one has no
    commitments; `names` are what the tooltip calls them, where `labels` say more.
    """
    named = [(labels.get(code, code), absent.get(code, ""), 0) for code in groups]
    return {
        "groups": pd.DataFrame(named, columns=["label", "said", "at"]),
        "pieces": with_legend(
            _drawn(frame, key, part, SCALES[part], labels, names or labels),
            "part",
            [marked(swatch) for swatch in SCALES[part].values()],
        ),
    }


def _drawn(
    frame: pd.DataFrame,
    key: str,
    part: str,
    swatches: Mapping[str, Swatch],
    labels: Mapping[str, str],
    names: Mapping[str, str],
) -> pd.DataFrame:
    rows = [row for row in records(frame) if row["commitments"]]
    place = {code: at for at, code in enumerate(swatches)}
    rows.sort(key=lambda row: place[row[part]])
    totals: dict[str, int] = {}
    for row in rows:
        row["start"] = totals.get(row[key], 0)
        totals[row[key]] = row["end"] = row["start"] + row["commitments"]
    pieces = [
        {key: row[key], part: row[part], "piece": f"{row[key]} {row[part]}",
         "label": labels.get(row[key], row[key])}
        | _piece(row, swatches[row[part]], totals[row[key]], names.get(row[key], row[key]))
        for row in rows
    ]  # fmt: skip
    return pd.DataFrame(pieces, columns=None if rows else [key, part, *FIELDS])


FIELDS = ["piece", "label", "part", "commitments", "share", "start_share", "end_share",
          "middle_share", "ink", "edge", "shown", "said"]  # fmt: skip
ROOM = 0.1
"""Of a bar: in a piece as long as this there is room for a mark beside the count."""


def _piece(row: Mapping[str, Any], swatch: Swatch, total: int, name: str) -> dict[str, Any]:
    """One piece of a bar: `total` is the whole bar's commitments."""
    share, count = row["commitments"] / total, number(row["commitments"])
    counted = counts_and_rate(row["commitments"], total)
    return {
        "part": marked(swatch),
        "commitments": row["commitments"],
        "share": share,
        "start_share": row["start"] / total,
        "end_share": row["end"] / total,
        "middle_share": (row["start"] + row["end"]) / 2 / total,
        "ink": ink_on(swatch.colour),
        "edge": edge_of(swatch.colour),
        "shown": f"{swatch.mark} {count}" if swatch.has_mark and share >= ROOM else count,
        "said": " · ".join((name, t(swatch.label), counted)),
    }


HEIGHT = 300


@fixed
def ageing() -> Picture:
    """A bar a bucket of days overdue, its countries stacked, the total above it.

    `parts` are those of `ageing_rows`. Every bucket and country keeps its place and colour, whether
    or not it has any.
    """
    buckets = {part: t(PARTS[part]) for part in DAYS_OVERDUE.buckets}
    x = alt.X(
        "part:N",
        scale=alt.Scale(domain=list(buckets)),
        title=t("Days late when last assessed"),
        axis=alt.Axis(
            labelAngle=0, labelExpr=_axis_label(buckets), labelOverlap=False, labelLineHeight=15
        ),
    )
    up = alt.Y("commitments:Q", stack="zero", title=None, axis=alt.Axis(tickMinStep=1))
    # A country beyond the six has no colour of its own.
    named = coloured("name", COUNTRIES, "parts")
    colour = alt.condition("datum.partner", named, alt.value(NEUTRAL))
    base = alt.Chart(alt.NamedData("parts")).encode(
        x, order="place:Q",
        tooltip=[*tips(name=" ", late=t("Days late when last assessed")),
                 alt.Tooltip("commitments:Q", title=t("Commitments"))],
    )  # fmt: skip
    bars = base.mark_bar(cursor="pointer").encode(up, color=colour)
    totals = (
        alt.Chart(alt.NamedData("parts"))
        .mark_text(dy=-8, fontSize=13, fontWeight=600)
        .encode(x, alt.Y("sum(commitments):Q"), alt.Text("sum(commitments):Q"))
    )
    return alt.layer(bars.add_params(clicks("part", "country")), totals).properties(height=HEIGHT)


def ageing_rows(rows: Sequence[Mapping[str, Any]], labels: Mapping[str, str]) -> pd.DataFrame:
    """The data of `ageing` from `country`, bucket (`part`) and `commitments`; `labels` by country.

    Countries are stacked in the order of `labels`.
    """
    order = list(labels)
    drawn = [
        dict(row) | {
            "name": labels[row["country"]],
            "late": t(PARTS[row["part"]]),
            "place": order.index(row["country"]),
            "partner": row["country"] in COUNTRIES,
        }
        for row in rows if row["commitments"]
    ]  # fmt: skip
    frame = pd.DataFrame(
        drawn, columns=["country", "part", "commitments", "name", "late", "place", "partner"]
    )
    return with_legend(frame, "name", worded(COUNTRIES))


def _axis_label(labels: Mapping[str, str]) -> str:
    """A Vega expression that looks a bucket's wording up, in a narrow window a word a line."""
    expression = f"({json.dumps(dict(labels))})[datum.value]"
    return f"{NARROW} ? split({expression}, ' ') : {expression}"
