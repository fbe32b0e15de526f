"""The commitments behind a number: the same rows the number counted, page by page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

import pandas as pd

from analytics.codelists import AGREEMENT, TIMELINESS
from analytics.metrics.catalogue import METRICS
from analytics.metrics.sums import both
from analytics.query.address import number_of
from analytics.query.ask import count, run
from analytics.query.filters import Filters
from data.store import Dataset
from i18n import N_

PAGE = 50
"""Rows on a page of the list."""

COLUMNS = """
    commitment_id, country, plan_id, jurisdiction, level, period, commitment_number, label,
    lead_institution, rating_code, rating_stage, observed_on, observed_basis, due_text, due_day,
    timeliness, days_overdue, slip_days, replans, participation, government_rating,
    civil_society_rating, agreement, sectors
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
        possible = metric in METRICS and (part or "value") in METRICS[metric].conditions
        return cls(metric, part or "value") if possible else cls()

    @property
    def code(self) -> str:
        """The part as a link carries it; blank for all in view."""
        return f"{self.metric}.{self.part}" if self.metric else ""

    @property
    def condition(self) -> str:
        """The row condition, from the catalogue alone."""
        if not self.metric:
            return "true"
        metric = METRICS[self.metric]
        counted = metric.conditions[self.part]
        return both(metric.needs.sql, counted) if metric.needs else counted


@dataclass(frozen=True, slots=True)
class Sort:
    """A way to sort the list: its wording, its SQL, what comes first and what comes first reversed.

    What is not known comes last either way.
    """

    label: str
    sql: str
    first: str
    reversed: str
    descending: bool = False


_A_TO_Z, _Z_TO_A = N_("A to Z"), N_("Z to A")
_NEWEST, _OLDEST = N_("Newest first"), N_("Oldest first")
_STEPS = "['not_started', 'limited', 'substantial', 'complete']"
_CLASSES = f"{list(TIMELINESS)}"

SORTS: Mapping[str, Sort] = {
    "plan": Sort(N_("Action plan"), "plan_start", _NEWEST, _OLDEST, descending=True),
    "id": Sort(N_("Number"), "commitment_id", _A_TO_Z, _Z_TO_A),
    "label": Sort(N_("Commitment"), "strip_accents(lower(label))", _A_TO_Z, _Z_TO_A),
    "country": Sort(N_("Country"), "country", _A_TO_Z, _Z_TO_A),
    "institution": Sort(
        N_("Lead institution"), "strip_accents(lower(lead_institution))", _A_TO_Z, _Z_TO_A
    ),
    "rating": Sort(
        N_("Latest rating"), f"nullif(list_position({_STEPS}, rating_code), 0)",
        N_("Most complete first"), N_("Least complete first", context="commitments carried out"),
        descending=True,
    ),
    "observed": Sort(N_("Last assessed"), "observed_on", _NEWEST, _OLDEST, descending=True),
    "due": Sort(N_("Due", context="a date"), "due_day", N_("Earliest first"), N_("Latest first")),
    "timeliness": Sort(
        N_("Timeliness"), f"list_position({_CLASSES}, timeliness)",
        N_("Done first"), N_("Unknown first"),
    ),
    "late": Sort(
        N_("Days late"), "days_overdue", N_("Longest first"), N_("Shortest first"), descending=True
    ),
    "slip": Sort(
        N_("Days moved"), "slip_days", N_("Longest first"), N_("Shortest first"), descending=True
    ),
    "others": Sort(
        N_("Other ratings"), f"list_position({list(AGREEMENT)}, agreement)",
        N_("Differing first"), N_("Unrated first"),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Order:
    """The order of a list: a key of SORTS, in its usual direction or reversed."""

    key: str = "plan"
    reversed: bool = False

    @classmethod
    def from_code(cls, code: str) -> Self:
        """Read `due`, or `-due` for it reversed; what is not known means the usual order."""
        key = code.removeprefix("-")
        return cls(key, code.startswith("-")) if key in SORTS else cls()

    @property
    def code(self) -> str:
        """The order as a link carries it; blank for the usual one."""
        code = f"-{self.key}" if self.reversed else self.key
        return "" if self == Order() else code

    @property
    def sql(self) -> str:
        """Ties settle by country, plan and number, so pages never overlap."""
        sort = SORTS[self.key]
        way = "desc" if sort.descending is not self.reversed else "asc"
        return f"{sort.sql} {way} nulls last, country, plan_start, plan_id, commitment_id"

    def by(self, key: str) -> Self:
        """The order after a click on a column: sorted by it, or turned round if it was already."""
        return type(self)(key, not self.reversed if key == self.key else False)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a list of `count` rows. Numbers start at one."""

    number: int
    count: int

    @classmethod
    def of(cls, page: str, count: int) -> Self:
        """The page a link asks for, or the nearest there is."""
        return cls(min(max(number_of(page), 1), cls(1, count).pages), count)

    @property
    def pages(self) -> int:
        return max(-(-self.count // PAGE), 1)

    @property
    def offset(self) -> int:
        return (self.number - 1) * PAGE

    @property
    def first(self) -> int:
        """The number of the first row on this page."""
        return min(self.offset + 1, self.count)

    @property
    def last(self) -> int:
        """The number of the last row on this page."""
        return min(self.offset + PAGE, self.count)


def commitments(
    dataset: Dataset,
    filters: Filters,
    *,
    behind: str = "",
    sort: str = "",
    offset: int = 0,
    limit: int = PAGE,
) -> pd.DataFrame:
    """A page of the commitments in view that a number counted. One row a commitment.

    `behind` is the code of a `Behind`, `sort` that of an `Order`.
    """
    sql = f"""
        select {COLUMNS} from in_view
        where {Behind.from_code(behind).condition}
        order by {Order.from_code(sort).sql}
        limit $limit offset $offset
    """
    return run(dataset, sql, filters, limit=limit, offset=offset)


def how_many(dataset: Dataset, filters: Filters, *, behind: str = "") -> int:
    """How many commitments the list has: the number that was clicked."""
    [many] = count(dataset, filters, Behind.from_code(behind).condition)
    return many
