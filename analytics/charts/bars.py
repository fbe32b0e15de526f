"""The make-up of a group: its commitments by rating or timeliness, in counts, none left out."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT, Picture, finish, fixed
from analytics.codelists import COMPLETION, COUNTRIES, NEUTRAL, TIMELINESS, Swatch, colours, ink_on
from analytics.query.ask import records
from i18n import number, percent, t

ROW = 36


SCALES: Mapping[str, Mapping[str, Swatch]] = {"rating": COMPLETION, "timeliness": TIMELINESS}
"""What a group can be divided by, and its parts in their order."""


@fixed
def mix(key: str, part: str, share: bool = True) -> Picture:
    """A bar a group, divided by `part` (a key of `SCALES`) in its order, the counts in the pieces.

    `groups` and `pieces` are those of `mix_rows`. Colours never move. Without `share` the axis
    counts commitments.
    """
    swatches = SCALES[part]
    words = [t(swatch.label) for swatch in swatches.values()]
    y = alt.Y("label:N", sort=None, title=None, axis=alt.Axis(labelFontSize=13))
    x_end = alt.X2("end_share:Q" if share else "end:Q")
    x = (
        alt.X("start_share:Q", scale=alt.Scale(domain=[0, 1]), title=t("Share of commitments"),
              axis=alt.Axis(format=".0%", tickCount=5))
        if share
        else alt.X("start:Q", title=t("Commitments"))
    )  # fmt: skip
    colour = alt.Color(
        "part:N", scale=alt.Scale(domain=words, range=colours(swatches)), sort=words,
        legend=alt.Legend(columns=2),
    )  # fmt: skip
    picked = alt.selection_point("picked", fields=[key, part], on="click", clear=False)
    base = alt.Chart(alt.NamedData("pieces")).encode(
        y,
        tooltip=[
            alt.Tooltip("label:N", title=" "),
            alt.Tooltip("part:N", title=" "),
            alt.Tooltip("said:N", title=t("Commitments")),
        ],
    )
    bars = base.mark_bar(height=24, stroke="#FFFFFF", strokeWidth=1).encode(x, x_end, colour)
    counts = (
        base.mark_text(fontSize=12)
        .encode(
            alt.X("middle_share:Q" if share else "middle:Q"),
            alt.Text("commitments:Q"),
            color=alt.Color("ink:N", scale=None),
        )
        .transform_filter("datum.share >= 0.035")
    )
    # First, because it has every group: their order is the axis's, also of those without a bar.
    states = (
        alt.Chart(alt.NamedData("groups"))
        .mark_text(align="left", dx=4, color=TEXT, fontSize=13)
        .encode(y, alt.X("at:Q"), alt.Text("said:N"))
    )
    return alt.layer(states, bars.add_params(picked), counts).properties(height=alt.Step(ROW))


def mix_rows(
    frame: pd.DataFrame,
    key: str,
    part: str,
    labels: Mapping[str, str],
    groups: Sequence[str],
    absent: Mapping[str, str],
) -> dict[str, pd.DataFrame]:
    """The data of `mix`. `frame` has a row per group and part with `commitments`.

    `groups` are all codes of `key` to show, in their order; `absent` says in words why one has no
    commitments.
    """
    named = [(labels.get(code, code), absent.get(code, ""), 0) for code in groups]
    return {
        "groups": pd.DataFrame(named, columns=["label", "said", "at"]),
        "pieces": _drawn(frame, key, part, SCALES[part], labels),
    }


def _drawn(
    frame: pd.DataFrame,
    key: str,
    part: str,
    swatches: Mapping[str, Swatch],
    labels: Mapping[str, str],
) -> pd.DataFrame:
    rows = [row for row in records(frame) if row["commitments"]]
    place = {code: at for at, code in enumerate(swatches)}
    rows.sort(key=lambda row: place[row[part]])
    totals: dict[str, int] = {}
    for row in rows:
        row["start"] = totals.get(row[key], 0)
        totals[row[key]] = row["end"] = row["start"] + row["commitments"]
    pieces = [_piece(row, row[key], row[part], totals[row[key]], swatches, labels) for row in rows]
    return pd.DataFrame(
        [{key: row[key], part: row[part]} | piece for row, piece in zip(rows, pieces, strict=True)],
        columns=None if rows else [key, part, *FIELDS],
    )


FIELDS = ["label", "part", "commitments", "share", "start", "end", "middle", "start_share",
          "end_share", "middle_share", "ink", "said"]  # fmt: skip


def _piece(
    row: Mapping[str, Any],
    group: str,
    code: str,
    total: int,
    swatches: Mapping[str, Swatch],
    labels: Mapping[str, str],
) -> dict[str, Any]:
    """One piece of a bar: `total` is the whole bar's commitments."""
    start, end, middle = row["start"], row["end"], (row["start"] + row["end"]) / 2
    share = row["commitments"] / total
    said = t(
        "{count} of {total} ({share})",
        count=number(row["commitments"]),
        total=number(total),
        share=percent(share),
    )
    return {
        "label": labels.get(group, group),
        "part": t(swatches[code].label),
        "commitments": row["commitments"],
        "share": share,
        "start": start,
        "end": end,
        "middle": middle,
        "start_share": start / total,
        "end_share": end / total,
        "middle_share": middle / total,
        "ink": ink_on(swatches[code].colour),
        "said": said,
    }


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


NARROW = "containerSize()[0] < 560"
RANKED_ROW = 30
RANKED_AXIS = 50
LETTERS = 46


def ranked(
    frame: pd.DataFrame,
    key: str,
    *,
    unit: str,
    told: Mapping[str, str],
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """A bar a row of `frame`, in its order.

    Columns: the code `key`, its wording `label`, the `count`, its `colour`, the words `beside` the
    bar (in a narrow window the count alone), and the fields that `told` names for the tooltip. The
    axis counts whole `unit`s from zero.
    """
    names = {row[key]: _short(row["label"]) for row in frame.to_dict("records")}
    base = alt.Chart(frame).encode(
        alt.Y(
            f"{key}:N", sort=None, scale=alt.Scale(domain=list(names)), title=None,
            axis=alt.Axis(
                labelFontSize=13,
                labelLimit=alt.ExprRef(f"{NARROW} ? 150 : 330"),
                labelExpr=f"({json.dumps(names)})[datum.value]",
            ),
        ),
        alt.X("count:Q", title=unit, axis=alt.Axis(tickMinStep=1)),
        tooltip=[alt.Tooltip(f"{field}:N", title=heading) for field, heading in told.items()],
    )  # fmt: skip
    picked = alt.selection_point("picked", fields=[key], on="click", clear=False)
    bars = base.mark_bar(height=18, cursor="pointer").encode(
        color=alt.Color("colour:N", scale=None)
    )
    beside = base.mark_text(
        align="left", dx=6, color=TEXT, cursor="pointer",
        text=alt.ExprRef(f"{NARROW} ? datum.count : datum.beside"),
    )  # fmt: skip
    return finish(
        alt.layer(bars.add_params(picked), beside),
        title=title,
        subtitle=subtitle,
        source=source,
        height=RANKED_ROW * max(len(frame), 1) + RANKED_AXIS,
    )


def _short(label: str) -> str:
    return label if len(label) <= LETTERS else f"{label[: LETTERS - 1]}…"
