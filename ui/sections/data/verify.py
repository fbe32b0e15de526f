"""“Verify this file”: bring back what was downloaded and hear whether it still holds."""

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from exports.verify.reading import READERS
from exports.verify.verdict import NAMED, Verdict
from exports.verify.verify import verify
from i18n import language, t, tn
from ui.shell.cache import dataset
from ui.shell.markdown_escape import plain

KEPT = "verified"
"""Where a session keeps the verdict on the file brought last."""
SAYS = {"same": st.success, "different": st.error, "cannot_tell": st.warning}


def verify_section() -> None:
    """Draw the section: choose a file, read the verdict, the reasons and the cells."""
    st.header(t("Verify this file"), anchor=False)
    st.caption(
        t(
            "Every file from the monitor carries a stamp: data, date, filters, definitions. "
            "Upload one. Tables (XLSX, CSV) are compared cell by cell and computed again; of any "
            "other file the monitor says whether it is unchanged. It is read in memory and not "
            "kept."
        )
    )
    file = st.file_uploader(
        t("A file downloaded from the monitor"), type=sorted(READERS), key="verify_file"
    )
    if file is not None:
        _say(_verdict(file))


def _verdict(file: UploadedFile) -> Verdict:
    """The verdict on the file in the box, found once: a whole pack takes seconds."""
    looked_at = (file.file_id, dataset().version, language())
    kept: tuple[object, Verdict] | None = st.session_state.get(KEPT)
    if kept is None or kept[0] != looked_at:
        with st.spinner(t("Reading the file and computing again …")):
            kept = looked_at, verify(file.name, file.getvalue(), dataset())
        st.session_state[KEPT] = kept
    return kept[1]


def _say(verdict: Verdict) -> None:
    SAYS[verdict.outcome](plain(verdict.headline()))
    if verdict.seal:
        st.markdown(f"**{plain(verdict.seal.title)}**")
    for reason in verdict.reasons:
        st.markdown(f"- {plain(reason)}")
    if verdict.differences:
        _cells(verdict)


def _cells(verdict: Verdict) -> None:
    differences = verdict.differences[:NAMED]
    st.dataframe(
        {
            t("Cell"): [each.place for each in differences],
            t("Column"): [each.column for each in differences],
            t("The file says"): [each.in_file for each in differences],
            t("It should be"): [each.should_be for each in differences],
        },
        hide_index=True,
        alt=t("Cells that differ"),
    )
    if more := len(verdict.differences[NAMED:]):
        st.caption(tn("… and {count} more cell.", "… and {count} more cells.", more))
