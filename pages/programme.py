"""Programme: what EU for Integrity set out to do, and what the record holds that speaks to it."""

import streamlit as st

from i18n import N_, t
from ui.sections.gallery import gallery, no_pictures
from ui.sections.programme import objectives, places, programme
from ui.widgets.filter_bar import filter_bar
from ui.widgets.sections import Section, sections
from ui.widgets.view_line import view_line

SECTIONS = {
    "results": Section(N_("Objectives and results"), objectives.results),
    "steps": Section(N_("Steps and grants"), programme.steps),
    "places": Section(N_("Places"), places.project_map),
    "project": Section(N_("Project and policy"), programme.project),
    "pictures": Section(N_("Pictures"), gallery),
}

st.title(t("EU for Integrity"), anchor=False)
filters = filter_bar()
view_line(filters)
st.markdown(
    t(
        "The programme’s objectives and expected results, each with the evidence in the "
        "data. Evidence listed here is not proof that the programme caused it."
    )
)
sections(SECTIONS, filters, without=["pictures"] if no_pictures() else [])
