"""Country: one country's story, from its standing in OGP to every commitment."""

import streamlit as st

from analytics.country import figures
from analytics.country.words import headline_in_words, nothing_listed
from analytics.metrics.catalogue import METRICS
from analytics.query.filters import Filters
from analytics.query.named import question
from i18n import t
from ui.sections import country as own
from ui.sections.dated import dated_sections
from ui.sections.several_sources import sources_side_by_side
from ui.shell.cache import answer, drawn, remembered, vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.cards import cards
from ui.widgets.drill_down import behind, pick_list, see
from ui.widgets.figure import figure
from ui.widgets.filter_bar import filter_bar
from ui.widgets.view_line import view_line

CARDS = ("commitments", "implementation_rate", "published_implementation_rate", "coverage",
         "completion_rate", "overdue")  # fmt: skip
RATE, COMMITMENTS = METRICS["implementation_rate"], METRICS["commitments"]

filters, words = filter_bar(), vocabulary()
country = own.the_one(filters)
name = words.label("country", country) if country else t("One country’s story")
st.title(plain(name), anchor=False)
own.picker(country)
view_line(filters)
if country is None:
    own.compare(filters)
    st.stop()

spells = own.spells(filters, country)
plans = remembered(question, filters, name="country/plans")
whole = Filters(countries=(country,), as_of=filters.as_of)
overall = answer([COMMITMENTS, RATE], filters)
st.markdown(plain(headline_in_words(name, spells, overall)))
if overall.rows[0]["commitments"]:
    cards([METRICS[key] for key in CARDS], filters)
else:
    known = remembered(question, whole, name="country/plans")
    st.info(plain(nothing_listed(name, len(plans), len(known))))
figure(drawn(figures.timeline, filters, country=country), key="timeline")
if len(plans):
    figure(drawn(figures.plans_over_time, filters), key="plans", pick=pick_list(filters))
if overall.rows[0]["commitments"]:
    own.plan_calendar(plans, filters)
    figure(drawn(figures.ratings_by_plan, filters), key="ratings", pick=pick_list(filters))
    own.sectors(filters, country)
    dated_sections(filters)
    sources_side_by_side(filters)
own.around(filters, country)
see(filters, overall.rows[0]["commitments"], behind(COMMITMENTS, "value"))
