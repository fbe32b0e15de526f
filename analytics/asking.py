"""How a message gets its answers: asked at once, or through somebody's memory of answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from analytics.ask import Answer, ask
from analytics.vocabulary import Vocabulary
from data.store import Dataset


@dataclass(frozen=True, slots=True, eq=False)
class Asking:
    """`answer` takes metrics, filters and dimensions; `asked` a function of analytics, filters and
    what else it takes; `words` are the codes of the same dataset."""

    answer: Callable[..., Answer]
    asked: Callable[..., Any]
    words: Vocabulary

    @classmethod
    def of(cls, dataset: Dataset) -> "Asking":
        """Ask a dataset itself."""
        return cls(
            lambda metrics, filters, by=(): ask(dataset, metrics, filters, by),
            lambda question, filters, **more: question(dataset, filters, **more),
            Vocabulary.of(dataset),
        )
