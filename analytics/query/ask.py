"""The composer: metrics, filters and dimensions in, one frame out.

Names and expressions come from our registries and values travel as parameters,
so nothing a reader types ever becomes SQL.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.metrics.kinds import Estimated, Metric, Relation, both
from analytics.query.dimensions import COUNTRY, Dimension
from analytics.query.filters import MANY, PLAN_PARAMETERS, Filters
from analytics.query.stamp import Stamp, stamp
from data.store import Dataset

PICKED = (
    "picked(as_of := $as_of, "
    + ", ".join(f"{many.parameter} := ${many.parameter}::varchar[]" for many in MANY.values())
    + ", from_year := $from_year::integer, to_year := $to_year::integer,"
    " ending_from := $ending_from::date,"
    " words := $words, everywhere := $everywhere)"
)
PUBLISHED = (
    "published(as_of := $as_of, "
    + ", ".join(f"{name} := ${name}" for name in PLAN_PARAMETERS)
    + ")"
)
PLANS = PUBLISHED.replace("published(", "plans_picked(", 1)
# Every commitment in view with each of its milestones; one without any has one row.
MILESTONES = "(select * from in_view left join steps($as_of) using (commitment_id))"
_ROWS = {"commitments": "in_view", "published": PUBLISHED, "milestones": MILESTONES}
_NAMES = {"commitments": "counted", "published": "totals", "milestones": "stepped"}

# The countries an answer by country speaks of, whether or not they have commitments.
COUNTRIES = """(
    select countries.country
    from countries
    inner join standing($as_of) as standing using (country)
    where (countries.partner or list_contains($in_countries, countries.country))
        and (len($in_countries) = 0 or list_contains($in_countries, countries.country))
        and (len($in_participation) = 0 or list_contains($in_participation, participation))
)"""

# Facts every row carries, from which its state is told (design: seven things never look alike).
_BASIS = {
    "n": "count(*)",
    "n_rated": "count(*) filter (where rated)",
    "n_not_due": "count(*) filter (where timeliness = 'open_not_due')",
    "n_no_evidence": "count(*) filter (where rating in ('no_evidence', 'unclear'))",
}
_STATE = """
    case
        when n_rated > 0 then 'rated'
        when coalesce(n, 0) = 0 and n_plans > 0 then 'none_in_view'
        when coalesce(n, 0) = 0 and participation in ('not_participating', 'suspended', 'inactive')
            then participation
        when coalesce(n, 0) = 0 then 'no_plan'
        when n_not_due = n then 'not_yet_due'
        when n_no_evidence > 0 then 'no_evidence'
        else 'not_assessed'
    end
"""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """Rows of an answer and the stamp that makes them reproducible.

    `frame` has a column for each dimension, `participation` and `state`, and for each metric the
    columns of `column(metric, part)`: the value under the metric's own key, other parts suffixed.
    """

    frame: pd.DataFrame
    stamp: Stamp
    sql: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The frame as records with None for what is not known."""
        return records(self.frame)


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """A frame as records with None for what is not known."""
    known = frame.astype(object).where(frame.notna(), None)
    return [{str(key): value for key, value in row.items()} for row in known.to_dict("records")]


def column(metric: Metric, part: str = "value") -> str:
    """The frame column that holds a part of a metric."""
    return metric.key if part == "value" else f"{metric.key}_{part}"


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
    sql = compose(metrics, by)
    frame = run(dataset, sql, filters)
    for metric in metrics:
        if isinstance(metric, Estimated):
            frame = metric.worked_out(frame)
    return Answer(frame, stamped(dataset, filters, metrics, by), sql)


def stamped(
    dataset: Dataset,
    filters: Filters,
    metrics: Sequence[Metric] = (),
    by: Sequence[Dimension] = (),
) -> Stamp:
    """The stamp of a question, asked or not: with what is in view and how much is unrated."""
    counts = f"select count(*) as n, count(*) filter (where not rated) as missing from {PICKED}"
    [[n, missing]] = run(dataset, counts, filters).values.tolist()
    return stamp(dataset, filters, metrics, by, int(n), int(missing))


def run(dataset: Dataset, sql: str, filters: Filters, **more: object) -> pd.DataFrame:
    """Run a query of ours with the parameters it names: the filters' and `more`."""
    return dataset.cursor().execute(sql, parameters(dataset, sql, filters, **more)).df()


def parameters(dataset: Dataset, sql: str, filters: Filters, **more: object) -> dict[str, Any]:
    """What a query of ours takes, by name: those of the filters and of `more` that it names."""
    offered = filters.parameters(dataset.newest) | {"reach": filters.reach_commitments} | more
    return {name: offered[name] for name in offered if re.search(rf"\${name}\b", sql)}


