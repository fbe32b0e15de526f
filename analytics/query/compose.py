"""The composer: the SQL of a question, put together from metrics and dimensions.

Names and expressions come from our registries and values travel as parameters, so nothing a reader
types ever becomes SQL.
"""

from collections.abc import Callable, Sequence
from operator import methodcaller

from analytics.metrics.kinds import Metric, Relation
from analytics.metrics.sums import both
from analytics.query.dimensions import COUNTRY, Dimension

# Every commitment in view with each of its milestones; one without any has one row.
MILESTONES = "(select * from in_view left join steps($as_of) using (commitment_id))"
_ROWS = {"commitments": "in_view", "published": "published_in_view", "milestones": MILESTONES}
Sums = Callable[[Metric], dict[str, str]]
_NAMES = {"commitments": "counted", "published": "totals", "milestones": "stepped"}
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


def column(metric: Metric, part: str = "value") -> str:
    """The frame column that holds a part of a metric."""
    return metric.key if part == "value" else f"{metric.key}_{part}"


def compose(
    metrics: Sequence[Metric],
    by: Sequence[Dimension],
    sql_of: Sums = methodcaller("columns"),
) -> str:
    """The SQL of a question: every part of its metrics, or as `ask` runs it only the aggregates.

    Its text depends on names of our registries alone.
    """
    keys = [dimension.key for dimension in by]
    groups, key_rows, joins = [], [], []
    for over in _relations(metrics, by):
        columns = (_BASIS if over == "commitments" else {}) | _columns(metrics, over, sql_of)
        groups.append(_group(_NAMES[over], _ROWS[over], columns, by))
        key_rows.append(f"select {_listed(keys)} from {_NAMES[over]}")
        joins.append(_join(_NAMES[over], keys))
    if keys == [COUNTRY.key]:
        key_rows.append("select country, true from countries_in_view")
    return f"""
with {", ".join(groups)},
held as (select {_held(metrics)}),
keys as ({" union ".join(key_rows)})

select
    {", ".join([*(f"keys.{key}" for key in keys), _participation(keys), f"{_STATE} as state"])},
    {", ".join(_selected(metrics, by, sql_of))}
from keys
cross join held
{" ".join(joins)}
{_standing(keys)}
{_planned(keys)}
order by {", ".join([_order(dimension) for dimension in by] or ["1"])}
"""


def _held(metrics: Sequence[Metric]) -> str:
    """Whether the dataset holds what each metric needs."""
    needs = {metric.needs.key: metric.needs.sql for metric in metrics if metric.needs}
    return ", ".join(f"{sql} as {key}" for key, sql in needs.items()) or "true as everything"


def _relations(metrics: Sequence[Metric], by: Sequence[Dimension]) -> list[Relation]:
    """What has to be grouped: always the commitments, which tell the state of a row."""
    relations = {metric.over for metric in metrics}
    plans = relations & {"published"} if _of_plans(metrics, by) else set()
    return ["commitments", *sorted(plans), *sorted(relations & {"milestones"})]


def _of_plans(metrics: Sequence[Metric], by: Sequence[Dimension]) -> bool:
    """Whether published totals are asked for and can be broken down this way."""
    return any(m.over == "published" for m in metrics) and all(d.of_plans for d in by)


def _columns(metrics: Sequence[Metric], over: Relation, sql_of: Sums) -> dict[str, str]:
    return {
        column(metric, part): sql
        for metric in metrics
        if metric.over == over
        for part, sql in sql_of(metric).items()
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
        return "cross join (select count(*) as n_plans from plans_in_view) as planned"
    plans = "select country, count(*) as n_plans from plans_in_view group by country"
    return f"left join ({plans}) as planned on planned.country = keys.country"


def _standing(keys: Sequence[str]) -> str:
    holds = COUNTRY.key in keys
    return "left join standing($as_of) as stood on stood.country = keys.country" if holds else ""


def _selected(
    metrics: Sequence[Metric],
    by: Sequence[Dimension],
    sql_of: Sums,
) -> list[str]:
    """The columns of the answer. Counts of nothing in view are null, but for the commitments."""
    chosen = ["n", "n_rated"]
    for metric in metrics:
        for part in sql_of(metric):
            name = column(metric, part)
            if metric.key == "commitments":
                chosen.append(f"coalesce(counted.{name}, 0) as {name}")
            elif metric.over != "published":
                holds = both("n > 0", f"held.{metric.needs.key}") if metric.needs else "n > 0"
                chosen.append(f"if({holds}, {_NAMES[metric.over]}.{name}, null) as {name}")
            elif _of_plans(metrics, by):
                chosen.append(f"if($reach, null, totals.{name}) as {name}")
            else:
                chosen.append(f"null as {name}")
    return chosen


def _order(dimension: Dimension) -> str:
    """Fixed codes stand in their own order, everything else by code; not stated comes last."""
    if not dimension.labels:
        return f"keys.{dimension.key} nulls last"
    codes = ", ".join(f"'{code}'" for code in dimension.labels)
    return f"list_position([{codes}], keys.{dimension.key}) nulls last"
