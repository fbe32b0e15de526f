"""Overview: what the monitor is, where each country stands, and how countries and plans compare."""

import streamlit as st

from analytics.forum.storyboard import usual
from i18n import N_, t
from ui.html.headings import headed_text
from ui.sections.country.compared import compared_cards, compared_title
from ui.sections.forum.deck_download import deck_button
from ui.sections.overview import parts
from ui.sections.overview.present import over_the_years, present_table, where_it_stands
from ui.sections.overview.welcome import welcome
from ui.shell import link
from ui.shell.cache import vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.empty import say_if_empty
from ui.widgets.filter_bar import filter_bar
from ui.widgets.sections import Section, sections
from ui.widgets.view_line import view_line

SECTIONS = {
    "map": Section(N_("Map and news"), parts.map_and_news),
    "trends": Section(N_("Countries and plans compared"), parts.compared),
}

chosen = link.filters().countries
several = compared_title(link.filters())
title = several or (
    vocabulary().label("country", chosen[0])
    if len(chosen) == 1
    else t("Open government commitments in six Eastern Partnership countries")
)
st.title(plain(title), anchor=False)
filters = filter_bar()
view_line(filters)
welcome()
present_table(filters)
is_empty = say_if_empty(filters)
sections(SECTIONS, filters)
if not is_empty:
    if several:
        headed_text(over_the_years(filters), [])
        compared_cards(filters)
    else:
        where_it_stands(filters)
deck_button(filters, usual(filters))