def compose(metrics: Sequence[Metric], by: Sequence[Dimension]) -> str:
    """The SQL of a question. Its text depends on names of our registries alone."""
    keys = [dimension.key for dimension in by]
    groups, found, joins = [], [], []
    for over in _relations(metrics, by):
        columns = (_BASIS if over == "commitments" else {}) | _columns(metrics, over)
        groups.append(_group(_NAMES[over], _ROWS[over], columns, by))
        found.append(f"select {_listed(keys)} from {_NAMES[over]}")
        joins.append(_join(_NAMES[over], keys))
    if keys == [COUNTRY.key]:
        found.append(f"select country, true from {COUNTRIES}")
    return f"""
with in_view as (select * from {PICKED}), {", ".join(groups)},
keys as ({" union ".join(found)})

select
    {", ".join([*(f"keys.{key}" for key in keys), _participation(keys), f"{_STATE} as state"])},
    {", ".join(_selected(metrics, by))}
from keys
{" ".join(joins)}
{_standing(keys)}
{_planned(keys)}
order by {", ".join([_order(dimension) for dimension in by] or ["1"])}
"""


def _relations(metrics: Sequence[Metric], by: Sequence[Dimension]) -> list[Relation]:
    """What has to be grouped: always the commitments, which tell the state of a row."""
    asked = {metric.over for metric in metrics}
    plans = asked & {"published"} if _of_plans(metrics, by) else set()
    return ["commitments", *sorted(plans), *sorted(asked & {"milestones"})]


def _of_plans(metrics: Sequence[Metric], by: Sequence[Dimension]) -> bool:
    """Whether published totals are asked for and can be broken down this way."""
    return any(m.over == "published" for m in metrics) and all(d.of_plans for d in by)


def _columns(metrics: Sequence[Metric], over: Relation) -> dict[str, str]:
    return {
        column(metric, part): sql
        for metric in metrics
        if metric.over == over
        for part, sql in metric.columns().items()
    }


def _group(name: str, rows: str, columns: dict[str, str], by: Sequence[Dimension]) -> str:
    """A named query: `rows` grouped by the dimensions; with none the constant makes one row."""
    # One select a dimension: lists spread side by side in one would pair up, not cross.
    for dimension in by:
        rows = f"(select *, {dimension.grouping} as key_{dimension.key} from {rows})"
    grouped = ", ".join([*(f"key_{d.key} as {d.key}" for d in by), "true as everything"])
    aggregates = ", ".join(f"{sql} as {key}" for key, sql in columns.items())
    keys = ", ".join([f"key_{d.key}" for d in by])
    by_keys = f"group by {keys}" if keys else ""
    return f"{name} as (select {grouped}, {aggregates} from {rows} {by_keys})"


def _listed(keys: Sequence[str]) -> str:
    return ", ".join([*keys, "everything"])


def _join(name: str, keys: Sequence[str]) -> str:
    same = " and ".join(f"{name}.{key} is not distinct from keys.{key}" for key in keys) or "true"
    return f"left join {name} on {same}"


def _participation(keys: Sequence[str]) -> str:
    return f"{'participation' if COUNTRY.key in keys else 'null::varchar'} as participation"


def _planned(keys: Sequence[str]) -> str:
    """How many plans stand behind a row: a plan with nothing in view is not the lack of a plan."""
    if COUNTRY.key not in keys:
        return f"cross join (select count(*) as n_plans from {PLANS}) as planned"
    plans = f"select country, count(*) as n_plans from {PLANS} group by country"
    return f"left join ({plans}) as planned on planned.country = keys.country"


def _standing(keys: Sequence[str]) -> str:
    known = COUNTRY.key in keys
    return "left join standing($as_of) as stood on stood.country = keys.country" if known else ""


def _selected(metrics: Sequence[Metric], by: Sequence[Dimension]) -> list[str]:
    """The columns of the answer. Counts of nothing in view are null, but for the commitments."""
    chosen = []
    for metric in metrics:
        for part in metric.columns():
            name = column(metric, part)
            if metric.key == "commitments":
                chosen.append(f"coalesce(counted.{name}, 0) as {name}")
            elif metric.over != "published":
                known = both("n > 0", metric.needs.sql) if metric.needs else "n > 0"
                chosen.append(f"if({known}, {_NAMES[metric.over]}.{name}, null) as {name}")
            elif _of_plans(metrics, by):
                chosen.append(f"if($reach, null, totals.{name}) as {name}")
            else:
                chosen.append(f"null as {name}")
    return chosen


def _order(dimension: Dimension) -> str:
    """Fixed codes stand in their own order, everything else by code; not stated comes last."""
    if not dimension.words:
        return f"keys.{dimension.key} nulls last"
    codes = ", ".join(f"'{code}'" for code in dimension.words)
    return f"list_position([{codes}], keys.{dimension.key}) nulls last"
