"""The list of commitments: search, what is listed, order, pages; a row opens its commitment."""

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from analytics.commitments.list_table import listed, rows_shown, table
from analytics.metrics.catalogue import COMMITMENTS, METRICS
from analytics.metrics.requirements import REVISIONS, lacking
from analytics.presentation.words import nothing_in_view
from analytics.query.address import written
from analytics.query.dimensions import COUNTRY
from analytics.query.filters import Filters
from analytics.query.listing import SORTS, Behind, Leaf, Order, commitments, how_many
from i18n import t
from ui.sections.dated import dated_cards
from ui.sections.several_sources import sources_side_by_side
from ui.shell import link
from ui.shell.cache import answer, remembered, vocabulary
from ui.shell.markdown_escape import plain
from ui.shell.printing import printing, written_out
from ui.widgets.choice import asked_for, taken_for
from ui.widgets.downloads import list_downloads
from ui.widgets.empty import wider_views

WIDTHS = {"id": 80, "label": 215, "country": 100, "rating": 102, "due": 92, "timeliness": 105,
          "late": 72, "slip": 85, "observed": 150, "others": 220, "institution": 145,
          "plan": 150}  # fmt: skip
"""Pixels; up to the days late they stand side by side in a window 1,440 wide."""
THREE_LINES = 66
"""Pixels of a row: above 4 rem Streamlit lets words go on below each other."""

OF_PLANS = ("countries", "levels", "jurisdictions", "plans", "period", "from_year", "to_year",
            "as_of", "everywhere")  # fmt: skip


def commitment_list(filters: Filters) -> None:
    """Draw the list the view asks for: all in view, or those a number counted."""
    code = link.view().get("behind", "")
    counted, count = Behind.from_code(code), remembered(how_many, filters, behind=code)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _search(filters.words)
        order = _order()
    _what(code, counted, count)
    if not count:
        _nothing(filters)
        return
    leaf = Leaf.of(link.view().get("page", ""), count)
    taken_for("page", str(leaf.number))
    _rows(filters, counted, order, leaf)
    list_downloads(filters, counted.code)


def round_the_list(filters: Filters) -> None:
    """Beneath all in view: what dates and other sources tell of them."""
    counted = remembered(how_many, filters)
    if counted and not link.view().get("behind"):
        st.header(t("Time taken, milestones and moved dates"), anchor=False)
        dated_cards(filters)
        st.header(t("Ratings by government and civil society"), anchor=False)
        sources_side_by_side(filters)


def _search(typed: str) -> None:
    # Set only when it differs: setting it while the reader types would eat the blank between words.
    if st.session_state.get("search", "").strip() != typed:
        st.session_state.search = typed
    st.text_input(
        t("Search"),
        key="search",
        type="search",
        live=True,
        placeholder=t("Words of the commitment, its institution or its number"),
        width=480,
        on_change=lambda: link.change(q=st.session_state.search.strip()),
    )


def _order() -> Order:
    order = Order.from_code(asked_for("sort", [*SORTS, *(f"-{key}" for key in SORTS)]))
    link.show("sort_key", order.key)
    link.show("sort_way", order.reversed)
    sort = SORTS[order.key]
    st.selectbox(
        t("Sort by"), list(SORTS), key="sort_key", format_func=lambda key: t(SORTS[key].label),
        on_change=lambda: _sort(Order(st.session_state.sort_key)), width=190,
    )  # fmt: skip
    st.selectbox(
        t("Direction"), [False, True], key="sort_way",
        format_func=lambda way: t(sort.reversed if way else sort.first),
        on_change=lambda: _sort(Order(order.key, st.session_state.sort_way)), width=190,
    )  # fmt: skip
    return order


def _sort(order: Order) -> None:
    link.change(sort=order.code, page=None)


def _what(code: str, counted: Behind, count: int) -> None:
    """What is listed, with the number's definition and a way back to the whole."""
    if code and not counted.metric:
        st.warning(t("This link names a figure the monitor does not have."))
    st.header(plain(listed(counted, count)), anchor=False)
    if counted.metric:
        st.caption(plain(t(METRICS[counted.metric].definition)))
        st.button(
            t("Show all commitments in view"), key="show_all", on_click=link.change,
            kwargs={"behind": None, "page": None},
        )  # fmt: skip


