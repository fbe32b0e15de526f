"""Two or three countries or plans side by side: cards with a value each, and charts of them."""

import streamlit as st

from analytics.country.compared import Compared, comparison, names
from analytics.query.filters import Filters
from i18n import labelled, t
from ui.sections.country.choosing import choose_by_dot
from ui.sections.overview.parts import plan_trend, ratings_mix
from ui.shell.cache import queries
from ui.shell.markdown_escape import plain, small, strong, together


def compared_title(filters: Filters) -> str:
    """The names of those compared, as a title; blank where nothing is compared."""
    return " · ".join(names(queries(), filters))


def compared_cards(filters: Filters) -> None:
    """A card a metric: its value for each of them, and how far they lie apart."""
    with st.grid(3, min_column_width=240):
        for one in comparison(queries(), filters):
            _card(one)
    st.caption(t("Differences are in percentage points, with Newcombe’s 95 % interval."))


def _card(one: Compared) -> None:
    """The definition stands behind a mark, as on every card."""
    label = t(one.metric.label)
    head = labelled(label, t(one.metric.plain)) if one.metric.plain else label
    lines = [together(name, strong(value)) for name, value in one.values]
    lines += [small(difference) for difference in one.differences]
    with st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(small(head), help=plain(t(one.metric.definition)))
        st.markdown("  \n".join(lines))


def compared(filters: Filters) -> None:
    """The cards, then the charts with those that are compared."""
    compared_cards(filters)
    if not filters.plans:  # a dot is a country's: it would be the sum of its plans
        choose_by_dot(filters)
    plan_trend(filters)
    ratings_mix(filters)
