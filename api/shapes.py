"""The shape of each answer, as models drawn from the registries it is made from."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from analytics.changes.changes import COUNTED
from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric as Defined
from analytics.query.dimensions import DIMENSIONS
from analytics.query.listing import COLUMNS
from analytics.query.stamp import Stamp as Stamped

Count = Annotated[int, Field(ge=0)]
Code = str | int | None
Fact = str | int | float | bool | list[Any] | None


class Exactly(BaseModel):
    """An object that has these members and no other."""

    model_config = ConfigDict(extra="forbid")


class Facts(BaseModel):
    """A row of facts, of which those named are always there."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Fact]


class Problem(BaseModel):
    """A problem document (RFC 9457); further members depend on the problem."""

    model_config = ConfigDict(extra="allow")
    type: str
    title: str
    status: int
    detail: str
    errors: "list[Wrong]" = []
    count: Count = 0


class Document(BaseModel):
    """An OpenAPI 3.1 document."""

    model_config = ConfigDict(extra="allow")


def _exactly(name: str, *texts: str, **members: Any) -> Any:  # noqa: ANN401
    kinds: dict[str, Any] = {**dict.fromkeys(texts, str), **members}
    return create_model(name, __base__=Exactly, **kinds)


Wrong: Any = _exactly("Wrong", "parameter", "detail", nearest=list[str])
Stamp: Any = _exactly("Stamp", **get_type_hints(Stamped))

Held: Any = _exactly("Held", "title", "version", "sha256", "as_of")
Index: Any = _exactly(
    "Index", "name", "version", "licence", "credit", "example",
    dataset=Held, addresses=dict[str, str],
)  # fmt: skip

Metric: Any = _exactly(
    "Metric", "key", "label", "unit", "definition",
    source=_exactly("Source", "name", "credit", "licence", "url"),
    decimals=Count,
    better=Literal["higher", "lower"] | None,
    needs=str | None,
    parts=list[str],
    behind=list[str],
)  # fmt: skip
Dimension: Any = _exactly("Dimension", "key", "label", overlapping=bool)
Catalogue: Any = _exactly(
    "Catalogue", "dataset_version", metrics=list[Metric], dimensions=list[Dimension]
)


def _parts(metric: Defined) -> Any:  # noqa: ANN401
    number: Any = float | bool | None
    parts = _exactly(metric.key, **dict.fromkeys(metric.columns(), number))
    return parts, Field(None, description=metric.definition)


Group: Any = _exactly(
    "Group",
    **{key: (Code, None) for key in DIMENSIONS},
    participation=(str | None, None),
    state=(str, ""),
    **{key: _parts(metric) for key, metric in METRICS.items()},
)
"""The dimensions asked for and the metrics asked for, each with all its parts."""
Answer: Any = _exactly("Answer", stamp=Stamp, rows=list[Group])

# The columns of the list that are not plain text.
_KINDS: Mapping[str, Any] = {
    "observed_on": date | None,
    "due_day": date | None,
    "days_overdue": int | None,
    "slip_days": int | None,
    "replans": Count,
    "sectors": list[str],
}
Commitment: Any = _exactly(
    "Commitment",
    "href",
    **{name.strip(): _KINDS.get(name.strip(), str | None) for name in COLUMNS.split(",")},
)
Listed: Any = _exactly(
    "Listed",
    stamp=Stamp,
    total=Count,
    page=Count,
    limit=Count,
    next=str | None,
    commitments=list[Commitment],
)


KIND: Any = Literal[tuple(COUNTED)]
CHANGE: Mapping[str, Any] = {
    "commitment_id": str,
    "country": str,
    "plan_id": str,
    "label": str | None,
    "changed": list[KIND],
    "rating_before": str | None,
    "rating_now": str,
    "observed_on": date | None,
    "observed_basis": str | None,
    "href": str,
}
"""What is said of a commitment that changed; `changed` are the kinds of change."""
Change: Any = _exactly("Change", **CHANGE)
Changed: Any = _exactly("Changed", stamp=Stamp, since=date, changes=list[Change])

Read: Any = _exactly("Read", "label", url=str | None)


class Sourced(Facts):
    """Its sources have addresses where they are published."""

    sources: list[Read]


class Promise(Sourced):
    commitment_id: Fact
    label: Fact
    plan_id: Fact
    country: Fact


class Place(Facts):
    place: Fact
    listed: Fact


Record: Any = _exactly(
    "Record",
    stamp=Stamp,
    commitment=Promise,
    place_in_plan=Place,
    **dict.fromkeys(("assessments", "milestones"), list[Sourced]),
    **dict.fromkeys(("tags", "revisions"), list[Facts]),
)
