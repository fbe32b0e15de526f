"""Whole questions with a fixed shape, each a file in its subject's folder: analytics/<subject>/sql.

A file may read the scopes of analytics/query/scopes.py: `in_view`, `plans_in_view` and their kin.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from analytics.metrics.kinds import Metric
from analytics.query.ask import Answer, ask, run
from analytics.query.dimensions import Dimension
from analytics.query.filters import Filters
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset

QUERIES = {
    f"{path.parents[1].name}/{path.stem}": path
    for path in sorted(Path(__file__).parents[1].glob("*/sql/*.sql"))
}
"""Every named query, `subject/name`, and its file."""


def question(dataset: Dataset, filters: Filters, *, name: str, **more: object) -> pd.DataFrame:
    """Answer the question in `name` (a key of `QUERIES`) within `filters`."""
    return run(dataset, sql_of(name), filters, **more)


@cache
def sql_of(name: str) -> str:
    """The file's text without the comments before it."""
    text = QUERIES[name].read_text(encoding="utf-8")
    return "\n".join(line for line in text.splitlines() if not line.startswith("--")).strip()


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A named query, a key of `QUERIES`, with what it takes besides the filters."""

    name: str
    more: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Queries:
    """One way to ask, whether or not what asks remembers.

    `answer` takes metrics, filters and dimensions; `run` a function of analytics, filters and what
    else it takes; `vocabulary` has the codes of the same dataset.
    """

    answer: Callable[..., Answer]
    run: Callable[..., Any]
    vocabulary: Vocabulary

    @classmethod
    def of(cls, dataset: Dataset, vocabulary: Vocabulary | None = None) -> "Queries":
        """Ask a dataset itself; several figures of one document share their answers."""
        answers: dict[object, Answer] = {}

        def answer(
            metrics: Sequence[Metric], filters: Filters, by: Sequence[Dimension] = ()
        ) -> Answer:
            key = (tuple(one.key for one in metrics), filters, tuple(one.key for one in by))
            if key not in answers:
                answers[key] = ask(dataset, metrics, filters, by)
            return answers[key]

        return cls(
            answer,
            lambda question, filters, **more: question(dataset, filters, **more),
            vocabulary or Vocabulary.of(dataset),
        )
