"""A country that takes no part in OGP is marked beside its figures, should a file hold some."""

import pytest

from analytics.delays.figures import timeliness_mix
from analytics.metrics.catalogue import IMPLEMENTATION_RATE
from analytics.presentation.figure import standing_labels
from analytics.query.ask import ask
from analytics.query.dimensions import COUNTRY
from analytics.query.filters import Filters
from analytics.query.named import Queries
from analytics.query.vocabulary import Vocabulary
from data.importer import open_upload
from tests.unit.importer.made import filled


@pytest.fixture(scope="module")
def own():
    """A monitoring workbook that speaks of Belarus."""
    return open_upload(
        "own.xlsx",
        filled(
            action_plans="plan_id | country | jurisdiction | level | period\n"
            "BLR-1 | Belarus | Belarus | national | 2020-2022",
            commitments="commitment_id | plan_id\nB1 | BLR-1",
            assessments="commitment_id | stage | source_kind | completion\n"
            "B1 | final | IRM | limited",
        ),
    ).dataset


def timeliness(dataset):
    return str(timeliness_mix(Queries.of(dataset), Filters()).complete)


def labels(dataset):
    answer = ask(dataset, [IMPLEMENTATION_RATE], Filters(), [COUNTRY])
    return standing_labels(Vocabulary.of(dataset), answer)


def test_belarus_with_figures_carries_its_standing(own):
    assert labels(own)["BLR"] == "Belarus (not participating)"
    assert "Belarus (not participating): 1" in timeliness(own)


def test_belarus_without_figures_says_so_in_their_place(record):
    assert labels(record)["BLR"] == "Belarus"
