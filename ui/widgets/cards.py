"""Cards: one number each, with what it rests on beneath it and its definition beside it."""

from collections.abc import Mapping, Sequence
from typing import Any

from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.presentation.numbers import headline, is_small, resting_on
from analytics.query.compose import column
from analytics.query.filters import Filters
from i18n import NO_DATA, labelled, sentences, t
from ui.html.number_cards import NumberCard, number_cards
from ui.shell.cache import answer
from ui.widgets.drill_down import behind, counted


def cards(
    metrics: Sequence[Metric],
    filters: Filters,
    beside: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """Draw a card a metric, each with the list behind its number.

    `beside` names metrics, by the key of the card whose small print they are.
    """
    small = {key: [METRICS[one] for one in ones] for key, ones in (beside or {}).items()}
    wanted = [*metrics, *(one for ones in small.values() for one in ones)]
    [row] = answer(wanted, filters).rows

    def one_card(metric: Metric) -> NumberCard:
        rests = resting_on(metric, row)
        notes = [labelled(t(metric.plain), rests) if metric.plain else rests]
        notes += [labelled(t(one.label), text) for one in small.get(metric.key, ())
                  if (text := headline(one, row)) != NO_DATA]  # fmt: skip
        return card(metric, row, filters, t(metric.label), sentences(notes))

    number_cards([one_card(metric) for metric in metrics])


def card(
    metric: Metric, row: Mapping[str, Any], filters: Filters, label: str, resting: str
) -> NumberCard:
    """One number, what it rests on beneath it; it leads to the list of what it counts."""
    text = headline(metric, row)
    of = next((part for part in ("denominator", "count") if part in metric.columns()), "")
    few = bool(of and row.get(column(metric, of)) and is_small(metric, row))
    if not metric.conditions:
        return NumberCard(label, text, resting, t(metric.definition), few)
    # The number a list holds: what a rate counts, and not the median but what it rests on.
    part = next(one for one in ("numerator", "count", "value") if one in metric.conditions)
    led = counted(text, filters, row[column(metric, part)], behind(metric, part))
    return NumberCard(label, led, resting, t(metric.definition), few)
