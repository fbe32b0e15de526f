"""No page without its frame, whichever way the first reader of a fresh server comes in."""

import streamlit as st

from ui import navigation


def framed() -> None:
    """Go back through app.py when a page was run without it.

    Until `st.navigation` is called for the first time in a process, Streamlit runs the files of
    pages/ by itself: whoever opened a deep link before anybody had seen the Overview would get
    the bare page, with nothing of what the link asks for.
    """
    if "view" not in st.session_state:
        navigation.choose()
        st.rerun()
