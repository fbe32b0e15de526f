"""Commitments: search, list, what dates and other sources tell of them, and one's own page."""

import streamlit as st

from i18n import N_, t
from ui.sections.commitments.commitment_list import commitment_list, only_the_list
from ui.sections.commitments.record import commitment_record
from ui.sections.dated import dated_sections
from ui.sections.several_sources import sources_side_by_side
from ui.shell import link
from ui.widgets.filter_bar import filter_bar
from ui.widgets.sections import Section, sections
from ui.widgets.view_line import view_line

SECTIONS = {
    "list": Section(N_("The commitments"), commitment_list),
    "time": Section(N_("Time taken"), dated_sections),
    "others": Section(N_("Other assessors"), sources_side_by_side),
}

filters = filter_bar()
wanted = link.view().get("commitment", "")
if wanted:
    commitment_record(wanted, filters)
else:
    st.title(t("Commitments"), anchor=False)
    view_line(filters)
    sections(SECTIONS, filters, without=only_the_list(filters))
