"""What is said before a page begins: that its data are made up, what of a link was in vain."""

import streamlit as st

from analytics.query.notices import Notice
from i18n import t, tn
from ui.shell.cache import dataset
from ui.shell.markdown_escape import plain
from ui.shell.upload_session import UPLOAD

MOST = 6
"""Notices that are said; the rest is counted."""


def banner() -> None:
    """Say on every page of a made-up dataset that it is one, as all that leaves it does."""
    if dataset().made_up:
        st.warning(
            t(
                "Made-up data. No plan, commitment or rating here is real; it shows how the views "
                "work. Facts about countries and the programme are from the public record."
            ),
            icon=":material/science:",
        )


def notices() -> None:
    """Say what the link that brought the reader asked for in vain."""
    kept = st.session_state.pop("notices", [])
    for notice in kept[:MOST]:
        say(notice)
    if len(kept) > MOST:
        st.caption(tn("{count} more notice", "{count} more notices", len(kept) - MOST))


def say(notice: Notice | str) -> None:
    """Say one notice where it belongs."""
    if notice == UPLOAD:
        st.warning(
            t(
                "This view was made from a file that only its owner has. You see “{dataset}” "
                "instead; whoever has the file can load it on the Data page.",
                dataset=plain(t(dataset().title)),
            ),
            icon=":material/lock:",
        )
    elif notice == "version":
        st.info(
            t("This link was made with another version of the data; numbers may differ."),
            icon=":material/history:",
        )
    else:
        st.warning(plain(str(notice)), icon=":material/link_off:")
