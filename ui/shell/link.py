"""The round trip between the address bar and the reader's view.

The view is one flat mapping of codes, kept for the session under `view`; widgets show it and
change it through callbacks. An address that differs from the one we wrote last was brought by
the reader (a followed link, the back button) and becomes the view. Streamlit's own query binding
keeps translated labels in the address, so it is not used.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analytics.query.address import taken_apart, written
from analytics.query.filters import MANY, Filters
from analytics.query.notices import Notice, nearest
from i18n import N_, accepted, nearest_language, offered, use
from settings import settings
from ui.shell.cache import OFFERED, USUAL, begin, dataset, vocabulary
from ui.shell.upload_session import UPLOAD, in_use

FILTER_KEYS = (*MANY, "period", "from", "to", "q", "as_of", "all")
PRINT = "print"
"""The part that asks for the view for paper, ui/shell/printing.py."""
FIGURE = "figure"
"""The part that leaves one figure of a page in view, ui/sections/figures.py."""
# They hold within one list; another filter makes another list.
OF_ONE_LIST = ("page", "commitment")
# What a link to one commitment keeps of the view: the language, the data, the day.
OF_COMMITMENT = ("lang", "dataset", "as_of")
REMEMBERED = "monitor_language"
"""The cookie in which frame.js keeps the language a reader chose at the head of a page."""
OF_LANGUAGE = N_("“{value}” is not a language of the monitor.")


def arrive() -> None:
    """Take over what the address says, unless this run was caused by a widget of ours."""
    begin()
    state = st.session_state
    if "_own_language" not in state:
        state._own_language = _own_language()
    given = {key: st.query_params.get_all(key) for key in st.query_params.to_dict()}
    came, odd = taken_apart(given)
    changed_here = state.pop("_changed", False)
    state._followed = "view" in state and came != state.get("_written") and not changed_here
    if "view" not in state or state._followed:
        # First of all, because what the rest of a link may say depends on it.
        state.dataset = came["dataset"] if _is_there(came.get("dataset")) else USUAL
        state.view = _read(came)
        state.notices = [*odd, *_unknown(came)]
    elif not _is_there(state.dataset):  # the session was away so long that the file was let go
        look_at(USUAL)
        state.notices = [UPLOAD]


def view() -> Mapping[str, str]:
    """The whole view as codes: filters, language and the page's own choices."""
    if "view" not in st.session_state:
        _enter_by_the_frame()
    return st.session_state.get("view", {})


def change(**parts: str | None) -> None:
    """Change parts of the view, for use in callbacks; None or blank takes a part out."""
    filtered = any(key in FILTER_KEYS and key != "as_of" for key in parts)
    merged = {**view(), **(dict.fromkeys(OF_ONE_LIST) if filtered else {}), **parts}
    st.session_state.view = {key: value for key, value in merged.items() if value}
    st.session_state._changed = True


def settle(key: str, taken: str) -> None:
    """Put in the view what a page takes for a part it does not know; blank leaves it out.

    The address says so from the next run on.
    """
    settled = {**view(), key: taken}
    st.session_state.view = {part: code for part, code in settled.items() if code}


def show(key: str, value: object) -> None:
    """Make a widget show the view, whatever it showed before: the view is the truth.

    What it shows already is left alone: Streamlit would send it and the browser draw it anew. The
    browser knows a choice by its wording, so it is told again in another language or dataset.
    """
    state = st.session_state
    there = (state.get("_page"), spoken(), dataset().version)
    if key not in state or state[key] != value or state.get(f"_{key}_there") != there:
        state[key] = value
        state[f"_{key}_there"] = there


def changed_alone() -> bool:
    """Whether a callback has changed the view and only a fragment runs, not the page."""
    run = get_script_run_ctx()
    alone = run is not None and bool(run.fragment_ids_this_run)
    return alone and bool(st.session_state.get("_changed"))


def speak() -> None:
    """Speak the reader's language; a fragment that runs alone must say so itself."""
    use(spoken())


def spoken() -> str:
    """The language the link asks for, else the reader's last choice, else the browser's.

    It stands in the address only where somebody chose it: a link passed on without one is read by
    each in their own language.
    """
    return view().get("lang") or str(st.session_state.get("_own_language", "en"))


