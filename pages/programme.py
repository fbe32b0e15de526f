"""Programme: what EU for Integrity set out to do, and what the record holds that speaks to it."""

import streamlit as st

from analytics.metrics.catalogue import COMMITMENTS
from analytics.programme import figures
from analytics.programme.evidence import evidence
from analytics.programme.words import absences
from analytics.query.dimensions import COUNTRY
from i18n import t
from ui.sections import programme
from ui.sections.gallery import gallery
from ui.shell.cache import answer, drawn, remembered, vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.choice import asked_for
from ui.widgets.figure import figure
from ui.widgets.filter_bar import filter_bar
from ui.widgets.view_line import view_line

st.title(t("EU for Integrity"), anchor=False)
filters = filter_bar()
view_line(filters)
st.markdown(
    t(
        "The programme’s objectives and expected results, each beside what the public record holds "
        "that bears on it. It shows where evidence is, not what the programme caused."
    )
)
programme.project(filters)
part = programme.choose_part(filters)
besides = remembered(evidence, filters, part=part.key)
for absence in absences(answer([COMMITMENTS], filters, [COUNTRY]), vocabulary()):
    st.caption(plain(absence))
bearing = drawn(figures.bearing, filters, part=part.key)
figure(bearing, key="bearing", pick=programme.open_objective(besides))
asked_for("objective", [beside.number for beside in besides])
programme.objectives(besides)
figure(drawn(figures.timeline, filters), key="timeline")
programme.against_targets(filters)
programme.grants(filters)
programme.project_map(filters)
programme.policy_frame()
gallery()
