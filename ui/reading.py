"""Cached answers: keyed by question, filters and dataset version. The only cache there is.

Answers are shared, not copied, so nobody may change a frame in place. Nothing translated is kept.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from analytics.ask import Answer, ask
from analytics.dimensions import DIMENSIONS, Dimension
from analytics.filters import Filters
from analytics.metric import Metric
from analytics.metrics import METRICS
from analytics.vocabulary import Vocabulary
from data.datasets import named
from data.store import Dataset


def dataset() -> Dataset:
    """The dataset this reader looks at."""
    return _named(st.session_state.get("dataset", "public_record"))


def vocabulary() -> Vocabulary:
    """The codes of the dataset this reader looks at."""
    asked = dataset()
    return _vocabulary(asked.version, asked)


def answer(metrics: Sequence[Metric], filters: Filters, by: Sequence[Dimension] = ()) -> Answer:
    """`ask`, remembered."""
    asked = dataset()
    keys, dimensions = tuple(m.key for m in metrics), tuple(d.key for d in by)
    return _answer(asked.version, keys, filters, dimensions, asked)


def asked(question: Callable[..., Any], filters: Filters, **more: object) -> Any:  # noqa: ANN401
    """A named question of analytics.questions and its kin, remembered."""
    known = dataset()
    return _asked(known.version, f"{question.__module__}.{question.__qualname__}", filters,
                  tuple(sorted(more.items())), known, question)  # fmt: skip


@st.cache_resource(show_spinner=False)
def _named(name: str) -> Dataset:
    return named(name)


@st.cache_resource(show_spinner=False, max_entries=8)
def _vocabulary(version: str, _dataset: Dataset) -> Vocabulary:
    return Vocabulary.of(_dataset)


@st.cache_resource(show_spinner=False, max_entries=1000)
def _answer(
    version: str, keys: tuple[str, ...], filters: Filters, by: tuple[str, ...], _dataset: Dataset
) -> Answer:
    return ask(_dataset, [METRICS[key] for key in keys], filters, [DIMENSIONS[key] for key in by])


@st.cache_resource(show_spinner=False, max_entries=1000)
def _asked(
    version: str,
    name: str,
    filters: Filters,
    more: tuple[tuple[str, object], ...],
    _dataset: Dataset,
    _question: Callable[..., Any],
) -> Any:  # noqa: ANN401
    return _question(_dataset, filters, **dict(more))
