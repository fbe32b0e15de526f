"""Worked examples brought to life: a small drawn table becomes a dataset that can be asked.

The tests prove every metric's example this way, and a page may let a reader watch it happen.
What a table leaves out takes a plain default: one national plan of Georgia, 2016 to 2018.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

import pyarrow as pa

from analytics.metrics.kinds import Metric, Relation
from data.raw import RAW
from data.store import Dataset, in_memory

Row = Mapping[str, str | None]
Rows = Mapping[str, Sequence[Row]]

STAGES = {"mid_term": "mid-term", "final": "final"}
OF_MILESTONES = ("milestone", "due_date", "done_date")
TODAY = date(2026, 11, 26)
"""The day on which an example is read that says no other, whenever the tests run."""
OF_PLANS = ("plan", "plan_start", "plan_end", "country", "jurisdiction", "level")


def worked(metric: Metric) -> Dataset:
    """The dataset of a metric's worked example."""
    return dataset_of(metric.example.given, metric.over)


# Building a dataset takes a quarter of a second, and many tests ask what another has drawn.
@lru_cache(maxsize=50)
def dataset_of(
    given: str, over: Relation = "commitments", today: date = TODAY, **tables: str
) -> Dataset:
    """A dataset drawn as text; `tables` adds raw tables, or replaces them, by name.

    `given` draws commitments: the raw columns, with `commitment` for the id; `mid_term` and
    `final` are IRM ratings; `plan`, `plan_start`, `plan_end`, `country`, `level` shape the plans.
    A tag is its own policy area, theme and sector; `moved_to` are the due dates put in force one
    after another. Over "milestones" a row draws a milestone of `commitment` (without the column all
    belong to one), over "published" the IRM's totals of a plan.
    """
    rows = rows_of(given)
    draw = {"commitments": _commitments, "milestones": _milestones, "published": _totals}
    raw = _plans(rows) | draw[over](rows)
    raw |= {name: rows_of(text) for name, text in tables.items()}
    return in_memory(raw_of(raw), key="example", title="Worked example", made_up=True, today=today)


def rows_of(text: str) -> list[dict[str, str | None]]:
    """Read a drawn table: columns parted by bars, a blank cell is not known."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    head, *body = lines or [[]]
    return [{name: cell or None for name, cell in zip(head, line, strict=True)} for line in body]


def raw_of(rows: Rows) -> dict[str, pa.Table]:
    """Raw tables of rows by table name. Raises KeyError for a table or column there is not."""
    return {name: _table(name, some) for name, some in rows.items()}


def _table(name: str, rows: Sequence[Row]) -> pa.Table:
    if strange := sorted({column for row in rows for column in row} - set(RAW[name])):
        raise KeyError(f"No column {', '.join(strange)} in {name}: {', '.join(RAW[name])}.")
    return pa.table(
        {column: pa.array([row.get(column) for row in rows], pa.string()) for column in RAW[name]}
    )


def _plans(rows: Sequence[Row]) -> dict[str, Sequence[Row]]:
    plans = {plan["plan_id"]: plan for plan in map(_plan_of, rows)}
    countries = sorted({str(plan["country"]) for plan in plans.values()})
    return {
        "countries": [{"country": code, "name_en": code} for code in countries],
        "action_plans": list(plans.values()),
    }


def _plan_of(row: Row) -> dict[str, str | None]:
    """The plan a row stands in; plans without a name are told apart by country and dates."""
    country = row.get("country") or "GEO"
    start, end = row.get("plan_start") or "2016-01-01", row.get("plan_end") or "2018-12-31"
    return {
        "plan_id": row.get("plan") or f"{country} {start} {end}",
        "country": country,
        "jurisdiction": row.get("jurisdiction") or country,
        "level": row.get("level") or "national",
        "period": f"{start[:4]}-{end[:4]}",
        "start_date": start,
        "end_date": end,
    }


def _totals(rows: Sequence[Row]) -> dict[str, Sequence[Row]]:
    own = [{name: row[name] for name in row if name not in OF_PLANS} for row in rows]
    return {
        "plan_results": [
            {"source_kind": "IRM", "plan_id": _plan_of(row)["plan_id"]} | total
            for row, total in zip(rows, own, strict=True)
        ]
    }


def _commitments(rows: Sequence[Row]) -> dict[str, Sequence[Row]]:
    tags = {tag.strip() for row in rows for tag in (row.get("policy_areas") or "").split(";")}
    return {
        "commitments": [_commitment(row) for row in rows],
        "due_date_revisions": [moved for row in rows for moved in _revisions(row)],
        "assessments": [look for row in rows for look in _looks(row)],
        "policy_areas": [
            {"tag": tag, "policy_area": tag, "theme": tag, "sector": tag}
            for tag in sorted(tags - {""})
        ],
    }


def _commitment(row: Row) -> Row:
    plan = _plan_of(row)
    drawn = ("commitment", "moved_to", *OF_PLANS, *STAGES)
    own = {name: row[name] for name in row if name not in drawn}
    place = {name: plan[name] for name in ("plan_id", "country", "jurisdiction")}
    return {"commitment_id": row["commitment"], "label": row["commitment"]} | place | own


def _revisions(row: Row) -> list[Row]:
    """The due dates drawn in a row, put in force on the first days of 2017."""
    moves = [move.strip() for move in (row.get("moved_to") or "").split(";") if move.strip()]
    return [
        {
            "commitment_id": row["commitment"],
            "revised_on": f"2017-01-{at:02}",
            "new_due_date": move,
        }
        for at, move in enumerate(moves, start=1)
    ]


def _milestones(rows: Sequence[Row]) -> dict[str, Sequence[Row]]:
    """Milestones as drawn, and the commitments they belong to with what else their row says."""
    steps: list[dict[str, str | None]] = [{"commitment": "A", **row} for row in rows]
    owners = {
        step["commitment"]: {name: step[name] for name in step if name not in OF_MILESTONES}
        for step in steps
    }
    return _commitments(list(owners.values())) | {
        "milestones": [
            {
                "milestone_id": f"{step['commitment']} {step['milestone']}",
                "commitment_id": step["commitment"],
                "label": step["milestone"],
                "due_date": step.get("due_date"),
                "done_date": step.get("done_date"),
            }
            for step in steps
        ]
    }


def _looks(row: Row) -> list[Row]:
    """The IRM ratings drawn in a row."""
    return [
        {
            "commitment_id": row["commitment"],
            "stage": STAGES[column],
            "source_kind": "IRM",
            "completion": row[column],
        }
        for column in STAGES
        if row.get(column)
    ]
