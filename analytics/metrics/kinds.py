"""What a published number is: wording, unit, definition, source, sum and worked example.

A metric names row conditions (SQL over one row a commitment), never whole queries, so the same
condition counts the number and lists the commitments behind it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Literal

import numpy as np
import pandas as pd

from analytics.metrics.requirements import Need, Source

SMALL = 5
"""Fewer than this in a denominator: the rate is greyed and never ranked."""

Relation = Literal["commitments", "published", "milestones"]
"""What the rows are over which a metric counts. Milestones keep their commitment's columns."""


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: commitments drawn as a small table and the answer they give.

    Columns of `given` are those of `analytics.examples.dataset_of`; all may be left out. `gives`
    maps parts of the answer to values.
    """

    given: str
    gives: Mapping[str, float | None]
    as_of: date = date(2020, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """One published number. Label: capital first, no full stop; definition stands alone.

    In a dataset that does not hold what it `needs` the number and all its parts are null.
    """

    key: str
    label: str
    unit: str
    definition: str
    source: Source
    example: Example
    needs: Need | None = None
    decimals: int = 0
    better: Literal["higher", "lower"] | None = None
    over: ClassVar[Relation] = "commitments"

    @property
    def conditions(self) -> Mapping[str, str]:
        """The parts of the number that are countable commitments, as row conditions."""
        raise NotImplementedError

    def columns(self) -> dict[str, str]:
        """SQL aggregates by part; the part `value` is the number itself."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Metric):
    """How many commitments meet a condition. With none in view the count is not known."""

    counts: str

    @property
    def conditions(self) -> Mapping[str, str]:
        return {"value": self.counts}

    def columns(self) -> dict[str, str]:
        return {"value": counted(self.counts)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Metric):
    """Numerator over denominator with Wilson's 95 % interval and the number left out as unknown.

    `numerator` narrows `denominator`; `missing` is what could not be judged. Where `unsure` is
    given, the rate has bounds: none of those meets the numerator (`at_least`) or all do
    (`at_most`). While one is unsure the rate is those bounds: a single number, or an interval of
    one, would count what nobody knows as if it were no.
    """

    numerator: str
    denominator: str
    missing: str
    unsure: str = ""

    @property
    def conditions(self) -> Mapping[str, str]:
        return {
            "value": both(self.denominator, self.numerator),
            "numerator": both(self.denominator, self.numerator),
            "denominator": self.denominator,
            "missing": self.missing,
        }

    def columns(self) -> dict[str, str]:
        k, n = counted(both(self.denominator, self.numerator)), counted(self.denominator)
        shared = ratio(k, n) | {"missing": counted(self.missing)}
        return shared if not self.unsure else shared | self._bounds(k, n)

    def _bounds(self, k: str, n: str) -> dict[str, str]:
        unsure = counted(both(self.denominator, self.unsure))
        parts = ratio(k, n)
        return {
            part: f"case when {unsure} = 0 then {parts[part]} end"
            for part in ("value", "low", "high")
        } | {
            "at_least": f"{k} / nullif({n}, 0)",
            "at_most": f"({k} + {unsure}) / nullif({n}, 0)",
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread(Metric):
    """The median of a quantity with its quartiles, how many it rests on, and ageing buckets.

    `also` counts what else belongs beside it, by row conditions of its own.
    """

    quantity: str
    among: str
    buckets: Mapping[str, tuple[int, int | None]] = field(default_factory=dict)
    also: Mapping[str, str] = field(default_factory=dict)

    @property
    def conditions(self) -> Mapping[str, str]:
        within = {
            part: both(self.among, self._within(*bounds)) for part, bounds in self.buckets.items()
        }
        return {"value": self.among, "count": self.among} | within | dict(self.also)

    def columns(self) -> dict[str, str]:
        def quantile(share: float) -> str:
            return f"quantile_cont({self.quantity}, {share}) filter (where {self.among})"

        conditions = self.conditions
        return {
            "value": quantile(0.5),
            "lower_quartile": quantile(0.25),
            "upper_quartile": quantile(0.75),
        } | {part: counted(sql) for part, sql in conditions.items() if part != "value"}

    def _within(self, low: int, high: int | None) -> str:
        above = f"{self.quantity} >= {low}"
        return above if high is None else f"{above} and {self.quantity} <= {high}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedRate(Metric):
    """A ratio of totals somebody else published, summed over plans; no list stands behind it."""

    numerator: str
    denominator: str
    over: ClassVar[Relation] = "published"

    @property
    def conditions(self) -> Mapping[str, str]:
        return {}

    def columns(self) -> dict[str, str]:
        # A sum is wider than any count; as a count it stays a whole number for who reads it.
        k, n = (f"sum({total})::bigint" for total in (self.numerator, self.denominator))
        return ratio(k, n) | {
            "missing": counted(f"{self.denominator} is null"),
            "plans": counted(f"{self.denominator} is not null"),
            "mid_term_plans": counted(f"{self.denominator} is not null and stage = 'mid_term'"),
        }


def counted(condition: str) -> str:
    """How many rows meet a condition."""
    return f"count(*) filter (where {condition})"


def both(one: str, other: str) -> str:
    return f"({one}) and ({other})"


def ratio(k: str, n: str) -> dict[str, str]:
    """A ratio of two counts: value, parts, Wilson interval, and whether n is too small to rank."""
    return {
        "value": f"{k} / nullif({n}, 0)",
        "numerator": k,
        "denominator": n,
        "low": f"wilson_low({k}, {n})",
        "high": f"wilson_high({k}, {n})",
        "small": f"coalesce({n}, 0) < {SMALL}",
    }


Parts = Mapping[str, float | int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimated(Metric):
    """A number worked out from lists: `gathers` names what is taken from each row of `among`.

    `estimate` is called once a group with those lists as arrays of whole numbers, by name, and
    gives the parts of the number; a part it leaves out is not known.
    """

    among: str
    gathers: Mapping[str, str]
    estimate: Callable[..., Parts]
    parts: Sequence[str]
    counts: Mapping[str, str]

    @property
    def conditions(self) -> Mapping[str, str]:
        return self.counts

    def columns(self) -> dict[str, str]:
        """The lists stand where the number will be; `worked_out` puts it there."""
        lists = ", ".join(
            f"'{name}': list({sql}) filter (where {self.among})"
            for name, sql in self.gathers.items()
        )
        return {"value": f"{{{lists}}}"} | dict.fromkeys(self.parts, "null::double")

    def worked_out(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The frame of an answer with this metric's lists replaced by its numbers."""
        found = [self._of(gathered) for gathered in frame[self.key]]
        numbers = {
            self.key if part == "value" else f"{self.key}_{part}": [one.get(part) for one in found]
            for part in ("value", *self.parts)
        }
        return frame.assign(
            **{name: pd.Series(some, frame.index) for name, some in numbers.items()}
        )

    def _of(self, gathered: Any) -> Parts:  # noqa: ANN401 - a struct, or nothing
        if not isinstance(gathered, dict):
            return {}
        none: list[int] = []
        return self.estimate(
            **{
                name: np.asarray(none if some is None else some, dtype=np.int64)
                for name, some in gathered.items()
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneEstimate(Estimated):
    """An estimate from milestones; no list of commitments holds exactly what it counted."""

    over: ClassVar[Relation] = "milestones"


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneRate(Rate):
    """A rate of milestones; no list of commitments holds exactly what it counted."""

    over: ClassVar[Relation] = "milestones"

    @property
    def conditions(self) -> Mapping[str, str]:
        return {}
