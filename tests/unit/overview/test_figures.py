"""The overview's figures say what a mark is when it is pointed at."""

from analytics.overview.figures import ratings_mix
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
