"""IRM, government and civil society on the same commitments: counted, drawn, listed."""

import pytest

from analytics.commitments import assessors as several
from analytics.metrics.catalogue import COMMITMENTS
from analytics.query.ask import ask
from analytics.query.filters import Filters
from analytics.query.listing import how_many
from analytics.query.named import Queries, question
from analytics.query.vocabulary import Vocabulary
from tests.spec.examples import dataset_of

EVERYWHERE = Filters(everywhere=True)


@pytest.fixture(scope="module")
def rated():
    return dataset_of(
        """
            commitment | label
            same       | Same
            apart      | Apart
            one voice  | Alone
        """,
        assessments="""
            commitment_id | stage | source_kind   | completion
            same          | final | IRM           | limited
            same          | final | government    | limited
            apart         | final | IRM           | limited
            apart         | final | government    | complete
            one voice     | final | civil society | complete
        """,
    )


def test_agreement_is_told_as_such(record):
    both = Filters(agreement=("differ", "agree"))
    told = several.agreement_sentence(
        how_many(record, both), how_many(record, Filters(agreement=("differ",)))
    )
    assert told.startswith("3 commitments are rated by more than one")
    assert told.endswith("They agree in every case.")


def test_those_who_differ_stand_first(rated):
    rows = question(rated, EVERYWHERE, name="commitments/sources_beside", how_many=5)
    assert list(rows["commitment_id"]) == ["apart", "same"]
    row = several.beside(rows, Vocabulary.of(rated)).frame.to_dict("records")[0]
    assert (row["IRM"], row["Government"], row["Civil society"]) == ("Limited", "Complete", "–")
    assert row["Agreement of sources"] == "Sources differ"


def test_the_table_ends_where_it_is_told_to(rated):
    assert len(question(rated, EVERYWHERE, name="commitments/sources_beside", how_many=1)) == 1


def test_a_square_of_two_is_not_drawn(rated, portfolio):
    pairs = question(rated, EVERYWHERE, name="commitments/sources_crossed")
    assert pairs["commitments"].sum() == 2
    assert several.worth_crossing(pairs) == []
    pairs = question(portfolio, Filters(), name="commitments/sources_crossed")
    assert several.worth_crossing(pairs) == ["government", "civil_society"]


def test_sources_agree_on_the_diagonal(portfolio):
    figure = several.crossing(Queries.of(portfolio), Filters(), "government")
    same = figure.table.frame[figure.table.frame["IRM"] == figure.table.frame["Government"]][
        "Commitments"
    ].sum()
    assert f"they agree on {same}" in figure.alternative


def test_where_sources_differ_the_filter_finds_as_many(portfolio):
    pairs = question(portfolio, Filters(), name="commitments/sources_crossed")
    differ = ask(portfolio, [COMMITMENTS], Filters(agreement=("differ",))).stamp.commitments
    against = pairs[pairs["rating"] != pairs["other"]].groupby("source_kind")["commitments"].sum()
    assert against.max() <= differ <= portfolio_size(portfolio)


@pytest.mark.parametrize("kind", ["government", "civil_society"])
def test_a_cell_of_two_sources_opens_as_many_as_it_counts(portfolio, record, kind):
    for dataset in (portfolio, record):
        pairs = question(dataset, Filters(), name="commitments/sources_crossed")
        for pair in pairs[pairs["source_kind"] == kind].to_dict("records"):
            behind = Filters(ratings=(pair["rating"],), **{kind: (pair["other"],)})
            assert how_many(dataset, behind) == pair["commitments"]


def portfolio_size(dataset):
    return ask(dataset, [COMMITMENTS], Filters()).stamp.commitments
