"""The empty case, the same on every page."""

import streamlit as st

from analytics.metrics.catalogue import COMMITMENTS
from analytics.presentation.words import nothing_in_view
from analytics.query.dimensions import COUNTRY
from analytics.query.filters import Filters
from ui.shell.cache import answer, vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.instead import wider_views


def stop_if_empty(filters: Filters) -> None:
    """Say why there is nothing in view, and what to do; then the page ends here."""
    if said := nothing_in_view(answer([COMMITMENTS], filters, [COUNTRY]), vocabulary()):
        st.info(plain(said))
        wider_views(filters, 0)
        st.stop()
