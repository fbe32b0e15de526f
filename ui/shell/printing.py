"""What a page needs to leave on paper: how it is set, and on each sheet what it shows.

Chromium, Chrome and Edge number the sheets and write the foot; other browsers write their own.
"""

from contextlib import AbstractContextManager
from pathlib import Path

import pandas as pd
import streamlit as st

from analytics.query.stamp import NAME
from i18n import NO_DATA, t
from ui.shell import link
from ui.shell.cache import dataset, vocabulary
from ui.shell.markdown_escape import plain

STYLE = Path(__file__).parent / "print.css"
# A grid is a picture of light letters on a dark screen; turned round it is one for paper.
DARK_GRIDS = """
@media print {
    [data-testid="stDataFrame"] canvas { filter: invert(1) hue-rotate(180deg); }
}
"""


def on_paper() -> None:
    """Set the page for printing. On the screen nothing is seen of it."""
    foot = f"@page {{ @bottom-left {{ content: {quoted(_foot())}; }} }}"
    grids = DARK_GRIDS if st.context.theme.type == "dark" else ""
    st.html(f"<style>{STYLE.read_text(encoding='utf-8')}\n{foot}\n{grids}</style>")
    with st.container(key="on_paper_address"):
        st.text(link.address())


def on_screen(key: str) -> AbstractContextManager[object]:
    """A place for what is left out on paper."""
    return st.container(key=f"on_screen_{key}")


def table_on_paper(shown: pd.DataFrame, key: str, alternative: str) -> None:
    """A table for paper alone, in place of a grid: a printer would cut through the grid's rows."""
    cells = shown.astype(object).where(shown.notna(), NO_DATA)
    with st.container(key=f"on_paper_{key}"):
        st.table(
            cells.map(lambda cell: plain(str(cell))), hide_index=True, border="horizontal",
            alt=alternative or None,
        )  # fmt: skip


def quoted(words: str) -> str:
    """Words as a CSS string. All but plain letters are written as numbers: none can end it."""
    safe = (letter if letter.isascii() and letter.isalnum() else _numbered(letter)
             for letter in words)  # fmt: skip
    return f'"{"".join(safe)}"'


def _numbered(letter: str) -> str:
    return f"\\{ord(letter):06x}"


def _foot() -> str:
    chosen, shown = link.filters(), dataset()
    return t(
        "{name} · as of {day} · {filters} · {dataset} {version}",
        name=t(NAME),
        day=chosen.spoken_day(shown.newest),
        filters=chosen.describe(vocabulary()),
        dataset=t("Made-up data") if shown.made_up else t(shown.title),
        version=shown.version,
    )
