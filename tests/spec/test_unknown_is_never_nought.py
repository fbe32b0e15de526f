"""Commitments of which nothing is known move no rate: only its bounds, or how much was assessed."""

from functools import cache

import pytest

from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Rate
from analytics.presentation.numbers import spoken
from analytics.query.ask import ask
from analytics.query.filters import Filters
from tests.spec.asking import EVER, parts_in, parts_of
from tests.spec.examples import dataset_of

ASSESSED_ONES = """
    commitment | end_date   | plan_end   | completion_date | final
    A          | 2018-06-30 | 2018-12-31 | 2018-05-01      | complete
    B          | 2018-06-30 | 2018-12-31 | 2018-12-01      | substantial
    C          | 2018-06-30 | 2018-12-31 |                 | limited
"""
NOTHING_KNOWN = [
    "D{n} | 2018-06-30 | 2018-12-31 | | ",  # due, never assessed
    "D{n} | | | | ",  # not even a date
    "D{n} | 2021-06-30 | 2021-12-31 | | ",  # not yet due
]
RATES = [metric for metric in METRICS.values() if isinstance(metric, Rate)]


@cache
def rates(*more):
    """Every part of every rate, asked for at once."""
    drawn = "\n".join([ASSESSED_ONES.strip("\n"), *more])
    [row] = ask(dataset_of(drawn), RATES, Filters(as_of=EVER)).rows
    return row


def parts(metric, *more):
    return parts_in(rates(*more), metric)


@pytest.mark.parametrize("row", NOTHING_KNOWN, ids=("due", "undated", "not due"))
@pytest.mark.parametrize("metric", RATES, ids=lambda metric: metric.key)
def test_what_nobody_knows_moves_no_rate(metric, row):
    if metric.key == "coverage":
        return  # it is the measure of what is known
    before = parts(metric)
    after = parts(metric, *(row.format(n=n) for n in range(5)))
    assert after["value"] in (before["value"], None)
    if after["value"] is None and before["value"] is not None:
        assert after["at_least"] <= before["value"] <= after["at_most"]
        assert (after["low"], after["high"]) == (None, None)


def test_eight_due_and_none_seen_since_are_between_none_and_all():
    eight = "\n".join(f"    {n} | 2018-06-30 | 2018-12-31 | " for n in range(8))
    parts = parts_of(
        dataset_of(f"    commitment | end_date | plan_end | final\n{eight}"), "overdue_rate"
    )
    assert (parts["value"], parts["low"], parts["high"]) == (None, None, None)
    assert (parts["at_least"], parts["at_most"]) == (0, 1)


# 0 where nothing can be is not 0 of 12 ------------------------------------------------------

DUE_AND_DONE = """
    commitment | end_date   | final
    A          | 2018-06-30 | complete
    B          | 2018-06-30 | withdrawn
    C          | 2021-06-30 |
"""
YET_TO_COME = """
    commitment | end_date   | final
    A          | 2021-06-30 |
    B          |            | limited
"""
UNDATED = """
    commitment | end_date | final
    A          |          | limited
"""


@pytest.mark.parametrize(
    ("drawn", "due", "overdue"),
    [
        (DUE_AND_DONE, ("1", 1), ("0", 0)),
        (YET_TO_COME, ("0", 0), ("none due", None)),
        (UNDATED, ("none stated", None), ("none due", None)),
    ],
    ids=["due and done", "none due", "no date stated"],
)
def test_none_late_is_no_nought_where_none_is_due(drawn, due, overdue):
    metrics = [METRICS["due"], METRICS["overdue"]]
    [row] = ask(dataset_of(drawn), metrics, Filters(as_of=EVER)).rows
    shown = [(spoken(metric, row), row[metric.key]) for metric in metrics]
    assert shown == [due, overdue]


def test_a_count_says_of_how_many_it_is():
    assert parts_of(dataset_of(DUE_AND_DONE), "overdue") == {"value": 0, "whole": 1, "missing": 0}
    assert parts_of(dataset_of(YET_TO_COME), "overdue") == {"value": None, "whole": 0, "missing": 0}
