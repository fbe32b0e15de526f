"""Cards: one number each, with what it rests on beneath it and its definition a hover away."""

from collections.abc import Sequence

import streamlit as st

from analytics.filters import Filters
from analytics.metric import Metric
from analytics.spoken import headline, resting_on
from i18n import t
from ui.reading import answer


def cards(metrics: Sequence[Metric], filters: Filters) -> None:
    """Draw a card a metric, wrapping on narrow screens."""
    [row] = answer(metrics, filters).rows
    with st.container(horizontal=True, gap="small"):
        for metric in metrics:
            with st.container(border=True, width=230, height="stretch", key=f"card_{metric.key}"):
                st.metric(t(metric.label), headline(metric, row), help=t(metric.definition))
                st.caption(resting_on(metric, row))
