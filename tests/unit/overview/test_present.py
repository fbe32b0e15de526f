"""Where each country stands now: its latest result, its current plan, its standing."""

from datetime import date

import pytest

from analytics.metrics.catalogue import METRICS
from analytics.overview.present import present
from analytics.query.ask import ask
from analytics.query.filters import Filters
from analytics.query.named import Queries


@pytest.fixture(scope="module")
def rows(record):
    frame = present(Queries.of(record), Filters()).frame
    return {row["Country"]: row for row in frame.to_dict("records")}


def test_there_is_a_row_for_each_of_the_six(rows):
    assert list(rows) == ["Armenia", "Azerbaijan", "Belarus", "Georgia", "Moldova", "Ukraine"]


def test_a_result_is_told_as_the_irm_published_it_with_its_plan_and_report(rows):
    ukraine = rows["Ukraine"]
    assert ukraine["Latest result"] == "8 of 14 (57\u00a0%)"
    assert ukraine["Plan and stage"] == "2020–2022, final"
    assert ukraine["Report"].startswith("https://www.opengovpartnership.org/")


def test_what_is_not_known_is_said_and_never_nought(rows):
    assert rows["Belarus"]["Latest result"] == "no published result"
    assert rows["Belarus"]["Standing in OGP"] == "Not participating"
    assert rows["Azerbaijan"]["Current plan"] == "none"
    assert rows["Azerbaijan"]["Overdue"] == rows["Azerbaijan"]["Listed"] == ""
    # No due date is stated in its current plan, so what is late is not known either.
    assert rows["Moldova"]["Overdue"] == rows["Moldova"]["Due next"] == "none stated"


def test_standings_are_told_with_their_day(rows):
    assert rows["Georgia"]["Standing in OGP"] == "Suspended since 14 Oct 2024"


def test_an_earlier_day_knows_only_what_was_published_by_then(record):
    then = present(Queries.of(record), Filters(as_of=date(2019, 1, 1))).rows
    by_country = {row["country"]: row for row in then}
    assert by_country["UKR"]["latest_plan"] not in ("UKR-4", "UKR-5")
    assert by_country["GEO"]["participation"] == "active"


def test_one_country_has_one_row(record):
    assert len(present(Queries.of(record), Filters(countries=("UKR",))).rows) == 1


def test_filters_of_plans_and_commitments_do_not_narrow_where_a_country_stands(record):
    queries = Queries.of(record)
    whole = present(queries, Filters())
    assert whole.subtitle == ""
    for filters in (
        Filters(levels=("local",)),
        Filters(ratings=("limited",)),
        Filters(plans=("ARM-1",)),
    ):
        table = present(queries, filters)
        assert table.rows == whole.rows
        assert table.subtitle == "Of the filters, only country and as-of date hold here."
        assert table.stamp.filters == {}


def test_what_is_due_on_the_day_is_late_or_not_known_as_on_the_card(record):
    """Georgia’s plan of 2018–2019 ends on that day: 2 late, 16 of 18 due not assessed since."""
    view = Filters(countries=("GEO",), as_of=date(2019, 12, 31))
    [row] = present(Queries.of(record), view).frame.to_dict("records")
    card = ask(record, [METRICS["overdue"]], view.with_(plans=("GEO-4",))).rows[0]
    assert (card["overdue"], card["overdue_missing"]) == (2, 16)
    assert row["Overdue"] == "2–18; 16 not known"
