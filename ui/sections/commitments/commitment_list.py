"""The list of commitments: search, what is listed, order, pages; a title opens its commitment."""

from collections.abc import Mapping

import streamlit as st

from analytics.commitments.list_table import cells, listed, rows_shown
from analytics.metrics.catalogue import COMMITMENTS, METRICS
from analytics.presentation.words import nothing_in_view
from analytics.query.ask import records
from analytics.query.dimensions import COUNTRY
from analytics.query.filters import Filters
from analytics.query.listing import SORTS, Behind, Leaf, Order, commitments, how_many
from i18n import t
from ui.html.text_table import Lines, Linked, text_table
from ui.shell import link
from ui.shell.cache import answer, remembered, vocabulary
from ui.shell.markdown_escape import plain
from ui.shell.navigation import instead
from ui.widgets.choice import asked_for, taken_for
from ui.widgets.downloads import list_downloads
from ui.widgets.empty import wider_views

ARROWS = {False: "\N{NO-BREAK SPACE}↓", True: "\N{NO-BREAK SPACE}↑"}
"""Beside the heading a list is sorted by: in its usual direction, and reversed."""
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


def only_the_list(filters: Filters) -> tuple[str, ...]:
    """The sections beside the list that say nothing here: they are about all in view, not about
    those a number counted."""
    nothing_else = link.view().get("behind") or not remembered(how_many, filters, behind="")
    return ("time", "others") if nothing_else else ()


def _search(typed: str) -> None:
    # Set only when it differs: setting it while the reader types would eat the blank between words.
    if st.session_state.get("search", "").strip() != typed:
        st.session_state.search = typed
    st.text_input(
        t("Search"),
        key="search",
        type="search",
        live=True,
        placeholder=t("In title, institution or number"),
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
        on_change=lambda: _sort(Order(st.session_state.sort_key)), width=265,
    )  # fmt: skip
    st.selectbox(
        t("Direction"), [False, True], key="sort_way",
        format_func=lambda way: t(sort.reversed if way else sort.first),
        on_change=lambda: _sort(Order(order.key, st.session_state.sort_way)), width=265,
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
    rows = [cells(row, vocabulary()) for row in records(frame)]
    some = [key for key in rows[0] if any(row[key][0] for row in rows)]
    with st.container(key="listed"):
        text_table(
            [{key: _cell(key, row) for key in some} for row in rows],
            headings={key: _heading(key, order) for key in some},
            alternative=listed(counted, leaf.count),
            stacks=True,
        )
    if leaf.pages > 1:
        link.show("page_number", leaf.number)
        st.pagination(
            leaf.pages, key="page_number",
            on_change=lambda: link.change(page=str(st.session_state.page_number)),
        )  # fmt: skip


def _cell(key: str, row: Mapping[str, tuple[str, ...]]) -> Lines:
    """What a cell is about, and the rest in small letters; a title opens its commitment."""
    first, *rest = row[key]
    if key != "label":
        return Lines(first, rest)
    return Lines(Linked(first, instead(commitment=rest[0])), rest)


def _heading(key: str, order: Order) -> Linked:
    """A heading that sorts the whole list, or turns it round where it is sorted so already."""
    other = order.by(key)
    mark = ARROWS[order.reversed] if order.key == key else ""
    sort = SORTS[key]
    way = t(sort.reversed if other.reversed else sort.first)
    return Linked(f"{t(sort.label)}{mark}", instead(sort=other.code, page=None), note=way)
