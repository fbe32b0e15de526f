"""The banner of a made-up dataset; analytics/stamp.py says the same on all that leaves."""

import streamlit as st

from i18n import t
from ui.shell.cache import dataset


def banner() -> None:
    """Say on every page of a made-up dataset that it is one."""
    if dataset().made_up:
        st.warning(
            t("Made-up data. Nobody promised or did any of this; it shows how the views work."),
            icon=":material/science:",
        )
