"""What is this? For whoever comes for the first time; closed once, it stays closed."""

import streamlit as st

from i18n import day, t
from settings import settings
from ui.html.headings import headed_text
from ui.html.text_table import Lines, Linked
from ui.shell.cache import dataset
from ui.shell.navigation import href, shared
from ui.shell.printing import printing

CLOSED = "welcome_closed"


def welcome() -> None:
    """What OGP, the IRM and a commitment are, who runs the monitor, and three ways in."""
    if st.session_state.get(CLOSED) or printing() or st.context.is_embedded:
        return
    with st.container(border=True, key="welcome"):
        # frame.css puts the button beside the heading.
        st.button(
            t("Close"), key="welcome_close", icon=":material/close:", type="tertiary",
            on_click=lambda: st.session_state.update({CLOSED: True}),
        )  # fmt: skip
        text = t(
            "In the Open Government Partnership (OGP) governments make commitments: promises "
            "of reform in an action plan, made together with civil society. OGP’s Independent "
            "Reporting Mechanism (IRM) assesses how much of each commitment was carried out, "
            "and this monitor shows what it found in six Eastern Partnership countries."
        )
        headed_text(t("What is this?"), [text, _doors(), *_small_print()])


def _doors() -> list[object]:
    """Three questions, each a link to the page that answers it."""
    kept = shared()
    late = Linked(t("What is late?"), href("delays", kept))
    well = Linked(t("How well was it done?"), href("evaluation", kept))
    return [late, "·", well, "·", Linked(t("Show it"), href("presentation", kept))]


def _small_print() -> list[Lines]:
    """Who runs it, how old the data are, and where to report an error."""
    held, who, address = dataset(), settings().operator, settings().contact
    parts: list[object] = [t("Run by {who}.", who=who)] if who else []
    if held.compiled:
        parts.append(t("Data compiled on {day}.", day=day(held.compiled)))
    if address:
        parts.append(Linked(t("Report an error"), address))
    return [Lines("", [parts])] if parts else []
