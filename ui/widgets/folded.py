"""What is closed is not computed: boxes that say whether they are open, and fill themselves then.

Opening one runs what it stands in anew, so it stands in a fragment wherever it can.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from ui.shell import link
from ui.shell.markdown_escape import Plain
from ui.shell.printing import printing


@contextmanager
def popover(label: Plain, *, key: str, icon: str) -> Iterator[bool]:
    """A quiet button with a box below it; inside the block, whether the box is open."""
    box = st.popover(label, key=key, icon=icon, type="tertiary", on_change="rerun")
    with box:
        yield bool(box.open)


@contextmanager
def expander(label: Plain, *, key: str, expanded: bool = False) -> Iterator[bool]:
    """A line that unfolds; inside the block, whether it is unfolded. On paper it is."""
    if printing():
        with st.container(border=True):
            st.markdown(label)
            yield True
        return
    box = st.expander(label, expanded, key=key, on_change="rerun")
    with box:
        yield bool(box.open)


@st.fragment
def unfolds(label: Plain, draw: Callable[[], None], *, key: str) -> None:
    """A line that unfolds by itself alone; `draw` fills it once it is open."""
    link.speak()
    with expander(label, key=key) as is_open:
        if is_open:
            draw()
