"""A question asked again gives the same rows in the same order: a fingerprint rests on it."""

import pytest

from analytics.exchange.asked_again import fingerprint
from analytics.query.filters import Filters
from analytics.query.named import QUERIES, question

WITH = {
    **{
        f"country/{what}": {"country": "UKR"}
        for what in ("events", "forums", "indicators", "programme")
    },
    "changes/changed_since": {"since": "2016-01-01"},
    "evaluation/cohorts": {"months": 24, "cohort": "plan"},
    "delays/slip_ledger": {"how_many": 50},
    "commitments/sources_beside": {"how_many": 50},
}
"""What those questions take that a figure or table may leave with."""
LEAVING = [
    "changes/changed_since",
    "country/events",
    "country/forums",
    "country/indicators",
    "country/plans",
    "country/programme",
    "delays/courses",
    "delays/due_calendar",
    "evaluation/cohorts",
    "evaluation/transitions",
    "evaluation/votes",
    "quality/freshness",
    "delays/meeting_sheet",
    "delays/milestone_months",
    "quality/plan_counts",
    "quality/plan_totals",
    "overview/plan_trend",
    "programme/capitals",
    "programme/forums",
    "programme/grants",
    "programme/milestones",
    "programme/places",
    "quality/record_notes",
    "delays/slip_ledger",
    "commitments/sources_beside",
    "commitments/sources_crossed",
]


def named(name):
    assert name in QUERIES
    return WITH.get(name, {})


@pytest.mark.parametrize("name", LEAVING)
def test_rows_come_in_the_same_order_every_time(record, portfolio, name):
    for dataset in (record, portfolio):
        told = {
            fingerprint([question(dataset, Filters(), name=name, **named(name))]) for _ in range(8)
        }
        assert len(told) == 1
