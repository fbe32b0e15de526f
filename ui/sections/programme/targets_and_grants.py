"""Targets and grants as tables, on the programme's page and on a country's."""

import streamlit as st

from analytics.presentation.targets import grants_table, targets_table
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, question
from i18n import N_, t
from ui.shell.cache import remembered, vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.figure import tabled

TABLES = {
    "targets": (N_("Baseline, target and actual"), targets_table),
    "grants": (N_("Grants"), grants_table),
}


def on_record(filters: Filters, name: str, title: str, beneath: str = "", **more: str) -> None:
    """What a named query answers of targets or grants, where the dataset tells of them."""
    frame = remembered(question, filters, name=name, **more)
    if frame.empty:
        return
    kind = name.partition("/")[2]
    heading, table = TABLES[kind]
    st.header(plain(t(heading)), anchor=False)
    if beneath:
        st.caption(plain(beneath))
    tabled(table(frame, vocabulary(), title, NamedQuery(name, more)), key=kind)
