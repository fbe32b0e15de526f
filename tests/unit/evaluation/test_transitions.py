"""From mid-term to the end, worked by hand."""

from datetime import date

from analytics.evaluation import transitions
from analytics.evaluation.figures import transition_figure
from analytics.query.filters import Filters
from analytics.query.named import Queries, question
from analytics.query.vocabulary import Vocabulary
from tests.spec.asking import EVER
from tests.spec.examples import dataset_of

VIEW = Filters(as_of=EVER)
DRAWN = dataset_of(
    """
    commitment  | mid_term    | final
    better      | limited     | complete
    better too  | not started | limited
    as before   | limited     | limited
    worse       | substantial | limited
    given up    | limited     | withdrawn
    only begun  | complete    |
    only ended  |             | complete
    """
)


def rows_of(dataset, view=VIEW):
    return question(dataset, view, name=transitions.NAME)


def test_only_commitments_rated_twice_are_compared():
    assert set(rows_of(DRAWN)["commitment_id"]) == {
        "better", "better too", "as before", "worse", "given up",
    }  # fmt: skip


def test_better_same_worse_and_off_the_scale():
    assert transitions.moves(rows_of(DRAWN)) == {"improved": 2, "same": 1, "worse": 1, "other": 1}


def test_the_matrix_counts_each_cell():
    table = transitions.transition_table(rows_of(DRAWN)).frame.set_index("Mid-term")
    assert table.loc["Limited"].to_dict() == {
        "Final: Not started": 0, "Final: Limited": 1, "Final: Substantial": 0,
        "Final: Complete": 1, "Together": 2,
    }  # fmt: skip


def test_before_the_final_look_there_is_nothing_to_compare():
    rows = rows_of(DRAWN, Filters(as_of=date(2018, 6, 30)))
    assert rows.empty
    assert transitions.moves_in_words(rows, 7).startswith("None of the commitments in view (7)")


def test_the_record_in_words(record):
    text = transitions.moves_in_words(rows_of(record, Filters()), 412)
    assert text == (
        "Commitments in view rated at mid-term and again at the end: 19 of 412. "
        "7 improved, 11 same, 1 worse."
    )


def test_the_square_and_the_list_hold_the_same_commitments(record):
    rows = rows_of(record, Filters())
    figure = transition_figure(Queries.of(record), Filters())
    assert (
        next(iter(figure.frames.values()))["count"].sum()
        == figure.table.frame["Together"].sum()
        == 19
    )
    moved = transitions.moved_table(rows, Vocabulary.of(record)).frame
    assert moved["Moved"].value_counts().to_dict() == {"Same": 11, "Improved": 7, "Worse": 1}


def test_colours_belong_to_the_way_of_moving_and_stay(record):
    def scale(view):
        figure = transition_figure(Queries.of(record), view)
        return figure.complete["layer"][0]["encoding"]["color"]["scale"]

    assert scale(Filters()) == scale(Filters(countries=("ARM",)))
