"""A newer file with the history the loaded data remembers: what was due before, and when it moved.

An export says what is due today, never what was due before. Laid over the dataset looked at so
far, a due date that differs is one that was moved, and `slip_days` can count it.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pyarrow as pa

from data.importer.layouts.values import last_day
from data.raw import RAW, RawTables, completed
from i18n import N_

Row = dict[str, str | None]

REASON = N_("The newer file gives another due date")
_REVISIONS = "due_date_revisions"


def with_history(older: RawTables, newer: RawTables, on: date) -> dict[str, pa.Table]:
    """The newer raw tables, with due dates and revisions the older ones remember.

    A commitment keeps the due date first promised; where the newer one is another, a revision is
    added, dated `on` (a day later than the last one known, should that be later). A commitment
    whose revisions the newer file tells itself is left as the file has it.
    """
    tables = completed(newer)
    with_revisions = {row["commitment_id"] for row in _rows(newer, _REVISIONS)}
    promised = {row["commitment_id"]: row["end_date"] for row in _rows(older, "commitments")}
    moved: dict[str | None, list[Row]] = {}
    for row in sorted(_rows(older, _REVISIONS), key=lambda one: last_day(one["revised_on"] or "")):
        moved.setdefault(row["commitment_id"], []).append(row)
    due: list[str | None] = []
    revisions = _rows(newer, _REVISIONS)
    for row in _rows(newer, "commitments"):
        key, now = row["commitment_id"], row["end_date"]
        first = None if key in with_revisions else promised.get(key)
        steps = _steps(key, first, now, moved.get(key, ()), on) if first and now else []
        revisions += steps
        due.append(first if steps else now)
    at = RAW["commitments"].index("end_date")
    commitments = tables["commitments"].set_column(at, "end_date", pa.array(due, pa.string()))
    return tables | {"commitments": commitments, _REVISIONS: _table(revisions)}


def _steps(key: str | None, first: str, now: str, steps: Sequence[Row], on: date) -> list[Row]:
    """The revisions of one commitment: those known, and one more if the date moved again."""
    last = steps[-1] if steps else None
    before = (last and last["new_due_date"]) or first
    if last_day(before) == last_day(now):
        return list(steps)
    day_after = last_day(last["revised_on"] or "") + timedelta(days=1) if last else on
    step: Row = {
        "commitment_id": key,
        "revised_on": max(on, day_after).isoformat(),
        "new_due_date": now,
        "reason": REASON,
        "revised_by": None,
    }
    return [*steps, step]


def _rows(tables: Mapping[str, pa.Table], name: str) -> list[Row]:
    rows: list[Row] = completed({name: tables[name]})[name].to_pylist() if name in tables else []
    return rows


def _table(rows: Sequence[Row]) -> pa.Table:
    columns = RAW[_REVISIONS]
    return pa.table({c: pa.array([row[c] for row in rows], pa.string()) for c in columns})
