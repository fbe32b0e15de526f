"""What stands round a country's plans: forums, outside indicators and the programme."""

from functools import partial
from typing import Any

import streamlit as st

from analytics.country import facts, figures, tables
from analytics.presentation.source_links import source_links
from analytics.presentation.words import when
from analytics.query.ask import records
from analytics.query.filters import Filters
from analytics.query.named import question
from i18n import sentences, t
from ui.sections.country.choosing import across
from ui.sections.programme.targets_and_grants import on_record
from ui.shell.cache import drawn, queries, remembered, vocabulary
from ui.shell.markdown_escape import linked, plain, small
from ui.widgets.figure import figure, nothing_drawn, show_whole, table_figure


def around(filters: Filters) -> None:
    """Forums, outside indicators, targets and grants, and what the programme did."""
    [country] = filters.countries
    forums(filters, country)
    context(filters, country)
    against_targets(filters, country)
    programme(filters, country)


def forums(filters: Filters, country: str) -> None:
    """What is known of the forums where government and civil society meet."""
    st.header(t("Multi-stakeholder forums"), anchor=False)
    frame = remembered(question, filters, name="country/forums", country=country)
    if frame.empty:
        st.caption(t("No forum of this country is on record."))
    for forum, spells in frame.groupby("name", sort=False):
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{plain(str(forum))}**")
            for row in records(spells):
                _forum_fact(row)


def _forum_fact(row: dict[str, Any]) -> None:
    begun = row["established_text"]
    parts = [
        t("Since {day}", day=when(begun)) if begun else None,
        t("Members: {members}", members=row["members"]) if row["members"] else None,
        row["notes"],
    ]
    st.markdown(plain(sentences(parts)))
    links = [linked(one.label, one.url) for one in source_links(row["source_url"]) if one.url]
    # A caption pales links to below what can be read by everybody.
    st.markdown(" · ".join([small(one) for one in links]))


def context(filters: Filters, country: str) -> None:
    """Outside indicators: small pictures where there are years to draw, a table of the rest."""
    st.header(t("Context indicators"), anchor=False)
    frame = remembered(question, filters, name="country/indicators", country=country)
    if frame.empty:
        st.caption(t("No outside indicator of this country is on record."))
        return
    st.caption(
        t(
            "These indicators describe the country, not its commitments or the programme. "
            "Lines join consecutive years only."
        )
    )
    for place, rank in across(range(len(facts.drawable(frame))), 2):
        with place:
            indicator(filters, rank)
    single_values(filters)


def single_values(filters: Filters) -> None:
    """Values of single years, and values in words: what no picture shows."""
    [country] = filters.countries
    rest = tables.other_values(queries(), filters, country)
    if rest.rows:
        table_figure(rest, partial(show_whole, rest, key="values"), key="single_values")
    else:
        nothing_drawn()


def indicator(filters: Filters, rank: int) -> None:
    """One outside indicator over the years: the one at this place of those that can be drawn."""
    [country] = filters.countries
    frame = remembered(question, filters, name="country/indicators", country=country)
    drawable = facts.drawable(frame)
    if rank >= len(drawable):
        nothing_drawn()
        return
    name, unit = drawable[rank]
    one = drawn(figures.over_time, filters, country=country, name=name, unit=unit)
    figure(one, key=f"indicator_{rank}")


def against_targets(filters: Filters, country: str) -> None:
    """Indicators of the programme and its grants here, where the dataset tells of them."""
    name = vocabulary().label("country", country)
    title = t("Indicators of the programme in {country}", country=name)
    on_record(filters, "country/targets", title, country=country)
    title = t("Grants with a named grantee in {country}", country=name)
    on_record(filters, "country/grants", title, country=country)


def programme(filters: Filters, country: str) -> None:
    """What the EU for Integrity programme did here, as far as it is on record."""
    programme_steps(filters)
    frame = remembered(question, filters, name="country/programme", country=country)
    if not frame["own"].any():
        st.markdown(t("No event or grant of the programme in this country alone is on record."))


def programme_steps(filters: Filters) -> None:
    """The steps of the programme, here and in the whole region."""
    [country] = filters.countries
    steps = tables.programme(queries(), filters, country)
    table_figure(steps, partial(show_whole, steps, key="steps"), key="programme_steps")
