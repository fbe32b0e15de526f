"""Overview: where the region stands."""

import streamlit as st

from analytics.forum.storyboard import usual
from analytics.metrics.catalogue import METRICS
from analytics.overview import figures
from analytics.presentation.words import standing_in_words
from i18n import t
from ui.sections.changes import changed_since
from ui.sections.forum.deck_download import deck_button
from ui.sections.overview.attention import attention_list
from ui.sections.overview.present import present_table
from ui.sections.overview.region import region
from ui.shell.cache import answer, drawn
from ui.shell.markdown_escape import plain
from ui.widgets.cards import cards
from ui.widgets.drill_down import pick_list
from ui.widgets.figure import figure
from ui.widgets.filter_bar import filter_bar
from ui.widgets.view_line import view_line

CARDS = ("commitments", "implementation_rate", "completion_rate", "published_implementation_rate",
         "coverage", "overdue")  # fmt: skip
RATE = METRICS["implementation_rate"]

st.title(t("Open government commitments in six Eastern Partnership countries"), anchor=False)
filters = filter_bar()
view_line(filters)
present_table(filters)
st.markdown(plain(standing_in_words(answer([METRICS["commitments"], RATE], filters))))
deck_button(filters, usual(filters))
cards([METRICS[key] for key in CARDS], filters)
mapped, listed = st.columns([3, 2], gap="medium")
with mapped:
    region(filters)
with listed:
    attention_list(filters)
    changed_since(filters)
figure(
    drawn(figures.side_by_side, filters),
    key="side_by_side",
    pick=pick_list(filters, RATE, "denominator"),
)
figure(drawn(figures.plan_trend, filters), key="plan_trend")
figure(drawn(figures.ratings_mix, filters), key="ratings_mix", pick=pick_list(filters))
