"""The map: choose what it shows, click a country to filter, click it again to let go."""

import streamlit as st

from analytics.metrics.catalogue import METRICS
from analytics.overview.figures import region_figure
from analytics.query.filters import Filters
from exports.paper.stamp_text import DISCLAIMER
from i18n import t
from ui.shell import link
from ui.shell.cache import drawn
from ui.shell.markdown_escape import plain
from ui.widgets.choice import asked_for, choice
from ui.widgets.figure import figure, framed

CHOICES = (
    "implementation_rate", "completion_rate", "published_implementation_rate", "coverage",
    "overdue_rate", "high_ambition_rate", "commitments", "overdue",
)  # fmt: skip


def region(filters: Filters) -> None:
    """Draw the map of the six countries, all of them, whatever country is filtered."""
    choice("map", t("The map shows"), CHOICES, lambda key: t(METRICS[key].label))
    the_map(filters)


def the_map(filters: Filters) -> None:
    """The map of what the link names, with what must be said of its boundaries."""
    metric = asked_for("map", CHOICES) or CHOICES[0]
    figure(drawn(region_figure, filters, metric=metric), key="map", clicked=_clicked, is_map=True)
    if framed():  # a frame has little room, and the way out of it leads to the filters
        st.caption(plain(t(DISCLAIMER)))
        return
    st.caption(
        t(
            "Click a country to filter, click it again to show all. Boundaries, names and "
            "designations do not imply endorsement or acceptance by the European Union."
        )
    )


def _clicked() -> None:
    """Filter by the country that was clicked, or let go of it.

    The chart keeps what was clicked, filters can change without it: what counts is the one country
    in which its memory now differs from before.
    """
    held = st.session_state.chart_map.selection.get("picked", [])
    now = frozenset(codes["country"] for codes in held)
    before = st.session_state.get("_map_picked", frozenset())
    st.session_state._map_picked = now
    for country in sorted(now - before or now ^ before)[:1]:
        chosen = link.filters()
        kept = () if chosen.countries == (country,) else (country,)
        link.filter_by(chosen.with_(countries=kept))
