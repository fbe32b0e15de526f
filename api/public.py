"""The one dataset the API speaks of: the public record, never a reader's upload or made-up data."""

from functools import cache

from analytics.query.vocabulary import Vocabulary
from data.datasets import named
from data.store import Dataset

NAME = "public_record"


@cache
def dataset() -> Dataset:
    """The public record, as every reader of the pages gets it."""
    return named(NAME)


@cache
def vocabulary() -> Vocabulary:
    """The codes the public record knows."""
    return Vocabulary.of(dataset())
