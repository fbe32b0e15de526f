"""One figure: words, picture, the same as a table, and where it comes from."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analytics.presentation.figure import Figure
from analytics.presentation.numbers import share
from analytics.presentation.tables import Table
from i18n import NO_DATA, t
from ui.shell import link
from ui.shell.markdown_escape import plain
from ui.shell.printing import printing, written_out
from ui.widgets.downloads import downloads, table_downloads

Pick = Callable[[dict[str, Any]], None]


@st.fragment
def figure(
    drawn: Figure,
    *,
    key: str,
    pick: Pick | None = None,
    clicked: Callable[[], None] | None = None,
    is_map: bool = False,
) -> None:
    """Draw a figure with its title, n, source and table.

    `pick` is called with the codes of a clicked mark (the chart's selection `picked`) and leaves
    the page for the list behind it; `clicked` is a callback that changes this page instead.
    """
    link.speak()
    if clicked and link.changed_alone():
        st.rerun()  # a figure runs alone, and the click was about the whole page
    with st.container(key=f"figure_{key}", gap="xsmall"):
        st.header(plain(drawn.title), anchor=False)
        if drawn.subtitle:
            st.caption(plain(drawn.subtitle))
        if st.session_state.get(f"table_{key}"):
            shown = drawn.table
            show_table(shown.frame, key=f"rows_{key}", shares=shown.shares, alternative=drawn.title)
        else:
            picture(drawn, key=key, pick=pick, clicked=clicked)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.toggle(t("As a table"), key=f"table_{key}")
            downloads(drawn, key=key, is_map=is_map)
            st.caption(plain(drawn.source))


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
        st.vega_lite_chart(chart, alt=drawn.alternative, key=f"chart_{key}", width="stretch")
        return
    event: Any = st.vega_lite_chart(
        chart, alt=drawn.alternative, key=f"chart_{key}", width="stretch",
        on_select=clicked or "rerun", selection_mode="picked",
    )  # fmt: skip
    if pick and (chosen := event.selection.get("picked")):
        pick(chosen[0])
