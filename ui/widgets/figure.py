"""One figure: words, picture, and one line: source, table, files, its own link."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from analytics.presentation.figure import Figure, source_of
from analytics.presentation.numbers import share
from analytics.presentation.source_links import source_links
from analytics.presentation.tables import Table
from analytics.query.ask import stamped
from i18n import N_, NO_DATA, t
from ui.html.headings import figure_heading
from ui.html.text_table import Linked, text_table
from ui.shell import link
from ui.shell.cache import remembered
from ui.shell.embedding import OF_FIGURE, to_copy, whole_view
from ui.shell.markdown_escape import plain, small, together
from ui.shell.printing import printing
from ui.widgets.downloads import files, table_downloads, table_files

Pick = Callable[[dict[str, Any]], None]
MORE = {"table": N_("Table"), "files": N_("Download"), "link": N_("Link")}
"""What the line under a figure offers; one of them is open, or none."""
WITHOUT_TABLE = ("files", "link")
"""What there is of what is a table itself, or has one beside it."""
WRITTEN, SIDE_BY_SIDE = 60, 10
"""Rows and columns of a table that stand on the screen as they are."""
ALT = N_("Chart. What it shows is said above it; its numbers are in its table.")


@st.fragment
def figure(
    drawn: Figure,
    *,
    key: str,
    pick: Pick | None = None,
    clicked: Callable[[], None] | None = None,
    is_map: bool = False,
    code: str = "",
) -> None:
    """Draw a figure with its title, n and source; its table, files and link once they are opened.

    `key` is its code in the link (ui/sections/figures.py), where no other `code` is given.
    `pick` is called with the codes of a clicked mark (the chart's selection `picked`) and leaves
    the page for the list behind it; `clicked` is a callback that changes this page instead.
    """
    link.speak()
    if clicked and link.changed_alone():
        st.rerun()  # a figure runs alone, and the click was about the whole page
    more = opened(key)
    # Few elements: each costs the browser time at every run. Hence heading and unit are one text,
    # and the source is the label of what else there is.
    with st.container(key=f"figure_{key}", gap="xsmall"):
        figure_heading(drawn.heading, drawn.beneath, drawn.alternative)
        if "table" in more:
            show_whole(drawn.table, key=f"rows_{key}", title=drawn.title)
        else:
            picture(drawn, key=key, pick=pick, clicked=clicked, fills=framed() and _bends(drawn))
        made = partial(files, drawn, key=key, is_map=is_map)
        line_under(drawn.source, made, heading=drawn.heading, key=key, code=code, more=tuple(MORE))


def line_under(
    source: str,
    files_of: Callable[[], None],
    *,
    heading: str,
    key: str,
    code: str = "",
    more: Sequence[str] = WITHOUT_TABLE,
) -> None:
    """The line under a figure: its source, and what else there is of it; in a frame the way out."""
    if framed():
        st.markdown(small(together(source, whole_view())))
        return
    st.pills(plain(source), more, key=f"more_{key}", format_func=lambda part: plain(t(MORE[part])))
    if "files" in opened(key):
        files_of()
    if "link" in opened(key):
        to_copy(link.to_figure(code or key), title=heading, height=OF_FIGURE, key=key)


def _bends(drawn: Figure) -> bool:
    """Whether a picture can be of any height, as a map or a scale can; rows have a height each."""
    return isinstance(drawn.specification.get("height"), int)


def framed() -> bool:
    """Whether the figure stands alone in a frame on somebody else's page."""
    return st.context.is_embedded and bool(link.view().get(link.FIGURE))


def opened(key: str) -> tuple[str, ...]:
    """What the reader has opened of a figure."""
    part = st.session_state.get(f"more_{key}")
    return (part,) if part in MORE else ()


def nothing_drawn() -> None:
    """Say so where a link asks for a figure that this view has not; a page just leaves it out."""
    if link.view().get(link.FIGURE):
        st.info(t("Nothing in this view can be drawn in this figure. Change or clear a filter."))


@st.fragment
def table_figure(table: Table, rows: Callable[[], None], *, key: str) -> None:
    """A table that is a figure of its own: its title, what draws its `rows`, its files and link."""
    link.speak()
    stamp = table.stamp or remembered(stamped, link.filters())
    with st.container(key=f"figure_{key}", gap="xsmall"):
        figure_heading(table.title, table.subtitle)
        with st.container(key=f"chart_{key}"):
            rows()
        made = partial(table_files, table, key=key)
        line_under(source_of(stamp), made, heading=table.title, key=key)


def tabled(table: Table, *, key: str) -> None:
    """A table without a chart, and the files it leaves as; on paper written out to its end."""
    show_whole(table, key=key)
    table_downloads(table, key=key)


def show_whole(table: Table, *, key: str, title: str = "") -> None:
    """A table written out to its end, on paper always; a long or wide one is moved through."""
    if printing() or (len(table.rows) <= WRITTEN and len(table.columns) <= SIDE_BY_SIDE):
        shares = table.shares
        rows = [
            {name: share(cell) if name in shares else _sources(cell) for name, cell in row.items()}
            for row in table.cells
        ]
        text_table(rows, stacks=True, alternative=title or table.title)
    else:
        _grid(table, key=key, title=title or table.title)


def _sources(cell: object) -> object:
    """The addresses in a cell as links with words; any other cell as it is."""
    if not (isinstance(cell, str) and cell.startswith("http")):
        return cell
    return [Linked(one.label, one.url or "") for one in source_links(cell)]


def _grid(table: Table, *, key: str, title: str) -> None:
    """A table to be moved through, with shares written as percentages."""
    st.dataframe(
        table.frame,
        hide_index=True,
        key=key,
        alt=title or None,
        placeholder=NO_DATA,
        column_config={
            name: st.column_config.NumberColumn(format="percent") for name in table.shares
        },
    )


def picture(
    drawn: Figure,
    *,
    key: str,
    pick: Pick | None = None,
    clicked: Callable[[], None] | None = None,
    fills: bool = False,
) -> None:
    """The picture alone; one that `fills` is as high as its frame leaves it room.

    The browser keeps a specification it knows and is sent only its data.
    """
    chart = {**drawn.specification, "datasets": dict(drawn.sent)}
    height = "stretch" if fills else "content"
    if pick is None and clicked is None:
        st.vega_lite_chart(chart, alt=t(ALT), key=f"chart_{key}", width="stretch", height=height)
        return
    event: Any = st.vega_lite_chart(
        chart, alt=t(ALT), key=f"chart_{key}", width="stretch", height=height,
        on_select=clicked or "rerun", selection_mode="picked",
    )  # fmt: skip
    if pick and (chosen := event.selection.get("picked")):
        pick(chosen[0])
