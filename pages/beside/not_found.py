"""A wrong address: what it was, the page it may have meant, and all others."""

import streamlit as st

from analytics.query.notices import nearest
from i18n import t
from ui.shell.markdown_escape import linked, plain
from ui.shell.navigation import NAMES, href, lost, shared

st.title(t("Page not found"), anchor=False)
st.markdown(
    t("There is no page “{name}” in this monitor. These are the pages:", name=plain(lost()))
)
near = nearest(lost(), list(NAMES))
links = [linked(t(NAMES[key]), href(key, shared())) for key in dict.fromkeys((*near, *NAMES))]
st.markdown("\n".join(f"- {plain(one)}" for one in links))
