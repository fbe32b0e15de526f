"""Views inside other pages (`?embed=true`): how they are shown there, and how they get there.

Streamlit keeps `embed` from us and in the address; whether it is there the context says.
"""

from html import escape
from pathlib import Path

import streamlit as st

from analytics.query.stamp import NAME
from i18n import t
from ui.shell import link
from ui.shell.markdown_escape import linked

STYLE = Path(__file__).parent / "embed.css"
HEIGHT = 800


def embedded() -> None:
    """Inside another page leave out what is round the view, and lead to the whole."""
    if not st.context.is_embedded:
        return
    st.html(STYLE)
    whole = t("Open this view in the {name}", name=t(NAME))
    # A caption is paled, links in it too, to below what can be read by everybody.
    st.markdown(f":small[:material/open_in_new: {linked(whole, link.address())}]")


def snippet() -> str:
    """The HTML that shows this view in another page."""
    shown = f"{link.address()}&embed=true"
    return (
        f'<iframe src="{escape(shown)}" title="{escape(t(NAME))}" width="100%" height="{HEIGHT}" '
        'style="border: 0" loading="lazy"></iframe>'
    )
