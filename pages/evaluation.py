"""Evaluation: every number with what it rests on, how sure it is, and what nobody knows."""

import streamlit as st

from i18n import N_, t
from ui.sections.evaluation import evaluation
from ui.sections.evaluation.evidence_pack import pack
from ui.widgets.empty import stop_if_empty
from ui.widgets.filter_bar import filter_bar
from ui.widgets.sections import Section, sections
from ui.widgets.view_line import view_line

SECTIONS = {
    "matrix": Section(N_("Review matrix"), evaluation.matrix),
    "cohorts": Section(N_("Cohorts at equal age"), evaluation.cohorts, holds=("months", "cohort")),
    "transitions": Section(N_("Transitions"), evaluation.transitions),
    "sensitivity": Section(N_("Sensitivity"), evaluation.sensitivity_figure),
    "limits": Section(N_("Limits"), evaluation.limits),
    "pack": Section(N_("Evidence pack"), pack),
}

st.title(t("Evaluation"), anchor=False)
filters = filter_bar()
view_line(filters)
stop_if_empty(filters)
evaluation.in_short(filters)
sections(SECTIONS, filters)
