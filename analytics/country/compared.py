"""Two or three countries, or plans, side by side: one value each, and how far they lie apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from analytics.metrics.catalogue import COMMITMENTS, METRICS, OVERDUE_RATE
from analytics.metrics.differences import difference
from analytics.metrics.kinds import Metric, PublishedRate, Rate
from analytics.presentation.numbers import apart, is_small, spoken
from analytics.presentation.words import state_in_words
from analytics.query.compose import column
from analytics.query.dimensions import COUNTRY, PLAN, Dimension
from analytics.query.filters import Filters
from analytics.query.named import Queries
from i18n import lowered, t

COMPARED = ("commitments", "implementation_rate", "completion_rate",
            "published_implementation_rate", "coverage", "overdue_rate")  # fmt: skip
FEWEST, MOST = 2, 3
"""How many are compared; more are a group, and their figures a sum."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One metric of each: `values` as (name, number in words), `differences` as sentences."""

    metric: Metric
    values: tuple[tuple[str, str], ...]
    differences: tuple[str, ...]


def compared_by(filters: Filters) -> Dimension | None:
    """What is compared: plans where two or three are chosen, else countries, else nothing."""
    for dimension, chosen in ((PLAN, filters.plans), (COUNTRY, filters.countries)):
        if FEWEST <= len(chosen) <= MOST:
            return dimension
    return None


def names(queries: Queries, filters: Filters) -> list[str]:
    """What those that are compared are called; empty where nothing is compared."""
    dimension = compared_by(filters)
    chosen = filters.plans if dimension is PLAN else filters.countries
    return [queries.vocabulary.label(dimension.key, code) for code in chosen] if dimension else []


def comparison(queries: Queries, filters: Filters) -> list[Compared]:
    """Each metric of `COMPARED`; nothing where `filters` choose neither two nor three."""
    dimension = compared_by(filters)
    if dimension is None:
        return []
    metrics = [METRICS[key] for key in COMPARED]
    rows = queries.answer(metrics, filters, [dimension]).rows
    named = [(queries.vocabulary.label(dimension.key, row[dimension.key]), row) for row in rows]
    return [_compared(metric, named) for metric in metrics]


def _compared(metric: Metric, named: Sequence[tuple[str, Mapping[str, Any]]]) -> Compared:
    values = tuple((name, _value(metric, row)) for name, row in named)
    if not isinstance(metric, Rate | PublishedRate):
        return Compared(metric, values, ())
    # Of what has no number it is told why, once; only numbers lie apart.
    pairs = combinations([each for each in named if each[1][column(metric, "denominator")]], 2)
    return Compared(metric, values, tuple(_difference(metric, *one, *two) for one, two in pairs))


def _value(metric: Metric, row: Mapping[str, Any]) -> str:
    """The number in words, or why there is none: `not participating`, `not assessed`."""
    is_rate = isinstance(metric, Rate | PublishedRate)
    if row[column(metric, "denominator")] if is_rate else row[COMMITMENTS.key]:
        return spoken(metric, row)
    standing = lowered(state_in_words(row["state"]))
    if not row[COMMITMENTS.key]:
        return standing
    if isinstance(metric, PublishedRate):
        return t("no published result")
    is_counted = row["state"] == "rated" or metric is OVERDUE_RATE
    return t("nothing to count") if is_counted else standing


def _difference(
    metric: Metric, name: str, row: Mapping[str, Any], other: str, other_row: Mapping[str, Any]
) -> str:
    """`Georgia minus Moldova: …`, or why there is no difference to tell."""
    pair = {"first": name, "second": other}
    if is_small(metric, row) or is_small(metric, other_row):
        return t("{first} and {second}: fewer than five, not compared", **pair)
    if row[column(metric)] is None or other_row[column(metric)] is None:
        return t("{first} and {second}: known within bounds alone, not compared", **pair)
    counts = [each[column(metric, part)] for each in (row, other_row)
              for part in ("numerator", "denominator")]  # fmt: skip
    return t("{first} minus {second}: {apart}", **pair, apart=apart(difference(*counts)))
