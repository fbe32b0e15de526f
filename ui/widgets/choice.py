"""A choice of the page's own: one of a few codes, kept in the link and left out where usual."""

from collections.abc import Callable, Sequence

import streamlit as st

from ui.shell import link


def choice(
    key: str,
    label: str,
    codes: Sequence[str],
    said: Callable[[str], str],
    *,
    forgets: Sequence[str] = (),
) -> str:
    """Draw a select box for the link's part `key` and return its code; the first is the usual.

    `forgets` are parts of the link that mean nothing after another choice, such as a page number.
    """
    asked, widget = link.view().get(key), f"choice_{key}"
    st.session_state[widget] = asked if asked in codes else codes[0]

    def keep() -> None:
        code = st.session_state[widget]
        link.change(**{**dict.fromkeys(forgets), key: None if code == codes[0] else code})

    st.selectbox(label, codes, key=widget, format_func=said, on_change=keep)
    return str(st.session_state[widget])
