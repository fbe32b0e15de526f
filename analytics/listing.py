"""The commitments behind a number: the same rows the number counted, page by page."""

from dataclasses import dataclass
from typing import Any, Self

import pandas as pd

from analytics.ask import PICKED, run
from analytics.filters import Filters
from analytics.metrics import METRICS
from data.store import Dataset

SORTS = {
    "id": "commitment_id",
    "label": "label nulls last, commitment_id",
    "country": "country, plan_start, commitment_id",
    "plan": "plan_start desc, country, plan_id, commitment_id",
    "due": "due_day nulls last, commitment_id",
    "observed": "observed_on desc nulls last, commitment_id",
    "late": "days_overdue desc nulls last, commitment_id",
    "rating": (
        "list_position(['complete', 'substantial', 'limited', 'not_started', 'withdrawn',"
        " 'no_evidence', 'unclear', 'not_assessed'], rating_code), commitment_id"
    ),
}
COLUMNS = """
    commitment_id, country, plan_id, jurisdiction, level, period, commitment_number, label,
    lead_institution, rating_code, rating_stage, observed_on, observed_basis, due_text, due_day,
    timeliness, days_overdue, participation, government_rating, civil_society_rating, sectors
"""


@dataclass(frozen=True, slots=True)
class Behind:
    """Which counted part of which metric a list shows; without a metric, all in view."""

    metric: str = ""
    part: str = "value"

    @classmethod
    def from_code(cls, code: str) -> Self:
        """Read `implementation_rate.numerator`; what is not known means all in view."""
        metric, _, part = code.partition(".")
        known = metric in METRICS and (part or "value") in METRICS[metric].conditions
        return cls(metric, part or "value") if known else cls()

    @property
    def code(self) -> str:
        """The part as a link carries it; blank for all in view."""
        return f"{self.metric}.{self.part}" if self.metric else ""

    @property
    def condition(self) -> str:
        """The row condition, from the catalogue alone."""
        return METRICS[self.metric].conditions[self.part] if self.metric else "true"


def commitments(
    dataset: Dataset,
    filters: Filters,
    *,
    behind: str = "",
    sort: str = "plan",
    offset: int = 0,
    limit: int = 50,
) -> pd.DataFrame:
    """A page of the commitments in view that a number counted. One row a commitment.

    `sort` is a key of SORTS; ties settle by id, so pages never overlap.
    """
    sql = f"""
        select {COLUMNS} from {PICKED}
        where {Behind.from_code(behind).condition}
        order by {SORTS.get(sort, SORTS["plan"])}
        limit $limit offset $offset
    """
    return run(dataset, sql, filters, limit=limit, offset=offset)


def how_many(dataset: Dataset, filters: Filters, *, behind: str = "") -> int:
    """How many commitments the list has: the number that was clicked."""
    sql = f"select count(*) as n from {PICKED} where {Behind.from_code(behind).condition}"
    found: Any = run(dataset, sql, filters)["n"].item()
    return int(found)
