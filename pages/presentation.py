"""Presentation: what to show in a room, on the stage or as slides."""

import streamlit as st

from i18n import t
from ui.sections.forum.forum import chosen_views, set_the_stage
from ui.sections.forum.stage import on_stage, stage
from ui.shell.link import filters as filters_of_link
from ui.widgets.filter_bar import filter_bar
from ui.widgets.view_line import view_line

if on_stage():
    stage(filters_of_link(), chosen_views(filters_of_link()))
else:
    st.title(t("Presentation"), anchor=False)
    filters = filter_bar()
    view_line(filters)
    set_the_stage(filters)
