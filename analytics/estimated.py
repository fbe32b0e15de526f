"""Metrics no single SQL aggregate can give: what SQL gathers for a group, Python works out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from analytics.metric import Metric, Rate, Relation

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
