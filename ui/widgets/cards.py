"""Cards: one number each, with what it rests on beneath it and its definition a hover away."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from analytics.metrics.kinds import Metric
from analytics.presentation.numbers import headline, is_small, resting_on
from analytics.query.ask import column
from analytics.query.filters import Filters
from i18n import t
from ui.shell.cache import answer
from ui.shell.markdown_escape import Plain, plain, tinted
from ui.widgets.drill_down import behind, counted

ACROSS, NARROWEST = 3, 145
"""Three across and two on a phone, so that six fill their rows at any width."""


def cards(metrics: Sequence[Metric], filters: Filters) -> None:
    """Draw a card a metric, as many across as fit, each with the list behind its number."""
    [row] = answer(metrics, filters).rows
    with st.grid(ACROSS, min_column_width=NARROWEST):
        for metric in metrics:
            card(metric, row, filters, plain(t(metric.label)), plain(resting_on(metric, row)))


def card(
    metric: Metric, row: Mapping[str, Any], filters: Filters, label: Plain, resting: Plain
) -> None:
    """One number, what it rests on beneath it; it leads to the list of what it counts."""
    shown = plain(headline(metric, row))
    few = row.get(column(metric, "denominator")) and is_small(metric, row)
    if metric.conditions:
        # The number a list holds: what a rate counts, and not the median but what it rests on.
        part = next(one for one in ("numerator", "count", "value") if one in metric.conditions)
        shown = counted(shown, filters, row[column(metric, part)], behind(metric, part))
    if few:
        shown = tinted("gray", shown)
    st.metric(
        label, shown, help=plain(t(metric.definition)), delta_description=resting, border=True,
        height="stretch",
    )  # fmt: skip
