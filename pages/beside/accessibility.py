"""Accessibility statement: who can use the monitor, what does not work, whom to tell."""

import streamlit as st

from i18n import t
from ui.sections.accessibility import statement

st.title(t("Accessibility statement"), anchor=False)
statement()
