"""What stands on the screen alone, and what on paper alone; frame.css tells them apart."""

from contextlib import AbstractContextManager

import pandas as pd
import streamlit as st

from i18n import NO_DATA
from ui.shell.markdown_escape import text_table


def on_screen(key: str) -> AbstractContextManager[object]:
    """A place for what is left out on paper."""
    return st.container(key=f"on_screen_{key}")


def table_on_paper(shown: pd.DataFrame, key: str, alternative: str) -> None:
    """A table for paper alone, in place of a grid: a printer would cut through the grid's rows."""
    cells = shown.astype(object).where(shown.notna(), NO_DATA)
    with st.container(key=f"on_paper_{key}"):
        text_table(cells.to_dict("records"), hide_index=True, alt=alternative or None)
