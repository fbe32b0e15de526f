"""A dataset as the raw tables it came from: what the template is filled with."""

from collections.abc import Mapping

import pyarrow as pa

from analytics.query.ask import parameters
from analytics.query.filters import Filters
from analytics.query.scopes import scoped
from data.columns import TABLES
from data.fingerprint import HERE
from data.importer.layouts.words import code_of
from data.importer.readers.cells import written
from data.raw import completed
from data.store import Dataset

# What belongs to a commitment goes with it; tables about countries and the programme stay whole,
# because a file that holds half of them would be taken at its word.
_OF_COMMITMENTS = ("commitments", "milestones", "assessments", "due_date_revisions")
_OF_PLANS = ("action_plans", "plan_results")
# A plan in view without commitments says that none are listed, unless single ones were asked for.
_KEPT = """
select commitment_id, plan_id from in_view
union all
select null, plan_id from plans_in_view where not $reach
"""


def as_raw(dataset: Dataset, filters: Filters | None = None) -> dict[str, pa.Table]:
    """Every raw table, all text: the whole dataset, or what `filters` leave in view.

    Loaded again they make the same dataset. Only the order of a commitment's policy areas and the
    spelling of a day (“2025” of a revision comes back as 2025-12-31) may differ.
    """
    cursor = dataset.cursor()
    cursor.execute((HERE / "unload.sql").read_text(encoding="utf-8"))
    if filters is not None:
        kept = f"create temp table kept as {scoped(_KEPT, filters)}"
        cursor.execute(kept, parameters(dataset, kept, filters))
    tables = {}
    for table in TABLES:
        key = "commitment_id" if table in _OF_COMMITMENTS else "plan_id"
        narrowed = filters is not None and table in (*_OF_COMMITMENTS, *_OF_PLANS)
        within = f"where {key} in (select {key} from kept)" if narrowed else ""
        rows = cursor.sql(f"select * from as_raw_{table} {within} order by all")
        tables[table] = _as_text(table, rows.to_arrow_table())
    return completed(tables)


def _as_text(table: str, rows: pa.Table) -> pa.Table:
    columns = {
        column.name: pa.array(_texts(rows[column.name], _words(column.words)), pa.string())
        for column in TABLES[table]
    }
    return pa.table(columns)


def _words(codes: tuple[str, ...]) -> Mapping[object, str]:
    return {code_of(word): word for word in codes}


def _texts(column: pa.ChunkedArray, labels: Mapping[object, str]) -> list[str | None]:
    return [None if value is None else _text(value, labels) for value in column.to_pylist()]


def _text(value: object, labels: Mapping[object, str]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return written(value)
    return labels.get(value, str(value))
