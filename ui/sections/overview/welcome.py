"""What is this? For whoever comes for the first time; closed once, it stays closed."""

import streamlit as st

from i18n import day, t
from settings import settings
from ui.shell.cache import dataset
from ui.shell.markdown_escape import Plain, linked, small, titled, together
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
        parts = [text, "", _doors(), "", *_small_print()]
        st.markdown(titled(t("What is this?"), parts), anchors=False)


def _doors() -> Plain:
    """Three questions, each a link to the page that answers it."""
    kept = shared()
    doors = {
        "delays": t("What is late?"),
        "evaluation": t("How well was it done?"),
        "presentation": t("Show it"),
    }
    links = [linked(question, href(key, kept)) for key, question in doors.items()]
    return Plain(" · ".join(links))


def _small_print() -> list[Plain]:
    """Who runs it, how old the data are, and where to report an error."""
    held, who, address = dataset(), settings().operator, settings().contact
    parts: list[object] = [t("Run by {who}.", who=who)] if who else []
    if held.compiled:
        parts.append(t("Data compiled on {day}.", day=day(held.compiled)))
    if address:
        parts.append(linked(t("Report an error"), address))
    return [small(together(*parts))] if parts else []
