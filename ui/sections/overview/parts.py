"""The two sections of the overview: the map with what is new, and the plans compared."""

import streamlit as st

from analytics.metrics.catalogue import METRICS
from analytics.overview import figures
from analytics.query.filters import Filters
from ui.sections.changes import in_short
from ui.sections.overview.attention import attention_list
from ui.sections.overview.region import region
from ui.shell.cache import drawn
from ui.widgets.drill_down import pick_list
from ui.widgets.figure import figure

RATE = METRICS["implementation_rate"]


def map_and_news(filters: Filters) -> None:
    """The map, and beside it what needs attention and what changed."""
    mapped, listed = st.columns([3, 2], gap="medium")
    with mapped:
        region(filters)
    with listed:
        attention_list(filters)
        in_short(filters)


def compared(filters: Filters) -> None:
    """Countries side by side, their plans over time, and the ratings of all commitments."""
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
    figure(drawn(figures.plan_trend, filters), key="plan_trend")


def ratings_mix(filters: Filters) -> None:
    """The latest ratings by country; a click opens the list of a rating."""
    figure(drawn(figures.ratings_mix, filters), key="ratings_mix", pick=pick_list(filters))
