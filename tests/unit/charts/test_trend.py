"""A small chart a country: its plans oldest first, values beside them."""

import pytest

from analytics.charts.room import BETWEEN
from analytics.overview.figures import plan_trend
from analytics.query.filters import Filters
from analytics.query.named import Queries


@pytest.fixture(scope="module")
def rows(record):
    drawn = plan_trend(Queries.of(record), Filters(countries=("GEO", "UKR")))
    return drawn.frames["plans"].to_dict("records")


def test_each_country_is_named_over_its_plans(rows):
    names = [row["row"] for row in rows]
    assert names[0] == f"Georgia{BETWEEN}"
    assert [name for name in names if name.endswith(BETWEEN)][1] == f"Ukraine{BETWEEN}"
    assert len(set(names)) == len(names)


def test_a_national_plan_says_its_years_and_a_local_one_its_place(rows):
    texts = [row["row"].split(BETWEEN)[0] for row in rows]
    assert "2014–2016" in texts
    assert any(name.startswith("Tbilisi ") for name in texts)


def test_values_stand_beside_the_bars_and_counts_under_five(rows):
    by_plan = {row["plan_said"]: row for row in rows}
    assert by_plan["Ukraine 2014–2016"]["shown"] == "73\u00a0% · published 65\u00a0%"
    assert by_plan["Ukraine 2014–2016"]["brief"] == "73\u00a0% · 65\u00a0%"
    assert by_plan["Ukraine 2018–2020"]["shown"] == "published 65\u00a0%"
    few = by_plan["Ukraine 2016–2018"]
    assert (few["shown"], few["small"], few["end"]) == ("3 of 4", True, 0.0)
