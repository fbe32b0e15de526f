"""The stamp: what anybody needs to know to get the same numbers again."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from analytics.about import CREDIT, LICENCE, VERSION
from analytics.dimensions import Dimension
from analytics.filters import Filters
from analytics.metric import Metric
from data.store import Dataset


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where an answer comes from: dataset, day, filters, question, versions, credit."""

    dataset: str
    title: str
    made_up: bool
    dataset_version: str
    sha256: str
    app_version: str
    as_of: str
    filters: dict[str, str]
    metrics: dict[str, str]
    by: list[str]
    commitments: int
    licence: str
    credit: str

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def stamp(
    dataset: Dataset,
    filters: Filters,
    metrics: Sequence[Metric],
    by: Sequence[Dimension],
    commitments: int,
) -> Stamp:
    """The stamp of one answer; `commitments` is how many the filters left in view."""
    return Stamp(
        dataset=dataset.key,
        title=dataset.title,
        made_up=dataset.made_up,
        dataset_version=dataset.version,
        sha256=dataset.sha256,
        app_version=VERSION,
        as_of=str(filters.as_of or dataset.newest or ""),
        filters=filters.to_query(),
        metrics={metric.key: metric.definition for metric in metrics},
        by=[dimension.key for dimension in by],
        commitments=commitments,
        licence=LICENCE,
        credit=CREDIT,
    )
