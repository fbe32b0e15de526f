"""Two sources on the same commitments: how often each pair of ratings occurs."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT, Picture, finish
from analytics.codelists import ACCENT, COMPLETION, NEUTRAL
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


TRANSITIONS_CELL = 48
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
    height = TRANSITIONS_CELL * len(steps) + HEADING
    return finish(alt.layer(*layers), title=title, subtitle=subtitle, source=source, height=height)


NARROW = "containerSize()[0] < 560"


def headings() -> alt.Axis:
    """Headings above the columns; where there is little room, a word a line."""
    return alt.Axis(
        orient="top",
        labelAngle=0,
        labelLimit=110,
        labelOverlap=False,
        labelFlush=False,
        labelPadding=alt.ExprRef(f"{NARROW} ? 20 : 6"),
        labelFontSize=alt.ExprRef(f"{NARROW} ? 10 : 12"),
        labelExpr=f"{NARROW} ? split(datum.label, ' ') : datum.label",
    )
