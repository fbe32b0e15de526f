"""Figures that rest on dates: what they draw, what they say, and their tables."""

from dataclasses import replace

import pytest

from analytics.delays import durations as figures
from analytics.delays.slips import slip_ledger
from analytics.metrics.dates import MEDIAN_DAYS_TO_COMPLETE
from analytics.metrics.estimators import FEWEST
from analytics.metrics.requirements import lacking, missing_in_words
from analytics.presentation.numbers import headline, resting_on
from analytics.query.ask import ask
from analytics.query.filters import Filters
from analytics.query.named import Queries, question
from analytics.query.vocabulary import Vocabulary
from tests.spec.examples import dataset_of


def courses(dataset, **filters):
    return question(dataset, Filters(**filters), name="delays/courses")


def rests(dataset):
    return ask(dataset, [MEDIAN_DAYS_TO_COMPLETE], Filters())


@pytest.fixture(scope="module")
def drawn(portfolio):
    return figures.still_open(Queries.of(portfolio), Filters())


def datasets_of(chart):
    """The rows of every layer, as drawn."""
    return [frame.to_dict("records") for frame in chart.frames.values()]


def test_the_axis_and_the_scale_never_move(portfolio):
    for view in ({}, {"countries": ("AZE",)}):
        spec = figures.still_open(Queries.of(portfolio), Filters(**view)).complete
        [across] = {str(layer["encoding"]["x"]["scale"]) for layer in spec["layer"][:1]}
        assert across == "{'domain': [0, 60], 'nice': False}"


def test_a_curve_begins_whole_and_only_falls(drawn):
    [curve] = [rows for rows in datasets_of(drawn) if "share" in rows[0]]
    shares = [row["share"] for row in curve]
    assert shares[0] == 1
    assert shares == sorted(shares, reverse=True)


def test_a_curve_ends_where_too_few_are_followed(portfolio):
    few = courses(portfolio).head(FEWEST - 1)
    queries = replace(Queries.of(portfolio), run=lambda *_, **__: few)
    figure = figures.still_open(queries, Filters())
    [curve] = [rows for rows in datasets_of(figure) if "share" in rows[0]]
    assert len(curve) == 1


def test_the_numbers_at_risk_stand_beneath_and_only_fall(drawn, portfolio):
    [beneath] = [rows for rows in datasets_of(drawn) if "count" in rows[0]]
    assert [row["months"] for row in beneath] == [0, 12, 24, 36, 48, 60]
    followed = drawn.table.frame["Still followed"].tolist()
    assert followed[0] == len(courses(portfolio))
    assert followed == sorted(followed, reverse=True)


def test_done_and_withdrawn_are_shares_of_the_same_commitments(portfolio):
    table = figures.how_it_ended(Queries.of(portfolio), Filters()).table.frame
    whole = (table["Done"] + table["Withdrawn"]).dropna()
    assert whole.between(0, 1).all()
    assert whole.is_monotonic_increasing


def test_more_milestones_are_planned_than_done_and_no_month_goes_back(portfolio):
    months = question(portfolio, Filters(), name="delays/milestone_months")
    assert months["planned"].is_monotonic_increasing
    assert months["done"].dropna().is_monotonic_increasing
    assert months["planned"].iloc[-1] == months["milestones"].iloc[0]


def test_done_ends_with_the_last_look_while_plans_go_on(portfolio):
    months = question(portfolio, Filters(), name="delays/milestone_months")
    assert months["done"].isna().iloc[-1]
    assert str(months.loc[months["done"].notna(), "month_end"].iloc[-1])[:7] == "2026-06"


def test_milestones_by_hand():
    dataset = dataset_of(
        """
        milestone | due_date   | done_date  | final
        first     | 2016-02-10 | 2016-03-01 | limited
        second    | 2016-03    |            | limited
        undated   |            | 2016-02-01 | limited
        """,
        "milestones",
    )
    months = question(dataset, Filters(), name="delays/milestone_months").head(3)
    assert months["month_end"].astype(str).tolist() == ["2016-02-29", "2016-03-31"]
    assert months["planned"].tolist() == [1, 2]
    assert months["done"].tolist() == [0, 1]


def test_the_ledger_by_hand():
    dataset = dataset_of(
        """
        commitment | end_date   | moved_to
        short      | 2018-06-30 | 2018-07-30
        long       | 2018-06-30 | 2018-07-30; 2018-12-31
        never      | 2018-06-30 |
        """
    )
    moved = question(dataset, Filters(), name="delays/slip_ledger", how_many=5)
    table = slip_ledger(moved, Vocabulary.of(dataset)).frame
    assert table["Commitment"].tolist() == ["long", "short"]
    assert table["Days moved"].tolist() == [184, 30]
    assert table["Times moved"].tolist() == [2, 1]
    assert table["Now due"].tolist()[0] == "31 Dec 2018"


def test_the_record_lacks_all_three_and_says_so_in_one_sentence(record):
    text = missing_in_words(lacking(record))
    assert "were done, milestones with due dates and due dates that were moved" in text
    assert missing_in_words(()) == ""


def test_a_made_up_portfolio_lacks_nothing(portfolio):
    assert lacking(portfolio) == ()


def test_a_number_that_cannot_be_known_says_what_it_needs(record):
    [row] = ask(record, [MEDIAN_DAYS_TO_COMPLETE], Filters()).rows
    assert headline(MEDIAN_DAYS_TO_COMPLETE, row) == "–"
    text = resting_on(MEDIAN_DAYS_TO_COMPLETE, row)
    assert text == "needs the days on which commitments were done"


def test_a_median_above_every_step_is_not_reached():
    dataset = dataset_of(
        """
        commitment | start_date | completion_date | final
        A          | 2016-01-01 | 2016-04-10      | complete
        B          | 2016-01-01 |                 | limited
        C          | 2016-01-01 |                 | limited
        """,
        compiled="compiled_on\n2018-12-31",
    )
    [row] = rests(dataset).rows
    assert headline(MEDIAN_DAYS_TO_COMPLETE, row) == "not reached"
    text = resting_on(MEDIAN_DAYS_TO_COMPLETE, row)
    assert text.startswith("days; 1 done, 2 open when last assessed, 0 withdrawn")


def test_a_curve_can_be_pointed_at_in_every_month(portfolio):
    """Between two events, too, and not past the last observation."""
    curve = figures.still_open(Queries.of(portfolio), Filters()).frames["curves"]
    assert curve["months"].is_unique
    assert curve["months"].diff().max() <= 1
    assert set(range(int(curve["months"].max()) + 1)) <= set(curve["months"])
