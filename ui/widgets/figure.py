"""One figure: words, picture, and one line: source, table, files, its own link."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analytics.presentation.figure import Figure
from analytics.presentation.numbers import share
from analytics.presentation.tables import Table
from i18n import N_, NO_DATA, t
from ui.shell import link
from ui.shell.embedding import OF_FIGURE, to_copy, whole_view
from ui.shell.markdown_escape import Plain, for_the_ear, plain, small, together
from ui.shell.printing import printing, written_out
from ui.widgets.downloads import files, table_downloads

Pick = Callable[[dict[str, Any]], None]
MORE = {"table": N_("Table"), "files": N_("Download"), "link": N_("Link")}
"""What the line under a figure offers; one of them is open, or none."""
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
        st.markdown(_heading(drawn), anchors=False)
        if "table" in more:
            shown = drawn.table
            show_table(shown.frame, key=f"rows_{key}", shares=shown.shares, alternative=drawn.title)
        else:
            picture(drawn, key=key, pick=pick, clicked=clicked)
        if st.context.is_embedded and link.view().get(link.FIGURE):
            st.markdown(small(together(drawn.source, whole_view())))
            return
        st.pills(
            plain(drawn.source), list(MORE), key=f"more_{key}",
            format_func=lambda part: plain(t(MORE[part])),
        )  # fmt: skip
        if "files" in more:
            files(drawn, key=key, is_map=is_map)
        if "link" in more:
            address = link.to_figure(code or key)
            to_copy(address, title=drawn.heading, height=OF_FIGURE, key=key)


def opened(key: str) -> tuple[str, ...]:
    """What the reader has opened of a figure."""
    part = st.session_state.get(f"more_{key}")
    return (part,) if part in MORE else ()


def nothing_drawn() -> None:
    """Say so where a link asks for a figure that this view has not; a page just leaves it out."""
    if link.view().get(link.FIGURE):
        st.info(t("Nothing in this view can be drawn in this figure. Change or clear a filter."))


def _heading(drawn: Figure) -> Plain:
    """Finding, topic, unit and what a screen reader says. A chart's own `alt` is part of its
    specification: one that changed with the view would have the browser draw it from nothing."""
    seen = [small(drawn.beneath)] if drawn.beneath else []
    return Plain(f"## {plain(drawn.heading)}\n\n{together(*seen, for_the_ear(drawn.alternative))}")


def tabled(shown: Table, *, key: str) -> None:
    """A table without a chart, and the files it leaves as; on paper written out to its end."""
    if printing():
        shares = {name: shown.frame[name].map(share) for name in shown.shares}
        written_out(shown.frame.assign(**shares), shown.title)
    else:
        show_table(shown.frame, key=key, shares=shown.shares, alternative=shown.title)
    table_downloads(shown, key=key)


def show_table(
    table: pd.DataFrame, *, key: str, shares: Sequence[str] = (), alternative: str = ""
) -> None:
    """A table with shares written as percentages."""
    st.dataframe(
        table,
        hide_index=True,
        key=key,
        alt=alternative or None,
        placeholder=NO_DATA,
        column_config={name: st.column_config.NumberColumn(format="percent") for name in shares},
    )


def picture(
    drawn: Figure,
    *,
    key: str,
    pick: Pick | None = None,
    clicked: Callable[[], None] | None = None,
) -> None:
    """The picture alone. The browser keeps a specification it knows and is sent only its data."""
    chart = {**drawn.specification, "datasets": dict(drawn.sent)}
    if pick is None and clicked is None:
        st.vega_lite_chart(chart, alt=t(ALT), key=f"chart_{key}", width="stretch")
        return
    event: Any = st.vega_lite_chart(
        chart, alt=t(ALT), key=f"chart_{key}", width="stretch",
        on_select=clicked or "rerun", selection_mode="picked",
    )  # fmt: skip
    if pick and (chosen := event.selection.get("picked")):
        pick(chosen[0])
