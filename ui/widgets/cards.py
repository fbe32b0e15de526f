"""Cards: one number each, with what it rests on beneath it and its definition a hover away."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from typing import Any

import streamlit as st

from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.presentation.numbers import headline, is_small, resting_on
from analytics.query.compose import column
from analytics.query.filters import Filters
from i18n import NO_DATA, labelled, sentences, t
from ui.shell.cache import answer
from ui.shell.markdown_escape import Plain, plain, tinted
from ui.widgets.drill_down import behind, counted

ACROSS, NARROWEST = 3, 145
"""Three across and two on a phone, so that six fill their rows at any width."""
FOUR = 4
"""So many stand four across or, where that is too narrow (frame.css), two: never three and one."""


def cards(
    metrics: Sequence[Metric],
    filters: Filters,
    beside: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """Draw a card a metric, as many across as fit, each with the list behind its number.

    `beside` names metrics, by the key of the card whose small print they are.
    """
    small = {key: [METRICS[one] for one in ones] for key, ones in (beside or {}).items()}
    wanted = [*metrics, *(one for ones in small.values() for one in ones)]
    [row] = answer(wanted, filters).rows
    # Named by its first card, because the view for paper has several rows of cards on one page.
    with cards_across(metrics[0].key, len(metrics)):
        for metric in metrics:
            rests = resting_on(metric, row)
            notes = [labelled(t(metric.plain), rests) if metric.plain else rests]
            notes += [labelled(t(one.label), text) for one in small.get(metric.key, ())
                     if (text := headline(one, row)) != NO_DATA]  # fmt: skip
            card(metric, row, filters, plain(t(metric.label)), plain(sentences(notes)))


@contextmanager
def cards_across(name: str, count: int) -> Iterator[None]:
    """The grid for so many cards; `name` tells it from the page's other grids."""
    four = count == FOUR
    with (
        st.container(key=f"cards_{FOUR}_{name}") if four else nullcontext(),
        st.grid(FOUR if four else ACROSS, min_column_width=NARROWEST),
    ):
        yield


def card(
    metric: Metric, row: Mapping[str, Any], filters: Filters, label: Plain, resting: Plain
) -> None:
    """One number, what it rests on beneath it; it leads to the list of what it counts."""
    text = plain(headline(metric, row))
    of = next((part for part in ("denominator", "count") if part in metric.columns()), "")
    few = of and row.get(column(metric, of)) and is_small(metric, row)
    if metric.conditions:
        # The number a list holds: what a rate counts, and not the median but what it rests on.
        part = next(one for one in ("numerator", "count", "value") if one in metric.conditions)
        text = counted(text, filters, row[column(metric, part)], behind(metric, part))
    if few:
        text = tinted("gray", text)
    st.metric(
        label, text, help=plain(t(metric.definition)), delta_description=resting, border=True,
        height="stretch",
    )  # fmt: skip
