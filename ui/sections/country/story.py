"""One country's story in sections: its plans, its standing, its promises, what became of them."""

from functools import partial
from typing import Any

import streamlit as st

from analytics.country import facts, figures
from analytics.country.words import (
    headline_in_words,
    nothing_listed,
    on_record,
    planned,
    stated_beside,
)
from analytics.metrics.catalogue import METRICS
from analytics.presentation.numbers import rate_in_cell
from analytics.presentation.tables import Row
from analytics.presentation.words import seen_in_words
from analytics.query.filters import Filters
from analytics.query.named import question
from i18n import NO_DATA, number, t
from ui.html.headings import headed_text
from ui.html.text_table import Lines, text_table
from ui.sections import delays as late
from ui.sections.country.choosing import RATE, spells
from ui.sections.dated import dated_sections
from ui.sections.several_sources import sources_side_by_side
from ui.shell import link, navigation
from ui.shell.cache import answer, drawn, remembered, vocabulary
from ui.shell.markdown_escape import plain
from ui.widgets.cards import cards
from ui.widgets.choice import asked_for
from ui.widgets.drill_down import behind, counted, pick_list, see
from ui.widgets.empty import there_is, wider_views
from ui.widgets.figure import Pick, figure, nothing_drawn, table_figure

CARDS = ("commitments", "implementation_rate", "published_implementation_rate", "coverage",
         "completion_rate", "overdue")  # fmt: skip
COMMITMENTS = METRICS["commitments"]
RATED = behind(RATE, "denominator")
OF_COMMITMENTS = ("commitments", "ratings", "sectors", "delays")
"""Sections with nothing in them where no commitment is in view."""


def in_short(filters: Filters) -> None:
    """Where the country stands and how much was carried out; or why nothing can be said."""
    [country] = filters.countries
    name = vocabulary().label("country", country)
    overall = answer([COMMITMENTS, RATE], filters)
    headed_text("", [headline_in_words(name, spells(filters, country), overall)])
    if not _listed(filters):
        whole = Filters(countries=(country,), as_of=filters.as_of)
        plans_on_record = remembered(question, whole, name="country/plans")
        plans = remembered(question, filters, name="country/plans")
        st.info(plain(nothing_listed(name, len(plans), len(plans_on_record))))
        wider_views(filters, 0)
    elif not overall.rows[0][f"{RATE.key}_denominator"]:
        there_is(filters)


def empty(filters: Filters) -> tuple[str, ...]:
    """The sections without anything in this view."""
    if _listed(filters):
        return ()
    plans_in_view = len(remembered(question, filters, name="country/plans"))
    return OF_COMMITMENTS if plans_in_view else ("plans", *OF_COMMITMENTS)


def plans(filters: Filters) -> None:
    """The main numbers, and the country's action plans one by one."""
    if _listed(filters):
        cards([METRICS[key] for key in CARDS], filters)
    plan_list(filters)


def plan_list(filters: Filters) -> None:
    """Its action plans and what came of them; their counts lead to the lists."""
    table = drawn(figures.plan_list, filters)
    if table.rows:
        rows = [_plan_in_cells(row, filters) for row in table.rows]
        table_figure(table, partial(text_table, rows, stacks=True), key="plan_list")
    else:
        nothing_drawn()


def _plan_in_cells(row: Row, filters: Filters) -> dict[str, object]:
    within, listed = filters.with_(plans=(row["plan_id"],)), row["commitments"]
    name = Lines(vocabulary().label("plan", row["plan_id"]), [planned(row)])
    cells: list[object] = [Lines(on_record(row), stated_beside(row)), NO_DATA, NO_DATA]
    if listed:
        rate, out_of = rate_in_cell(RATE, row)
        seen = seen_in_words(row["observed_on"], row["observed_basis"])
        rated = counted(out_of, within, row[f"{RATE.key}_denominator"], RATED)
        cells = [Lines(counted(number(listed), within, listed, ""), stated_beside(row)),
                 Lines(rate, [rated or on_record(row)]), seen]  # fmt: skip
    headings = (t("Action plan"), t("Commitments listed"), t(RATE.label), t("Last IRM assessment"))
    return dict(zip(headings, (name, *cells), strict=True))


