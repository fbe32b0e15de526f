"""Commitments: search, list, and one commitment's own page."""

import streamlit as st

from i18n import t
from ui.sections.commitments.commitment_list import commitment_list, round_the_list
from ui.sections.commitments.record import commitment_record
from ui.shell import link
from ui.widgets.filter_bar import filter_bar
from ui.widgets.view_line import view_line

filters = filter_bar()
wanted = link.view().get("commitment", "")
if wanted:
    commitment_record(wanted, filters)
else:
    st.title(t("Commitments"), anchor=False)
    view_line(filters)
    commitment_list(filters)
    round_the_list(filters)
