"""A ranking: the longest bar first, its number at its end."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.encodings import clicks, in_rows, tips
from analytics.charts.room import BETWEEN, NARROW, axis_title
from analytics.charts.theme import TEXT, Picture, fixed

RANKED_ROW = 30
LETTERS = 46


@fixed
def ranked(key: str, unit: str, fields: tuple[tuple[str, str], ...]) -> Picture:
    """A bar a row, in the data's order; the axis counts whole `unit`s from zero.

    `bars`, made by `ranked_rows`: the code `key`, its wording as `row`, the `count`, its `colour`,
    the words `beside` the bar (in a narrow window the count alone), and the `fields` that the
    tooltip names.
    """
    base = alt.Chart(alt.NamedData("bars")).encode(
        in_rows("bars", "row", alt.Axis(
            labelFontSize=13,
            labelLimit=alt.ExprRef(f"{NARROW} ? 150 : 330"),
            labelExpr=f"split(datum.label, '{BETWEEN}')[0]",
        )),
        alt.X("count:Q", title=axis_title(unit), axis=alt.Axis(tickMinStep=1)),
        tooltip=tips(**dict(fields)),
    )  # fmt: skip
    bars = base.mark_bar(height=18, cursor="pointer").encode(
        color=alt.Color("colour:N", scale=None)
    )
    beside = base.mark_text(
        align="left", dx=6, color=TEXT, cursor="pointer",
        text=alt.ExprRef(f"{NARROW} ? datum.count : datum.beside"),
    )  # fmt: skip
    return alt.layer(bars.add_params(clicks(key)), beside).properties(height=alt.Step(RANKED_ROW))


def ranked_rows(rows: Sequence[Mapping[str, Any]], key: str) -> pd.DataFrame:
    """The data of `ranked`: two rows of one wording stay two, because their code is in the row."""
    drawn = [dict(row) | {"row": f"{_short(row['label'])}{BETWEEN}{row[key]}"} for row in rows]
    return pd.DataFrame(drawn, columns=None if drawn else [key, "row", "count", "beside", "colour"])


def _short(label: str) -> str:
    return label if len(label) <= LETTERS else f"{label[: LETTERS - 1]}…"
