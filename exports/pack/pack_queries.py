"""How to get a number again: its SQL with parameters, and the command that asks for it."""

import json
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from analytics.evaluation import cohorts, limits, sensitivity, transitions
from analytics.evaluation.grades import mixes_sql
from analytics.evaluation.matrix import MATRIX
from analytics.evaluation.review import in_focus
from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.presentation.answers import as_csv
from analytics.query.ask import Answer, ask, parameters
from analytics.query.dimensions import COUNTRY, PLAN_YEAR, Dimension
from analytics.query.filters import MANY, Filters
from analytics.query.named import sql_of
from analytics.query.scopes import scoped
from data.datasets import NAMES
from data.store import Dataset

METRIC_KEYS: tuple[str, ...] = tuple(
    dict.fromkeys(["commitments", "coverage", *(key for line in MATRIX for key in line.indicators)])
)
"""The metrics of the review matrix, with what every rate needs beside it."""
BREAKDOWNS: dict[str, tuple[Dimension, ...]] = {
    "together": (),
    "by-country": (COUNTRY,),
    "by-plan-year": (PLAN_YEAR,),
}
FOCUS = "in-programme-sectors"


@dataclass(frozen=True, slots=True, eq=False)
class Breakdown:
    """An answer of the composer with the command that gives it again, as CSV."""

    name: str
    answer: Answer
    metrics: tuple[Metric, ...]
    by: tuple[Dimension, ...]
    filters: Filters
    command: str
    csv: str


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """A query with the values of its parameters. `text` is a file that says both."""

    name: str
    sql: str
    values: dict[str, Any]

    @property
    def text(self) -> str:
        lines = [
            f"-- ${name} = {json.dumps(value, default=str)}" for name, value in self.values.items()
        ]
        return "\n".join(["-- Parameters:", *lines, "", self.sql.strip(), ""])


def answers(dataset: Dataset, filters: Filters) -> tuple[Breakdown, ...]:
    """The metrics of the matrix together, by country and by the year plans began.

    Last what the matrix narrows: the commitments in the sectors the programme names.
    """
    metrics = tuple(METRICS[key] for key in METRIC_KEYS)
    answered = [_breakdown(dataset, filters, name, metrics, by) for name, by in BREAKDOWNS.items()]
    if narrowed := in_focus(filters):
        answered.append(_breakdown(dataset, narrowed, FOCUS, (METRICS["commitments"],), ()))
    return tuple(answered)


def _breakdown(
    dataset: Dataset,
    filters: Filters,
    name: str,
    metrics: tuple[Metric, ...],
    by: tuple[Dimension, ...],
) -> Breakdown:
    answer = ask(dataset, metrics, filters, by)
    asks = command(dataset, filters, metrics, by)
    return Breakdown(name, answer, metrics, by, filters, asks, as_csv(answer, metrics, by))


def command(
    dataset: Dataset, filters: Filters, metrics: Sequence[Metric], by: Sequence[Dimension] = ()
) -> str:
    """The command that asks the same, in the words of a shell. The as-of day is always stated."""
    parts = ["python", "-m", "analytics", "ask"]
    parts += [word for metric in metrics for word in ("--metric", metric.key)]
    parts += [word for dimension in by for word in ("--by", dimension.key)]
    parts += [word for where in _where(filters) for word in ("--where", where)]
    parts += ["--as-of", (filters.as_of or dataset.newest).isoformat()]
    if dataset.key != "public_record":
        parts += ["--dataset", dataset.key if dataset.key in NAMES else "YOUR-FILE.xlsx"]
    return shlex.join([*parts, "--format", "csv"])


def queries(dataset: Dataset, filters: Filters, answered: Sequence[Breakdown]) -> tuple[Query, ...]:
    """The SQL of every number of an evidence pack."""
    composed = [
        Query(f"ask-{one.name}", one.answer.sql, parameters(dataset, one.answer.sql, one.filters))
        for one in answered
    ]
    named: list[tuple[str, str, dict[str, object]]] = [
        (f"cohorts-{months}-months-{by.replace('_', '-')}", sql_of(cohorts.NAME),
         {"months": months, "cohort": by})
        for months in cohorts.MONTHS
        for by in cohorts.COHORTS
    ]  # fmt: skip
    named += [
        (name.removeprefix("evaluation/"), sql_of(name), {})
        for name in (transitions.NAME, sensitivity.NAME, limits.NAME)
    ]
    named.append(("evidence-grades", mixes_sql(METRIC_KEYS), {}))
    whole = [(name, scoped(sql, filters), more) for name, sql, more in named]
    return (
        *composed,
        *(Query(name, sql, parameters(dataset, sql, filters, **more)) for name, sql, more in whole),
    )


def _where(filters: Filters) -> Iterator[str]:
    for key, codes in filters.to_query().items():
        if key in MANY:
            yield from (f"{key}={code}" for code in codes.split(","))
        elif key != "as_of":
            yield f"{key}={codes}"
