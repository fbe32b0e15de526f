"""Cards: one number each, with what it rests on beneath it and its definition a hover away."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from analytics.ask import column
from analytics.filters import Filters
from analytics.metric import Metric
from analytics.spoken import headline, resting_on
from i18n import t
from ui.reading import answer
from ui.through import behind, see

ACROSS = 3


def cards(metrics: Sequence[Metric], filters: Filters) -> None:
    """Draw a card a metric, three across, each with the list behind its number."""
    [row] = answer(metrics, filters).rows
    for first in range(0, len(metrics), ACROSS):
        for place, metric in zip(st.columns(ACROSS), metrics[first : first + ACROSS], strict=False):
            with place, st.container(border=True, height="stretch", gap="xsmall"):
                _card(metric, row, filters)


def _card(metric: Metric, row: Mapping[str, Any], filters: Filters) -> None:
    st.metric(t(metric.label), headline(metric, row), help=t(metric.definition))
    st.caption(resting_on(metric, row))
    if metric.conditions:
        part = "numerator" if "numerator" in metric.conditions else "value"
        see(filters, row[column(metric, part)], behind(metric, part))
