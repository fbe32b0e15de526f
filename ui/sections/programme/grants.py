"""The programme's grants."""

import streamlit as st

from analytics.presentation.targets import grants_table
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, question
from i18n import t
from ui.shell.cache import remembered, vocabulary
from ui.widgets.figure import tabled


def grants(filters: Filters) -> None:
    """Grants with a named grantee: what was agreed and what was paid."""
    frame = remembered(question, filters, name="programme/grants")
    if frame.empty:
        return
    st.header(t("Grants"), anchor=False)
    title = t("Grants with a named grantee")
    query = NamedQuery("programme/grants")
    tabled(grants_table(frame, vocabulary(), title, query), key="grants")
