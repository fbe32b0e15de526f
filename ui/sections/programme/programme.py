"""The programme's page in pieces: its steps, its targets, its facts and the policy round it."""

from collections.abc import Sequence

import streamlit as st

from analytics.presentation.tables import Row
from analytics.programme import figures, results_framework
from analytics.programme.words import FRAME, facts, figures_of
from analytics.query.ask import records
from analytics.query.filters import Filters
from analytics.query.named import question
from i18n import t
from ui.sections.programme.targets_and_grants import on_record
from ui.shell.cache import drawn, remembered
from ui.shell.markdown_escape import linked, plain, strong
from ui.widgets.figure import figure


def timeline(filters: Filters) -> None:
    """The programme's steps over time."""
    figure(drawn(figures.timeline, filters), key="timeline")


def steps(filters: Filters) -> None:
    """The programme's steps over time, its targets and its grants."""
    timeline(filters)
    against_targets(filters)
    on_record(filters, "programme/grants", t("Grants with a named grantee"))


def project(filters: Filters) -> None:
    """The project's facts, its own figures and the policy it stands in."""
    left, counted = st.columns([3, 2], gap="medium")
    with left:
        st.markdown("\n".join(f"- **{plain(name)}:** {plain(fact)}" for name, fact in facts()))
        page = t("The project on the EU’s own page")
        st.markdown(linked(page, results_framework.PROJECT_PAGE))
    with counted, st.container(border=True, gap="xsmall"):
        for value, label, source in figures_of(indicators(filters)):
            where = linked(t("source"), source)
            st.markdown(f"{strong(value)} {plain(label)} ({where})")
        st.caption(t("As the programme and its partners state them."))
    policy_frame()


def against_targets(filters: Filters) -> None:
    """What the programme set out to reach beside what it reached, where the dataset tells."""
    title = t("Indicators of the programme: baseline, target and actual")
    beneath = t("As the programme reports them. An actual value counts once its period is over.")
    on_record(filters, "programme/targets", title, beneath)


def indicators(filters: Filters) -> Sequence[Row]:
    """The indicators of the programme that the record holds, each with its newest value."""
    return records(remembered(question, filters, name="programme/indicators", compared_with=0))


def policy_frame() -> None:
    """The policy the programme stands in, with links to the official pages."""
    st.header(t("Policy framework"), anchor=False)
    for heading, sentence, address, name in FRAME:
        st.markdown(f"{strong(f'{t(heading)}.')} {plain(t(sentence))} {linked(t(name), address)}")
