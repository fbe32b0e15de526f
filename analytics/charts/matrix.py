"""The matrix: rates of groups by country, a cell each.

The colour scale is fixed at 0–100 %. A rate under five stands in an empty, dashed
cell: it is shown but has no colour to be compared by. Where columns are narrow cells keep the bare
number and headings their codes; where there are too many for that, as in a file of all countries,
the colour alone. The rest moves to the tooltip.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.encodings import clicks, tips
from analytics.charts.room import BETWEEN, ROOM
from analytics.charts.theme import TEXT, Picture, fixed
from analytics.codelists import ink_on, ramp_colour
from analytics.metrics.catalogue import METRICS
from analytics.query.ask import records
from i18n import t

CELLS = "cells"
ROW = 54
NAME = 26
"""Letters of a group's name on a line; half as many in a narrow window."""

# The browser takes these apart for each cell wherever they stand, so each is worked out once a
# drawing, under its name.
WORKED_OUT = {
    "broken": f"{ROOM} < 140 + 60 * length(domain('x'))",
    "names": f"8 + 7.4 * extent(pluck(data('{CELLS}'), broken ? 'brief_letters' : 'letters'))[1]",
    "column": f"({ROOM} - names) / length(domain('x'))",
}
"""Whether there is room for short lines of a row's name alone; pixels the rows' names take; pixels
left for a column. Not its `bandwidth`, which is known when the headings stand already."""
TIGHT = "column < 80"
"""Room for full cells, though not for the names of countries above them."""
SLIM = "column < 60"
"""Room for a number."""
CROWDED = "column < 26"
"""Room for a colour."""
PARTS = f"split(datum.value, '{BETWEEN}')"


@fixed
def matrix(row: str, metric: str) -> Picture:
    """The rates of `metric` in the groups `row`, by country, in the order `matrix_rows` gives.

    `cells` are those of `matrix_rows`. A click gives the codes of the group and of the country.
    """
    base = alt.Chart(alt.NamedData(CELLS)).encode(
        alt.X("column_label:N", sort=alt.EncodingSortField("column_at", "min"), title=None,
              scale=alt.Scale(paddingInner=0.03), axis=_countries()),
        alt.Y("row_label:N", sort=alt.EncodingSortField("row_at", "min"), title=None,
              scale=alt.Scale(paddingInner=0.04), axis=_groups()),
        key="cell:N",
    )  # fmt: skip
    tip = tips(where=" ", said=t(METRICS[metric].label), rests=t("rests on"), covers=t("Assessed"))
    # Words tell nothing of their own: the pointer goes through them to their box.
    boxes = _boxes(base).encode(tooltip=tip).add_params(clicks(row, "country"))
    layers = [boxes, *_texts(base)]
    worked_out = [alt.param(name=name, expr=expr) for name, expr in WORKED_OUT.items()]
    return alt.layer(*layers).add_params(*worked_out).properties(height=alt.Step(ROW))


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
    lines = {code: _broken(label, NAME) for code, label in rows.items()}
    brief = {code: _broken(label, NAME // 2) for code, label in rows.items()}
    names = {
        code: BETWEEN.join(
            ["\n".join(lines[code]), "\n".join(brief[code]), "strong" if code in strong else ""]
        )
        for code in rows
    }
    headings = {code: label + BETWEEN + short[code] for code, label in columns.items()}
    return cells.assign(
        cell=cells[row] + BETWEEN + cells["country"],
        row_label=cells[row].map(names),
        letters=cells[row].map({code: max(map(len, lines[code])) for code in rows}),
        brief_letters=cells[row].map({code: max(map(len, brief[code])) for code in rows}),
        row_at=cells[row].map({code: at for at, code in enumerate(rows)}),
        column_label=cells["country"].map(headings),
        column_at=cells["country"].map({code: at for at, code in enumerate(columns)}),
        fill=[_fill(cell) for cell in records(cells)],
        ink=[_ink(cell) for cell in records(cells)],
        # Two lines of text stand in the middle of a cell, three fill it.
        lift=[-14 if cell else -8 for cell in cells["beneath"]],
    )


def _countries() -> alt.Axis:
    # Codes have three letters, what stands for all countries may have more.
    together = t("All")
    upright = f"column < {max(26, 7 * len(together))}"
    return alt.Axis(
        orient="top", labelLimit=140, labelOverlap=False, labelFlush=False,
        labelAngle=alt.ExprRef(f"{upright} ? -90 : 0"),
        labelAlign=alt.ExprRef(f"{upright} ? 'left' : 'center'"),
        labelBaseline=alt.ExprRef(f"{upright} ? 'middle' : 'bottom'"),
        # Two lines, or one.
        labelPadding=alt.ExprRef(f"{TIGHT} && !({upright}) ? 20 : 6"),
        labelFontSize=alt.ExprRef(f"{SLIM} ? 11 : 13"),
        labelExpr=f"{upright} ? {PARTS}[1] : {TIGHT} ? split({PARTS}[1], ' ') : {PARTS}[0]",
    )  # fmt: skip


def _groups() -> alt.Axis:
    strong = {"test": f"{PARTS}[2] === 'strong'", "value": 700}
    lines = f"split({PARTS}[broken ? 1 : 0], '\\n')"
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
            fontSize=alt.ExprRef(f"{SLIM} ? 12 : 14"), dy=middle,
            opacity=alt.ExprRef(f"{CROWDED} ? 0 : 1"),
            fontWeight=alt.ExprRef("datum.small || !isValid(datum.value) ? 400 : 600"),
            text=alt.ExprRef(f"{SLIM} ? datum.brief : datum.shown"),
        ).encode(color=ink),
        base.mark_text(fontSize=11, opacity=roomy, dy=alt.ExprRef("datum.lift + 15")).encode(
            text="under:N", color=ink
        ),
        base.mark_text(fontSize=11, opacity=roomy, dy=16).encode(text="beneath:N", color=ink),
    ]  # fmt: skip


def _fill(cell: Mapping[str, Any]) -> str:
    if cell["small"]:
        return "transparent"
    return str(cell["colour"]) if cell["value"] is None else ramp_colour(cell["value"])


def _ink(cell: Mapping[str, Any]) -> str:
    if cell["value"] is None or cell["small"]:
        return TEXT
    return ink_on(_fill(cell))


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
