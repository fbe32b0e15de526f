"""Two sources on the same commitments: how often each pair of ratings occurs."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from analytics.charts.encodings import clicks, tips
from analytics.charts.room import NARROW, ROOM
from analytics.charts.theme import TEXT, Picture, fixed
from analytics.codelists import ACCENT, NEUTRAL, RATINGS, SOURCE_KINDS
from i18n import t

CELL = 40
NAMES, LETTER, LINE = 190, 7.4, 14
"""Pixels for the names of the rows, of a letter in the widest script, and from line to line."""


@fixed
def crossed(kind: str) -> Picture:
    """A cell for each pair of ratings with its count; agreement lies on the diagonal.

    `cells` are those of `crossed_rows`. All ratings always have their place. A clicked cell tells
    its `rating` and, under the name `kind`, the other source's.
    """
    order = list(_ratings().values())
    down, across = t(SOURCE_KINDS["irm"]), t(SOURCE_KINDS[kind])
    scale = alt.Scale(domain=order)
    base = alt.Chart(alt.NamedData("cells")).encode(
        alt.X("column:N", scale=scale, sort=order, title=across, axis=headings(order)),
        alt.Y("row:N", scale=scale, sort=order, title=down, axis=alt.Axis(labelFlush=False)),
    )
    cells = base.mark_rect(cornerRadius=2, cursor="pointer").encode(
        color=alt.condition("datum.same", alt.value(NEUTRAL), alt.value(ACCENT)),
        opacity=alt.value(0.28),
        tooltip=[
            *tips(row=down, column=across),
            alt.Tooltip("commitments:Q", title=t("Commitments"), format="d"),
        ],
    )
    counts = base.mark_text(fontSize=13, color=TEXT).encode(alt.Text("commitments:Q", format="d"))
    chart = alt.layer(cells.add_params(clicks("rating", kind)), counts)
    return chart.properties(height=alt.Step(CELL))


def crossed_rows(frame: pd.DataFrame, kind: str) -> pd.DataFrame:
    """The cells of `crossed` from `rating`, `other` and `commitments`."""
    return frame.assign(
        row=frame["rating"].map(_ratings()),
        column=frame["other"].map(_ratings()),
        same=frame["rating"] == frame["other"],
        **{kind: frame["other"]},
    )


def _ratings() -> dict[str, str]:
    return {code: t(label) for code, label in RATINGS.items() if code != "not_assessed"}


TRANSITIONS_CELL = 48
FILL = {"improved": "#5B9BD0", "same": "#A9B1BC", "worse": "#C2570C"}
"""Fixed for each way of moving; the count in the cell and its place say the same."""


@fixed
def transitions(steps: tuple[str, ...], moves: tuple[tuple[str, str], ...]) -> Picture:
    """A row a mid-term rating from the top, a column a final one.

    `steps` are the codes of the ratings in their order, `moves` the ways of moving with their
    wording; `cells` are those of `transition_rows`.
    """
    labels, ways = [t(RATINGS[step]) for step in steps], dict(moves)
    base = alt.Chart(alt.NamedData("cells")).encode(
        alt.X("after:N", sort=labels, title=t("Rated at the end"),
              scale=alt.Scale(domain=labels, paddingInner=0.04), axis=headings(labels)),
        alt.Y("before:N", sort=labels, title=t("Rated at mid-term"),
              scale=alt.Scale(domain=labels, paddingInner=0.06)),
        # Nothing is clicked here, so the words catch the pointer, and tell it too.
        tooltip=[
            *tips(before=t("Rated at mid-term"), after=t("Rated at the end")),
            alt.Tooltip("count:Q", title=t("Commitments")),
            *tips(way=" "),
        ],
    )  # fmt: skip
    colour = alt.Color(
        "way:N",
        scale=alt.Scale(domain=[ways[key] for key in FILL], range=list(FILL.values())),
        legend=alt.Legend(title=None, columns=alt.ExprRef(f"{NARROW} ? 1 : 3")),
    )
    layers = [
        base.mark_rect(cornerRadius=3).encode(
            colour, opacity=alt.Opacity("strength:Q", scale=None)
        ),
        base.mark_text(fontSize=15, fontWeight=600, color=TEXT).encode(alt.Text("shown:N")),
    ]
    return alt.layer(*layers).properties(height=alt.Step(TRANSITIONS_CELL))


def transition_rows(cells: pd.DataFrame, moves: Mapping[str, str]) -> pd.DataFrame:
    """The cells of `transitions` from `mid_term`, `final`, `count` and `move`."""
    ratings = _ratings()
    return cells.assign(
        before=cells["mid_term"].map(ratings),
        after=cells["final"].map(ratings),
        way=cells["move"].map(dict(moves)),
        shown=[str(count) if count else "·" for count in cells["count"]],
        strength=[0.45 if count else 0.08 for count in cells["count"]],
    )


def headings(labels: Sequence[str]) -> alt.Axis:
    """Headings above the columns: in one line where that fits, else a word a line, else upright."""
    words = [label.split() for label in labels]
    longest = max(len(word) for parts in words for word in parts)
    column = f"({ROOM} - {NAMES}) / {len(labels)}"
    whole = f"{column} > {LETTER * max(map(len, labels))}"
    lying = f"{column} > {LETTER * longest}"
    lines = LINE * (max(map(len, words)) - 1)
    return alt.Axis(
        orient="top",
        labelAngle=alt.ExprRef(f"{lying} ? 0 : -90"),
        labelAlign=alt.ExprRef(f"{lying} ? 'center' : 'left'"),
        labelBaseline=alt.ExprRef(f"{lying} ? 'bottom' : 'middle'"),
        labelLimit=170,
        labelOverlap=False,
        labelFlush=False,
        labelPadding=alt.ExprRef(f"{lying} && !({whole}) ? {6 + lines} : 6"),
        labelLineHeight=LINE,
        labelFontSize=alt.ExprRef(f"{NARROW} ? 10 : 12"),
        labelExpr=f"{lying} && !({whole}) ? split(datum.label, ' ') : datum.label",
    )
