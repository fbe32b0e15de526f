"""Overview: what the monitor is, where each country stands, and all plans since 2012."""

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
from ui.sections.overview.welcome import welcome
from ui.shell import link
from ui.shell.cache import answer, drawn, vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.cards import cards
from ui.widgets.drill_down import pick_list
from ui.widgets.figure import figure
from ui.widgets.filter_bar import filter_bar
from ui.widgets.view_line import view_line

CARDS = ("commitments", "implementation_rate", "coverage", "overdue")
# One rate is the headline; the other two are its small print.
BESIDE = {"implementation_rate": ("completion_rate", "published_implementation_rate")}
RATE = METRICS["implementation_rate"]

chosen = link.filters().countries
title = (
    vocabulary().label("country", chosen[0])
    if len(chosen) == 1
    else t("Open government commitments in six Eastern Partnership countries")
)
st.title(plain(title), anchor=False)
filters = filter_bar()
view_line(filters)
welcome()
present_table(filters)
st.markdown(plain(standing_in_words(answer([METRICS["commitments"], RATE], filters))))
deck_button(filters, usual(filters))
cards([METRICS[key] for key in CARDS], filters, BESIDE)
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
