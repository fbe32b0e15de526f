"""Metrics worked out from lists of whole numbers by an estimator, where a sum will not do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from analytics.metrics.kinds import Counted, Metric, Parts, Relation

Estimate = Mapping[str, float | int | None]
"""The parts of one estimated number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimated(Metric):
    """A number worked out from lists: `gathers` names what is taken from each row of `among`.

    `estimate` is called once a group with those lists as arrays of whole numbers, by name, and
    gives the parts of the number; a part it leaves out is not known.
    """

    among: str
    gathers: Mapping[str, str]
    estimate: Callable[..., Estimate]
    parts: Sequence[str]
    counts: Mapping[str, str]

    @property
    def conditions(self) -> Mapping[str, str]:
        return self.counts

    def columns(self) -> dict[str, str]:
        """The lists stand where the number will be; `worked_out` puts it there."""
        return self.aggregates() | dict.fromkeys(self.parts, "null::double")

    def aggregates(self) -> dict[str, str]:
        lists = ", ".join(
            f"'{name}': list({sql}) filter (where {self.among})"
            for name, sql in self.gathers.items()
        )
        return {"value": f"{{{lists}}}"}

    def worked_out(self, counted: Counted) -> Parts:
        estimates = [self._of(gathered) for gathered in counted["value"]]
        return {
            part: pd.Series([one.get(part) for one in estimates], counted["value"].index)
            for part in ("value", *self.parts)
        }

    def _of(self, gathered: Any) -> Estimate:  # noqa: ANN401 - a struct, or nothing
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
