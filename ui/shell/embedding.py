"""Views inside other pages (`?embed=true`): how they are shown there, and how they get there.

Streamlit keeps `embed` from us and in the address; whether it is there the context says.
"""

from html import escape
from pathlib import Path

import streamlit as st

from analytics.query.stamp import called
from i18n import t
from ui.html.text_table import style
from ui.shell import link
from ui.shell.markdown_escape import Plain, linked, small, symbol, together

HERE = Path(__file__).parent
STYLE, COPY_STYLE, COPY_SCRIPT = HERE / "embed.css", HERE / "copy.css", HERE / "copy.js"
HEIGHT, OF_FIGURE = 800, 460
"""Pixels of the frame round a whole view, and round one figure."""


def embedded() -> None:
    """Inside another page leave out what is round the view, and lead to the whole.

    A figure alone leads there in the line under it (ui/widgets/figure.py).
    """
    if not st.context.is_embedded:
        return
    style(STYLE.read_text(encoding="utf-8"))
    if not link.view().get(link.FIGURE):
        # A caption is paled, links in it too, to below what can be read by everybody.
        st.markdown(small(whole_view()))


def whole_view() -> Plain:
    """The way out of a frame, to the same view in the monitor."""
    whole = t("Open this view in the {name}", name=called())
    return together(symbol(":material/open_in_new:"), linked(whole, link.address()))


def snippet(address: str, title: str, height: int) -> str:
    """The HTML that shows an address of ours in another page."""
    return (
        f'<iframe src="{escape(f"{address}&embed=true")}" title="{escape(title)}" width="100%" '
        f'height="{height}" style="border: 0" loading="lazy"></iframe>'
    )


def to_copy(address: str, *, title: str = "", height: int = HEIGHT, key: str = "view") -> None:
    """A link of ours and the HTML to show what it leads to, each with a button that copies it."""
    html = snippet(address, title or called(), height)
    draw = st.components.v2.component(
        "copy",
        html='<div class="copying"></div>',
        css=COPY_STYLE.read_text(encoding="utf-8"),
        js=COPY_SCRIPT.read_text(encoding="utf-8"),
    )
    draw(
        key=f"copy_{key}",
        data={
            "rows": [
                {"label": t("Link, with the as-of date and the version of the data"),
                 "text": address},
                {"label": t("HTML, to show it inside another page"), "text": html},
            ],
            "copy": t("Copy"),
            "copied": t("Copied"),
        },
    )  # fmt: skip
