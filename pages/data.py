"""Data: what the numbers rest on, how sure they are, and what each of them means."""

import streamlit as st

from i18n import t
from ui.sections.data.about_data import SECTIONS, identity
from ui.sections.data.upload_section import door
from ui.shell.dataset_switch import other_datasets
from ui.widgets.filter_bar import filter_bar
from ui.widgets.sections import sections
from ui.widgets.view_line import view_line

st.title(t("Data"), anchor=False)
filters = filter_bar()
view_line(filters)
st.markdown(t("What the numbers rest on, what is missing, and what each of them means."))
sections(SECTIONS, filters)
identity()
other_datasets()
door()
