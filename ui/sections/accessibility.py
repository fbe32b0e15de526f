"""The accessibility statement, in the parts and order of the European Union's model.

It says what docs/accessibility.md has a test for, and what was seen not to hold: who changes one of
them changes the other.
"""

from datetime import date

import streamlit as st

from analytics.query.stamp import called
from i18n import N_, day, t
from settings import settings
from ui.shell.markdown_escape import linked, plain, together

PREPARED = date(2026, 11, 26)
"""The day on which all of it was last looked at."""
MODEL = "https://eur-lex.europa.eu/eli/dec_impl/2018/1523/oj"
OMBUDSMAN = "https://www.ombudsman.europa.eu"
HOLDS = (
    N_("Everything but the inside of charts and maps works by keyboard, with a visible focus and "
       "in the order of reading."),
    N_("Every chart and map has its finding in words and its numbers in a table."),
    N_("The completion scale keeps its order for colour-blind eyes and in grey print; states "
       "without a rating have a mark besides their colour."),
    N_("At a width of 320 pixels and at a zoom of 200 % nothing is lost; wide tables scroll "
       "sideways by themselves."),
    N_("Pages follow your settings for a dark screen and for less motion, and tell screen readers "
       "their language."),
)  # fmt: skip
FAILS = (
    N_("The marks of charts and the places of maps cannot be reached by keyboard. Tables and "
       "filters lead to the same numbers and lists."),
    N_("Large tables are drawn as pictures: arrow keys move through their cells, but the menus of "
       "their columns need a mouse. The whole page to be printed, under “Copy link”, has them as "
       "text."),
    N_("Pale colours of charts have a contrast of less than 3 to 1 with the page. Their numbers "
       "are in the table."),
    N_("With letters twice as large, a long choice can be cut in its field. Its list shows it "
       "whole."),
    N_("A few words of menus stay in English."),
    N_("Files for Excel, Word and PowerPoint have not been tested."),
)  # fmt: skip


def statement() -> None:
    """Draw the statement."""
    who = settings().operator
    scope = t("This statement applies to all pages of “{name}”.", name=called())
    st.markdown(together(scope, t("Run by {who}.", who=who)) if who else plain(scope))
    st.header(t("Compliance status"), anchor=False)
    st.markdown(
        t(
            "The pages are partially compliant with level AA of the Web Content Accessibility "
            "Guidelines (WCAG) 2.2, due to the non-compliances listed below."
        )
    )
    st.header(t("What works"), anchor=False)
    _listed(HOLDS)
    st.header(t("Non-accessible content"), anchor=False)
    st.markdown(t("These are non-compliances; no disproportionate burden is claimed."))
    _listed(FAILS)
    _preparation()
    _contact()


def _listed(sentences: tuple[str, ...]) -> None:
    st.markdown("\n".join(f"- {plain(t(sentence))}" for sentence in sentences))


def _preparation() -> None:
    st.header(t("Preparation of this statement"), anchor=False)
    st.markdown(
        t(
            "Prepared on {day} by self-assessment, with axe-core and with tests of keyboard, "
            "focus, colours, narrow screens, zoom, motion and print.",
            day=day(PREPARED),
        )
    )
    st.markdown(t("It has not yet been tried with a screen reader or by people with disabilities."))
    st.markdown(
        linked(t("Its form is that of Commission Implementing Decision (EU) 2018/1523."), MODEL)
    )


def _contact() -> None:
    """Whom to tell, and where to turn when that was in vain."""
    st.header(t("Feedback and contact"), anchor=False)
    if address := settings().contact:
        request = t("Tell us what you could not use, and on which page:")
        st.markdown(together(request, linked(address.removeprefix("mailto:"), address)))
    else:
        st.markdown(t("Those who run this monitor have given no contact."))
    st.header(t("Enforcement procedure"), anchor=False)
    st.markdown(
        t(
            "If the answer does not satisfy you, turn to the body for web accessibility of the "
            "country whose institution runs the monitor; for an institution of the European Union, "
            "to the European Ombudsman."
        )
    )
    st.markdown(linked(t("European Ombudsman"), OMBUDSMAN))
