"""Which dataset is looked at, where it is not the usual one, and the way back; on every page."""

import streamlit as st

from i18n import t
from ui.shell import link, navigation
from ui.shell.cache import OFFERED, USUAL, dataset, title_of
from ui.shell.markdown_escape import plain
from ui.shell.upload_session import UPLOAD, in_use


def which_dataset() -> None:
    """In the sidebar: the dataset's name and the way back to the usual one."""
    code = st.session_state.get("dataset", USUAL)
    if code == USUAL:
        return
    with st.sidebar, st.container(border=True, gap="xsmall", key="which_dataset"):
        st.markdown(t("Dataset: **{dataset}**", dataset=plain(t(dataset().title))))
        if code == UPLOAD:
            st.caption(t("Only you see it, and only in this session."))
        open_dataset(USUAL, t(title_of(USUAL)), "overview", ":material/arrow_back:")


def other_datasets() -> None:
    """A link to each dataset this reader could look at and does not."""
    looked_at = st.session_state.get("dataset", USUAL)
    own = in_use()
    with st.container(horizontal=True):
        for code in OFFERED:
            if code != looked_at:
                open_dataset(code, t("Switch to {dataset}", dataset=t(title_of(code))))
        if own and looked_at != UPLOAD:
            open_dataset(UPLOAD, t("Switch to {dataset}", dataset=own.title))


def open_dataset(
    code: str, label: str, page: str = "data", icon: str = ":material/database:"
) -> None:
    """A link to a page with another dataset. Filters stay behind: their codes may not be there."""
    kept = {"lang": link.view().get("lang", ""), "dataset": link.dataset_code(code)}
    st.page_link(
        navigation.page(page),
        label=plain(label),
        query_params={key: value for key, value in kept.items() if value},
        icon=icon,
    )
