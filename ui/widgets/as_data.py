"""“This answer as data”: the link from what a reader sees to the same for a program."""

import streamlit as st

from analytics.query.ask import Answer, stamped
from analytics.query.filters import Filters
from analytics.query.listing import Behind, Order
from api import answer_as_data
from i18n import t
from ui.shell import link
from ui.shell.cache import remembered
from ui.shell.markdown_escape import plain


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
    said = remembered(stamped, filters)
    _link(t("JSON (API)"), answer_as_data(said, link.base(), **more))


def _link(label: str, address: str) -> None:
    if address:
        st.link_button(plain(label), address, icon=":material/data_object:", width="stretch")
