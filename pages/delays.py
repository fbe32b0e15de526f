"""Delays: what was late when last assessed, by how much, and what to ask about it."""

import streamlit as st

from i18n import N_, t
from ui.sections import delays
from ui.sections.dated import dated_sections
from ui.sections.several_sources import sources_side_by_side
from ui.widgets.empty import stop_if_empty
from ui.widgets.filter_bar import filter_bar
from ui.widgets.sections import Section, sections
from ui.widgets.view_line import view_line

SECTIONS = {
    "overdue": Section(N_("Overdue"), delays.overdue),
    "institutions": Section(N_("Lead institutions"), delays.institutions),
    "due": Section(N_("Due dates"), delays.due, holds=("due",)),
    "time": Section(N_("Time taken"), dated_sections),
    "others": Section(N_("Other assessors"), sources_side_by_side),
}

st.title(t("Delays"), anchor=False)
filters = filter_bar()
view_line(filters)
stop_if_empty(filters)
delays.in_short(filters)
delays.to_the_meeting_sheet()
sections(SECTIONS, filters, without=delays.empty(filters))
