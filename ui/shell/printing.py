"""The view for paper (`print=1`): the whole page, every table written out to its end.

On the screen a table is a grid, which a printer would cut through its rows, and a long page shows
one section at a time.
"""

from contextlib import AbstractContextManager

import pandas as pd
import streamlit as st

from i18n import NO_DATA
from ui.shell import link
from ui.shell.markdown_escape import text_table


def printing() -> bool:
    """Whether this is the view for paper."""
    return link.view().get(link.PRINT) == "1"


def on_screen(key: str) -> AbstractContextManager[object]:
    """A place for what is left out on paper."""
    return st.container(key=f"on_screen_{key}")


def written_out(frame: pd.DataFrame, alternative: str) -> None:
    """A table that wraps and breaks between its rows."""
    cells = frame.astype(object).where(frame.notna(), NO_DATA)
    text_table(cells.to_dict("records"), hide_index=True, alt=alternative or None)
