"""Forum: what to show in a room, on the stage or as slides."""

import streamlit as st

from i18n import t
from ui.filter_bar import filter_bar, view_line
from ui.forum import chosen_views, set_the_stage
from ui.link import filters as filters_of_link
from ui.stage import on_stage, stage

if on_stage():
    stage(filters_of_link(), chosen_views(filters_of_link()))
    st.stop()
st.title(t("Show it to the room"), anchor=False)
filters = filter_bar()
view_line(filters)
set_the_stage(filters)
