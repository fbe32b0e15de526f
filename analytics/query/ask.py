"""Ask: metrics, filters and dimensions in, one frame out with its stamp."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import duckdb
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.metrics.kinds import Metric, Relation
from analytics.metrics.requirements import Need, lacking
from analytics.metrics.sums import Bools, counted
from analytics.query.compose import (
    BASIS,
    SCOPE_OF,
    Group,
    column,
    compose,
    counting,
    in_order,
    relations,
    state,
)
from analytics.query.dimensions import COUNTRY, Dimension
from analytics.query.filters import Filters
from analytics.query.scopes import condition_of, rows_of, scoped
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
    columns = [[_or_none(value) for value in column.tolist()] for _, column in frame.items()]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _or_none(value: Any) -> Any:  # noqa: ANN401 - whatever a database holds
    unknown = value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)
    return None if unknown else value


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
    groups = {over: _groups(dataset, metrics, over, filters, by) for over in relations(metrics, by)}
    standing = _standing(dataset, filters) if COUNTRY in by else {}
    keys = {key for group in groups.values() for key in group.places}
    if [*by] == [COUNTRY]:
        keys |= {(country,) for country, (_, in_view) in standing.items() if in_view}
    rows = in_order(keys, by)
    basis = {name: groups["commitments"].taken(name, rows).fillna(0).astype(int) for name in BASIS}
    missing = lacking(dataset) if any(metric.needs for metric in metrics) else ()
    parts = {
        column(metric, part): values
        for metric in metrics
        for part, values in _parts(metric, groups, rows, basis["n"], missing, filters).items()
    }
    codes = {one.key: [row[place] for row in rows] for place, one in enumerate(by)}
    participation = [standing[code][0] for code in codes.get(COUNTRY.key, ())] or [None] * len(rows)
    plans = _plans(dataset, filters, by) if (basis["n"] == 0).any() else {}
    behind = [plans.get(code, 0) for code in codes.get(COUNTRY.key, [None] * len(rows))]
    states = [*map(state, *basis.values(), behind, participation)]
    first = {**codes, "participation": participation, "state": states}
    return Answer(
        pd.DataFrame(first | parts, range(len(rows))),
        _stamped(dataset, filters, metrics, by, basis),
        scoped(compose(metrics, by), filters),
    )


@dataclass(frozen=True, slots=True)
class _Groups:
    """What was counted over one relation: columns, and where in them each group stands."""

    places: Mapping[Group, int]
    columns: Mapping[str, NDArray[Any]]

    def taken(self, name: str, rows: Sequence[Group], unknown: Bools | None = None) -> pd.Series:
        """A column in the order of `rows`, null for those it has nothing of and where `unknown`."""
        values = self.columns.get(name)
        if values is None or not len(values):
            return pd.Series([None] * len(rows), dtype=object)
        at = np.array([self.places.get(row, -1) for row in rows], int)
        gone = (at < 0) | np.ma.getmaskarray(values)[at]
        taken, gone = np.ma.getdata(values)[at], gone if unknown is None else gone | unknown
        if gone.any() and np.issubdtype(taken.dtype, np.integer):
            return pd.Series(pd.arrays.IntegerArray(taken, gone))
        return pd.Series(taken).mask(gone) if gone.any() else pd.Series(taken)


def _groups(
    dataset: Dataset,
    metrics: Sequence[Metric],
    over: Relation,
    filters: Filters,
    by: Sequence[Dimension],
) -> _Groups:
    sql = counting(metrics, over, by, rows_of(SCOPE_OF[over], filters))
    columns: dict[str, Any] = _executed(dataset, sql, filters).fetchnumpy()
    codes = [columns.pop(f"key_{dimension.key}").tolist() for dimension in by]
    rows = zip(*codes, strict=True) if by else [()]
    return _Groups({row: at for at, row in enumerate(rows)}, columns)


def _parts(
    metric: Metric,
    groups: Mapping[Relation, _Groups],
    rows: Sequence[Group],
    n: pd.Series,
    missing: Sequence[Need],
    filters: Filters,
) -> Mapping[str, Any]:
    """The parts of a metric, in the order of its definition.

    Counts of nothing in view are null, but for the commitments themselves. Published totals are of
    whole plans: where a choice reaches single commitments they speak of something else.
    """
    if metric.key == "commitments":
        return {"value": n}
    published = metric.over == "published"
    unknown = np.full(len(rows), filters.reach_commitments) if published else n.to_numpy() == 0
    unknown |= metric.needs in missing
    group = groups.get(metric.over, _Groups({}, {}))  # not every breakdown is one of plan totals
    parts = metric.worked_out(
        {name: group.taken(column(metric, name), rows, unknown) for name in metric.aggregates()}
    )
    return {part: parts[part] for part in metric.columns()}


def _standing(dataset: Dataset, filters: Filters) -> dict[str, tuple[str | None, bool]]:
    """Each country's participation on the as-of day, and whether it is in view."""
    in_view = condition_of("countries_in_view", filters)
    sql = f"select country, participation, {in_view} from standing($as_of)"
    rows = _executed(dataset, sql, filters).fetchall()
    return {country: (participation, bool(seen)) for country, participation, seen in rows}


