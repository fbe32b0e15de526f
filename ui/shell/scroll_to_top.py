"""Reading begins at the top: another thing on the same page is shown from its beginning."""

import streamlit as st

# Streamlit goes to the top when the page changes, but keeps the place when only its content does:
# a commitment opened from far down a list would be seen from its middle.
_SCRIPT = """
export default ({ parentElement, data }) => {
    if (parentElement.dataset.shown !== data) {
        parentElement.dataset.shown = data
        parentElement.closest('[data-testid="stMain"]')?.scrollTo({ top: 0 })
    }
}
"""


def from_the_top(shown: str) -> None:
    """Go to the top of the page when `shown` is not what was shown before."""
    draw = st.components.v2.component("from_the_top", js=_SCRIPT, isolate_styles=False)
    draw(key="from_the_top", data=shown, height=1)
