"""Two sources on the same commitments: how often each pair of ratings occurs."""

import altair as alt
import pandas as pd

from analytics.charts.square import headings
from analytics.charts.theme import TEXT, Picture, finish
from analytics.palette import ACCENT, COMPLETION, NEUTRAL
from i18n import t

CELL = 40


def crossed(
    frame: pd.DataFrame,
    kind: str,
    *,
    down: str,
    across: str,
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """A cell for each pair of ratings with its count; agreement lies on the diagonal.

    `frame`: `rating`, `other`, `commitments`. All ratings always have their place. A clicked cell
    tells its `rating` and, under the name `kind`, the other source's.
    """
    words = {code: t(swatch.label) for code, swatch in COMPLETION.items() if code != "not_assessed"}
    order = list(words.values())
    drawn = frame.assign(
        row=frame["rating"].map(words),
        column=frame["other"].map(words),
        same=frame["rating"] == frame["other"],
        **{kind: frame["other"]},
    )
    picked = alt.selection_point("picked", fields=["rating", kind], on="click", clear=False)
    scale = alt.Scale(domain=order)
    base = alt.Chart(drawn).encode(
        alt.X("column:N", scale=scale, sort=order, title=across,
              axis=headings()),
        alt.Y("row:N", scale=scale, sort=order, title=down, axis=alt.Axis(labelFlush=False)),
        tooltip=[
            alt.Tooltip("row:N", title=down),
            alt.Tooltip("column:N", title=across),
            alt.Tooltip("commitments:Q", title=t("Commitments"), format="d"),
        ],
    )  # fmt: skip
    cells = base.mark_rect(cornerRadius=2, cursor="pointer").encode(
        color=alt.condition("datum.same", alt.value(NEUTRAL), alt.value(ACCENT)),
        opacity=alt.value(0.28),
    )
    counts = base.mark_text(fontSize=13, color=TEXT).encode(alt.Text("commitments:Q", format="d"))
    return finish(
        alt.layer(cells.add_params(picked), counts),
        title=title,
        subtitle=subtitle,
        source=source,
        height=CELL * len(order) + 60,
    )
