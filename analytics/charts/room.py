"""What a chart has room for on the page: how wide it is, and what fits beside and above its marks.

Expressions, worked out by the browser whenever the width changes.
"""

from collections.abc import Iterable
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

ROOM = "(containerSize()[0] + 0 * width)"
"""Pixels across a chart, in an expression; as it names `width`, it is worked out anew with it."""
SCREEN = "(windowSize()[0] + 0 * width)"
"""The same across the window."""
NARROW = f"{ROOM} < 560"
"""Whether a chart is about as wide as a telephone."""
LETTER, LINE = 7.2, 14
"""Pixels of a letter of 12 pixels in the widest script, and from line to line."""
WIDE = 8.6
"""The same in words of wide letters alone, as Armenian has."""
BETWEEN = "\t"
"""Between what a label says and what else its row needs, in one text of the data."""


def broken(text: str) -> str:
    """The expression `text`, in a narrow window in lines of nine letters and a word, or up to a
    bracket."""
    lines = f"split(replace({text}, /([^(]{{9,}}?) | (?=\\()/g, '$1\\n'), '\\n')"
    return f"({NARROW} ? {lines} : [{text}])"


def names(**look: Any) -> alt.Axis:  # noqa: ANN401
    """The axis of rows that have names."""
    lift = f"{(1 - LINE) / 2} * (length({broken('datum.value')}) - 1)"
    return alt.Axis(
        labelFontSize=13, labelLineHeight=LINE - 1, labelOverlap=False,
        labelExpr=broken("datum.label"), labelOffset=alt.ExprRef(lift), **look,
    )  # fmt: skip


def in_place(base: alt.Chart, free: str, **look: Any) -> alt.Chart:  # noqa: ANN401
    """What a row has `said`, where `free` pixels hold it, else in the two lines of `halves`, else
    nothing; a word cut off says less than none. `halves` are those of `in_two`."""
    halves = "split(datum.halves, '\\n')"
    longer = f"max(length({halves}[0]), length({halves}[1]))"
    lines = (
        f"{WIDE} * length(datum.said) < {free} ? [datum.said] : "
        f"{WIDE} * {longer} < {free} ? {halves} : ['']"
    )
    text: alt.Chart = base.mark_text(
        lineHeight=LINE - 1, dy=alt.ExprRef(f"{(1 - LINE) / 2} * (length({lines}) - 1)"),
        text=alt.ExprRef(lines), **look,
    )  # fmt: skip
    return text


def axis_title(text: str, letters: int = 44) -> list[str]:
    """The title of an axis in lines, for it cannot be longer than its axis."""
    return wrap(text, letters)


def in_two(text: str) -> str:
    """A text in two lines of about the same length."""
    words = text.split()
    ways = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words) + 1)]
    return "\n".join(min(ways, key=lambda way: max(map(len, way)), default=("", "")))


def in_order_of(data: str, field: str, **room: Any) -> alt.Scale:  # noqa: ANN401
    """A scale of the wordings in `field` of the rows of `data`, in their order.

    Of its own accord a browser that is sent other data leaves the wordings that stay in front of
    those that are new. Where the height is a step a row, each wording has one row. `room`: the
    scale's paddings.
    """
    return alt.Scale(domain=alt.ExprRef(f"pluck(data('{data}'), '{field}')"), **room)


BESIDE, ROWS = 40, 240
"""Pixels of a legend's square with what parts a name from the next, and of the names of rows, to
the right of which a legend begins."""


def legend_of(data: str) -> alt.Legend:
    """A legend that names what is in view, as `with_legend` wrote it in the rows of `data`: in one
    row where it fits, else in columns that hold the longest name.

    The colours and their order are fixed all the same; without this it would name every class.
    """
    first = f"data('{data}')[0]"
    # Not of `width`: by the time it is known the browser has set aside the legend's height.
    free = f"({ROOM} - {ROWS})"
    fitting = (
        f"{first}.legend_row < {free} ? {first}.legend_names : "
        f"max(1, floor({free} / {first}.legend_column))"
    )
    return alt.Legend(
        values=alt.ExprRef(f"{first} ? split({first}.legend, '{BETWEEN}') : []"),
        columns=alt.ExprRef(f"{NARROW} || !{first} ? 1 : {fitting}"),
        labelExpr=broken("datum.label"),
    )


def shares(beside: str) -> alt.Scale:
    """A scale from 0 to 100 % that leaves as many pixels for words at its end as `beside` says.

    Words that reach beyond the scale would be cut off: the browser measures them only after it has
    given the scale its width.
    """
    return alt.Scale(domain=[0, 1], rangeMax=alt.ExprRef(f"max(40, width - ({beside}))"))


def with_legend(frame: pd.DataFrame, field: str, order: Iterable[str]) -> pd.DataFrame:
    """Rows whose first says in `legend` which wordings of `field` occur, in the order given; how
    many, and the pixels of all of them in a row and of the longest."""
    present = set(frame[field])
    named = [word for word in order if word in present]
    joined = BETWEEN.join(named)
    return frame.assign(
        legend=[joined, *[""] * (len(frame) - 1)][: len(frame)],
        legend_names=len(named),
        legend_row=LETTER * len(joined) + BESIDE * len(named),
        legend_column=LETTER * max(map(len, named), default=0) + BESIDE,
    )
