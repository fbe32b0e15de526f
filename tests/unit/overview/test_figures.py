"""The overview's figures say what a mark is when it is pointed at."""

from analytics.overview.figures import ratings_mix
from analytics.query.filters import Filters
from analytics.query.named import Queries
from i18n import percent


def test_a_piece_of_a_bar_names_its_country_and_class(record):
    drawn = ratings_mix(Queries.of(record), Filters()).frames["pieces"]
    assert f"Moldova · Substantial · 18 of 80 ({percent(0.225)})" in set(drawn["said"])
    assert any(text.startswith("Georgia (suspended) · ") for text in drawn["said"])
