"""A question asked again gives the same rows in the same order: a fingerprint rests on it."""

import pytest

from analytics.exchange.asked_again import fingerprint
from analytics.query.filters import Filters
from analytics.query.named import QUERIES, question

OF_ONE = ("assessments", "commitment", "commitments_like", "milestones", "revisions", "tags")
OF_A_COUNTRY = ("events", "forums", "grants", "indicators", "programme", "standing", "targets")
WITH = {
    **{f"commitments/{what}": {"commitment": "AM0022"} for what in OF_ONE},
    **{f"country/{what}": {"country": "UKR"} for what in OF_A_COUNTRY},
    "changes/changed_since": {"since": "2016-01-01"},
    "commitments/neighbours": {"commitment": "AM0022", "plan": "ARM-2"},
    "commitments/sources_beside": {"how_many": 50},
    "country/commitments": {"plan": "UKR-3", "limit": 50},
    "delays/slip_ledger": {"how_many": 50},
    "evaluation/cohorts": {"months": 24, "cohort": "plan"},
    "programme/indicators": {"compared_with": 2020},
}
"""What queries take besides the filters, by way of example."""
OF_ONE_DATASET = [name for name in QUERIES if not name.startswith("exchange/")]
"""Those of exchange read two, and are asked in test_compare.py."""


@pytest.mark.parametrize("name", OF_ONE_DATASET)
def test_rows_come_in_the_same_order_every_time(record, portfolio, name):
    for dataset in (record, portfolio):
        told = {
            fingerprint([question(dataset, Filters(), name=name, **WITH.get(name, {}))])
            for _ in range(8)
        }
        assert len(told) == 1
