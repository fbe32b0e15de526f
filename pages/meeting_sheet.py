"""Meeting sheet: what to ask whom, by lead institution, newest due date first."""

import streamlit as st

from i18n import t
from ui.sections.meeting_sheet import meeting_sheet
from ui.widgets.filter_bar import filter_bar
from ui.widgets.view_line import view_line

st.title(t("Meeting sheet"), anchor=False)
filters = filter_bar()
view_line(filters)
meeting_sheet(filters)
