"""Cached answers and figures: keyed by question, filters and dataset version. The only cache.

They are shared, not copied, so nobody may change a frame in place. What is in words is kept by its
language. What comes out of a file a reader brought is kept for that reader's session alone.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, TypeVar

import streamlit as st

from analytics.metrics.kinds import Metric
from analytics.query.ask import Answer, ask
from analytics.query.dimensions import Dimension
from analytics.query.filters import Filters
from analytics.query.named import Queries
from analytics.query.vocabulary import Vocabulary
from data import datasets
from data.store import Dataset, seen_today
from i18n import language
from ui.shell.upload_session import UPLOAD, in_use

Made = TypeVar("Made")

OWN = "own"
USUAL = datasets.default() if datasets.default() in datasets.NAMES else OWN
"""The dataset of whoever asks for none: one of ours, or the file this server offers."""
OFFERED = tuple(dict.fromkeys((USUAL, *datasets.NAMES)))


def dataset() -> Dataset:
    """The dataset this reader looks at."""
    code = st.session_state.get("dataset") or USUAL
    own = in_use() if code == UPLOAD else None
    code = code if code in OFFERED else USUAL
    return seen_today(own or (_published() if code == OWN else _named(code)))


def usual() -> Dataset:
    """The dataset of whoever asks for none, outside of any reader's run, too."""
    reading = datasets.served(datasets.default()) if USUAL == OWN else _named(USUAL)
    return seen_today(reading)


def title_of(code: str) -> str:
    """The name of a dataset that is offered to everybody, still to be translated."""
    return datasets.NAMES.get(code) or _published().title


def begin() -> None:
    """A run begins: what was published since the last one is seen from here on."""
    st.session_state.pop("_published", None)


def let_go() -> None:
    """Forget every answer that came out of this reader's own file."""
    _of_session.clear()
    _vocabulary_of_session.clear()


def _published() -> Dataset:
    """The file this server offers, the same one throughout a run."""
    if "_published" not in st.session_state:
        st.session_state._published = datasets.served(datasets.default())
    published: Dataset = st.session_state._published
    return published


def vocabulary() -> Vocabulary:
    """The codes of the dataset this reader looks at."""
    return vocabulary_of(dataset())


def vocabulary_of(source: Dataset) -> Vocabulary:
    """The codes of a dataset."""
    if source.key == UPLOAD:
        own: Vocabulary = _vocabulary_of_session(version=_standing(source), _dataset=source)
        return own
    if (standing := _standing(source)) not in _VOCABULARIES and len(_VOCABULARIES) >= MOST:
        _VOCABULARIES.clear()
    return _VOCABULARIES.get(standing) or _VOCABULARIES.setdefault(standing, Vocabulary.of(source))


def answer(metrics: Sequence[Metric], filters: Filters, by: Sequence[Dimension] = ()) -> Answer:
    """`ask`, remembered."""
    of = " ".join([*(metric.key for metric in metrics), "by", *(one.key for one in by)])
    source = dataset()
    return _kept(source, of, filters, {}, lambda: ask(source, metrics, filters, by))


def remembered(question: Callable[..., Any], filters: Filters, **more: object) -> Any:  # noqa: ANN401
    """What a question answers, remembered: one of a subject, or `question` with its `name`."""
    source = dataset()
    return _kept(source, _path(question), filters, more, lambda: question(source, filters, **more))


def drawn(build: Callable[..., Made], filters: Filters, **more: object) -> Made:
    """A figure or message of analytics, remembered: `build` takes queries, filters and `more`."""
    # Both are in words, so their language is part of the key.
    name = f"{_path(build)} {language()}"
    return _kept(dataset(), name, filters, more, lambda: build(queries(), filters, **more))


def queries() -> Queries:
    """What figures and messages ask with here: answers that are remembered."""
    return Queries(answer, remembered, vocabulary())


def _standing(source: Dataset) -> str:
    """What answers depend on besides what was asked: the facts, and the day they are seen from."""
    return f"{source.version} {source.newest}"


def _path(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def _kept(
    source: Dataset,
    name: str,
    filters: Filters,
    more: Mapping[str, object],
    make: Callable[[], Made],
) -> Made:
    """What was made of this before, for everybody or for a session that brought its own file."""
    remember = _of_session if source.key == UPLOAD else _of_all
    spelt_out = f"{_standing(source)} {name} {_spelt_out(filters)}"
    made: Made = remember(key=(spelt_out, *sorted(more.items())), _make=make)
    return made


# Streamlit would take filters apart field by field at each look, and look an argument's name up
# wherever it is not given (docs/performance.md, 26).
@lru_cache(4096)
def _spelt_out(filters: Filters) -> str:
    return repr(filters)


@st.cache_resource(show_spinner=False, max_entries=2000)
def _of_all(key: tuple[object, ...], _make: Callable[[], Any]) -> Any:  # noqa: ANN401
    return _make()


@st.cache_resource(show_spinner=False, max_entries=400, scope="session")
def _of_session(key: tuple[object, ...], _make: Callable[[], Any]) -> Any:  # noqa: ANN401
    return _make()


# A dataset of ours and its vocabulary are wanted some forty times a run. To look them up in
# Streamlit's cache took as long as the answers and figures of the page together.
@cache
def _named(name: str) -> Dataset:
    return datasets.named(name)


_VOCABULARIES: dict[str, Vocabulary] = {}
MOST = 8
"""Datasets offered to everybody, in former versions too, whose vocabulary is kept."""


@st.cache_resource(show_spinner=False, max_entries=2, scope="session")
def _vocabulary_of_session(version: str, _dataset: Dataset) -> Vocabulary:
    return Vocabulary.of(_dataset)
