"""The one dataset the API speaks of: the public record, never a reader's upload or made-up data."""

from datetime import date
from functools import cache, lru_cache

from analytics.query.vocabulary import Vocabulary
from data.datasets import named
from data.store import Dataset, seen_today

NAME = "public_record"


def dataset() -> Dataset:
    """The public record, as every reader of the pages gets it."""
    return seen_today(_opened())


@cache
def _opened() -> Dataset:
    return named(NAME)


def vocabulary() -> Vocabulary:
    """The codes the public record knows."""
    return _known_on(dataset().newest)


@lru_cache(maxsize=4)
def _known_on(_day: date) -> Vocabulary:
    return Vocabulary.of(dataset())
