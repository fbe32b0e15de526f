"""Words that stand on a mark are no target: what is beneath them is pointed at and clicked."""

import pytest

from analytics.charts.bars import mix
from analytics.charts.matrix import matrix
from analytics.charts.squares import crossed, transitions
from analytics.codelists import RATINGS

STEPS = tuple(code for code in RATINGS if code != "not_assessed")[:2]
CHARTS = {
    "matrix": matrix("sector", "coverage"),
    "mix": mix("country", "rating"),
    "crossed": crossed("government"),
    "transitions": transitions(STEPS, (("improved", "up"), ("same", "same"), ("worse", "down"))),
}


@pytest.mark.parametrize("chart", CHARTS.values(), ids=list(CHARTS))
def test_the_mark_tells_its_numbers_and_the_words_on_it_do_not(chart):
    told = {layer["mark"]["type"]: "tooltip" in layer["encoding"] for layer in chart["layer"]}
    assert told.pop("text") is False
    assert set(told.values()) == {True}
