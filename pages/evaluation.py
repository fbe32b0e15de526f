"""Evaluation: every number with what it rests on, how sure it is, and what nobody knows."""

import streamlit as st

from i18n import t
from ui.sections.evaluation import evaluation
from ui.sections.evaluation.evidence_pack import pack
from ui.widgets.empty import stop_if_empty
from ui.widgets.filter_bar import filter_bar
from ui.widgets.view_line import view_line

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
