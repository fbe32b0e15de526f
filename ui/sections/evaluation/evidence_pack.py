"""The evidence pack: made when asked for, step by step before the reader's eyes, then to save."""

import streamlit as st

from analytics.query.filters import Filters
from exports.files.files import file_name
from exports.pack.pack import evidence_pack
from i18n import language, t
from ui.shell import link
from ui.shell.cache import dataset, vocabulary

KEPT = "evidence_pack"
"""Where a session keeps the one pack made last, under what it was made of."""


@st.fragment
def pack(filters: Filters) -> None:
    """Offer the pack; another view, another language or other data asks for another pack."""
    link.speak()
    st.markdown(
        t(
            "Download this page as an evidence pack: a summary (DOCX), every table (XLSX, CSV "
            "with metadata), the charts (SVG, PNG), and every query as SQL and as a command that "
            "gives the same numbers again."
        )
    )
    made_of = (dataset().version, filters, language())
    if st.button(t("Make the evidence pack"), icon=":material/inventory_2:", key="make_pack"):
        st.session_state[KEPT] = (made_of, _made(filters))
    kept_of, content = st.session_state.get(KEPT, (None, b""))
    if kept_of == made_of:
        day = str(filters.as_of or dataset().newest)
        name = file_name("evidence", day, "zip", filters, vocabulary())
        st.download_button(
            t("Download the evidence pack (ZIP)"), content, name,
            "application/zip", key="save_pack", icon=":material/download:", on_click="ignore",
            type="primary",
        )  # fmt: skip


def _made(filters: Filters) -> bytes:
    with st.status(t("Making the evidence pack …"), expanded=True) as status:
        made = evidence_pack(dataset(), filters, link.address(), st.write)
        status.update(label=t("The evidence pack is ready."), state="complete", expanded=False)
    return made
