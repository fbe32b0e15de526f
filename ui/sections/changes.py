"""What changed since a chosen day."""

from collections.abc import Mapping
from datetime import date
from functools import partial

import streamlit as st

from analytics.changes.changes import (
    SINCE,
    Changes,
    changes,
    day_before,
    earliest,
    further_back,
    seen,
)
from analytics.presentation.columns import basis_column
from analytics.query.filters import Filters
from i18n import day, t
from ui.html.headings import Listed
from ui.html.text_table import Linked, text_table
from ui.shell import link
from ui.shell.cache import dataset, drawn, queries, vocabulary
from ui.shell.markdown_escape import linked, plain
from ui.shell.navigation import href, shared
from ui.widgets.as_data import feed_links
from ui.widgets.choice import taken_for
from ui.widgets.figure import table_figure
from ui.widgets.period import day_field

MOST = 200
"""Rows shown; the files hold all of them."""


def in_short(filters: Filters) -> Listed:
    """How many of each kind changed in the last year, with the way to the page."""
    compared = drawn(changes, filters, since=_usual(filters))
    if compared.rows:
        more = _way(compared.since, shared())
        return Listed(t("What changed"), compared.sentences(), more)
    # The page itself looks further back: here that would cost each new filter some queries.
    page = Linked(t("What changed"), href("changes", shared()))
    return Listed(t("What changed"), [], (_nothing(compared.since), page))


def changes_alone(filters: Filters) -> None:
    """The table alone, since the day the link names."""
    _settle(filters)
    compared = drawn(changes, filters, since=_chosen())
    if compared.rows:
        _table(compared)
    else:
        _nothing_since(filters, compared.since)


def changed_since(filters: Filters) -> None:
    """The whole page: choose the earlier day, read what moved, take it along."""
    _choice(filters)
    compared = drawn(changes, filters, since=_chosen())
    if compared.rows:
        st.markdown("\n".join(f"- {plain(line)}" for line in compared.sentences()))
        _table(compared)
    else:
        _nothing_since(filters, compared.since)
    feed_links(filters, str(_chosen()))


def _nothing_since(filters: Filters, since: date) -> None:
    """That nothing changed, and the way to the next earlier day since which something did."""
    st.info(plain(_nothing(since)))
    earlier = further_back(queries(), filters, since=since)
    if earlier:
        way = _way(earlier, shared(**{SINCE: str(earlier)}))
        st.markdown(linked(way.words, way.url))


def _nothing(since: date) -> str:
    return t("Nothing changed in this view since {day}.", day=day(since))


def _way(since: date, view: Mapping[str, str]) -> Linked:
    return Linked(t("What changed since {day}", day=day(since)), href("changes", view))


def _choice(filters: Filters) -> None:
    first = _settle(filters)
    until = filters.as_of or dataset().newest
    with st.container(width=220):
        day_field(
            t("Since"), SINCE, _chosen(), (first, max(until, first)),
            lambda day: link.change(**{SINCE: str(day) if day else None}), code=SINCE,
        )  # fmt: skip


def _settle(filters: Filters) -> date:
    """Take over the day the link names, or the usual one; the first day there is."""
    first = earliest(vocabulary())
    wanted = day_before(filters, dataset().newest, link.view().get(SINCE, ""))
    st.session_state._since = max(wanted, first)
    taken_for(SINCE, str(_chosen()))
    return first


def _table(compared: Changes) -> None:
    table = compared.table(vocabulary())
    basis = basis_column().heading  # on the screen it stands beside its day
    short = (t("Rating before"), t("Rating now"))
    rows = [
        {name: cell for name, cell in row.items() if name != basis}
        | {name: _unbroken(row[name]) for name in short}
        | {t("Number"): _own_page(row[t("Number")]), t("Last assessed"): seen(of)}
        for row, of in zip(table.cells[:MOST], compared.rows, strict=False)
    ]
    table_figure(table, partial(text_table, rows, stacks=True), key="changes")
    if len(compared.rows) > MOST:
        st.caption(plain(t("The first {most} of {count}; the download holds all.",
                           most=MOST, count=len(compared.rows))))  # fmt: skip


def _unbroken(text: str) -> str:
    """A rating on one line: the browser would break it for the sake of longer columns."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def _own_page(number: str) -> Linked:
    return Linked(number, href("commitments", {**shared(), "commitment": number}))


def _usual(filters: Filters) -> date:
    return max(day_before(filters, dataset().newest), earliest(vocabulary()))


def _chosen() -> date:
    chosen: date = st.session_state._since
    return chosen
