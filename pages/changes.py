"""What changed: since a day in the link; what, before and now."""

import streamlit as st

from i18n import t
from ui.sections.changes import changed_since
from ui.widgets.empty import stop_if_empty
from ui.widgets.filter_bar import filter_bar
from ui.widgets.view_line import view_line

st.title(t("What changed"), anchor=False)
filters = filter_bar()
view_line(filters)
stop_if_empty(filters)
changed_since(filters)
