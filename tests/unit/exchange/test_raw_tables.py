"""A dataset as raw tables: what leaves in the template is what came in."""

import pytest

from analytics.exchange.raw_tables import as_raw
from analytics.metrics.catalogue import METRICS
from analytics.query.ask import ask
from analytics.query.filters import Filters
from data import demo
from data.importer import Opened, open_upload
from data.raw import completed, read_public_record
from data.store import in_memory
from data.template import workbook, zipped


def rows(table):
    """The rows in a fixed order; policy areas and numbers by what they mean."""
    told = [
        {
            name: sorted(value.split("; ")) if name == "policy_areas" and value else value
            for name, value in row.items()
        }
        | {name: float(row[name]) for name in ("lat", "lon") if row.get(name)}
        for row in table.to_pylist()
    ]
    return sorted(told, key=str)


@pytest.mark.parametrize("table", list(completed({})))
def test_the_public_record_comes_back_as_it_was(record, table):
    assert rows(as_raw(record)[table]) == rows(completed(read_public_record())[table])


def test_milestones_revisions_and_completion_dates_come_back_too():
    made = completed(demo.tables(200, 3))
    back = as_raw(in_memory(made, key="demo", title="Demonstration portfolio"))
    for table in ("commitments", "milestones", "due_date_revisions", "assessments"):
        assert made[table].num_rows
        assert rows(back[table]) == rows(made[table])


def test_of_a_view_only_its_commitments_leave_with_what_belongs_to_them(record):
    georgia = as_raw(record, Filters(countries=("GEO",), sectors=("justice",)))
    kept = georgia["commitments"].to_pylist()
    [counted] = ask(
        record, [METRICS["commitments"]], Filters(countries=("GEO",), sectors=("justice",))
    ).rows
    assert len(kept) == counted["commitments"] > 0
    ids, plans = {r["commitment_id"] for r in kept}, {r["plan_id"] for r in kept}
    assert {r["commitment_id"] for r in georgia["assessments"].to_pylist()} <= ids
    assert {r["plan_id"] for r in georgia["action_plans"].to_pylist()} == plans
    assert georgia["countries"].num_rows == 6  # the facts about countries stay whole


def test_a_plan_in_view_leaves_though_no_commitment_of_it_is_listed(record):
    raw = as_raw(record, Filters())
    assert rows(raw["action_plans"]) == rows(as_raw(record)["action_plans"])
    azerbaijan = as_raw(record, Filters(countries=("AZE",)))
    listed = {row["plan_id"] for row in azerbaijan["commitments"].to_pylist()}
    assert {row["plan_id"] for row in azerbaijan["action_plans"].to_pylist()} - listed == {"AZE-3"}


def test_a_view_loads_back_and_gives_the_same_numbers(record):
    view = Filters(countries=("UKR",))
    opened = open_upload("view.xlsx", workbook(as_raw(record, view)))
    assert isinstance(opened, Opened)
    metrics = [METRICS[key] for key in ("commitments", "implementation_rate", "overdue")]
    kept = view.with_(as_of=record.newest)
    assert ask(opened.dataset, metrics, kept).rows == ask(record, metrics, kept).rows


def test_the_template_filled_with_everything_is_the_same_dataset(record):
    raw = as_raw(record)
    opened = open_upload("all.zip", zipped(raw))
    assert isinstance(opened, Opened)
    again = as_raw(opened.dataset)
    for table in raw:
        assert rows(again[table]) == rows(raw[table]), table
