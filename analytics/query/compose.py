"""The composer: the SQL of a question, put together from metrics and dimensions.

Names and expressions come from our registries and values travel as parameters, so nothing a reader
types ever becomes SQL.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from analytics.codelists import OUTSIDE
from analytics.metrics.kinds import Metric, Relation
from analytics.metrics.sums import both
from analytics.query.dimensions import COUNTRY, Dimension

Group = tuple[Any, ...]
"""The codes of a row, one a dimension; None where a commitment states none."""
SCOPE_OF: Mapping[Relation, str] = {
    "commitments": "in_view",
    "published": "published_in_view",
    "milestones": "in_view",
}
"""The scope whose rows a metric counts."""
# Every commitment in view with each of its milestones; one without any has one row.
_MILESTONES = "(select * from (select * from {rows}) left join steps($as_of) using (commitment_id))"
_NAMES = {"commitments": "counted", "published": "totals", "milestones": "stepped"}
BASIS = {
    "n": "count(*)",
    "n_rated": "count(*) filter (where rated)",
    "n_not_due": "count(*) filter (where timeliness = 'open_not_due')",
    "n_no_evidence": "count(*) filter (where rating in ('no_evidence', 'unclear'))",
}
"""Facts every row carries, from which its state is told (seven things never look alike)."""
# `state` and `in_order` say the same as _STATE and _order, where no database has to understand it.
_STATE = f"""
    case
        when n_rated > 0 then 'rated'
        when coalesce(n, 0) = 0 and n_plans > 0 then 'none_in_view'
        when coalesce(n, 0) = 0 and participation in {OUTSIDE} then participation
        when coalesce(n, 0) = 0 then 'no_plan'
        when n_not_due = n then 'not_yet_due'
        when n_no_evidence > 0 then 'no_evidence'
        else 'not_assessed'
    end as state
"""


def column(metric: Metric, part: str = "value") -> str:
    """The frame column that holds a part of a metric."""
    return metric.key if part == "value" else f"{metric.key}_{part}"


def counting(metrics: Sequence[Metric], over: Relation, by: Sequence[Dimension], rows: str) -> str:
    """The SQL that counts what metrics over one relation are made of: a row a group with rows.

    `rows` are those of the relation's scope. The keys come first, `key_` before their names, then
    the aggregates. To understand the whole question takes a database longer than to count a million
    rows, so `ask` lets it count and puts the rest together itself.
    """
    return _grouped(over, rows, _columns(metrics, over, lambda metric: metric.aggregates()), by)


def compose(metrics: Sequence[Metric], by: Sequence[Dimension]) -> str:
    """The SQL of a question with every part of its metrics, for whoever has only a database.

    Its text depends on names of our registries alone.
    """
    keys = [f"key_{dimension.key}" for dimension in by]
    groups, key_rows, joins = [], [], []
    for over in relations(metrics, by):
        columns = _columns(metrics, over, lambda metric: metric.columns())
        groups.append(f"{_NAMES[over]} as ({_grouped(over, SCOPE_OF[over], columns, by)})")
        key_rows.append(f"select {', '.join(keys) or 'true as everything'} from {_NAMES[over]}")
        joins.append(_join(_NAMES[over], keys))
    if [*by] == [COUNTRY]:
        key_rows.append("select country from countries_in_view")
    return f"""
with {", ".join(groups)},
held as (select {_held(metrics)}),
keys as ({" union ".join(key_rows)})

select
    {", ".join([*(f"keys.key_{d.key} as {d.key}" for d in by), _participation(by), _STATE])},
    {", ".join(_selected(metrics, by))}
