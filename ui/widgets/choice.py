"""A choice of the page's own: one of a few codes, kept in the link and left out where usual."""

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager

import streamlit as st

from analytics.query.notices import TAKEN, Notice, nearest
from i18n import t
from ui.shell import link
from ui.shell.markdown_escape import plain
from ui.shell.notices import say


def choice(
    key: str,
    label: str,
    codes: Sequence[str],
    name_of: Callable[[str], str],
    *,
    forgets: Sequence[str] = (),
    open_at_first: bool = True,
) -> str:
    """Draw a select box for the link's part `key` and return its code.

    The first code is the usual one, or none where nothing is `open_at_first`; none is blank.
    `forgets` are parts of the link that mean nothing after another choice, such as a page number.
    """
    widget = f"choice_{key}"
    usual = codes[0] if open_at_first else None
    link.show(widget, asked_for(key, codes) or usual)

    def keep() -> None:
        code = st.session_state[widget]
        link.change(**{**dict.fromkeys(forgets), key: None if code == usual else code})

    st.selectbox(
        plain(label),
        codes,
        index=0 if open_at_first else None,
        key=widget,
        format_func=name_of,
        on_change=keep,
        placeholder=t("Choose one"),
    )
    return st.session_state[widget] or ""


def side_by_side() -> AbstractContextManager[object]:
    """A place for choices beside each other, as wide as frame.css says; below each other where
    there is no room. Columns would be a box more for each."""
    return st.container(key="choices", horizontal=True, vertical_alignment="bottom")


def asked_for(key: str, codes: Collection[str]) -> str:
    """The code the link has under `key`, blank where it has none.

    One that is not known here is left out of the view and said, once and at its place.
    """
    code = link.view().get(key, "")
    if code and code not in codes:
        link.settle(key, "")
        say(Notice(key, code, nearest(code, list(codes))))
    return link.view().get(key, "")


def taken_for(key: str, taken: str) -> None:
    """Say, once, that the link has another thing under `key` than what is taken for it."""
    code = link.view().get(key, "")
    if code and code != taken:
        link.settle(key, taken)
        say(Notice(key, code, says=TAKEN, taken=taken) if taken else Notice(key, code))
