"""The country page's own widgets: which country, which plan, and what stands in no chart."""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analytics.codelists import COUNTRIES
from analytics.country import facts, figures, tables
from analytics.country.words import standing_now
from analytics.forum.storyboard import of_country
from analytics.metrics.catalogue import METRICS
from analytics.overview.figures import side_by_side
from analytics.presentation.numbers import headline, resting_on
from analytics.presentation.targets import grants_table, targets_table
from analytics.presentation.words import when
from analytics.query.ask import records
from analytics.query.dimensions import COUNTRY
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, question
from i18n import t
from ui.sections.forum.deck_download import deck_button
from ui.shell import link, navigation
from ui.shell.cache import answer, drawn, queries, remembered, vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.choice import asked_for
from ui.widgets.drill_down import pick_list
from ui.widgets.figure import Pick, figure, tabled

RATE, PUBLISHED = METRICS["implementation_rate"], METRICS["published_implementation_rate"]


def the_one(filters: Filters) -> str | None:
    """The country whose page this is: the filter's, where exactly one is chosen."""
    return filters.countries[0] if len(filters.countries) == 1 else None


def picker(country: str | None) -> None:
    """The six to choose from; the choice is the shared country filter, so it travels."""
    known = vocabulary()
    offered = [code for code in known.codes("country") if code in (*COUNTRIES, country)]
    st.session_state.country_choice = country
    st.segmented_control(
        t("Country"),
        offered,
        key="country_choice",
        format_func=lambda code: plain(known.label("country", code)),
        label_visibility="collapsed",
        on_change=lambda: go_to(st.session_state.country_choice),
    )
    if country in COUNTRIES:
        deck_button(link.filters(), of_country(country))


