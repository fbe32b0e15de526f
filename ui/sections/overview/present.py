"""Where each country stands now, first of all on the overview."""

import streamlit as st

from analytics.overview.present import present
from analytics.query.filters import Filters
from i18n import t
from ui.shell.cache import queries
from ui.shell.markdown_escape import Plain, linked, plain, symbol, text_table, together
from ui.widgets.downloads import table_downloads


def present_table(filters: Filters) -> None:
    """Six rows, a country each; the report behind each result is a link."""
    shown = present(queries(), filters)
    report = shown.columns[-1].heading
    rows = [
        {name: cell if isinstance(cell, str) else "" for name, cell in cells.items()}
        | {report: _report(row["latest_source"])}
        for cells, row in zip(shown.frame.to_dict("records"), shown.rows, strict=True)
    ]
    with st.container(key="present", gap="xsmall"):
        st.header(plain(shown.title), anchor=False)
        text_table(rows, hide_index=True)
        table_downloads(shown, key="present")


def _report(source: str | None) -> Plain:
    """The report behind a result, where its address is known."""
    if not source:
        return plain("")
    return together(symbol(":material/open_in_new:"), linked(t("IRM report"), source.split(";")[0]))
