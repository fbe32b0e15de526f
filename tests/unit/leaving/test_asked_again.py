"""A question asked again gives the same rows in the same order: a fingerprint rests on it."""

from pathlib import Path

import pytest

from analytics.again import fingerprint
from analytics.filters import Filters
from analytics.questions import FOLDER, question

WITH = {
    **{
        f"country_{what}": {"country": "UKR"}
        for what in ("events", "forums", "indicators", "programme")
    },
    "changed_since": {"since": "2016-01-01"},
    "evaluation_cohorts": {"months": 24, "cohort": "plan"},
    "slip_ledger": {"how_many": 50},
    "sources_beside": {"how_many": 50},
}
"""What those questions take that a figure or table may leave with."""
LEAVING = [
    "changed_since", "country_events", "country_forums", "country_indicators", "country_plans",
    "country_programme", "courses", "due_calendar",
    "evaluation_cohorts", "evaluation_transitions", "evaluation_votes", "freshness",
    "meeting_sheet", "milestone_months", "plan_counts", "plan_totals", "plan_trend",
    "programme_capitals", "programme_forums", "programme_grants", "programme_milestones",
    "programme_places", "record_notes", "slip_ledger", "sources_beside", "sources_crossed",
]  # fmt: skip


def named(name):
    assert Path(FOLDER / f"{name}.sql").is_file()
    return WITH.get(name, {})


@pytest.mark.parametrize("name", LEAVING)
def test_rows_come_in_the_same_order_every_time(record, portfolio, name):
    for dataset in (record, portfolio):
        told = {
            fingerprint([question(dataset, Filters(), name=name, **named(name))]) for _ in range(8)
        }
        assert len(told) == 1
