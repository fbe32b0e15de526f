"""Where each country stands now, first of all on the overview."""

import streamlit as st

from analytics.overview.present import present
from analytics.query.filters import Filters
from i18n import t
from ui.shell.cache import queries
from ui.shell.markdown_escape import linked, plain
from ui.widgets.downloads import table_downloads


def present_table(filters: Filters) -> None:
    """Six rows, a country each; the report behind each result is a link."""
    shown = present(queries(), filters)
    cells = shown.frame.map(lambda cell: plain(cell) if isinstance(cell, str) else "")
    report = shown.columns[-1].heading
    cells[report] = [
        linked(t("IRM report"), row["latest_source"].split(";")[0]) if row["latest_source"] else ""
        for row in shown.rows
    ]
    with st.container(key="present", gap="xsmall"):
        st.subheader(shown.title, anchor=False)
        st.table(cells, hide_index=True, border="horizontal")
        table_downloads(shown, key="present")
