"""What needs attention: short findings, each with the filters that list what it speaks of."""

from dataclasses import dataclass

from analytics.query.filters import Filters
from analytics.query.listing import how_many
from data.store import Dataset
from i18n import NN_


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence for `count` commitments, and the list that holds exactly those."""

    singular: str
    plural: str
    count: int
    filters: Filters
    behind: str


@dataclass(frozen=True, slots=True)
class _Kind:
    singular: str
    plural: str
    changes: dict[str, tuple[str, ...]]
    behind: str = ""


KINDS = (
    _Kind(
        *NN_(
            "{count} commitment was unfinished after its due date when last assessed",
            "{count} commitments were unfinished after their due date when last assessed",
        ),
        {},
        "overdue.value",
    ),
    _Kind(
        *NN_(
            "{count} commitment has reached its due date and has no IRM rating on record",
            "{count} commitments have reached their due date and have no IRM rating on record",
        ),
        {"ratings": ("not_assessed",)},
        "due.value",
    ),
    _Kind(
        *NN_(
            "{count} commitment is not yet due",
            "{count} commitments are not yet due",
        ),
        {"timeliness": ("open_not_due",)},
    ),
    _Kind(
        *NN_(
            "{count} commitment belongs to a country that OGP has suspended",
            "{count} commitments belong to countries that OGP has suspended",
        ),
        {"participation": ("suspended",)},
    ),
)


def attention(dataset: Dataset, filters: Filters) -> tuple[Finding, ...]:
    """The findings that speak of at least one commitment within `filters`."""
    findings = []
    for kind in KINDS:
        narrowed = _narrowed(filters, kind.changes)
        count = how_many(dataset, narrowed, behind=kind.behind) if narrowed else 0
        if narrowed and count:
            findings.append(Finding(kind.singular, kind.plural, count, narrowed, kind.behind))
    return tuple(findings)


def _narrowed(filters: Filters, changes: dict[str, tuple[str, ...]]) -> Filters | None:
    """The filters narrowed; None where the reader's own choice leaves nothing of it."""
    merged = {
        field: tuple(code for code in wanted if code in (getattr(filters, field) or wanted))
        for field, wanted in changes.items()
    }
    return filters.with_(**merged) if all(merged.values()) else None
