"""Programme: what EU for Integrity set out to do, and what the record holds that speaks to it."""

import streamlit as st

from analytics import programme_figures
from analytics.dimensions import COUNTRY
from analytics.metrics import COMMITMENTS
from analytics.programme_evidence import evidence
from analytics.programme_words import absences
from analytics.questions import question
from i18n import t
from ui import programme
from ui.figure import figure
from ui.filter_bar import filter_bar, view_line
from ui.gallery import gallery
from ui.reading import answer, asked, vocabulary

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
part = programme.choose_part()
besides = asked(evidence, filters, part=part.key)
counted = answer([COMMITMENTS], filters, [COUNTRY])
words = vocabulary()
for absence in absences(counted, words):
    st.caption(absence)
figure(
    programme_figures.bearing(besides, part, counted),
    key="bearing",
    pick=programme.open_objective(besides),
)
for beside in besides:
    programme.objective(beside)
milestones = asked(question, filters, name="programme_milestones")
figure(programme_figures.timeline(milestones, counted, words), key="timeline")
programme.project_map(filters)
programme.policy_frame()
gallery()
