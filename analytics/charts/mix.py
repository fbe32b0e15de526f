"""The make-up of a group: its commitments by rating or timeliness, in counts, none left out."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from analytics.ask import records
from analytics.charts.theme import TEXT, Picture, finish
from analytics.palette import Swatch, ink_on
from i18n import number, percent, t

ROW = 36
LEGEND_ROW = 18
AXIS = 70


def mix(
    frame: pd.DataFrame,
    key: str,
    part: str,
    swatches: Mapping[str, Swatch],
    labels: Mapping[str, str],
    *,
    groups: tuple[str, ...],
    absent: Mapping[str, str],
    share: bool = True,
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """A bar a group, divided by `part` in the swatches' order; counts stand in the pieces.

    `frame` has a row per group and part with `commitments`. `groups` are all codes of `key` to
    show, in order; `absent` says in words why one has no commitments. The legend always shows
    every part, so colours never move.
    """
    drawn = _drawn(frame, key, part, swatches, labels)
    order = [labels.get(code, code) for code in groups]
    states = {labels.get(code, code): said for code, said in absent.items()}
    y = alt.Y("label:N", sort=order, title=None, scale=alt.Scale(domain=order),
              axis=alt.Axis(labelFontSize=13))  # fmt: skip
    x_end = alt.X2("end_share:Q" if share else "end:Q")
    x = (
        alt.X("start_share:Q", scale=alt.Scale(domain=[0, 1]), title=t("Share of commitments"),
              axis=alt.Axis(format=".0%", tickCount=5))
        if share
        else alt.X("start:Q", title=t("Commitments"))
    )  # fmt: skip
    words = [t(swatch.label) for swatch in swatches.values()]
    colour = alt.Color(
        "part:N",
        scale=alt.Scale(domain=words, range=[s.colour for s in swatches.values()]),
        sort=words,
        legend=alt.Legend(columns=2),
    )
    picked = alt.selection_point("picked", fields=[key, part], on="click", clear=False)
    tooltip = [
        alt.Tooltip("label:N", title=" "),
        alt.Tooltip("part:N", title=" "),
        alt.Tooltip("said:N", title=t("Commitments")),
    ]
    base = alt.Chart(drawn).encode(y, tooltip=tooltip)
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
    rows = [(label, said, 0) for label, said in states.items()]
    unseen = (
        alt.Chart(pd.DataFrame(rows, columns=["label", "said", "at"]))
        .mark_text(align="left", dx=4, color=TEXT, fontSize=13)
        .encode(y, alt.X("at:Q"), alt.Text("said:N"))
    )
    return finish(
        alt.layer(bars.add_params(picked), counts, unseen),
        title=title,
        subtitle=subtitle,
        source=source,
        height=ROW * max(len(order), 1) + LEGEND_ROW * (len(swatches) // 2) + AXIS,
    )


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
