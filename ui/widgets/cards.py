"""Cards: one number each, with what it rests on beneath it and its definition a hover away."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from analytics.metrics.kinds import Metric
from analytics.presentation.numbers import headline, resting_on
from analytics.query.ask import column
from analytics.query.filters import Filters
from i18n import t
from ui.shell.cache import answer
from ui.widgets.drill_down import behind, see

WIDTH = 270
"""Pixels: three across on a wide screen, two beside an open sidebar, one on a phone."""


def cards(metrics: Sequence[Metric], filters: Filters) -> None:
    """Draw a card a metric, as many across as fit, each with the list behind its number."""
    [row] = answer(metrics, filters).rows
    with st.container(horizontal=True, gap="small"):
        for metric in metrics:
            with st.container(border=True, width=WIDTH, height="stretch", gap="xsmall"):
                _card(metric, row, filters)


def _card(metric: Metric, row: Mapping[str, Any], filters: Filters) -> None:
    st.metric(t(metric.label), headline(metric, row), help=t(metric.definition))
    st.caption(resting_on(metric, row))
    if metric.conditions:
        # The number a list holds: what a rate counts, and not the median but what it rests on.
        part = next(one for one in ("numerator", "count", "value") if one in metric.conditions)
        see(filters, row[column(metric, part)], behind(metric, part))
