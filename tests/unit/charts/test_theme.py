"""One look for every chart, readable on a light page, a dark page and paper."""

import json

import altair as alt
import pandas as pd
import pytest

import i18n
from analytics.charts.theme import CONFIG, TEXT, dressed, vega_locale

BARS = alt.Chart(pd.DataFrame({"n": [1, 2]})).mark_bar().encode(x="n:Q")
LAYERS = alt.layer(BARS, BARS)


@pytest.fixture
def in_language():
    yield i18n.use
    i18n.use("en")


def finished(chart=BARS):
    return dressed(chart)


@pytest.mark.parametrize("chart", [BARS, LAYERS], ids=["single", "layered"])
def test_a_chart_says_no_word_that_is_the_figure_s_to_say(chart):
    assert "title" not in finished(chart)


def test_without_a_height_vega_chooses():
    assert "height" not in finished()


def test_text_and_lines_follow_the_page():
    for part in ("title", "axis", "legend", "header"):
        colours = [value for key, value in CONFIG[part].items() if key.lower().endswith("color")]
        assert set(colours) == {TEXT}, part


def test_the_drawing_is_one_that_knows_the_page_s_colour():
    assert finished()["usermeta"]["embedOptions"] == {"renderer": "svg"}


def test_numbers_are_written_as_the_reader_writes_them(in_language):
    in_language("uk")
    assert finished()["config"]["locale"]["number"]["decimal"] == ","
    in_language("en")
    assert finished()["config"]["locale"]["number"]["decimal"] == "."


@pytest.mark.parametrize("code", i18n.LANGUAGES)
def test_every_language_has_a_whole_locale(code, in_language):
    in_language(code)
    times = vega_locale()["time"]
    assert len(times["months"]) == len(times["shortMonths"]) == 12
    assert len(times["days"]) == len(times["shortDays"]) == 7
    assert all(word.strip() for word in times["months"] + times["days"])


def test_the_week_starts_on_sunday_as_d3_expects():
    assert vega_locale()["time"]["days"][0] == "Sunday"


def test_a_finished_chart_names_no_other_host():
    rest = {key: value for key, value in finished().items() if key != "$schema"}
    assert "http" not in json.dumps(rest)
