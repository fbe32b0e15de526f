"""Sectors: country by sector, down to themes and policy areas."""

import streamlit as st

from i18n import t
from ui.sections.sectors import choices, matrix, way_back
from ui.widgets.empty import stop_if_empty
from ui.widgets.filter_bar import filter_bar
from ui.widgets.view_line import view_line

st.title(t("Sectors"), anchor=False)
filters = filter_bar()
view_line(filters)
stop_if_empty(filters)
chosen = choices()
way_back(chosen, filters)
matrix(chosen, filters)
st.caption(
    t(
        "Click a cell for its commitments and for what lies within its row. A commitment "
        "counts once in each of its sectors, themes and policy areas."
    )
)
