"""What a published number is: wording, unit, definition, source, sum and worked example.

A metric names row conditions (SQL over one row a commitment), never whole queries, so the same
condition counts the number and lists the commitments behind it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, Literal

import numpy as np
import pandas as pd

from analytics.metrics.requirements import Need, Source
from analytics.metrics.sums import both, counted, divided, ratio, shares

Relation = Literal["commitments", "published", "milestones"]
"""What the rows are over which a metric counts. Milestones keep their commitment's columns."""
Counted = Mapping[str, pd.Series]
"""What was counted, by name of an aggregate: a value a group."""
Parts = Mapping[str, Any]
"""The parts of a number by name: a column of values, one a group."""
_EXAMPLES = tomllib.loads(Path(__file__).with_name("examples.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: commitments drawn as a small table and the answer they give.

    Columns of `given` are those of `dataset_of` in tests/spec/examples.py; all may be left out.
    `gives` maps parts of the answer to values.
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
    needs: Need | None = None
    plain: str = ""
    """What it says in other words, shown beneath the number at first sight."""
    decimals: int = 0
    better: Literal["higher", "lower"] | None = None
    over: ClassVar[Relation] = "commitments"

    @property
    def example(self) -> Example:
        """Its worked example, which stands in examples.toml."""
        drawn = _EXAMPLES[self.key]
        stated = {part: gives for part, gives in drawn["gives"].items() if gives != "unknown"}
        return Example(drawn["given"], dict.fromkeys(drawn["gives"]) | stated)

    @property
    def conditions(self) -> Mapping[str, str]:
        """The parts of the number that are countable commitments, as row conditions."""
        raise NotImplementedError

    def columns(self) -> dict[str, str]:
        """The SQL of every part, each by itself; the part `value` is the number itself."""
        raise NotImplementedError

    def aggregates(self) -> dict[str, str]:
        """The SQL of what has to be counted, from which `worked_out` makes the parts."""
        return self.columns()

    def worked_out(self, counted: Counted) -> Parts:
        """The parts of the number from its `aggregates`, a value a group."""
        return counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Metric):
    """How many commitments meet a condition. With none in view the count is not known.

    Of those that are `unsure` nobody knows whether they meet it: they are counted as `missing`.
    Only those `among` some can: the `whole`. Of none of these it is null, in words `lacking`.
    """

    counts: str
    unsure: str = ""
    among: str = ""
    lacking: str = ""

    @property
    def conditions(self) -> Mapping[str, str]:
        parts = {"value": self.counts, "whole": self.among, "missing": self.unsure}
        return {part: condition for part, condition in parts.items() if condition}

    def columns(self) -> dict[str, str]:
        sql = {part: counted(condition) for part, condition in self.conditions.items()}
        if self.among:
            sql["value"] = f"if({sql['whole']} > 0, {sql['value']}, null)"
        return sql


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Metric):
    """Numerator over denominator with Wilson's 95 % interval and the number left out as unknown.

    `numerator` narrows `denominator`; `missing` is what could not be judged. Where `unsure` is
    given, the rate has bounds: none of those meets the numerator (`at_least`) or all do
    (`at_most`). While one is unsure the rate is those bounds: a single number, or an interval of
    one, would count what nobody knows as if it were no. Of a `coding` what is missing is not coded,
    whether or not the commitment was assessed.
    """

    numerator: str
    denominator: str
    missing: str
    unsure: str = ""
    coding: bool = False

    @property
    def conditions(self) -> Mapping[str, str]:
        return {
            "value": both(self.denominator, self.numerator),
            "numerator": both(self.denominator, self.numerator),
            "denominator": self.denominator,
            "missing": self.missing,
        }

    def columns(self) -> dict[str, str]:
        sql = self.aggregates()
        shared = ratio(sql["numerator"], sql["denominator"]) | {"missing": sql["missing"]}
        return shared if not self.unsure else shared | self._bounds(**sql)

    def aggregates(self) -> dict[str, str]:
        sure = {
            "numerator": counted(both(self.denominator, self.numerator)),
            "denominator": counted(self.denominator),
            "missing": counted(self.missing),
        }
        if not self.unsure:
            return sure
        unsure = counted(both(self.denominator, self.unsure))
        return sure | {"unsure": unsure}

    def worked_out(self, counted: Counted) -> Parts:
        k, n = (counted[part].to_numpy(float) for part in ("numerator", "denominator"))
        parts = shares(k, n, counted["missing"].isna().to_numpy()) | {**counted}
        if not self.unsure:
            return parts
        unsure = counted["unsure"].to_numpy(float)
        certain = unsure == 0
        parts |= {p: np.where(certain, parts[p], np.nan) for p in ("value", "low", "high")}
        return parts | {"at_least": divided(k, n), "at_most": divided(k + unsure, n)}

    def _bounds(
        self, numerator: str, denominator: str, missing: str, unsure: str
    ) -> dict[str, str]:
        k, n, parts = numerator, denominator, ratio(numerator, denominator)
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
        sql = self.aggregates()
        return ratio(sql["numerator"], sql["denominator"]) | sql

    def aggregates(self) -> dict[str, str]:
        return {
            # A sum is wider than any count; as a count it stays a whole number for who reads it.
            "numerator": f"sum({self.numerator})::bigint",
            "denominator": f"sum({self.denominator})::bigint",
            "missing": counted(f"{self.denominator} is null"),
            "plans": counted(f"{self.denominator} is not null"),
            "mid_term_plans": counted(f"{self.denominator} is not null and stage = 'mid_term'"),
        }

    def worked_out(self, counted: Counted) -> Parts:
        k, n = (counted[part].to_numpy(float) for part in ("numerator", "denominator"))
        return {**shares(k, n, counted["missing"].isna().to_numpy()), **counted}


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneRate(Rate):
    """A rate of milestones; no list of commitments holds exactly what it counted."""

    over: ClassVar[Relation] = "milestones"

    @property
    def conditions(self) -> Mapping[str, str]:
        return {}
