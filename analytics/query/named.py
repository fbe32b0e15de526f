"""Whole questions with a fixed shape, each a file in its subject's folder: analytics/<subject>/sql.

A file may read `in_view` (the picked commitments), `plans_in_view` and `published_in_view`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from analytics.query.ask import PICKED, PLANS, PUBLISHED, Answer, ask, run
from analytics.query.filters import Filters
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset

QUERIES = {
    f"{path.parents[1].name}/{path.stem}": path
    for path in sorted(Path(__file__).parents[1].glob("*/sql/*.sql"))
}
"""Every named query, `subject/name`, and its file."""
SCOPES = {"in_view": PICKED, "plans_in_view": PLANS, "published_in_view": PUBLISHED}


def question(dataset: Dataset, filters: Filters, *, name: str, **more: object) -> pd.DataFrame:
    """Answer the question in `name` (a key of `QUERIES`) within `filters`."""
    return run(dataset, sql_of(name), filters, **more)


@cache
def sql_of(name: str) -> str:
    """The file's text with the views it reads put in front."""
    text = QUERIES[name].read_text(encoding="utf-8")
    body = "\n".join(line for line in text.splitlines() if not line.startswith("--")).strip()
    scopes = [
        f"{scope} as (select * from {rows})" for scope, rows in SCOPES.items() if scope in body
    ]
    if not scopes:
        return body
    rest = f", {body.removeprefix('with ')}" if body.startswith("with ") else f"\n{body}"
    return f"with {', '.join(scopes)}{rest}"


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A named query, a key of `QUERIES`, with what it takes besides the filters."""

    name: str
    more: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Queries:
    """One way to ask, whether or not what asks remembers.

    `answer` takes metrics, filters and dimensions; `run` a function of analytics, filters and what
    else it takes; `words` are the codes of the same dataset.
    """

    answer: Callable[..., Answer]
    run: Callable[..., Any]
    words: Vocabulary

    @classmethod
    def of(cls, dataset: Dataset) -> "Queries":
        """Ask a dataset itself."""
        return cls(
            lambda metrics, filters, by=(): ask(dataset, metrics, filters, by),
            lambda question, filters, **more: question(dataset, filters, **more),
            Vocabulary.of(dataset),
        )
