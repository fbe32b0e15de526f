"""A ranked list as bars: counts, longest first, with words beside each bar."""

import json
from collections.abc import Mapping

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT, Picture, finish

NARROW = "containerSize()[0] < 560"
ROW = 30
AXIS = 50
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
        height=ROW * max(len(frame), 1) + AXIS,
    )


def _short(label: str) -> str:
    return label if len(label) <= LETTERS else f"{label[: LETTERS - 1]}…"
