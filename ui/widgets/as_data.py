"""“This answer as data”: the link from what a reader sees to the same for a program."""

import streamlit as st

from analytics.query.ask import Answer, stamped
from analytics.query.filters import Filters
from analytics.query.listing import Behind, Order
from api import answer_as_data, feeds_of
from i18n import t
from ui.shell import link
from ui.shell.cache import remembered
from ui.shell.markdown_escape import linked, plain


def answer_link(answer: Answer | None) -> None:
    """A link to the answer behind a figure; without one, to the commitments in view.

    There is none where the reader looks at other data than the public record.
    """
    if answer and answer.stamp.metrics:
        _link(t("JSON (API)"), answer_as_data(answer.stamp, link.base()))
    else:
        list_link(link.filters())


def list_link(filters: Filters, behind: str = "", sort: str = "") -> None:
    """A link to the commitments in view, or to those a number counted."""
    more = {"behind": Behind.from_code(behind).code, "sort": Order.from_code(sort).code}
    stamp = remembered(stamped, filters)
    _link(t("JSON (API)"), answer_as_data(stamp, link.base(), **more))


def feed_links(filters: Filters, since: str) -> None:
    """Ways to be told of what is new in this view without coming back for it."""
    feeds = feeds_of(remembered(stamped, filters), link.base(), since=since)
    if not feeds:
        return
    st.header(t("Be told of changes"), anchor=False)
    st.markdown(
        "\n".join(
            f"- {linked(label, feeds[kind])}"
            for kind, label in {
                "atom": t("Feed of changes in this view, for a feed reader (Atom)"),
                "ics": t("Due dates in this view, for a calendar such as Outlook (iCalendar)"),
                "csv": t("These changes as a table for programs (CSV)"),
            }.items()
        )
    )


def _link(label: str, address: str) -> None:
    if address:
        st.link_button(plain(label), address, icon=":material/data_object:", width="stretch")