def filters() -> Filters:
    """The filters of the view."""
    return Filters.from_query(view(), vocabulary())[0]


def filter_by(wanted: Filters) -> None:
    """Make these the filters of the view, for use in callbacks."""
    change(**{key: wanted.to_query().get(key) for key in FILTER_KEYS})


def publish() -> None:
    """Write the view to the address bar where it differs.

    After a followed link it is written anew: the browser leaves the address alone when a link of
    ours leads to the page it is on. It makes no second entry in its history of an address it shows.
    """
    parts = dict(view())
    if st.query_params.to_dict() != parts or st.session_state.get("_followed"):
        st.query_params.from_dict(parts)
    st.session_state._written = parts


def lasting() -> dict[str, str]:
    """The view as a link that means the same next year: with as-of date and dataset version."""
    source = dataset()
    as_of = filters().as_of or source.newest
    return {**view(), "as_of": str(as_of), "v": source.version}


def address(*parts: str) -> str:
    """The full address of this view, made to last; with `parts`, of no other choices than those.

    It leads to the screen, also from the view for paper.
    """
    kept = (*parts, "lang", "dataset", "as_of", "v")
    in_link = {key: code for key, code in lasting().items() if key != PRINT}
    link = {key: code for key, code in in_link.items() if not parts or key in kept}
    return written(here(), parts=link.items())


def to_figure(code: str) -> str:
    """The full address of one figure of this page in this view, made to last."""
    kept = {key: code for key, code in lasting().items() if key not in (PRINT, "section")}
    return written(here(), parts={**kept, FIGURE: code}.items())


def base() -> str:
    """The path below which the server stands, where it has one."""
    below = str(st.get_option("server.baseUrlPath")).strip("/")
    return f"/{below}" if below else ""


def here() -> str:
    """The address of this page without any choice."""
    return (st.context.url or "").split("?")[0]


def dataset_code(name: str) -> str:
    """A dataset as a link carries it; blank for the usual one."""
    return "" if name == USUAL else name


def look_at(name: str) -> None:
    """Turn to another dataset. Of the filters those stay that mean something there, without a word.

    Where it says nothing of the six partner countries, all its countries are in view.
    """
    st.session_state.dataset = name
    st.session_state.view = _read(view())
    if not vocabulary().partners and vocabulary().others:
        change(all="1")
    st.session_state._changed = True


def _own_language() -> str:
    """What the browser says of its reader: the last choice, else the languages it was set to."""
    chosen = st.context.cookies.get(REMEMBERED, "")
    if chosen in offered():
        return chosen
    return accepted(st.context.headers.get("Accept-Language", "")) or settings().language


def _is_there(name: str | None) -> bool:
    """Whether this reader can look at the dataset of that name."""
    return name in OFFERED or (name == UPLOAD and in_use() is not None)


def _enter_by_the_frame() -> None:
    """Start again with app.py.

    A server that has not yet run app.py finds a folder called pages and runs the page of a deep
    link by itself: no frame, no filters, another navigation. From here on it will not.
    """
    PagesManager.uses_pages_directory = False
    st.rerun()


def _read(came: Mapping[str, str]) -> dict[str, str]:
    """The view a link asks for, with what the data does not know left out."""
    understood = Filters.from_query(came, vocabulary())[0].to_query()
    ours = (*FILTER_KEYS, "v", "dataset")
    own = {key: value for key, value in came.items() if key not in ours and value}
    own["lang"] = nearest_language(own.get("lang", "")) or ""
    own["dataset"] = dataset_code(st.session_state.dataset)
    return {**understood, **{key: value for key, value in own.items() if value}}


def _unknown(came: Mapping[str, str]) -> list[Notice | str]:
    named, spoken = came.get("dataset", USUAL), came.get("lang", "en")
    refused: list[Any] = []
    if not nearest_language(spoken):
        refused.append(Notice("lang", spoken, says=OF_LANGUAGE))
    if named == UPLOAD and not _is_there(UPLOAD):
        return [*refused, UPLOAD]  # what else the link says belongs to that file
    if not _is_there(named):
        refused.append(Notice("dataset", named, nearest(named, OFFERED)))
    refused += Filters.from_query(came, vocabulary())[1]
    if came.get("v", dataset().version) != dataset().version:
        refused.append("version")
    return refused
