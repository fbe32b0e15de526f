"""The pages, and how a reader moves between them without losing the view."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from i18n import N_, t
from ui.shell import link

# Page-own choices do not travel to other pages; dataset, filters and language do.
SHARED = (*link.FILTER_KEYS, "lang", "dataset")

PAGES: Mapping[str, tuple[str, str]] = {
    "overview": (N_("Overview"), ":material/public:"),
    "country": (N_("Country"), ":material/flag:"),
    "sectors": (N_("Sectors"), ":material/grid_on:"),
    "delays": (N_("Delays"), ":material/schedule:"),
    "commitments": (N_("Commitments"), ":material/list:"),
    "programme": (N_("Programme"), ":material/handshake:"),
    "evaluation": (N_("Evaluation"), ":material/fact_check:"),
    "forum": (N_("Forum"), ":material/slideshow:"),
    "data": (N_("Data"), ":material/database:"),
}


def choose() -> StreamlitPage:
    """Draw the navigation and return the page the address names."""
    pages = _pages()
    chosen = st.navigation(list(pages.values()), position="hidden")
    with st.sidebar:
        st.page_link(
            pages["overview"],
            label=f"**{t('EaP Open Government Monitor')}**",
            query_params=shared(),
        )
        for key, page in pages.items():
            name, icon = PAGES[key]
            st.page_link(page, label=t(name), icon=icon, query_params=shared())
    return chosen


def shared(**more: str | None) -> dict[str, str]:
    """The part of the view that travels to another page, with more or other parts."""
    kept = {key: value for key, value in link.view().items() if key in SHARED} | more
    return {key: value for key, value in kept.items() if value}


def address(key: str, view: Mapping[str, str]) -> str:
    """The full address of another page of ours with a view of its own, made to last."""
    root, _, shown = link.here().rstrip("/").rpartition("/")
    base = root if shown in PAGES else link.here().rstrip("/")
    lasting = {part: link.lasting().get(part, "") for part in ("lang", "dataset", "as_of", "v")}
    asked = {part: code for part, code in {**view, **lasting}.items() if code}
    return f"{base}/{key}?{urlencode(asked, safe=',:')}"


def page(key: str) -> StreamlitPage:
    """One of our pages, for links to it."""
    return _pages()[key]


def _pages() -> dict[str, StreamlitPage]:
    return {key: _page(key, t(name)) for key, (name, _) in PAGES.items()}


def _page(key: str, title: str) -> Any:  # noqa: ANN401
    first = key == "overview"
    return st.Page(f"pages/{key}.py", title=title, default=first, url_path=None if first else key)
