"""A legend names what is in view, in the order of the bars; colours never move."""

import json
import re

import pandas as pd
import pytest

from analytics.charts.room import BETWEEN, with_legend
from analytics.charts.theme import marked
from analytics.codelists import COMPLETION, colours
from analytics.overview.figures import ratings_mix
from analytics.query.filters import Filters
from analytics.query.named import Queries
from exports.files.drawing import _converted


def test_what_does_not_occur_is_not_named():
    frame = with_legend(pd.DataFrame({"part": ["c", "a", "a"]}), "part", ["a", "b", "c"])
    assert list(frame["legend"]) == [f"a{BETWEEN}c", "", ""]


def test_without_rows_there_is_nothing_to_name():
    assert with_legend(pd.DataFrame({"part": []}), "part", ["a"]).empty


@pytest.mark.parametrize(
    ("country", "unseen"),
    [("AZE", {"× Withdrawn", "Ø No evidence available"}), ("UKR", {"? Unclear"})],
)
def test_the_drawing_names_the_ratings_in_view(record, country, unseen):
    figure = ratings_mix(Queries.of(record), Filters(countries=(country,)))
    svg = _converted(json.dumps({"width": 760, **figure.complete}, default=str))
    words = [marked(swatch) for swatch in COMPLETION.values()]
    named = [text for text in re.findall(r">([^<>]+)</text>", svg) if text in words]
    assert named == sorted(named, key=words.index)
    assert len(named) > 3
    assert not unseen & set(named)
    scale = figure.specification["layer"][1]["encoding"]["color"]["scale"]
    assert (scale["domain"], scale["range"]) == (words, colours(COMPLETION))


def test_where_nothing_is_in_view_the_drawing_is_still_one(record):
    figure = ratings_mix(Queries.of(record), Filters(countries=("BLR",)))
    svg = _converted(json.dumps({"width": 760, **figure.complete}, default=str))
    assert "NaN" not in svg
    assert "Not participating" in svg
