"""Tables of text as HTML of our own: every word of others is escaped here.

A grid draws on a canvas: it cuts long titles, and what a screen reader is told of it comes a fifth
of a second late. Streamlit's own table reads Markdown in each cell, which keeps the browser busy
(docs/decisions.md has the figures). On a phone a row is a few lines, each with its heading.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

import pandas as pd
import streamlit as st

from analytics.codelists import ink_on
from analytics.presentation.tables import Shaded
from analytics.query.address import outward
from i18n import NO_DATA, day, number


@dataclass(frozen=True, slots=True)
class Linked:
    """Words that lead somewhere; the note is seen above them."""

    words: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines below each other, the first in the usual size and the others small; no blank ones.

    Where the first is blank, the small ones stand alone.
    """

    first: object
    others: Sequence[object]


ELSEWHERE = ("https://", "http://")
WIDE = 5
"""Columns from which a table that stacks does so sooner (frame.css)."""


def style(rules: str) -> None:
    """A sheet of ours, for the page it stands in. Streamlit sends it once and names it then.

    In one line: Streamlit looks through all lines at each run for spaces they begin with.
    """
    st.html(f"<style>{' '.join(map(str.strip, rules.splitlines()))}</style>")


def text_table(
    rows: Sequence[Mapping[str, object]],
    *,
    headings: Mapping[str, object] | None = None,
    headed: bool = True,
    stacks: bool = False,
    alternative: str = "",
) -> None:
    """A table of text.

    Cells are text, `Linked`, `Lines`, `Shaded` or several of them; what is not known is a dash,
    never “None”. `headings` are cells in place of the names of columns. A table that is not
    `headed` names its rows in their first cell. One that `stacks` has no room for its columns on a
    phone: there (frame.css) a row is a few lines, each fact behind its heading, without those of
    which nothing is known. `alternative` says what it is a table of.
    """
    if not rows:
        return
    names = dict.fromkeys(rows[0], "")
    parts = [f"<caption>{escape(alternative)}</caption>"] if alternative else []
    if headed:
        shown = headings or {}
        names = {name: escape(_words(shown.get(name, name))) for name in names}
        head = "".join(f'<th scope="col">{in_cell(shown.get(name, name))}</th>' for name in names)
        parts.append(f"<thead><tr>{head}</tr></thead>")
    body = "".join(f"<tr>{_row(row, names, stacks)}</tr>" for row in rows)
    soon = "wide" if stacks and len(names) >= WIDE else ""
    kind = " ".join(filter(None, ["text-table", "stacks" if stacks else "", soon]))
    table = f"<table>{''.join(parts)}<tbody>{body}</tbody></table>"
    # Whoever has no mouse moves a wide one by the arrow keys.
    st.html(f'<div class="{kind}" tabindex="0">{table}</div>')


def _row(row: Mapping[str, object], names: Mapping[str, str], stacks: bool) -> str:
    """The cells of a row; where it stacks, each that knows something with its column's heading."""
    first, *others = [(name, in_cell(row[key])) for key, name in names.items()]
    name, cell = first
    opened = f"<td>{cell}</td>" if name else f'<th scope="row">{cell}</th>'
    return opened + "".join(
        f'<td data-heading="{name}">{cell}</td>'
        if stacks and name and cell not in ("", NO_DATA)
        else f"<td>{cell}</td>"
        for name, cell in others
    )


def in_cell(cell: object) -> str:
    """What stands in a cell, as HTML: every word of others as text."""
    match cell:
        case Linked(words, url, note):
            if not url.startswith(("/", "mailto:", *ELSEWHERE)):
                return escape(words)
            title = f' title="{escape(note)}"' if note else ""
            elsewhere = ' target="_blank"' if url.startswith(ELSEWHERE) else ""
            return f'<a href="{escape(outward(url))}"{title}{elsewhere}>{escape(words)}</a>'
        case Lines(first, others):
            words = in_cell(first)
            tag = "<small>" if words else '<small class="alone">'
            small = (f"{tag}{text}</small>" for other in others if (text := in_cell(other)))
            return words + "".join(small)
        case Shaded(words, brief, note, colour):
            fill = f' style="background:{colour};color:{ink_on(colour)}"' if colour else ""
            return (
                f'<span class="shaded"{fill} title="{escape(note)}" '
                f'data-brief="{escape(brief)}">{escape(words)}</span>'
            )
        case list() | tuple():
            return " ".join(map(in_cell, cell))
        case _ if pd.api.types.is_scalar(cell) and pd.isna(cell):
            return NO_DATA
        case int() | float():
            return number(cell, _places(cell))
        case date():
            return escape(day(cell))
    return escape(str(cell))


def _places(cell: float) -> int:
    """How many decimal places a number needs, two at most: a count stays whole in any column."""
    return next((places for places in (0, 1) if round(cell, places) == cell), 2)


def _words(heading: object) -> str:
    return heading.words if isinstance(heading, Linked) else str(heading)
