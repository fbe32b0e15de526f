"""The template to take away: empty, or filled with what is in view."""

from functools import partial

import streamlit as st

from analytics.exchange.raw_tables import as_raw
from analytics.query.filters import Filters
from analytics.query.listing import how_many
from data.store import Dataset
from data.template import LAST_ROW, workbook, zipped
from i18n import language, t, tn, use
from ui.shell import link
from ui.shell.cache import dataset, remembered

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
IN_A_WORKBOOK = 50_000
"""More commitments than this are slow to write and to open as XLSX; they leave as CSV files."""


def templates() -> None:
    """Two downloads, each made when it is clicked."""
    filters = link.filters()
    count = remembered(how_many, filters, behind="")
    packed = count > min(IN_A_WORKBOOK, LAST_ROW)
    name, mime = ("view.zip", "application/zip") if packed else ("view.xlsx", XLSX)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            t("Empty template (XLSX)"), partial(_empty, language()), "template.xlsx", XLSX,
            on_click="ignore", icon=":material/draft:", key="template_empty",
        )  # fmt: skip
        st.download_button(
            tn("Template with the {count} commitment in view",
               "Template with the {count} commitments in view", count),
            partial(_filled, language(), dataset(), filters, packed), name, mime,
            on_click="ignore", icon=":material/description:", key="template_filled",
        )  # fmt: skip
    st.caption(t("Edit it in Excel or LibreOffice and upload it again."))


def _empty(spoken: str) -> bytes:
    use(spoken)
    return workbook()


def _filled(spoken: str, source: Dataset, filters: Filters, packed: bool) -> bytes:
    use(spoken)
    return (zipped if packed else workbook)(as_raw(source, filters))
