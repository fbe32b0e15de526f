"""The shape of each answer as JSON Schema, drawn from the registries it is made from."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.query.dimensions import DIMENSIONS
from analytics.query.listing import COLUMNS
from analytics.query.stamp import Stamp

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}
FACT: Schema = {"type": ["string", "integer", "number", "boolean", "array", "null"]}
SOURCES: Schema = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"label": TEXT, "url": MAYBE_TEXT},
        "required": ["label", "url"],
        "additionalProperties": False,
    },
}

_TYPES: Mapping[str, Schema] = {
    "str": TEXT,
    "bool": {"type": "boolean"},
    "int": COUNT,
    "dict[str, str]": {"type": "object", "additionalProperties": TEXT},
    "list[str]": {"type": "array", "items": TEXT},
}
# The columns of the list that are not plain text.
_KINDS: Mapping[str, Schema] = {
    "observed_on": {"type": ["string", "null"], "format": "date"},
    "due_day": {"type": ["string", "null"], "format": "date"},
    "days_overdue": {"type": ["integer", "null"]},
    "slip_days": {"type": ["integer", "null"]},
    "replans": COUNT,
    "sectors": {"type": "array", "items": TEXT},
}


def index() -> Mapping[str, Schema]:
    held = whole({name: TEXT for name in ("title", "version", "sha256", "as_of")})
    said = {name: TEXT for name in ("name", "version", "licence", "credit", "example")}
    addresses = {"type": "object", "additionalProperties": TEXT}
    return _json(whole({**said, "dataset": held, "addresses": addresses}))


def metrics() -> Mapping[str, Schema]:
    said = {name: TEXT for name in ("key", "label", "unit", "definition")}
    source = whole({name: TEXT for name in ("name", "credit", "licence", "url")})
    metric = whole(
        {
            **said,
            "source": source,
            "decimals": COUNT,
            "better": {"enum": ["higher", "lower", None]},
            "needs": MAYBE_TEXT,
            "parts": _TYPES["list[str]"],
            "behind": _TYPES["list[str]"],
        }
    )
    dimension = whole({"key": TEXT, "label": TEXT, "overlapping": _TYPES["bool"]})
    return _json(
        whole(
            {
                "dataset_version": TEXT,
                "metrics": {"type": "array", "items": metric},
                "dimensions": {"type": "array", "items": dimension},
            }
        )
    )


def answer() -> Mapping[str, Schema]:
    """A row has the dimensions asked for and the metrics asked for, each with all its parts."""
    codes: dict[str, Schema] = {key: {"type": ["string", "integer", "null"]} for key in DIMENSIONS}
    codes |= {"participation": MAYBE_TEXT, "state": TEXT}
    numbers = {key: _parts(metric) for key, metric in METRICS.items()}
    row = {"type": "object", "properties": {**codes, **numbers}, "additionalProperties": False}
    said = whole({"stamp": {"$ref": "#/components/schemas/Stamp"},
                  "rows": {"type": "array", "items": row}})  # fmt: skip
    return {**_json(said), "text/csv": TEXT}


def listed() -> Mapping[str, Schema]:
    columns = [name.strip() for name in COLUMNS.split(",")]
    row = whole({**{name: _KINDS.get(name, MAYBE_TEXT) for name in columns}, "href": TEXT})
    return _json(
        whole(
            {
                "stamp": {"$ref": "#/components/schemas/Stamp"},
                "total": COUNT,
                "page": COUNT,
                "limit": COUNT,
                "next": MAYBE_TEXT,
                "commitments": {"type": "array", "items": row},
            }
        )
    )


def one() -> Mapping[str, Schema]:
    rows = {"type": "array", "items": _facts()}
    sourced = {"type": "array", "items": _facts("sources")}
    return _json(
        whole(
            {
                "stamp": {"$ref": "#/components/schemas/Stamp"},
                "commitment": _facts("commitment_id", "label", "plan_id", "country", "sources"),
                "place_in_plan": _facts("place", "listed"),
                "assessments": sourced,
                "milestones": sourced,
                "tags": rows,
                "revisions": rows,
            }
        )
    )


def stamp() -> Schema:
    """The stamp, field by field."""
    return whole({each.name: _TYPES[_type(each.type)] for each in fields(Stamp)})


def problem() -> Schema:
    """A problem document (RFC 9457); further members depend on the problem."""
    wrong = whole({"parameter": TEXT, "detail": TEXT, "nearest": _TYPES["list[str]"]})
    said = whole({"type": TEXT, "title": TEXT, "status": {"type": "integer"}, "detail": TEXT})
    errors = {"type": "array", "items": wrong}
    return {**said, "properties": {**said["properties"], "errors": errors},
            "additionalProperties": True}  # fmt: skip


def whole(properties: Mapping[str, Schema]) -> Schema:
    """An object that has exactly these members."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _parts(metric: Metric) -> Schema:
    number: Schema = {"type": ["number", "boolean", "null"]}
    return {**whole({part: number for part in metric.columns()}), "description": metric.definition}


def _facts(*required: str) -> Schema:
    """A row of facts, of which these are always there."""
    known: dict[str, Schema] = {name: SOURCES if name == "sources" else FACT for name in required}
    return {"type": "object", "properties": known, "required": list(required),
            "additionalProperties": FACT}  # fmt: skip


def _json(schema: Schema) -> Mapping[str, Schema]:
    return {"application/json": schema}


def _type(kind: object) -> str:
    return kind.__name__ if isinstance(kind, type) and not hasattr(kind, "__args__") else str(kind)


__all__: Sequence[str] = ("answer", "index", "listed", "metrics", "one", "problem", "stamp")
