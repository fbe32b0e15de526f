"""One look for every chart, readable on a light page, a dark page and paper."""

import json

import altair as alt
import pandas as pd
import pytest

import i18n
from analytics.charts.theme import CONFIG, TEXT, finish, parts, vega_locale

BARS = alt.Chart(pd.DataFrame({"n": [1, 2]})).mark_bar().encode(x="n:Q")
LAYERS = alt.layer(BARS, BARS)


@pytest.fixture
def in_language():
    yield i18n.use
    i18n.use("en")


def finished(chart=BARS, **words):
    return finish(chart, **{"title": "Commitments", **words}).to_dict()


@pytest.mark.parametrize("chart", [BARS, LAYERS], ids=["single", "layered"])
def test_a_chart_keeps_its_kind_and_gets_its_title(chart):
    done = finish(chart, title="Commitments", height=120)
    assert type(done) is type(chart)
    assert done.to_dict()["title"]["text"] == ["Commitments"]
    assert done.to_dict()["height"] == 120


def test_the_source_is_the_last_line_under_the_title():
    title = finished(subtitle="n = 247", source="Source: IRM")["title"]
    assert title["subtitle"] == ["n = 247", "Source: IRM"]


def test_long_words_are_broken_into_lines():
    assert len(finished(title="open government " * 8)["title"]["text"]) > 1


def test_without_a_height_vega_chooses():
    assert "height" not in finished()


def test_text_and_lines_follow_the_page():
    for part in ("title", "axis", "legend", "header"):
        colours = [value for key, value in CONFIG[part].items() if key.lower().endswith("color")]
        assert set(colours) == {TEXT}, part


def test_the_drawing_is_one_that_knows_the_page_s_colour():
    assert finished()["usermeta"]["embedOptions"] == {"renderer": "svg"}


def test_a_page_can_set_the_words_itself():
    taken = parts(finish(BARS, title="Commitments", subtitle="n = 247", source="Source: IRM"))
    assert (taken.title, taken.subtitle, taken.source) == ("Commitments", "n = 247", "Source: IRM")
    assert "title" not in taken.chart.to_dict()


def test_taking_a_chart_apart_leaves_the_chart_itself_alone():
    whole = finish(BARS, title="Commitments")
    parts(whole)
    assert whole.to_dict()["title"]["text"] == ["Commitments"]


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
