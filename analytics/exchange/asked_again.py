"""Asking again: what a stamp says was asked, put to a dataset once more."""

import hashlib
import json
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.query.ask import Answer, ask, records
from analytics.query.dimensions import DIMENSIONS, Dimension
from analytics.query.filters import Filters
from analytics.query.named import QUERIES, NamedQuery, question
from analytics.query.stamp import Stamp
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset

FORMER_NAMES: Mapping[str, str] = tomllib.loads(
    Path(__file__).with_name("former_names.toml").read_text(encoding="utf-8")
)
"""Names that queries had: stamps of files handed out then still say them."""


class NotAsked(ValueError):
    """The stamp speaks of metrics, dimensions, filters or questions the monitor does not have."""


def ask_again(dataset: Dataset, stamp: Stamp) -> Answer:
    """The answer a stamp speaks of, from the data of today. Raises NotAsked."""
    return ask(dataset, metrics_of(stamp), filters_of(stamp, dataset), dimensions_of(stamp))


def question_again(dataset: Dataset, stamp: Stamp, query: NamedQuery) -> pd.DataFrame:
    """The rows of a named question within a stamp's filters. Raises NotAsked."""
    # The name comes out of a file somebody brings: only the names of our own files are followed.
    name = FORMER_NAMES.get(query.name, query.name)
    if name not in QUERIES:
        raise NotAsked(query.name)
    within, more = filters_of(stamp, dataset), query.more or {}
    if within.parameters(dataset.newest).keys() & more.keys():  # the filters are the stamp's to say
        raise NotAsked(query.name)
    try:
        return question(dataset, within, name=name, **more)
    except (duckdb.Error, TypeError) as problem:
        raise NotAsked(query.name) from problem


def metrics_of(stamp: Stamp) -> list[Metric]:
    """The metrics of a stamp. Raises NotAsked on one the catalogue does not have."""
    if strangers := [key for key in stamp.metrics if key not in METRICS]:
        raise NotAsked(", ".join(strangers))
    return [METRICS[key] for key in stamp.metrics]


def dimensions_of(stamp: Stamp) -> list[Dimension]:
    """What a stamp's answer was broken down by. Raises NotAsked on an unknown one."""
    if strangers := [key for key in stamp.by if key not in DIMENSIONS]:
        raise NotAsked(", ".join(map(str, strangers)))
    return [DIMENSIONS[key] for key in stamp.by]


def filters_of(stamp: Stamp, dataset: Dataset) -> Filters:
    """The filters of a stamp, standing on its as-of day. Raises NotAsked on unknown codes."""
    chosen = {key: code for key, code in stamp.filters.items() if key != "as_of"}
    filters, notices = Filters.from_query(chosen, Vocabulary.of(dataset))
    if notices:
        raise NotAsked(", ".join(notice.value for notice in notices))
    try:
        return filters.with_(as_of=date.fromisoformat(stamp.as_of) if stamp.as_of else None)
    except ValueError as problem:
        raise NotAsked(stamp.as_of) from problem


def fingerprint(frames: Sequence[pd.DataFrame]) -> str:
    """SHA-256 over rows and columns, with numbers to ten digits so that no last bit decides."""
    cells = [[*frame.columns, *map(_cells, records(frame))] for frame in frames]
    return hashlib.sha256(json.dumps(cells, default=str).encode()).hexdigest()


def _cells(row: Mapping[str, Any]) -> list[Any]:
    return [f"{value:.10g}" if isinstance(value, float) else value for value in row.values()]