def _plans(dataset: Dataset, filters: Filters, by: Sequence[Dimension]) -> dict[str | None, int]:
    """How many plans stand behind a row, by country or all under None."""
    key, grouped = ("country", "group by country") if COUNTRY in by else ("null", "")
    sql = f"select {key}, count(*) from {rows_of('plans_in_view', filters)} {grouped}"
    return dict(_executed(dataset, sql, filters).fetchall())


def _stamped(
    dataset: Dataset,
    filters: Filters,
    metrics: Sequence[Metric],
    by: Sequence[Dimension],
    basis: Mapping[str, pd.Series],
) -> Stamp:
    """The stamp of an answer. Where groups overlap they do not tell how many are in view."""
    if any(dimension.overlapping for dimension in by):
        return stamped(dataset, filters, metrics, by)
    n, rated = (int(basis[name].sum()) for name in ("n", "n_rated"))
    return stamp(dataset, filters, metrics, by, n, n - rated)


def stamped(
    dataset: Dataset,
    filters: Filters,
    metrics: Sequence[Metric] = (),
    by: Sequence[Dimension] = (),
) -> Stamp:
    """The stamp of a question, whether or not it is answered: what is in view, what is unrated."""
    n, missing = count(dataset, filters, "true", "not rated")
    return stamp(dataset, filters, metrics, by, n, missing)


def count(dataset: Dataset, filters: Filters, *conditions: str) -> list[int]:
    """How many commitments in view meet each of these conditions of ours."""
    listed = ", ".join(counted(condition) for condition in conditions)
    sql = f"select {listed} from {rows_of('in_view', filters)}"
    return [*(_executed(dataset, sql, filters).fetchone() or ())]


def run(dataset: Dataset, sql: str, filters: Filters, **more: object) -> pd.DataFrame:
    """Run a query of ours with the scopes it reads and the parameters it names."""
    return _executed(dataset, scoped(sql, filters), filters, **more).df()


def _executed(
    dataset: Dataset, sql: str, filters: Filters, **more: object
) -> duckdb.DuckDBPyConnection:
    if (filters.as_of or dataset.newest) == dataset.prepared_on:
        sql = as_prepared(sql)
    return dataset.cursor().execute(sql, parameters(dataset, sql, filters, **more))


def parameters(dataset: Dataset, sql: str, filters: Filters, **more: object) -> dict[str, Any]:
    """What a query of ours takes, by name: those of the filters and of `more` that it names."""
    offered = filters.parameters(dataset.newest) | {"reach": filters.reach_commitments} | more
    return {name: offered[name] for name in offered if re.search(rf"\${name}\b", sql)}
