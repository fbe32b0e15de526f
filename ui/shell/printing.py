"""The view for paper (`print=1`): the whole page, every table written out to its end.

On the screen a long table is a grid, which a printer would cut through its rows, and a long page
shows one section at a time.
"""

from contextlib import AbstractContextManager

import streamlit as st

from ui.shell import link


def printing() -> bool:
    """Whether this is the view for paper."""
    return link.view().get(link.PRINT) == "1"


def on_screen(key: str) -> AbstractContextManager[object]:
    """A place for what is left out on paper."""
    return st.container(key=f"on_screen_{key}")
