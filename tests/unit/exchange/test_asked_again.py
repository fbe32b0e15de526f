"""A question asked again gives the same rows in the same order: a fingerprint rests on it."""

import pytest

from analytics.exchange.asked_again import fingerprint
from analytics.query.filters import Filters
from analytics.query.named import QUERIES, question

OF_A_COUNTRY = ("events", "forums", "grants", "indicators", "programme", "standing", "targets")
RECORDED = {
    "commitments/assessments": {"commitment": "AM0022"},
    "commitments/commitment": {"commitment": "AM0022"},
    "commitments/commitments_like": {"commitment": "AM0022"},
    "commitments/neighbours": {"commitment": "AM0022", "plan": "ARM-2"},
    "commitments/sources_beside": {"how_many": 50},
    "commitments/tags": {"commitment": "AM0022"},
    **{f"country/{what}": {"country": "UKR"} for what in OF_A_COUNTRY},
    "country/commitments": {"plan": "UKR-3", "limit": 50},
    "changes/changed_since": {"since": "2016-01-01"},
    "delays/slip_ledger": {"how_many": 50},
    "evaluation/cohorts": {"months": 24, "cohort": "plan"},
    "programme/indicators": {"compared_with": 2020},
}
"""What queries take besides the filters, by way of example."""
MADE_UP = RECORDED | {
    "commitments/milestones": {"commitment": "DEMO-ARM06-000001"},
    "commitments/revisions": {"commitment": "DEMO-ARM05-000007"},
}
"""The same for the demonstration, which has what no commitment of the record has."""
OF_ONE_ROW = {
    "commitments/commitment", "commitments/neighbours", "country/standing", "delays/dated_by_plan",
    "evaluation/limits", "evaluation/votes",
}  # fmt: skip
NOWHERE = {"country/targets", "programme/targets"}
"""Of what neither has: a target for an indicator."""
OF_ONE_DATASET = [name for name in QUERIES if not name.startswith("exchange/")]
"""Those of exchange read two, and are asked in test_compare.py."""


@pytest.mark.parametrize("name", sorted({*OF_ONE_DATASET} - NOWHERE))
def test_rows_come_in_the_same_order_every_time(record, portfolio, name):
    most = 0
    for dataset, given in ((record, RECORDED), (portfolio, MADE_UP)):
        if dataset is record and name not in RECORDED and name in MADE_UP:
            continue
        answers = [question(dataset, Filters(), name=name, **given.get(name, {})) for _ in range(8)]
        assert len({fingerprint([answer]) for answer in answers}) == 1
        most = max(most, len(answers[0]))
    assert most == 1 if name in OF_ONE_ROW else most > 1  # a row alone is always in order
