"""Commitments: search, list, and one commitment's own page."""

import streamlit as st

from i18n import t
from ui.filter_bar import filter_bar, view_line

st.title(t("Commitments"), anchor=False)
view_line(filter_bar())
