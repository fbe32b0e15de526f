"""A grid of cells: rows down, columns across, a few words in each cell.

Which colour and which words a cell has is decided by whoever makes the frame; here they are drawn.
On a narrow window the column headings stand upright, and on a phone the words in the cells give
way: the tooltip and the table hold them too.
"""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT, Picture, finish

ROW = 30
HEADING = 64  # pixels for headings of two lines, or upright ones
PHONE, NARROW = "windowSize()[0] < 760", "windowSize()[0] < 1200"
LABELS = f"{PHONE} ? 160 : {NARROW} ? 220 : 340"  # pixels for the wording of a row
LINES = "split(datum.label, '\\n')"
LINE = 14  # pixels from line to line of a heading


def grid(
    frame: pd.DataFrame,
    *,
    row: str,
    rows: Mapping[str, str],
    columns: Sequence[str],
    picks: Sequence[str],
    tall: int = ROW,
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """Cells of `frame`: a code in column `row`, `column`, `words`, `colour`, `ink` and `said`.

    `rows` gives the order and wording of the codes and `columns` the order of the columns, so that
    neither moves when cells are missing. A click picks the codes in the columns `picks`. A colour
    of "" is no cell, only words. `tall` is a row's height in pixels.
    """
    drawn = frame.assign(label=frame[row].map(dict(rows)))
    order = list(rows.values())
    two_lines = any("\n" in wording for wording in order)
    base = alt.Chart(drawn).encode(
        alt.Y("label:N", sort=order, title=None, scale=alt.Scale(domain=order, paddingInner=0.1),
              axis=alt.Axis(labelLimit=alt.ExprRef(LABELS), labelFontSize=12,
                            labelExpr=LINES, labelOffset=-LINE / 2 if two_lines else 0)),
        alt.X("column:N", sort=list(columns), title=None,
              scale=alt.Scale(domain=list(columns), paddingInner=0.06), axis=_headings(columns)),
        tooltip=[alt.Tooltip("label:N", title=" "), alt.Tooltip("column:N", title=" "),
                 alt.Tooltip("said:N", title=" ")],
    )  # fmt: skip
    picked = alt.selection_point("picked", fields=list(picks), on="click", clear=False)
    cells = base.mark_rect(cornerRadius=3, cursor="pointer").encode(
        color=alt.Color("colour:N", scale=None)
    )
    words = base.mark_text(fontSize=12, opacity=alt.ExprRef(f"{PHONE} ? 0 : 1")).encode(
        alt.Text("words:N"),
        color=alt.condition("datum.ink === ''", alt.value(TEXT), alt.Color("ink:N", scale=None)),
    )
    layers = alt.layer(cells.add_params(picked).transform_filter("datum.colour !== ''"), words)
    height = tall * max(len(order), 1) + HEADING
    return finish(layers, title=title, subtitle=subtitle, source=source, height=height)


def _headings(columns: Sequence[str]) -> alt.Axis:
    """Column headings above the cells: lying where there is room, upright where there is not."""
    lines = max((column.count("\n") for column in columns), default=0)
    return alt.Axis(
        orient="top",
        labelLimit=180,
        labelOverlap=False,
        labelExpr=f"{NARROW} ? replace(datum.label, '\\n', ' ') : {LINES}",
        labelAngle=alt.ExprRef(f"{NARROW} ? -60 : 0"),
        labelAlign=alt.ExprRef(f"{NARROW} ? 'left' : 'center'"),
        labelBaseline="bottom",
        labelPadding=alt.ExprRef(f"{NARROW} ? 4 : {6 + LINE * lines}"),
        labelLineHeight=LINE,
        domain=False,
    )
