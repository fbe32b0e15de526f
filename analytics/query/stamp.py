"""The stamp: what anybody needs to know to get the same numbers again."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from analytics.metrics.kinds import Metric
from analytics.query.address import written
from analytics.query.dimensions import Dimension
from analytics.query.filters import Filters
from data.store import Dataset
from i18n import N_, t
from settings import settings


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where an answer comes from: dataset, day, filters, question, versions, credit.

    `commitments` is how many the filters left in view, `missing` how many of them no IRM rating
    on the four-step scale speaks of. `definitions` is the fingerprint of the metrics' wording and
    sums: where it differs, the same words may hide another number.
    """

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
    missing: int = 0
    definitions: str = ""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    def source_of(self, metric: Metric) -> str:
        """Who states the facts behind a metric: of data that are not OGP's, whoever is credited."""
        return metric.source.credit if self.credit == CREDIT else self.credit

    @property
    def link(self) -> str:
        """What leads to the same view: dataset, filters, as-of date, version of the data."""
        chosen = self.dataset if self.dataset in ("demo", "upload") else ""
        parts = {**self.filters, "dataset": chosen, "as_of": self.as_of, "v": self.dataset_version}
        return written("", parts=parts.items())


def stamp(
    dataset: Dataset,
    filters: Filters,
    metrics: Sequence[Metric],
    by: Sequence[Dimension],
    commitments: int,
    missing: int = 0,
) -> Stamp:
    """The stamp of one answer, with how many commitments are in view and how many unrated."""
    credit, licence = credit_of(dataset)
    return Stamp(
        dataset=dataset.key,
        title=dataset.title,
        made_up=dataset.made_up,
        dataset_version=dataset.version,
        sha256=dataset.sha256,
        app_version=VERSION,
        as_of=str(filters.as_of or dataset.newest),
        filters=filters.to_query(),
        metrics={metric.key: metric.definition for metric in metrics},
        by=[dimension.key for dimension in by],
        commitments=commitments,
        licence=licence,
        credit=credit,
        missing=missing,
        definitions=definitions(metrics),
    )


def definitions(metrics: Sequence[Metric]) -> str:
    """The fingerprint of what these metrics mean: their words and their sums, blank for none."""
    if not metrics:
        return ""
    meant = [[metric.key, metric.definition, metric.over, metric.columns()] for metric in metrics]
    return hashlib.sha256(json.dumps(meant).encode()).hexdigest()[:12]


NAME = N_("EaP Open Government Monitor")
VERSION = "0.1.0"
LICENCE = "CC BY 4.0"
CREDIT = N_("Open Government Partnership and its Independent Reporting Mechanism")
OWNERS = N_(
    "The owner of this file; for facts of OGP and its IRM in it, the Open Government Partnership"
)
OWNED = ("upload", "own")  # the keys of what a reader brought, and of what the server's owner did


def called() -> str:
    """What whoever runs the monitor calls it, else its own name in the reader's language."""
    return settings().name or t(NAME)


def credit_of(dataset: Dataset) -> tuple[str, str]:
    """Whom to credit for a dataset, and its licence: nobody is named for what is not theirs."""
    if dataset.made_up:
        return NAME, "MIT"
    return (OWNERS if dataset.key in OWNED else CREDIT), LICENCE
