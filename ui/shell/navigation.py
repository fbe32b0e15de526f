"""The pages, and how a reader moves between them without losing the view."""

from collections.abc import Mapping
from typing import Any

import streamlit as st
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analytics.query.address import written
from analytics.query.stamp import called
from i18n import N_, t
from settings import settings
from ui.html.link_lists import PageLink, page_list
from ui.shell import link

# Page-own choices do not travel to other pages; dataset, filters and language do.
SHARED = (*link.FILTER_KEYS, "lang", "dataset")

FIRST = "overview"
LOST = "pages/beside/not_found.py"
PAGES: Mapping[str, tuple[str, str]] = {
    "overview": (N_("Overview"), "public"),
    "country": (N_("Country"), "flag"),
    "sectors": (N_("Sectors"), "grid_on"),
    "delays": (N_("Delays"), "schedule"),
    "meeting_sheet": (N_("Meeting sheet"), "question_answer"),
    "commitments": (N_("Commitments"), "list"),
    "changes": (N_("What changed"), "update"),
    "programme": (N_("Programme"), "handshake"),
    "evaluation": (N_("Evaluation"), "fact_check"),
    "presentation": (N_("Presentation"), "slideshow"),
    "data": (N_("Data"), "database"),
}
BESIDE: Mapping[str, str] = {"accessibility": N_("Accessibility statement")}
"""Pages that are not in the list: the foot of every page leads to them."""
NAMES: Mapping[str, str] = {**{key: name for key, (name, _) in PAGES.items()}, **BESIDE}


class PageEnds(Exception):
    """A page has no more to say. `st.stop` would end the foot below it, too."""


def choose() -> StreamlitPage:
    """Draw the navigation and return the page the address names."""
    pages = [*_pages().values(), *_lost_page()]
    chosen = st.navigation(pages, position="hidden")
    st.session_state._page = chosen.url_path or FIRST
    if logo := settings().logo:
        st.logo(logo, size="large")
    with st.sidebar:
        _list(chosen)
    return chosen


def instead(**parts: str | None) -> str:
    """The address of this page with other parts of its view, for links in texts.

    None or blank takes a part out.
    """
    other = {key: code for key, code in {**link.view(), **parts}.items() if code}
    return href(st.session_state.get("_page", FIRST), other)


def shared(**more: str | None) -> dict[str, str]:
    """The part of the view that travels to another page, with more or other parts."""
    kept = {key: value for key, value in link.view().items() if key in SHARED} | more
    return {key: value for key, value in kept.items() if value}


def path(key: str) -> str:
    """The path of a page on this server."""
    return f"{link.base()}/{'' if key == FIRST else key}"


def href(key: str, query: Mapping[str, str]) -> str:
    """The address of a page with a view, for links in texts; ui/shell/frame.js follows them."""
    return written(path(key), parts=query.items())


def address(key: str, view: Mapping[str, str]) -> str:
    """The full address of another page of ours with a view of its own, made to last."""
    root, _, page = link.here().rstrip("/").rpartition("/")
    base = root if page in NAMES else link.here().rstrip("/")
    lasting = link.lasting()
    kept = {part: lasting.get(part, "") for part in ("lang", "dataset", "as_of", "v")}
    parts = {part: code for part, code in {**view, **kept}.items() if code}
    return written(f"{base}/{key}", parts=parts.items())


def page(key: str) -> StreamlitPage:
    """One of our pages, for links to it."""
    return _page(key, t(NAMES[key]))


def _list(chosen: StreamlitPage) -> None:
    """The pages as one list of links; the monitor's name leads home."""
    page_list(
        called(),
        href(FIRST, {}),
        [
            PageLink(t(name), href(key, {}), icon, key == (chosen.url_path or FIRST))
            for key, (name, icon) in PAGES.items()
        ],
    )


def _pages() -> dict[str, StreamlitPage]:
    return {key: _page(key, t(name)) for key, name in NAMES.items()}


def lost() -> str:
    """The name in the address that is no page of ours, blank where there is none."""
    return str(st.session_state.get("_lost", ""))


def _lost_page() -> list[StreamlitPage]:
    """A page of our own for a wrong address; without it Streamlit would show the first and a box.

    Only the first run says what the address was, and later ones still need the page.
    """
    run = get_script_run_ctx()
    name = (run.pages_manager.intended_page_name or "").strip() if run else ""
    if name and name not in NAMES and "/" not in name:
        st.session_state._lost = name
    if not lost():
        return []
    return [st.Page(LOST, title=t("Page not found"), url_path=lost(), visibility="hidden")]


def _page(key: str, title: str) -> Any:  # noqa: ANN401
    first = key == FIRST
    file = f"pages/beside/{key}.py" if key in BESIDE else f"pages/{key}.py"
    return st.Page(file, title=title, default=first, url_path=None if first else key)