def history(filters: Filters) -> None:
    """The country's standing in OGP and its action plans over time."""
    timeline(filters)
    plans_over_time(filters)


def timeline(filters: Filters) -> None:
    """The country's standing in OGP over time."""
    [country] = filters.countries
    figure(drawn(figures.timeline, filters, country=country), key="timeline")


def plans_over_time(filters: Filters) -> None:
    """Its action plans over time; a click opens the commitments of one."""
    if len(remembered(question, filters, name="country/plans")):
        figure(drawn(figures.plans_over_time, filters), key="plans", pick=pick_list(filters))
    else:
        nothing_drawn()


def commitments(filters: Filters) -> None:
    """One plan's commitments at a time, and the list of all; the plan's code is in the link."""
    names = vocabulary()
    listed, opened = _plans_listed(filters)
    if opened is None:
        return
    link.show("open_plan", opened)
    st.selectbox(
        t("Commitments of which plan?"),
        listed,
        key="open_plan",
        format_func=lambda code: names.label("plan", code),
        on_change=lambda: link.change(open=st.session_state.open_plan),
    )
    plan_calendar(filters)
    see(filters, _listed(filters), behind(COMMITMENTS, "value"))


def plan_calendar(filters: Filters) -> None:
    """The commitments of one plan over time; a click opens a commitment's page."""
    _, opened = _plans_listed(filters)
    if opened is None:
        nothing_drawn()
        return
    of_plan = drawn(figures.plan_calendar, filters, plan=opened)
    figure(of_plan, key="plan_calendar", pick=_to_commitment)


def _plans_listed(filters: Filters) -> tuple[list[str], str | None]:
    """The plans with commitments in view, and which of them is open; none where there is none."""
    on_record = remembered(question, filters, name="country/plans")
    listed = list(on_record.loc[on_record["commitments"] > 0, "plan_id"])
    return listed, facts.plan_to_open(on_record, asked_for("open", listed))


def _to_commitment(codes: dict[str, Any]) -> None:
    query = navigation.shared(commitment=codes["commitment"])
    st.switch_page(navigation.page("commitments"), query_params=query)


def ratings(filters: Filters) -> None:
    """The IRM's latest ratings plan by plan, and what others say beside them."""
    ratings_by_plan(filters)
    st.header(t("Ratings by government and civil society"), anchor=False)
    sources_side_by_side(filters)


def ratings_by_plan(filters: Filters) -> None:
    """The latest ratings plan by plan; a click opens the list of a rating."""
    figure(drawn(figures.ratings_by_plan, filters), key="ratings", pick=pick_list(filters))


def sectors(filters: Filters) -> None:
    """The country's sectors against those of all countries in view."""
    [country] = filters.countries
    beside = drawn(figures.sectors_against_region, filters, country=country)
    figure(beside, key="sectors", pick=_pick_either(filters))


def _pick_either(filters: Filters) -> Pick:
    """A click on the country's dot opens its list, one on the region's dot the region's."""

    def leave(codes: dict[str, Any]) -> None:
        within = filters if codes["who"] == "country" else filters.with_(countries=())
        pick_list(within, RATE, "denominator")({"sector": codes["sector"]})

    return leave


def delays(filters: Filters) -> None:
    """What was late when last seen, what dates let one see, and the way to all of it.

    Of what there is where nothing is due the page has spoken already, or its Delays page will.
    """
    late.in_words(filters)
    late.timeliness(filters)
    st.header(t("Time taken, milestones and moved dates"), anchor=False)
    dated_sections(filters)
    st.page_link(
        navigation.page("delays"),
        label=t("All on delays in this view"),
        query_params=navigation.shared(),
        icon=":material/schedule:",
    )


def _listed(filters: Filters) -> int:
    """Commitments in view."""
    count: int = answer([COMMITMENTS, RATE], filters).rows[0]["commitments"]
    return count
