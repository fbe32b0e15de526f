"""Overview: where the region stands."""

import streamlit as st

from analytics.forum.storyboard import usual
from analytics.metrics.catalogue import METRICS
from analytics.overview import figures
from analytics.presentation.words import standing_in_words
from analytics.query.dimensions import COUNTRY, RATING
from analytics.query.named import question
from i18n import t
from ui.sections.changes import changed_since
from ui.sections.forum.deck_download import deck_button
from ui.sections.overview.attention import attention_list
from ui.sections.overview.region import region
from ui.shell.cache import answer, remembered, vocabulary
from ui.widgets.cards import cards
from ui.widgets.drill_down import pick_list
from ui.widgets.figure import figure
from ui.widgets.filter_bar import filter_bar, view_line

CARDS = ("commitments", "implementation_rate", "completion_rate", "published_implementation_rate",
         "coverage", "overdue")  # fmt: skip
RATE, PUBLISHED = METRICS["implementation_rate"], METRICS["published_implementation_rate"]

st.title(t("Where the region stands"), anchor=False)
filters = filter_bar()
view_line(filters)
st.markdown(standing_in_words(answer([METRICS["commitments"], RATE], filters)))
deck_button(filters, usual(filters))
cards([METRICS[key] for key in CARDS], filters)
mapped, listed = st.columns([3, 2], gap="medium")
with mapped:
    region(filters)
with listed:
    attention_list(filters)
    changed_since(filters)
words = vocabulary()
countries = answer([RATE, PUBLISHED], filters, [COUNTRY])
figure(
    figures.side_by_side(countries, RATE, PUBLISHED, words),
    key="side_by_side",
    pick=pick_list(filters, RATE, "denominator"),
)
trend = remembered(question, filters, name="overview/plan_trend")
figure(figures.plan_trend(trend, countries, words), key="plan_trend")
ratings = answer([METRICS["commitments"]], filters, [COUNTRY, RATING])
figure(
    figures.ratings_mix(ratings, countries, words),
    key="ratings_mix",
    pick=pick_list(filters),
)
