"""The make-up of a group: its commitments by rating or timeliness, in counts, none left out."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

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
    unseen = (
        alt.Chart(
            pd.DataFrame({"label": list(states), "said": list(states.values())}, dtype=object)
        )
        .mark_text(align="left", dx=4, color=TEXT, fontSize=13)
        .encode(y, alt.X(datum=0), alt.Text("said:N"))
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
    counted = frame.loc[frame["commitments"] > 0, [key, part, "commitments"]].copy()
    counted["place"] = counted[part].map({code: i for i, code in enumerate(swatches)})
    counted = counted.sort_values([key, "place"])
    total = counted.groupby(key)["commitments"].transform("sum")
    end = counted.groupby(key)["commitments"].cumsum()
    start = end - counted["commitments"]
    return pd.DataFrame(
        {
            key: counted[key],
            "label": counted[key].map(lambda code: labels.get(code, code)),
            part: counted[part],
            "part": counted[part].map(lambda code: t(swatches[code].label)),
            "commitments": counted["commitments"],
            "share": counted["commitments"] / total,
            "start": start,
            "end": end,
            "middle": (start + end) / 2,
            "start_share": start / total,
            "end_share": end / total,
            "middle_share": (start + end) / 2 / total,
            "ink": counted[part].map(lambda code: ink_on(swatches[code].colour)),
            "said": [
                t("{count} of {total} ({share})", count=number(n), total=number(of),
                  share=percent(n / of))
                for n, of in zip(counted["commitments"], total, strict=True)
            ],
        }
    )  # fmt: skip
