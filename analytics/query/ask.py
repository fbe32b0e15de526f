"""Ask: metrics, filters and dimensions in, one frame out with its stamp."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import methodcaller
from typing import Any

import pandas as pd

from analytics.metrics.kinds import Metric
from analytics.query.compose import column, compose
from analytics.query.dimensions import Dimension
from analytics.query.filters import Filters
from analytics.query.scopes import scoped
from analytics.query.stamp import Stamp, stamp
from data.holding.prepared import as_prepared
from data.store import Dataset


@dataclass(frozen=True, eq=False)
class Answer:
    """Rows of an answer and the stamp that makes them reproducible.

    `frame` has a column for each dimension, `participation` and `state`, and for each metric the
    columns of `column(metric, part)`: the value under the metric's own key, other parts suffixed.
    `sql` gives the same numbers where only the dataset and data/views.sql are at hand.
    """

    frame: pd.DataFrame
    stamp: Stamp
    sql: str

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The frame as records with None for what is not known; everybody has the same ones."""
        return records(self.frame)


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """A frame as records with None for what is not known."""
    names = [str(name) for name in frame.columns]
    # Looked at all at once: column by column it took longer than the rest of an answer's rows.
    unknown = frame.isna().to_numpy().T
    columns = [
        _or_none(column.tolist(), gone) if gone.any() else column.tolist()
        for (_, column), gone in zip(frame.items(), unknown, strict=True)
    ]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _or_none(values: list[Any], unknown: Iterable[bool]) -> list[Any]:
    return [None if gone else value for value, gone in zip(values, unknown, strict=True)]


def ask(
    dataset: Dataset,
    metrics: Sequence[Metric],
    filters: Filters,
    by: Sequence[Dimension] = (),
) -> Answer:
    """Answer `metrics` within `filters`: a row for each combination of `by`, or one row in all.

    Broken down by country every country in view appears, with its state even where it has no
    commitments. Within an overlapping dimension a commitment counts once in each of its groups.
    """
    counted = run(dataset, compose(metrics, by, methodcaller("aggregates")), filters)
    frame = counted[[*(dimension.key for dimension in by), "participation", "state"]]
    parts = {
        column(metric, part): values
        for metric in metrics
        for part, values in _worked_out(metric, counted).items()
    }
    return Answer(
        pd.concat([frame, pd.DataFrame(parts, counted.index)], axis=1),
        _stamped(dataset, filters, metrics, by, counted),
        scoped(compose(metrics, by), filters),
    )


def _worked_out(metric: Metric, counted: pd.DataFrame) -> dict[str, Any]:
    """The parts of a metric, in the order of its definition."""
    parts = metric.worked_out({name: counted[column(metric, name)] for name in metric.aggregates()})
    return {part: parts[part] for part in metric.columns()}


def _stamped(
    dataset: Dataset,
    filters: Filters,
    metrics: Sequence[Metric],
    by: Sequence[Dimension],
    counted: pd.DataFrame,
) -> Stamp:
    """The stamp of an answer. Where groups overlap they do not tell how many are in view."""
    if any(dimension.overlapping for dimension in by):
        return stamped(dataset, filters, metrics, by)
    n, rated = (int(counted[name].sum()) for name in ("n", "n_rated"))
    return stamp(dataset, filters, metrics, by, n, n - rated)


def stamped(
    dataset: Dataset,
    filters: Filters,
    metrics: Sequence[Metric] = (),
    by: Sequence[Dimension] = (),
) -> Stamp:
    """The stamp of a question, asked or not: with what is in view and how much is unrated."""
    counts = "select count(*) as n, count(*) filter (where not rated) as missing from in_view"
    [[n, missing]] = run(dataset, counts, filters).values.tolist()
    return stamp(dataset, filters, metrics, by, int(n), int(missing))


def run(dataset: Dataset, sql: str, filters: Filters, **more: object) -> pd.DataFrame:
    """Run a query of ours with the scopes it reads and the parameters it names."""
    whole = scoped(sql, filters)
    if (filters.as_of or dataset.newest) == dataset.prepared_on:
        whole = as_prepared(whole)
    return dataset.cursor().execute(whole, parameters(dataset, whole, filters, **more)).df()


def parameters(dataset: Dataset, sql: str, filters: Filters, **more: object) -> dict[str, Any]:
    """What a query of ours takes, by name: those of the filters and of `more` that it names."""
    offered = filters.parameters(dataset.newest) | {"reach": filters.reach_commitments} | more
    return {name: offered[name] for name in offered if re.search(rf"\${name}\b", sql)}
