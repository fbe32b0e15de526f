"""A matrix of rates: a cell a group and country, with n in it, and words where no rate is known.

The colour scale is fixed at 0–100 %. A rate under five stands in an empty, dashed cell: it is
shown but has no colour to be compared by. Where columns are narrow cells keep the bare number and
headings their codes; where there are too many for that, as in a file of all countries, the colour
alone. The rest moves to the tooltip.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.theme import TEXT, Picture, finish
from analytics.codelists import PAPER, contrast, ramp_colour
from analytics.query.ask import records

ROW = 54
HEADING = 40
NAMES = 140
"""Pixels the rows' names take."""
INKS = ("#000000", PAPER)
"""In the middle of the scale only plain black and white keep 4.5:1."""
NAME = 26
"""Letters of a group's name on a line; half as many in a narrow window."""


def matrix(
    cells: pd.DataFrame,
    row: str,
    rows: Mapping[str, str],
    columns: Mapping[str, str],
    short: Mapping[str, str],
    *,
    strong: Sequence[str] = (),
    told: Mapping[str, str],
    title: str,
    subtitle: str,
    source: str,
) -> Picture:
    """Draw `cells`, one row a cell, in the order of `rows` and `columns` (codes to wording).

    A cell has the codes `row` and `country`, `value` (null: not known), `small`, what it says
    (`shown`, `brief`, `under`, `beneath`), the `colour` of its state and the fields that `told`
    names for the tooltip, with their headings. `short` are the columns' wording in a narrow
    window; the names of `strong` rows are set in bold.
    """
    drawn = cells.assign(
        fill=[_fill(cell) for cell in records(cells)],
        ink=[_ink(cell) for cell in records(cells)],
        # Two lines of text stand in the middle of a cell, three fill it.
        lift=[-14 if cell else -8 for cell in cells["beneath"]],
    )
    room = Room(len(columns))
    base = alt.Chart(drawn).encode(
        alt.X(
            "country:N", scale=alt.Scale(domain=list(columns), paddingInner=0.03), title=None,
            axis=alt.Axis(
                orient="top", labelLimit=140, labelOverlap=False, labelFlush=False,
                labelAngle=alt.ExprRef(f"{room.crowded} ? -90 : 0"),
                labelAlign=alt.ExprRef(f"{room.crowded} ? 'left' : 'center'"),
                labelBaseline=alt.ExprRef(f"{room.crowded} ? 'middle' : 'bottom'"),
                labelPadding=alt.ExprRef(  # two lines, or one
                    f"{room.tight} && !{room.crowded} ? 20 : 6"
                ),
                labelFontSize=alt.ExprRef(f"{room.narrow} ? 11 : 13"),
                labelExpr=f"{room.crowded} ? {_said(short)} : "
                f"{room.tight} ? split({_said(short)}, ' ') : {_said(columns)}",
            ),
        ),
        alt.Y(
            f"{row}:N", scale=alt.Scale(domain=list(rows), paddingInner=0.04), title=None,
            axis=alt.Axis(
                labelFontSize=13, labelLimit=240, labelLineHeight=15,
                labelExpr=f"{room.narrow} ? {_lines(rows, NAME // 2)} : {_lines(rows, NAME)}",
                labelFontWeight={
                    "condition": {
                        "test": f"indexof({json.dumps(list(strong))}, datum.value) >= 0",
                        "value": 700,
                    },
                    "value": 400,
                },
            ),
        ),
        tooltip=[alt.Tooltip(f"{part}:N", title=heading) for part, heading in told.items()],
    )  # fmt: skip
    picked = alt.selection_point("picked", fields=[row, "country"], on="click", clear=False)
    layers = [_boxes(base).add_params(picked), *_texts(base, room)]
    height = ROW * max(len(rows), 1) + HEADING
    return finish(alt.layer(*layers), title=title, subtitle=subtitle, source=source, height=height)


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


@dataclass(frozen=True, slots=True)
class Room:
    """Vega expressions that are true where `columns` columns leave each cell little room."""

    columns: int

    @property
    def tight(self) -> str:
        """Room for full cells, though not for the names of countries above them."""
        return f"containerSize()[0] < {NAMES + 20 + 80 * self.columns}"

    @property
    def narrow(self) -> str:
        """Room for a number."""
        return f"containerSize()[0] < {NAMES + 60 * self.columns}"

    @property
    def crowded(self) -> str:
        """Room for a colour."""
        return f"containerSize()[0] < {NAMES + 26 * self.columns}"


def _texts(base: alt.Chart, room: Room) -> list[alt.Chart]:
    """The rate, or the mark of a state; beneath it what it rests on, where there is room."""
    ink = alt.Color("ink:N", scale=None)
    roomy = alt.ExprRef(f"{room.narrow} ? 0 : 1")
    middle = alt.ExprRef(f"{room.narrow} || !datum.under ? 0 : datum.lift")
    return [
        base.mark_text(
            fontSize=alt.ExprRef(f"{room.narrow} ? 12 : 14"), dy=middle, cursor="pointer",
            opacity=alt.ExprRef(f"{room.crowded} ? 0 : 1"),
            fontWeight=alt.ExprRef("datum.small || !isValid(datum.value) ? 400 : 600"),
            text=alt.ExprRef(f"{room.narrow} ? datum.brief : datum.shown"),
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


def _said(labels: Mapping[str, str]) -> str:
    """A Vega expression that looks a code's wording up."""
    return f"({json.dumps(dict(labels))})[datum.value]"


def _lines(labels: Mapping[str, str], length: int) -> str:
    """A Vega expression that looks a code's wording up, broken into at most three lines."""
    broken = {code: _broken(label, length) for code, label in labels.items()}
    return f"({json.dumps(broken)})[datum.value]"


def _broken(label: str, length: int) -> list[str]:
    lines = [""]
    for word in label.split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) > length and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = joined
    kept = lines[:3]
    return [*kept[:-1], f"{kept[-1]} …"] if len(lines) > len(kept) else kept


GRID_ROW = 30
GRID_HEADING = 64  # pixels for headings of two lines, or upright ones
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
    tall: int = GRID_ROW,
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
    height = tall * max(len(order), 1) + GRID_HEADING
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
