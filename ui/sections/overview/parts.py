"""The two sections of the overview: the map with what is new, and the plans compared."""

import streamlit as st

from analytics.metrics.catalogue import COMMITMENTS, METRICS
from analytics.overview import figures
from analytics.query.filters import Filters
from i18n import t
from ui.html.headings import headed_lists
from ui.sections.changes import in_short
from ui.sections.overview.attention import attention_list
from ui.sections.overview.region import region
from ui.shell.cache import answer, drawn
from ui.widgets.drill_down import pick_list
from ui.widgets.figure import figure, nothing_drawn

RATE = METRICS["implementation_rate"]


def map_and_news(filters: Filters) -> None:
    """The map, and beside it what needs attention and what changed."""
    mapped, listed = st.columns([3, 2], gap="medium")
    with mapped:
        region(filters)
    with listed:
        headed_lists([attention_list(filters), in_short(filters)])


def compared(filters: Filters) -> None:
    """Countries side by side, their plans over time, and the ratings of all commitments."""
    if not answer([COMMITMENTS], filters).rows[0][COMMITMENTS.key]:
        st.markdown(t("Nothing in this view."))  # why, the page has said already
        return
    if not filters.plans:  # a dot is a country's: it would be the sum of its plans
        side_by_side(filters)
    plan_trend(filters)
    ratings_mix(filters)


def side_by_side(filters: Filters) -> None:
    """The implementation rate by country; a click opens what a rate is out of."""
    figure(
        drawn(figures.side_by_side, filters),
        key="side_by_side",
        pick=pick_list(filters, RATE, "denominator"),
    )


def plan_trend(filters: Filters) -> None:
    """The implementation rate by action plan."""
    chart = drawn(figures.plan_trend, filters)
    if chart.is_empty:
        nothing_drawn()
    else:
        figure(chart, key="plan_trend")


def ratings_mix(filters: Filters) -> None:
    """The latest ratings by country; a click opens the list of a rating."""
    figure(drawn(figures.ratings_mix, filters), key="ratings_mix", pick=pick_list(filters))