from keys
cross join held
{" ".join(joins)}
{_standing(by)}
{_planned(by)}
order by {", ".join([_order(dimension) for dimension in by] or ["1"])}
"""


def state(
    n: int, rated: int, not_due: int, no_evidence: int, plans: int, participation: str | None
) -> str:
    """The state of a row from its BASIS, the plans behind it and its country's participation.

    A plan with nothing in view is not the lack of a plan.
    """
    if rated:
        return "rated"
    if not n:
        without = participation if participation in OUTSIDE else "no_plan"
        return "none_in_view" if plans else str(without)
    if not_due == n:
        return "not_yet_due"
    return "no_evidence" if no_evidence else "not_assessed"


def in_order(groups: Iterable[Group], by: Sequence[Dimension]) -> list[Group]:
    """Fixed codes stand in their own order, everything else by code; not stated comes last."""
    orders = [{code: place for place, code in enumerate(one.labels)} for one in by]

    def place(group: Group) -> list[tuple[bool, int, Any]]:
        return [
            (code is None, order.get(code, len(order)), 0 if code is None else code)
            for code, order in zip(group, orders, strict=True)
        ]

    return sorted(groups, key=place)


def _held(metrics: Sequence[Metric]) -> str:
    """Whether the dataset holds what each metric needs."""
    needs = {metric.needs.key: metric.needs.sql for metric in metrics if metric.needs}
    return ", ".join(f"{sql} as {key}" for key, sql in needs.items()) or "true as everything"


def relations(metrics: Sequence[Metric], by: Sequence[Dimension]) -> list[Relation]:
    """What has to be grouped: always the commitments, which tell the state of a row."""
    wanted = {metric.over for metric in metrics}
    plans = wanted & {"published"} if of_plans(by) else set()
    return ["commitments", *sorted(plans), *sorted(wanted & {"milestones"})]


def of_plans(by: Sequence[Dimension]) -> bool:
    """Whether published totals can be broken down this way."""
    return all(dimension.of_plans for dimension in by)


def _columns(
    metrics: Sequence[Metric], over: Relation, sql_of: Callable[[Metric], Mapping[str, str]]
) -> dict[str, str]:
    return (dict(BASIS) if over == "commitments" else {}) | {
        column(metric, part): sql
        for metric in metrics
        if metric.over == over
        for part, sql in sql_of(metric).items()
    }


def _grouped(over: Relation, rows: str, columns: Mapping[str, str], by: Sequence[Dimension]) -> str:
    """`rows` grouped by the dimensions; with none they make one row."""
    rows = _MILESTONES.format(rows=rows) if over == "milestones" else rows
    # One select a dimension: lists spread side by side in one would pair up, not cross.
    for spread in [dimension for dimension in by if dimension.overlapping]:
        rows = f"(select *, {spread.grouping} as key_{spread.key} from {rows})"
    keys = [f"{'key_' + d.key if d.overlapping else d.sql} as key_{d.key}" for d in by]
    listed = ", ".join([*keys, *(f"{sql} as {name}" for name, sql in columns.items())])
    places = ", ".join(str(place) for place in range(1, len(keys) + 1))
    return f"select {listed} from {rows}" + (f" group by {places}" if keys else "")


def _join(name: str, keys: Sequence[str]) -> str:
    same = " and ".join(f"{name}.{key} is not distinct from keys.{key}" for key in keys) or "true"
    return f"left join {name} on {same}"


def _participation(by: Sequence[Dimension]) -> str:
    return f"{'participation' if COUNTRY in by else 'null::varchar'} as participation"


def _planned(by: Sequence[Dimension]) -> str:
    """How many plans stand behind a row."""
    if COUNTRY not in by:
        return "cross join (select count(*) as n_plans from plans_in_view) as planned"
    plans = "select country, count(*) as n_plans from plans_in_view group by country"
    return f"left join ({plans}) as planned on planned.country = keys.key_country"


def _standing(by: Sequence[Dimension]) -> str:
    joined = "left join standing($as_of) as stood on stood.country = keys.key_country"
    return joined if COUNTRY in by else ""


def _selected(metrics: Sequence[Metric], by: Sequence[Dimension]) -> list[str]:
    """The columns of the answer. Counts of nothing in view are null, but for the commitments."""
    chosen = []
    for metric in metrics:
        for part in metric.columns():
            name = column(metric, part)
            if metric.key == "commitments":
                chosen.append(f"coalesce(counted.{name}, 0) as {name}")
            elif metric.over != "published":
                holds = both("n > 0", f"held.{metric.needs.key}") if metric.needs else "n > 0"
                chosen.append(f"if({holds}, {_NAMES[metric.over]}.{name}, null) as {name}")
            elif of_plans(by):
                chosen.append(f"if($reach, null, totals.{name}) as {name}")
            else:
                chosen.append(f"null as {name}")
    return chosen


def _order(dimension: Dimension) -> str:
    """Fixed codes stand in their own order, everything else by code; not stated comes last."""
    key = f"keys.key_{dimension.key}"
    if not dimension.labels:
        return f"{key} nulls last"
    codes = ", ".join(f"'{code}'" for code in dimension.labels)
    return f"list_position([{codes}], {key}) nulls last, {key} nulls last"
