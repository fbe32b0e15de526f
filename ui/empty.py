"""The empty case, the same on every page."""

import streamlit as st

from analytics.absence import nothing_in_view
from analytics.dimensions import COUNTRY
from analytics.filters import Filters
from analytics.metrics import COMMITMENTS
from ui.reading import answer, vocabulary


def stop_if_empty(filters: Filters) -> None:
    """Say why there is nothing in view, and what to do; then the page ends here."""
    if said := nothing_in_view(answer([COMMITMENTS], filters, [COUNTRY]), vocabulary()):
        st.info(said)
        st.stop()
