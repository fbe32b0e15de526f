"""The pictures of the programme; no pictures, no gallery."""

import streamlit as st

from data.gallery import pictures
from i18n import t
from ui.shell.markdown_escape import plain

ACROSS = 3


def gallery() -> None:
    """Draw the pictures of the folder three across, each with caption, date and credit."""
    shown = pictures()
    if not shown:
        return
    st.subheader(t("Pictures"), anchor=False)
    for first in range(0, len(shown), ACROSS):
        columns = st.columns(ACROSS)
        for place, picture in zip(columns, shown[first : first + ACROSS], strict=False):
            with place:
                st.image(str(picture.path), alt=picture.caption, width="stretch")
                st.text(picture.caption)
                st.caption(plain(" · ".join(filter(None, [picture.date, picture.credit]))))