def go_to(country: str | None) -> None:
    """Turn to a country and let go of filters that name parts of another one."""
    chosen, of = link.filters(), vocabulary().country_of

    def kept(codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(code for code in codes if of.get(code) == country)

    link.filter_by(
        chosen.with_(
            countries=(country,) if country else (),
            plans=kept(chosen.plans),
            jurisdictions=kept(chosen.jurisdictions),
            institutions=kept(chosen.institutions),
        )
    )
    link.change(open=None)


def compare(filters: Filters) -> None:
    """No country chosen yet: the countries side by side, each a way in."""
    st.markdown(t("Choose a country to read its story, here or by a click on its dot."))
    countries = answer([RATE, PUBLISHED], filters, [COUNTRY])
    for place, row in _across(countries.rows, 3):
        with place, st.container(border=True, height="stretch", gap="xsmall"):
            _way_in(row, filters)
    figure(drawn(side_by_side, filters), key="choose_country", pick=_turn)


def _across(things: Sequence[Any], columns: int) -> Iterator[tuple[Any, Any]]:
    """Each thing with its place, row by row; on a phone the places stand one under another."""
    for first in range(0, len(things), columns):
        yield from zip(st.columns(columns), things[first : first + columns], strict=False)


def _way_in(row: dict[str, Any], filters: Filters) -> None:
    code = row["country"]
    name = vocabulary().label("country", code)
    st.button(plain(name), key=f"to_{code}", on_click=go_to, args=[code], width="stretch")
    st.markdown(plain(standing_now(name, spells(filters, code))))
    if row[f"{RATE.key}_denominator"]:
        st.caption(
            f"{plain(t(RATE.label))}: {plain(headline(RATE, row))} · {plain(resting_on(RATE, row))}"
        )


def _turn(codes: dict[str, Any]) -> None:
    go_to(codes["country"])
    st.rerun()


def spells(filters: Filters, country: str) -> pd.DataFrame:
    """The answer to country_standing."""
    found: pd.DataFrame = remembered(question, filters, name="country/standing", country=country)
    return found


def plan_calendar(plans: pd.DataFrame, filters: Filters) -> None:
    """One plan's commitments at a time; the plan's code is in the link."""
    words = vocabulary()
    listed = list(plans.loc[plans["commitments"] > 0, "plan_id"])
    opened = facts.plan_to_open(plans, asked_for("open", listed))
    if opened is None:
        return
    st.session_state.open_plan = opened
    st.selectbox(
        t("Commitments of which plan?"),
        listed,
        key="open_plan",
        format_func=lambda code: words.label("plan", code),
        on_change=lambda: link.change(open=st.session_state.open_plan),
    )
    of_plan = drawn(figures.plan_calendar, filters, plan=opened)
    figure(of_plan, key="plan_calendar", pick=_to_commitment)


def _to_commitment(codes: dict[str, Any]) -> None:
    query = navigation.shared(commitment=codes["commitment"])
    st.switch_page(navigation.page("commitments"), query_params=query)


def sectors(filters: Filters, country: str) -> None:
    """The country's sectors against those of all countries in view."""
    beside = drawn(figures.sectors_against_region, filters, country=country)
    figure(beside, key="sectors", pick=_pick_either(filters))


def _pick_either(filters: Filters) -> Pick:
    """A click on the country's dot opens its list, one on the region's dot the region's."""

    def leave(codes: dict[str, Any]) -> None:
        within = filters if codes["who"] == "country" else filters.with_(countries=())
        pick_list(within, RATE, "denominator")({"sector": codes["sector"]})

    return leave


def around(filters: Filters, country: str) -> None:
    """What stands round the plans: forums, outside indicators and the programme."""
    forums(filters, country)
    context(filters, country)
    against_targets(filters, country)
    programme(filters, country)


def forums(filters: Filters, country: str) -> None:
    """What is known of the forums where government and civil society meet."""
    st.subheader(t("Multi-stakeholder forums"), anchor=False)
    found = remembered(question, filters, name="country/forums", country=country)
    if found.empty:
        st.caption(t("No forum of this country is on record."))
    for forum, known in found.groupby("name", sort=False):
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{plain(str(forum))}**")
            for row in records(known):
                _forum_fact(row)


def _forum_fact(row: dict[str, Any]) -> None:
    begun = row["established_text"]
    said = [
        t("Since {day}", day=when(begun)) if begun else None,
        t("Members: {members}", members=row["members"]) if row["members"] else None,
        row["notes"],
    ]
    st.markdown(plain(". ".join(part for part in said if part)))
    st.caption(plain(row["source_url"] or ""))


def context(filters: Filters, country: str) -> None:
    """Outside indicators: small pictures where there are years to draw, a table of the rest."""
    st.subheader(t("Context: what others measured"), anchor=False)
    found = remembered(question, filters, name="country/indicators", country=country)
    if found.empty:
        st.caption(t("No outside indicator of this country is on record."))
        return
    st.caption(
        t(
            "These indicators speak of the country, not of its commitments or the programme: "
            "context, not effect. Lines join consecutive years only."
        )
    )
    for place, (rank, (name, unit)) in _across(list(enumerate(facts.drawable(found))), 2):
        with place:
            one = drawn(figures.over_time, filters, country=country, name=name, unit=unit)
            figure(one, key=f"indicator_{rank}")
    rest = tables.other_values(queries(), filters, country)
    if rest.rows:
        st.markdown(t("**Values of single years, and values in words**"))
        tabled(rest, key="single_values")


def against_targets(filters: Filters, country: str) -> None:
    """Indicators of the programme and its grants here, where the dataset tells of them."""
    words, more = vocabulary(), {"country": country}
    name = words.label("country", country)
    targets = remembered(question, filters, name="country/targets", **more)
    if not targets.empty:
        st.subheader(t("Baseline, target and actual"), anchor=False)
        title = t("Indicators of the programme in {country}", country=name)
        asked = NamedQuery("country/targets", more)
        tabled(targets_table(targets, words, title, asked), key="targets")
    grants = remembered(question, filters, name="country/grants", **more)
    if not grants.empty:
        st.subheader(t("Grants"), anchor=False)
        title = t("Grants with a named grantee in {country}", country=name)
        asked = NamedQuery("country/grants", more)
        tabled(grants_table(grants, words, title, asked), key="grants")


def programme(filters: Filters, country: str) -> None:
    """What the EU for Integrity programme did here, as far as it is on record."""
    st.subheader(t("EU for Integrity and the steps around it"), anchor=False)
    found = remembered(question, filters, name="country/programme", country=country)
    if not found["own"].any():
        st.markdown(t("No step or grant of the programme in this country alone is on record."))
    tabled(tables.programme(queries(), filters, country), key="programme_steps")
