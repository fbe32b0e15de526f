"""Evaluation: every number with what it rests on, how sure it is, and what nobody knows."""

import streamlit as st

from i18n import t
from ui import evaluation
from ui.empty import stop_if_empty
from ui.evidence_pack import pack
from ui.filter_bar import filter_bar, view_line

st.title(t("Evaluation"), anchor=False)
filters = filter_bar()
view_line(filters)
stop_if_empty(filters)
evaluation.in_short(filters)
evaluation.matrix(filters)
evaluation.cohorts(filters)
evaluation.transitions(filters)
evaluation.sensitivity(filters)
evaluation.limits(filters)
pack(filters)
