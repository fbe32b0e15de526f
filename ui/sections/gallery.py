"""The pictures of the programme; no pictures, no gallery."""

import streamlit as st

from analytics.query.filters import Filters
from data.gallery import pictures
from ui.shell.markdown_escape import plain

ACROSS = 3


def no_pictures() -> bool:
    """Whether the folder holds none."""
    return not pictures()


def gallery(_: Filters) -> None:
    """Draw the pictures of the folder three across, each with caption, date and credit."""
    pictures_here = pictures()
    for first in range(0, len(pictures_here), ACROSS):
        columns = st.columns(ACROSS)
        for place, picture in zip(columns, pictures_here[first : first + ACROSS], strict=False):
            with place:
                st.image(str(picture.path), alt=picture.caption, width="stretch")
                st.text(picture.caption)
                st.caption(plain(" · ".join(filter(None, [picture.date, picture.credit]))))
