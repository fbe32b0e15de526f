"""The overview's figures say what a mark is when it is pointed at."""

from analytics.overview.figures import plan_trend, ratings_mix, region_figure
from analytics.query.filters import Filters
from analytics.query.named import Queries
from i18n import percent


def test_a_piece_of_a_bar_names_its_country_and_class(record):
    drawn = ratings_mix(Queries.of(record), Filters()).frames["pieces"]
    assert f"Moldova · Substantial · 18 of 80 ({percent(0.225)})" in set(drawn["said"])
    assert any(text.startswith("Georgia (suspended) · ") for text in drawn["said"])


def test_of_chosen_plans_each_has_its_bar_and_there_is_no_sum(record):
    drawn = ratings_mix(Queries.of(record), Filters(plans=("MDA-1", "MDA-2", "UKR-5")))
    assert drawn.frames["groups"]["label"].tolist() == [
        "Moldova 2012–2013", "Moldova 2014", "Ukraine 2020–2022"
    ]  # fmt: skip
    assert drawn.finding == ""


def test_where_commitments_are_chosen_no_whole_plan_is_counted(record):
    """The IRM's totals are of whole plans: beside “0 of 92” they said half or more in 12 plans."""
    queries = Queries.of(record)
    assert plan_trend(queries, Filters()).finding.startswith("In 12 of 15 action plans half or")
    limited = plan_trend(queries, Filters(ratings=("limited",)))
    assert limited.finding.startswith("In 0 of ")
    assert limited.table.frame["Published rate"].isna().all()


def test_the_map_says_how_many_its_rates_rest_on(record):
    queries = Queries.of(record)
    rates = region_figure(queries, Filters(), "implementation_rate")
    assert "n = 247 commitments" in rates.subtitle
    assert "n = 412 commitments" in region_figure(queries, Filters(), "commitments").subtitle
