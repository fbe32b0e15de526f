"""Words that stand on a mark which can be clicked are no target: what is beneath them is."""

import pytest

from analytics.charts.bars import mix
from analytics.charts.matrix import matrix
from analytics.charts.squares import crossed

CHARTS = {
    "matrix": matrix("sector", "coverage"),
    "mix": mix("country", "rating"),
    "crossed": crossed("government"),
}


@pytest.mark.parametrize("chart", CHARTS.values(), ids=list(CHARTS))
def test_the_mark_tells_its_numbers_and_the_words_on_it_do_not(chart):
    told = {layer["mark"]["type"]: "tooltip" in layer["encoding"] for layer in chart["layer"]}
    assert told.pop("text") is False
    assert set(told.values()) == {True}
