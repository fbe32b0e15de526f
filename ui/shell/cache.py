"""Cached answers and figures: keyed by question, filters and dataset version. The only cache.

They are shared, not copied, so nobody may change a frame in place. What is in words is kept by its
language. What comes out of a file a reader brought is kept for that reader's session alone.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar

import streamlit as st

from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.query.ask import Answer, ask
from analytics.query.dimensions import DIMENSIONS, Dimension
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
    for remembering in _OF_SESSION.values():
        remembering.clear()


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
        own: Vocabulary = _vocabulary_of_session(_standing(source), source)
        return own
    if (standing := _standing(source)) not in _VOCABULARIES and len(_VOCABULARIES) >= MOST:
        _VOCABULARIES.clear()
    return _VOCABULARIES.get(standing) or _VOCABULARIES.setdefault(standing, Vocabulary.of(source))


def answer(metrics: Sequence[Metric], filters: Filters, by: Sequence[Dimension] = ()) -> Answer:
    """`ask`, remembered."""
    source = dataset()
    keys, dimensions = tuple(m.key for m in metrics), tuple(d.key for d in by)
    answered: Answer = _kept(source, "answer")(_standing(source), keys, filters, dimensions, source)
    return answered


def remembered(question: Callable[..., Any], filters: Filters, **more: object) -> Any:  # noqa: ANN401
    """What a question answers, remembered: one of a subject, or `question` with its `name`."""
    source = dataset()
    name = f"{question.__module__}.{question.__qualname__}"
    remember = _kept(source, "rows")
    return remember(_standing(source), name, filters, tuple(sorted(more.items())), source, question)


def drawn(build: Callable[..., Made], filters: Filters, **more: object) -> Made:
    """A figure or message of analytics, remembered: `build` takes queries, filters and `more`."""
    source = dataset()
    # Both are in words, so their language is part of the key.
    name = f"{build.__module__}.{build.__qualname__} {language()}"
    remember = _kept(source, "made")
    made: Made = remember(_standing(source), name, filters, tuple(sorted(more.items())), build)
    return made


def queries() -> Queries:
    """What figures and messages ask with here: answers that are remembered."""
    return Queries(answer, remembered, vocabulary())


def _standing(source: Dataset) -> str:
    """What answers depend on besides what was asked: the facts, and the day they are seen from."""
    return f"{source.version} {source.newest}"


def _kept(source: Dataset, what: str) -> Callable[..., Any]:
    """What remembers: for everybody, or for a session that brought its own file."""
    return (_OF_SESSION if source.key == UPLOAD else _OF_ALL)[what]


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


def _answer(
    version: str, keys: tuple[str, ...], filters: Filters, by: tuple[str, ...], _dataset: Dataset
) -> Answer:
    return ask(_dataset, [METRICS[key] for key in keys], filters, [DIMENSIONS[key] for key in by])


def _rows(
    version: str,
    name: str,
    filters: Filters,
    more: tuple[tuple[str, object], ...],
    _dataset: Dataset,
    _question: Callable[..., Any],
) -> Any:  # noqa: ANN401
    return _question(_dataset, filters, **dict(more))


def _made(
    version: str,
    name: str,
    filters: Filters,
    more: tuple[tuple[str, object], ...],
    _build: Callable[..., Made],
) -> Made:
    return _build(queries(), filters, **dict(more))


_OF_ALL = {
    "answer": st.cache_resource(show_spinner=False, max_entries=1000)(_answer),
    "rows": st.cache_resource(show_spinner=False, max_entries=1000)(_rows),
    "made": st.cache_resource(show_spinner=False, max_entries=600)(_made),
}
_OF_SESSION = {
    "vocabulary": _vocabulary_of_session,
    "answer": st.cache_resource(show_spinner=False, max_entries=200, scope="session")(_answer),
    "rows": st.cache_resource(show_spinner=False, max_entries=200, scope="session")(_rows),
    "made": st.cache_resource(show_spinner=False, max_entries=100, scope="session")(_made),
}
