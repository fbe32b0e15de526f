"""Delays: what was late when last seen, by how much, and what to ask about it."""

import streamlit as st

from analytics.metrics.catalogue import METRICS
from i18n import t
from ui.sections import delays
from ui.sections.dated import dated_sections
from ui.sections.meeting_sheet import meeting_sheet
from ui.sections.several_sources import sources_side_by_side
from ui.widgets.cards import cards
from ui.widgets.empty import stop_if_empty
from ui.widgets.filter_bar import filter_bar
from ui.widgets.view_line import view_line

CARDS = ("due", "overdue", "overdue_rate", "days_overdue", "on_time_rate", "coverage")

st.title(t("Delays"), anchor=False)
filters = filter_bar()
view_line(filters)
stop_if_empty(filters)
delays.in_short(filters)
cards([METRICS[key] for key in CARDS], filters)
delays.timeliness(filters)
delays.ageing(filters)
delays.institutions(filters)
delays.due_dates(filters)
delays.on_time(filters)
dated_sections(filters)
sources_side_by_side(filters)
meeting_sheet(filters)
