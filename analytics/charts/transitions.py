"""From one rating to another, as a square: below the diagonal is worse, above it better."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from analytics.charts.square import headings
from analytics.charts.theme import TEXT, Picture, finish
from i18n import t

CELL = 48
HEADING = 84
FILL = {"improved": "#5B9BD0", "same": "#A9B1BC", "worse": "#C2570C"}
"""Fixed for each way of moving; the count in the cell and its place say the same."""


def transitions(
    cells: pd.DataFrame,
    steps: Mapping[str, str],
    moves: Mapping[str, str],
    *,
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """Draw `cells` (`mid_term`, `final`, `count`, `move`), a row a mid-term rating from the top.

    `steps` are the ratings in their order and `moves` the ways of moving, code to wording.
    """
    drawn = cells.assign(
        before=cells["mid_term"].map(steps),
        after=cells["final"].map(steps),
        way=cells["move"].map(moves),
        shown=[str(count) if count else "·" for count in cells["count"]],
        strength=[0.45 if count else 0.08 for count in cells["count"]],
    )
    labels = list(steps.values())
    base = alt.Chart(drawn).encode(
        alt.X("after:N", sort=labels, title=t("Rated at the end"),
              scale=alt.Scale(domain=labels, paddingInner=0.04),
              axis=headings()),
        alt.Y("before:N", sort=labels, title=t("Rated at mid-term"),
              scale=alt.Scale(domain=labels, paddingInner=0.06)),
        tooltip=[
            alt.Tooltip("before:N", title=t("Rated at mid-term")),
            alt.Tooltip("after:N", title=t("Rated at the end")),
            alt.Tooltip("count:Q", title=t("Commitments")),
            alt.Tooltip("way:N", title=" "),
        ],
    )  # fmt: skip
    colour = alt.Color(
        "way:N",
        scale=alt.Scale(domain=[moves[key] for key in FILL], range=list(FILL.values())),
        legend=alt.Legend(title=None),
    )
    layers = [
        base.mark_rect(cornerRadius=3).encode(
            colour, opacity=alt.Opacity("strength:Q", scale=None)
        ),
        base.mark_text(fontSize=15, fontWeight=600, color=TEXT).encode(alt.Text("shown:N")),
    ]
    height = CELL * len(steps) + HEADING
    return finish(alt.layer(*layers), title=title, subtitle=subtitle, source=source, height=height)
