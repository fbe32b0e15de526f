"""What is worked out when a dataset is built is what would be worked out when it is asked for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from analytics.metrics.catalogue import METRICS
from analytics.query.ask import ask
from analytics.query.dimensions import COUNTRY
from analytics.query.filters import Filters
from data.holding.prepared import MACROS, as_prepared
from data.store import dated, in_memory


@pytest.fixture(params=["record", "portfolio"])
def dataset(request):
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("macro", MACROS)
def test_the_rows_kept_are_those_of_the_day(dataset, macro):
    kept, worked_out = (
        dataset.cursor()
        .execute(f"select * from {rows} order by all", {"as_of": dataset.newest} if day else {})
        .fetchall()
        for rows, day in ((as_prepared(f"{macro}($as_of)"), False), (f"{macro}($as_of)", True))
    )
    assert kept == worked_out
    assert kept


def test_an_answer_is_the_same_whether_its_rows_were_kept_or_not(dataset):
    other = replace(dataset, prepared_on=None)
    kept, worked_out = (
        ask(each, list(METRICS.values()), Filters(), [COUNTRY]) for each in (dataset, other)
    )
    assert kept.rows == worked_out.rows
    assert kept.sql == worked_out.sql


def test_another_day_is_worked_out(record):
    earlier = Filters(as_of=record.newest - timedelta(days=2000))
    before, now = (ask(record, [METRICS["commitments"]], f).rows for f in (earlier, Filters()))
    assert before[0]["commitments"] < now[0]["commitments"]


def test_a_dataset_that_states_no_day_is_prepared_for_the_day_it_was_built():
    dataset = in_memory({}, key="none", title="Nothing", today=date(2026, 3, 1))
    assert (dataset.prepared_on, dataset.newest) == (date(2026, 3, 1), date(2026, 3, 1))
    assert dated(dataset, date(2026, 3, 2)).newest == date(2026, 3, 2)
