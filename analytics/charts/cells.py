"""Cells in rows and columns: rates of groups by country, and what is on record of what.

In the matrix the colour scale is fixed at 0–100 %. A rate under five stands in an empty, dashed
cell: it is shown but has no colour to be compared by. Where columns are narrow cells keep the bare
number and headings their codes; where there are too many for that, as in a file of all countries,
the colour alone. The rest moves to the tooltip.
"""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.theme import BETWEEN, TEXT, Picture, fixed
from analytics.codelists import PAPER, contrast, ramp_colour
from analytics.metrics.catalogue import METRICS
from analytics.query.ask import records
from i18n import t

CELLS = "cells"
ROW = 54
NAMES = 140
"""Pixels the rows' names take."""
INKS = ("#000000", PAPER)
"""In the middle of the scale only plain black and white keep 4.5:1."""
NAME = 26
"""Letters of a group's name on a line; half as many in a narrow window."""

COLUMNS = "length(domain('x'))"
TIGHT = f"containerSize()[0] < {NAMES + 20} + 80 * {COLUMNS}"
"""Room for full cells, though not for the names of countries above them."""
SLIM = f"containerSize()[0] < {NAMES} + 60 * {COLUMNS}"
"""Room for a number."""
CROWDED = f"containerSize()[0] < {NAMES} + 26 * {COLUMNS}"
"""Room for a colour."""
PARTS = f"split(datum.value, '{BETWEEN}')"


@fixed
def matrix(row: str, metric: str) -> Picture:
    """The rates of `metric` in the groups `row`, by country, in the order of the data.

    `cells` are those of `matrix_rows`. A click gives the codes of the group and of the country.
    """
    fields = {"where": " ", "said": t(METRICS[metric].label), "rests": t("rests on"),
            "covers": t("Assessed")}  # fmt: skip
    base = alt.Chart(alt.NamedData(CELLS)).encode(
        alt.X("column_label:N", sort=None, title=None, scale=alt.Scale(paddingInner=0.03),
              axis=_countries()),
        alt.Y("row_label:N", sort=None, title=None, scale=alt.Scale(paddingInner=0.04),
              axis=_groups()),
        tooltip=[alt.Tooltip(f"{part}:N", title=heading) for part, heading in fields.items()],
    )  # fmt: skip
    picked = alt.selection_point("picked", fields=[row, "country"], on="click", clear=False)
    layers = [_boxes(base).add_params(picked), *_texts(base)]
    return alt.layer(*layers).properties(height=alt.Step(ROW))


def matrix_rows(
    cells: pd.DataFrame,
    row: str,
    rows: Mapping[str, str],
    columns: Mapping[str, str],
    short: Mapping[str, str],
    strong: Sequence[str] = (),
) -> pd.DataFrame:
    """The cells of `matrix`, one row a cell, in the order of `rows` and then of `columns`.

    A cell has the codes `row` and `country`, `value` (null: not known), `small`, what it says
    (`shown`, `brief`, `under`, `beneath`), the `colour` of its state and for the tooltip `where`,
    `said`, `rests` and `covers`. `rows` and `columns` are the wording of the codes, `short` that
    of the columns in a narrow window; the names of `strong` rows are set in bold.
    """
    names = {
        code: BETWEEN.join(
            ["\n".join(_broken(label, NAME)), "\n".join(_broken(label, NAME // 2)),
             "strong" if code in strong else ""]
        )
        for code, label in rows.items()
    }  # fmt: skip
    headings = {code: label + BETWEEN + short[code] for code, label in columns.items()}
    return cells.assign(
        row_label=cells[row].map(names),
        column_label=cells["country"].map(headings),
        fill=[_fill(cell) for cell in records(cells)],
        ink=[_ink(cell) for cell in records(cells)],
        # Two lines of text stand in the middle of a cell, three fill it.
        lift=[-14 if cell else -8 for cell in cells["beneath"]],
    )


def _countries() -> alt.Axis:
    return alt.Axis(
        orient="top", labelLimit=140, labelOverlap=False, labelFlush=False,
        labelAngle=alt.ExprRef(f"{CROWDED} ? -90 : 0"),
        labelAlign=alt.ExprRef(f"{CROWDED} ? 'left' : 'center'"),
        labelBaseline=alt.ExprRef(f"{CROWDED} ? 'middle' : 'bottom'"),
        # Two lines, or one.
        labelPadding=alt.ExprRef(f"{TIGHT} && !({CROWDED}) ? 20 : 6"),
        labelFontSize=alt.ExprRef(f"{SLIM} ? 11 : 13"),
        labelExpr=f"{CROWDED} ? {PARTS}[1] : {TIGHT} ? split({PARTS}[1], ' ') : {PARTS}[0]",
    )  # fmt: skip


def _groups() -> alt.Axis:
    strong = {"test": f"{PARTS}[2] === 'strong'", "value": 700}
    lines = f"split({PARTS}[{SLIM} ? 1 : 0], '\\n')"
    return alt.Axis(
        labelFontSize=13, labelLimit=240, labelLineHeight=15, labelExpr=lines,
        labelOffset=alt.ExprRef(f"-7.5 * (length({lines}) - 1)"),
        labelFontWeight={"condition": strong, "value": 400},
    )  # fmt: skip


def _boxes(base: alt.Chart) -> alt.Chart:
    boxes: alt.Chart = base.mark_rect(
        cornerRadius=3,
        cursor="pointer",
        stroke=TEXT,
        strokeDash=[3, 3],
        strokeOpacity=alt.ExprRef("datum.small ? 0.55 : 0"),
        fillOpacity=alt.ExprRef("isValid(datum.value) ? 1 : 0.28"),
    )
    return boxes.encode(fill=alt.Fill("fill:N", scale=None))


def _texts(base: alt.Chart) -> list[alt.Chart]:
    """The rate, or the mark of a state; beneath it what it rests on, where there is room."""
    ink = alt.Color("ink:N", scale=None)
    roomy = alt.ExprRef(f"{SLIM} ? 0 : 1")
    middle = alt.ExprRef(f"{SLIM} || !datum.under ? 0 : datum.lift")
    return [
        base.mark_text(
            fontSize=alt.ExprRef(f"{SLIM} ? 12 : 14"), dy=middle, cursor="pointer",
            opacity=alt.ExprRef(f"{CROWDED} ? 0 : 1"),
            fontWeight=alt.ExprRef("datum.small || !isValid(datum.value) ? 400 : 600"),
            text=alt.ExprRef(f"{SLIM} ? datum.brief : datum.shown"),
        ).encode(color=ink),
        base.mark_text(
            fontSize=11, opacity=roomy, dy=alt.ExprRef("datum.lift + 15"), cursor="pointer"
        ).encode(text="under:N", color=ink),
        base.mark_text(fontSize=11, opacity=roomy, dy=16, cursor="pointer").encode(
            text="beneath:N", color=ink
        ),
    ]  # fmt: skip


def _fill(cell: Mapping[str, Any]) -> str:
    if cell["small"]:
        return "transparent"
    return str(cell["colour"]) if cell["value"] is None else ramp_colour(cell["value"])


def _ink(cell: Mapping[str, Any]) -> str:
    if cell["value"] is None or cell["small"]:
        return TEXT
    return max(INKS, key=lambda ink: contrast(ink, _fill(cell)))


def _broken(label: str, length: int) -> list[str]:
    """A name in lines of about `length` letters, three at most."""
    lines = [""]
    for word in label.split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) > length and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = joined
    kept = lines[:3]
    return [*kept[:-1], f"{kept[-1]} …"] if len(lines) > len(kept) else kept


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
