"""The view for paper (`print=1`): the whole page, every table written out to its end.

On the screen a table is a grid, which a printer would cut through its rows, and a long page shows
one section at a time.
"""

from contextlib import AbstractContextManager

import pandas as pd
import streamlit as st

from ui.shell import link
from ui.shell.text_table import text_table


def printing() -> bool:
    """Whether this is the view for paper."""
    return link.view().get(link.PRINT) == "1"


def on_screen(key: str) -> AbstractContextManager[object]:
    """A place for what is left out on paper."""
    return st.container(key=f"on_screen_{key}")


def written_out(frame: pd.DataFrame, alternative: str) -> None:
    """A table that wraps and breaks between its rows."""
    text_table(frame.astype(object).to_dict("records"), alternative=alternative)
