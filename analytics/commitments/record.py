"""One commitment's record: all that is known of it on the as-of day, untranslated."""

from collections.abc import Sequence
from dataclasses import dataclass

from analytics.presentation.words import Row
from analytics.query.ask import records
from analytics.query.filters import Filters
from analytics.query.named import question
from data.store import Dataset

LONGEST = 40
"""Letters of an unknown number that are compared; no number is longer, a broken link may be."""


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """The facts of one commitment and what hangs on it; lists may be empty.

    `facts` are the columns of sql/commitment.sql, the other parts those of their own files.
    """

    facts: Row
    place: Row
    tags: Sequence[Row]
    looks: Sequence[Row]
    milestones: Sequence[Row]
    revisions: Sequence[Row]


def record(dataset: Dataset, filters: Filters, *, commitment: str) -> Record | None:
    """The record of a commitment, by its number in any case; None where there is none.

    Of the filters only the as-of day matters.
    """

    def rows_of(name: str, **more: object) -> list[Row]:
        return list(records(question(dataset, filters, name=name, **more)))

    for facts in rows_of("commitments/commitment", commitment=commitment.strip()):
        id_here = facts["commitment_id"]
        [place] = rows_of("commitments/neighbours", commitment=id_here, plan=facts["plan_id"])
        parts = ("tags", "assessments", "milestones", "revisions")
        return Record(
            facts, place, *(rows_of(f"commitments/{part}", commitment=id_here) for part in parts)
        )
    return None


def likest(dataset: Dataset, filters: Filters, *, commitment: str) -> list[Row]:
    """The commitments whose numbers look most like an unknown one, five at most."""
    shortened = commitment.strip()[:LONGEST]
    return list(
        records(
            question(dataset, filters, name="commitments/commitments_like", commitment=shortened)
        )
    )
