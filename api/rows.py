"""Facts as JSON: days as year-month-day, whole numbers whole, null for what is not known."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from analytics.changes.changes import COUNTED
from analytics.commitments.record import Record
from analytics.metrics.kinds import Metric
from analytics.presentation.source_links import source_links
from analytics.query.address import written

Json = dict[str, Any]


def metric(metric_shown: Metric) -> Json:
    """A metric of the catalogue. `parts` are what an answer says of it, `behind` what of it can
    be listed."""
    source = metric_shown.source
    return {
        "key": metric_shown.key,
        "label": metric_shown.label,
        "unit": metric_shown.unit,
        "definition": metric_shown.definition,
        "source": {"name": source.name, "credit": source.credit, "licence": source.licence,
                   "url": source.url},
        "decimals": metric_shown.decimals,
        "better": metric_shown.better,
        "needs": metric_shown.needs.name if metric_shown.needs else None,
        "parts": list(metric_shown.columns()),
        "behind": [f"{metric_shown.key}.{part}" for part in metric_shown.conditions],
    }  # fmt: skip


def commitment(row: Mapping[str, Any], root: str) -> Json:
    """A row of the list, with the address of its whole record."""
    return {**plain(row), "href": _href(row, root)}


def change(row: Mapping[str, Any], root: str) -> Json:
    """A commitment that changed: what, before and now."""
    kinds = [kind for kind in COUNTED if row[kind]]
    fields = ("commitment_id", "country", "plan_id", "label", "rating_before", "rating_now",
              "observed_on", "observed_basis")  # fmt: skip
    return {**plain({key: row[key] for key in fields}), "changed": kinds, "href": _href(row, root)}


def named(row: Mapping[str, Any], root: str) -> Json:
    """A commitment by its number and label."""
    return {"commitment_id": row["commitment_id"], "label": row["label"], "href": _href(row, root)}


def record(record_of: Record) -> Json:
    """The whole record of a commitment; each fact that was read somewhere says where."""
    parts = {
        "assessments": record_of.looks,
        "milestones": record_of.milestones,
        "tags": record_of.tags,
        "revisions": record_of.revisions,
    }
    return {
        "commitment": _sourced(record_of.facts),
        "place_in_plan": plain(record_of.place),
        **{name: [_sourced(row) for row in rows] for name, rows in parts.items()},
    }


def plain(row: Mapping[str, Any]) -> Json:
    """A row of a frame as JSON knows it."""
    return {key: _plain(value) for key, value in row.items()}


def _sourced(row: Mapping[str, Any]) -> Json:
    """A source cell becomes its addresses; what has none is a note nobody published."""
    if "source_url" not in row:
        return plain(row)
    links = source_links(row["source_url"])
    rest = plain({key: value for key, value in row.items() if key != "source_url"})
    return {**rest, "sources": [{"label": each.label, "url": each.url} for each in links]}


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a frame holds
    if isinstance(value, np.ndarray | list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, pd.Timestamp | date):
        return value.isoformat()[:10] if value == value else None
    if isinstance(value, np.generic):
        return _plain(value.item())
    if isinstance(value, float):
        # A count beside unknown ones comes as a float; every number of a record is whole.
        return int(value) if value.is_integer() else (value if value == value else None)
    return None if value is pd.NaT or value is pd.NA else value


def _href(row: Mapping[str, Any], root: str) -> str:
    return written(root, f"/commitments/{row['commitment_id']}")
