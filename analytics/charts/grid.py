"""The grid: what is on record of what, in cells that say it in words or counts."""

from collections.abc import Sequence
from textwrap import wrap

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT, Picture, fixed

CELLS = "cells"
PHONE, NARROW = "windowSize()[0] < 760", "windowSize()[0] < 1200"
LABELS = f"{PHONE} ? 170 : {NARROW} ? 220 : 340"  # pixels for the wording of a row
LINES = "split(datum.label, '\\n')"
LINE = 14  # pixels from line to line
CLOSE = f"{PHONE} && datum.colour !== '' && bandwidth('x') < 17"
"""No room for `1/1`: the numbers of neighbours would read as one."""
TEXTS = f"split({PHONE} ? datum.brief : datum.words, '\\n')"


@fixed
def grid(columns: tuple[str, ...], picks: tuple[str, ...], tall: int) -> Picture:
    """Cells under `columns`, their wording in its order, which stand also where cells are missing.

    `cells`: `label` (the wording of the row, perhaps in lines), `at` (a number that rises from row
    to row), `column`, `words` (perhaps in lines), `brief` (the same for a phone, where a cell is
    some 30 pixels wide), `colour`, `ink` and `said`. A click picks the codes in the columns
    `picks`. A colour of "" is no cell, only words. `tall` is a row's height in pixels.
    """
    middle = alt.ExprRef(f"{-LINE / 2} * (length(split(datum.value, '\\n')) - 1)")
    base = alt.Chart(alt.NamedData(CELLS)).encode(
        alt.Y("label:N", sort=alt.EncodingSortField("at", "min"), title=None,
              scale=alt.Scale(paddingInner=0.1), axis=alt.Axis(labelLimit=alt.ExprRef(LABELS),
              labelFontSize=alt.ExprRef(f"{PHONE} ? 11 : 12"), labelExpr=LINES,
              labelOffset=middle)),
        alt.X("column:N", sort=list(columns), title=None,
              scale=alt.Scale(domain=list(columns), paddingInner=0.06), axis=_headings(columns)),
        # One text: of several fields without a heading Vega-Lite shows only the last.
        tooltip=alt.Tooltip("told:N"),
    )  # fmt: skip
    picked = alt.selection_point("picked", fields=list(picks), on="click", clear=False)
    boxes = base.mark_rect(cornerRadius=3, cursor="pointer").encode(
        color=alt.Color("colour:N", scale=None)
    )
    texts = base.mark_text(
        opacity=alt.ExprRef(f"{CLOSE} ? 0 : 1"),
        fontSize=alt.ExprRef(f"{PHONE} ? 10 : 12"), lineHeight=LINE, text=alt.ExprRef(TEXTS),
        dy=alt.ExprRef(f"{-LINE / 2} * (length({TEXTS}) - 1)"),
    ).encode(
        color=alt.condition("datum.ink === ''", alt.value(TEXT), alt.Color("ink:N", scale=None)),
    )  # fmt: skip
    filled = boxes.add_params(picked).transform_filter("datum.colour !== ''")
    return alt.layer(filled, texts).properties(height=alt.Step(tall))


def grid_rows(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells of `grid` with their tooltip: row, column and what the cell says, in one line."""
    lines = zip(cells["label"], cells["column"], cells["said"], strict=True)
    texts = [" · ".join(" ".join(part.split()) for part in line if part) for line in lines]
    return cells.assign(told=pd.Series(texts, index=cells.index, dtype=str))


def heading(text: str) -> str:
    """A column's wording in short lines, which end between words however long these are."""
    return "\n".join(wrap(text, 11, break_long_words=False, break_on_hyphens=False))


LYING, WIDE = 110, 1700
"""Letters in a row that lie side by side in most windows; how wide one is where more do."""


def _headings(columns: Sequence[str]) -> alt.Axis:
    """Column headings above the cells: lying where there is room, upright where there is not."""
    lines = max((column.count("\n") for column in columns), default=0)
    longest = max((len(word) for column in columns for word in column.split()), default=0)
    leans = NARROW if longest * len(columns) <= LYING else f"windowSize()[0] < {WIDE}"
    return alt.Axis(
        orient="top",
        # Leaning, a wording reaches half its length to the right of its column.
        labelLimit=alt.ExprRef(f"{PHONE} ? 130 : 230"),
        labelOverlap=False,
        labelExpr=f"{leans} ? replace(datum.label, /\\n/g, ' ') : {LINES}",
        labelAngle=alt.ExprRef(f"{leans} ? -60 : 0"),
        labelAlign=alt.ExprRef(f"{leans} ? 'left' : 'center'"),
        labelBaseline="bottom",
        labelPadding=alt.ExprRef(f"{leans} ? 4 : {6 + LINE * lines}"),
        labelLineHeight=LINE,
        domain=False,
    )
