"""From any number to the commitments behind it, with the same filters."""

from typing import NoReturn

import streamlit as st

from analytics.metrics.kinds import Metric
from analytics.query.filters import MANY, Filters
from analytics.query.listing import Behind
from i18n import tn
from ui.html.text_table import Linked
from ui.shell import link, navigation
from ui.shell.markdown_escape import linked
from ui.shell.navigation import shared
from ui.widgets.figure import Pick


def list_link(filters: Filters, behind: str = "") -> dict[str, str]:
    """The query of the list behind a number (`overdue.value`) within `filters`."""
    own = dict.fromkeys(link.FILTER_KEYS)
    return shared(**{**own, **filters.to_query(), "behind": behind})


def behind(metric: Metric | None, part: str) -> str:
    """A part of a metric as a link carries it."""
    return Behind(metric.key, part).code if metric else ""


def see(filters: Filters, count: int | None, what: str = "") -> None:
    """A link that says how many commitments it opens. Nothing to open, no link."""
    if count:
        st.markdown(linked(_listing(count), _to(filters, what)))


def listing(filters: Filters, count: int, what: str = "") -> Linked:
    """The same link, to stand in a line."""
    return Linked(_listing(count), _to(filters, what))


def counted(text: str, filters: Filters, count: int | None, what: str) -> str | Linked:
    """A number that leads to the list behind it, where there is one."""
    return Linked(text, _to(filters, what), _listing(count)) if count else text


def _listing(count: int) -> str:
    return tn("List it", "List the {count}", count)


def _to(filters: Filters, what: str) -> str:
    return navigation.href("commitments", list_link(filters, what))


def pick_list(filters: Filters, metric: Metric | None = None, part: str = "value") -> Pick:
    """What a click on a mark does: leave for the list behind it, narrowed to its codes."""

    def leave(codes: dict[str, str]) -> NoReturn:
        narrowed = {MANY[key].field: (code,) for key, code in codes.items() if key in MANY}
        st.switch_page(
            navigation.page("commitments"),
            query_params=list_link(filters.with_(**narrowed), behind(metric, part)),
        )

    return leave
