"""Country: one country's story, from its standing in OGP to every commitment."""

import streamlit as st

from analytics import country_figures as figures
from analytics.country_words import headline_in_words, nothing_listed
from analytics.dimensions import PLAN, RATING
from analytics.filters import Filters
from analytics.metrics import METRICS
from analytics.questions import question
from i18n import t
from ui import country as own
from ui.cards import cards
from ui.dated import dated_sections
from ui.figure import figure
from ui.filter_bar import filter_bar, view_line
from ui.plain import plain
from ui.reading import answer, asked, vocabulary
from ui.several_sources import sources_side_by_side
from ui.through import behind, pick_list, see

CARDS = ("commitments", "implementation_rate", "published_implementation_rate", "coverage",
         "completion_rate", "overdue")  # fmt: skip
RATE, COMMITMENTS = METRICS["implementation_rate"], METRICS["commitments"]

filters, words = filter_bar(), vocabulary()
country = own.the_one(filters)
name = words.label("country", country) if country else t("One country’s story")
st.title(name, anchor=False)
own.picker(country)
view_line(filters)
if country is None:
    own.compare(filters)
    st.stop()

spells = own.spells(filters, country)
events = asked(question, filters, name="country_events", country=country)
plans = asked(question, filters, name="country_plans")
whole = Filters(countries=(country,), as_of=filters.as_of)
overall = answer([COMMITMENTS, RATE], filters)
st.markdown(plain(headline_in_words(name, spells, overall)))
if overall.rows[0]["commitments"]:
    cards([METRICS[key] for key in CARDS], filters)
else:
    known = asked(question, whole, name="country_plans")
    st.info(nothing_listed(name, len(plans), len(known)))
figure(figures.timeline(spells, events, overall, country, words), key="timeline")
if len(plans):
    figure(figures.plans_over_time(plans, overall, words), key="plans", pick=pick_list(filters))
if overall.rows[0]["commitments"]:
    own.plan_calendar(plans, filters, overall)
    ratings = answer([COMMITMENTS], filters, [PLAN, RATING])
    mixed = figures.ratings_by_plan(ratings, plans, overall, words)
    figure(mixed, key="ratings", pick=pick_list(filters))
    own.sectors(filters, country)
    dated_sections(filters)
    sources_side_by_side(filters)
own.around(filters, country, name, overall)
see(filters, overall.rows[0]["commitments"], behind(COMMITMENTS, "value"))
