"""The grid: what is on record of what, in cells that say it in words or counts."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

import altair as alt
import pandas as pd

from analytics.charts.room import BETWEEN, LINE, SCREEN
from analytics.charts.theme import TEXT, Picture, fixed

CELLS = "cells"
HIGH, MOST = 28, 2
"""Pixels of a row, and the lines its wording may have."""
PHONE, NARROW = f"{SCREEN} < 760", f"{SCREEN} < 1200"
LABELS = f"{PHONE} ? 170 : {NARROW} ? 220 : 340"  # pixels for the wording of a row
ACROSS = (26, 30, 47)
"""Letters of the widest script that they hold."""
LABEL = f"split({{}}, '{BETWEEN}')[{PHONE} ? 0 : {NARROW} ? 1 : 2]"
CLOSE = f"{PHONE} && datum.colour !== '' && bandwidth('x') < 17"
"""No room for `1/1`: the numbers of neighbours would read as one."""
TEXTS = f"split({PHONE} ? datum.brief : datum.words, '\\n')"


@fixed
def grid(columns: tuple[str, ...]) -> Picture:
    """Cells under `columns`, their wording in its order, which stand also where cells are missing.

    `cells` are those of `grid_rows`: `label` (the wording of the row), `row` (the same in lines for
    each width of the window), `at` (a number that rises from row to row), `column`, `words`
    (perhaps in lines), `brief` (the same for a phone, where a cell is some 30 pixels wide),
    `colour`, `ink` and `said`. A click picks the row's `plan`. A colour of "" is no cell, only
    words.
    """
    lines = f"split({LABEL}, '\\n')"
    middle = alt.ExprRef(f"{(1 - LINE) / 2} * (length({lines.format('datum.value')}) - 1)")
    base = alt.Chart(alt.NamedData(CELLS)).encode(
        alt.Y("row:N", sort=alt.EncodingSortField("at", "min"), title=None,
              scale=alt.Scale(paddingInner=0.1), axis=alt.Axis(labelLimit=alt.ExprRef(LABELS),
              labelFontSize=alt.ExprRef(f"{PHONE} ? 11 : 12"), labelLineHeight=LINE - 1,
              labelOverlap=False, labelExpr=lines.format("datum.label"), labelOffset=middle)),
        alt.X("column:N", sort=list(columns), title=None,
              scale=alt.Scale(domain=list(columns), paddingInner=0.06), axis=_headings(columns)),
        # One text: of several fields without a heading Vega-Lite shows only the last.
        tooltip=alt.Tooltip("told:N"),
    )  # fmt: skip
    picked = alt.selection_point("picked", fields=["plan"], on="click", clear=False)
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
    return alt.layer(filled, texts).properties(height=alt.Step(HIGH))


def grid_rows(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells of `grid` with their row's wording in lines, and their tooltip: row, column
    and what the cell says, in one line."""
    labels = {label: BETWEEN.join(_lines(label)) for label in cells["label"]}
    lines = zip(cells["label"], cells["column"], cells["said"], strict=True)
    texts = [" · ".join(" ".join(part.split()) for part in line if part) for line in lines]
    return cells.assign(
        row=cells["label"].map(labels), told=pd.Series(texts, index=cells.index, dtype=str)
    )


def _lines(label: str) -> Iterator[str]:
    for letters in ACROSS:
        yield "\n".join(wrap(label, letters, max_lines=MOST, placeholder=" …"))


def heading(text: str) -> str:
    """A column's wording in short lines, which end between words however long these are."""
    return "\n".join(wrap(text, 11, break_long_words=False, break_on_hyphens=False))


LYING, WIDE = 110, 1700
"""Letters in a row that lie side by side in most windows; how wide one is where more do."""


def _headings(columns: Sequence[str]) -> alt.Axis:
    """Column headings above the cells: lying where there is room, upright where there is not."""
    lines = max((column.count("\n") for column in columns), default=0)
    longest = max((len(word) for column in columns for word in column.split()), default=0)
    leans = NARROW if longest * len(columns) <= LYING else f"{SCREEN} < {WIDE}"
    return alt.Axis(
        orient="top",
        # Leaning, a wording reaches half its length to the left, where names of rows leave room.
        labelLimit=alt.ExprRef(f"{PHONE} ? 240 : 230"),
        labelOverlap=False,
        labelExpr=f"{leans} ? replace(datum.label, /\\n/g, ' ') : split(datum.label, '\\n')",
        labelAngle=alt.ExprRef(f"{leans} ? 60 : 0"),
        labelAlign=alt.ExprRef(f"{leans} ? 'right' : 'center'"),
        labelBaseline="bottom",
        labelPadding=alt.ExprRef(f"{leans} ? 4 : {6 + LINE * lines}"),
        labelLineHeight=LINE,
        domain=False,
    )
