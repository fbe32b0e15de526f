"""The programme's grants: few with their topics written out, many in a table that scrolls."""

import streamlit as st

from analytics.presentation.source_links import source_links
from analytics.presentation.tables import Table
from analytics.presentation.targets import grants_table
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, question
from i18n import t
from ui.shell.cache import remembered, vocabulary
from ui.shell.text_table import Linked, text_table
from ui.widgets.downloads import table_downloads
from ui.widgets.figure import tabled

WRAPPED = 12
"""Grants whose topics are written out; more of them scroll."""


def grants(filters: Filters) -> None:
    """Grants with a named grantee: what was agreed and what was paid."""
    frame = remembered(question, filters, name="programme/grants")
    if frame.empty:
        return
    st.header(t("Grants"), anchor=False)
    title = t("Grants with a named grantee")
    query = NamedQuery("programme/grants")
    listed(grants_table(frame, vocabulary(), title, query))


def listed(table: Table) -> None:
    """Grants and their files, on whatever page."""
    if len(table.rows) > WRAPPED:
        tabled(table, key="grants")
        return
    lines = [{**row, t("Source"): _links(row[t("Source")])}
             for row in table.frame.to_dict("records")]  # fmt: skip
    text_table(lines, stacks=True)
    table_downloads(table, key="grants")


def _links(source: object) -> list[Linked] | None:
    """The addresses of a row as links with words."""
    return [Linked(one.label, one.url) for one in source_links(source) if one.url] or None
