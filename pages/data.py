"""Data: what the numbers rest on, how sure they are, and what each of them means."""

import streamlit as st

from i18n import t
from ui.about_data import identity, section
from ui.door import door
from ui.filter_bar import filter_bar, view_line
from ui.which import other_datasets

st.title(t("Data"), anchor=False)
filters = filter_bar()
view_line(filters)
st.markdown(t("What the numbers rest on, what is missing, and what each of them means."))
identity()
other_datasets()
door()
section(filters)
