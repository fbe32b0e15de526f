"""Drawn datasets for the evaluator's numbers."""

from collections.abc import Callable

import pytest

from analytics.query.vocabulary import Vocabulary
from data.store import Dataset
from tests.spec.examples import dataset_of

HEADS = "commitment_id | stage | source_kind | completion | source_url"


@pytest.fixture
def looked_at() -> Callable[[str], Dataset]:
    """A dataset of commitments A to G with these looks: `A | final | IRM | complete | http://x`."""

    def drawn(looks: str) -> Dataset:
        rows = "\n".join(["commitment", *"ABCDEFG"])
        return dataset_of(rows, assessments=f"{HEADS}\n{looks.strip()}")

    return drawn


@pytest.fixture(scope="module")
def words(record):
    return Vocabulary.of(record)