def _nothing(filters: Filters) -> None:
    """Why nothing is listed, and what to do about it."""
    on_plans = Filters(**{name: getattr(filters, name) for name in OF_PLANS})
    st.info(
        plain(nothing_in_view(answer([COMMITMENTS], on_plans, [COUNTRY]), vocabulary()))
        or t("No commitment fits this choice. Take a filter away or search for fewer words.")
    )
    with st.container(horizontal=True):
        if filters.words:
            st.button(
                t("Clear the search"), key="clear_search", on_click=link.change, kwargs={"q": None}
            )
        st.button(
            t("Show all commitments"), key="clear_all", on_click=_begin_anew, type="primary"
        )  # fmt: skip
    wider_views(filters, 0)


def _begin_anew() -> None:
    link.change(behind=None)
    link.filter_by(Filters())


def _rows(filters: Filters, counted: Behind, order: Order, leaf: Leaf) -> None:
    frame = remembered(
        commitments, filters, behind=counted.code, sort=order.code, offset=leaf.offset
    )  # fmt: skip
    st.caption(
        f"{plain(rows_shown(leaf))} · "
        + t("Click a title to open the commitment, a column’s heading to sort the whole list.")
    )
    key, heading = f"list_{order.code}_{leaf.number}", listed(counted, leaf.count)
    if printing():
        names = {key: t(sort.label) for key, sort in SORTS.items()}
        written_out(_table(frame, str).rename(columns=names), heading)
    else:
        st.dataframe(
            _table(frame, _permalinks()),
            key=key,
            hide_index=True,
            height="content",
            row_height=THREE_LINES,
            placeholder="–",
            column_config=_columns(max(map(len, frame["commitment_id"]))),
            on_select=partial(_picked, key, order, tuple(frame["commitment_id"])),
            selection_mode=["single-row", "single-column", "single-cell"],
            alt=heading,
        )
    if leaf.pages > 1:
        link.show("page_number", leaf.number)
        st.pagination(
            leaf.pages, key="page_number",
            on_change=lambda: link.change(page=str(st.session_state.page_number)),
        )  # fmt: skip


def _table(frame: pd.DataFrame, address: Callable[[str], str]) -> pd.DataFrame:
    """The rows in words, without columns that have nothing to say: days moved where no date of the
    dataset was, other sources where none of them rated any of these."""
    rows = table(frame, vocabulary(), address)
    no_slip = ["slip"] if REVISIONS in remembered(lacking, Filters()) else []
    alone = [] if rows["others"].any() else ["others"]
    return rows.drop(columns=[*no_slip, *alone])


def _permalinks() -> Callable[[str], str]:
    """What gives the address of a commitment's own page by its number."""
    kept = {key: code for key, code in link.view().items() if key in link.OF_COMMITMENT}
    here = link.here()
    return lambda number: written(here, parts={**kept, "commitment": number}.items())


def _columns(longest: int) -> dict[str, object]:
    """How columns look; numbers of commitments have up to `longest` letters."""
    config = {
        key: st.column_config.Column(t(sort.label), width=WIDTHS.get(key))
        for key, sort in SORTS.items()
    }
    config["id"] = st.column_config.LinkColumn(
        t(SORTS["id"].label), display_text="commitment=(.*)$", pinned=True,
        width=min(max(WIDTHS["id"], 11 * longest), 200),
        help=t("The permanent link of the commitment’s own page"),
    )  # fmt: skip
    config["late"] = st.column_config.NumberColumn(
        t(SORTS["late"].label), width=WIDTHS["late"],
        help=t("Days between the due date and the day last assessed"),
    )  # fmt: skip
    return config


def _picked(key: str, order: Order, ids: Sequence[str]) -> None:
    """A clicked title or a ticked row opens its commitment; a clicked heading sorts all of it."""
    selection = st.session_state[key].selection
    titles = [row for row, column in selection.get("cells", []) if column == "label"]
    if titles:
        link.change(commitment=ids[titles[0]])
    elif selection.rows:
        link.change(commitment=ids[selection.rows[0]])
    elif selection.columns:
        _sort(order.by(selection.columns[0]))
