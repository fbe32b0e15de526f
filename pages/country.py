"""Country: one country's story, from its action plans to every commitment."""

import streamlit as st

from i18n import N_, t
from ui.sections.country import story
from ui.sections.country.around import around
from ui.sections.country.brief import country_brief
from ui.sections.country.choosing import compare, picker, the_one
from ui.sections.country.compared import compared, compared_title
from ui.shell.cache import vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.filter_bar import filter_bar
from ui.widgets.sections import Section, sections
from ui.widgets.view_line import view_line

SECTIONS = {
    "plans": Section(N_("Action plans"), story.plans),
    "history": Section(N_("Over the years"), story.history),
    "commitments": Section(N_("Commitments"), story.commitments, holds=("open",)),
    "ratings": Section(N_("Ratings"), story.ratings),
    "sectors": Section(N_("Sectors"), story.sectors),
    "delays": Section(N_("Delays"), story.delays),
    "context": Section(N_("Context"), around),
    "brief": Section(N_("Brief"), country_brief),
}

filters, names = filter_bar(), vocabulary()
country = the_one(filters)
several = compared_title(filters)
name = several or (names.label("country", country) if country else t("Country profile"))
st.title(plain(name), anchor=False)
picker(filters.countries)
view_line(filters)
if several:
    compared(filters)
elif country is None:
    compare(filters)
else:
    story.in_short(filters)
    sections(SECTIONS, filters, without=story.empty(filters))
