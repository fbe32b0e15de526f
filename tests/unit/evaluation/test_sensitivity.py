"""The implementation rate counted in other ways, worked by hand."""

import pytest

from analytics.evaluation import sensitivity as ways
from analytics.query.filters import Filters
from tests.spec.asking import EVER
from tests.spec.examples import dataset_of

NBSP = "\N{NO-BREAK SPACE}"
VIEW = Filters(as_of=EVER)
STOOD = """
    country | status    | from_date
    GEO     | active    | 2011
    AZE     | suspended | 2016
    MDA     | inactive  | 2016
"""
DRAWN = dataset_of(
    """
    commitment | country | final
    done       | GEO     | complete
    half done  | GEO     | substantial
    open       | GEO     | limited
    unknown    | GEO     |
    unclear    | GEO     | unclear
    given up   | GEO     | withdrawn
    suspended  | AZE     | limited
    inactive   | MDA     | not started
    """,
    participation=STOOD,
)


def counted(dataset, view=VIEW):
    counts = ways.sensitivity(dataset, view)
    return {
        way: (counted, whole) for way, counted, whole in
        zip(counts["way"], counts["counted"], counts["whole"], strict=True)
    }  # fmt: skip


def test_each_way_counts_what_it_says():
    counts = counted(DRAWN)
    assert counts["usual"] == (2, 5)
    assert counts["no_suspended"] == (2, 4)
    assert counts["no_inactive"] == (2, 3)
    assert counts["all_fail"] == (2, 7)  # the withdrawn one is no unknown
    assert counts["all_succeed"] == (4, 7)


def test_the_ways_are_always_the_same_and_in_order(record):
    assert list(counted(record, Filters(countries=("BLR",)))) == list(ways.WAYS)


def test_without_milestones_there_is_no_weight_and_it_says_so():
    last = ways.sensitivity_table(ways.sensitivity(DRAWN, VIEW)).frame.iloc[-1]
    assert last["Note"].startswith("No milestones on record")
    assert last["Rate"] != last["Rate"]  # not a number


def test_milestones_weigh_where_there_are_any():
    dataset = dataset_of(
        """
        commitment | final    | milestone
        A          | complete | one
        A          | complete | two
        A          | complete | three
        B          | limited  | one
        """,
        over="milestones",
    )
    assert counted(dataset)["usual"] == (1, 2)
    assert counted(dataset)["milestones"] == (3, 4)


def test_a_country_that_is_suspended_leaves_nothing_without_the_suspended():
    counts = ways.sensitivity(DRAWN, VIEW.with_(countries=("AZE",)))
    assert counts.set_index("way").loc["no_suspended", "why"] == "nothing"
    chosen = ways.sensitivity(DRAWN, VIEW.with_(participation=("suspended",)))
    assert chosen.set_index("way").loc["no_suspended", "why"] == "nothing"


def test_the_record_in_words(record):
    assert ways.spread_in_words(ways.sensitivity(record, Filters())).startswith(
        f"53{NBSP}% by the standard method; 32–72{NBSP}% depending on"
    )


def test_with_nothing_to_count_nothing_is_said(record):
    assert ways.spread_in_words(ways.sensitivity(record, Filters(countries=("BLR",)))) == ""


@pytest.mark.parametrize("way", ["usual", "all_fail", "all_succeed"])
def test_the_rate_lies_within_its_interval(record, way):
    row = ways.sensitivity(record, Filters()).set_index("way").loc[way]
    assert row["low"] < row["value"] < row["high"]


def test_a_row_without_a_rate_says_why_on_the_chart(record):
    rows = ways.sensitivity_ranges(ways.sensitivity(record, Filters())).set_index("code")
    assert rows.loc["milestones", "state"].startswith("No milestones")
    assert rows.loc["usual", "said"] == f"132 of 247 (53{NBSP}%)"


def test_every_column_has_a_meaning(record):
    table = ways.sensitivity_table(ways.sensitivity(record, Filters()))
    assert all(column.meaning for column in table.columns)
