"""The map draws what the frame says, and nothing that was not seen looks like zero."""

import json
import math

import pandas as pd
import pytest

import i18n
from analytics.charts.map_deck import clicked, is_rate, map_legend, region_map, top_of
from analytics.codelists import STATES, channels, ramp_colour

REGION = """
    country | value | state             | participation
    ARM     | 0.5   | rated             | active
    AZE     | 0.25  | rated             | suspended
    BLR     |       | not_participating | not participating
    GEO     | 1.0   | rated             | inactive
    MDA     | 0.0   | rated             | active
    UKR     |       | not_assessed      | active
"""
NAMES = {"ARM": "Armenia", "AZE": "Azerbaijan", "BLR": "Belarus", "GEO": "Georgia"}


def row_of(line):
    country, value, state, participation = (cell.strip() for cell in line.split("|"))
    known = float(value) if value else math.nan
    return {
        "country": country,
        "value": known,
        "shown": i18n.percent(known),
        "state": state,
        "participation": participation,
        "name": NAMES.get(country, country),
        "tip": f"About {country}",
    }


def frame_of(table):
    return pd.DataFrame([row_of(line) for line in table.strip().splitlines()[1:]])


def deck_of(table=REGION, metric="implementation_rate", **options):
    deck = region_map(frame_of(table), metric, value_label="Implementation rate", **options)
    return json.loads(deck.to_json())


def layer(deck, name):
    [found] = [layer for layer in deck["layers"] if layer["id"] == name]
    return found


def fills(deck):
    features = layer(deck, "countries")["data"]["features"]
    return {f["properties"]["country"]: tuple(f["properties"]["fill"]) for f in features}


def labels(deck):
    return [label["words"] for label in layer(deck, "labels")["data"]]


def hatched(deck):
    """How many sets of lines lie over the map."""
    return len(layer(deck, "hatch")["data"]["features"])


def test_a_rate_is_filled_on_the_fixed_scale():
    found = fills(deck_of())
    assert found["ARM"] == channels(ramp_colour(0.5))
    assert found["GEO"] == channels(ramp_colour(1))
    assert found["MDA"] == channels(ramp_colour(0))


def test_a_count_is_filled_up_to_the_largest():
    counts = """
        country | value | state | participation
        ARM     | 20    | rated | active
        UKR     | 80    | rated | active
    """
    found = fills(deck_of(counts, metric="commitments"))
    assert found["UKR"] == channels(ramp_colour(1))
    assert found["ARM"] == channels(ramp_colour(0.25))


@pytest.mark.parametrize("state", [state for state in STATES if state != "rated"])
def test_a_state_has_its_own_fill_and_word(state):
    deck = deck_of(f"country | value | state | participation\n BLR | | {state} | active")
    assert fills(deck)["BLR"] == channels(STATES[state].colour)
    assert labels(deck) == [f"Belarus\n{STATES[state].mark} {STATES[state].label}"]


def test_rated_without_a_value_is_drawn_as_not_assessed():
    deck = deck_of("country | value | state | participation\n UKR | | rated | active")
    assert fills(deck)["UKR"] == channels(STATES["not_assessed"].colour)


def test_a_value_of_none_is_not_known_either():
    frame = frame_of("country | value | state | participation\n UKR | | rated | active")
    frame["value"] = [None]
    deck = json.loads(region_map(frame, "commitments", value_label="Commitments").to_json())
    assert fills(deck)["UKR"] == channels(STATES["not_assessed"].colour)


def test_a_suspended_country_keeps_its_value_and_shows_its_mark():
    assert f"Azerbaijan\n{i18n.percent(0.25)} {STATES['suspended'].mark}" in labels(deck_of())


def test_an_active_country_shows_its_value_alone():
    assert f"Armenia\n{i18n.percent(0.5)}" in labels(deck_of())


@pytest.mark.parametrize(
    ("participation", "sets"),
    [("active", 0), ("suspended", 1), ("inactive", 1), ("not participating", 2)],
)
def test_a_country_outside_ogp_is_hatched(participation, sets):
    deck = deck_of(f"country | value | state | participation\n AZE | 0.5 | rated | {participation}")
    assert hatched(deck) == sets


def test_suspended_and_inactive_are_hatched_in_different_directions():
    drawn = [
        layer(deck_of(f"country|value|state|participation\n AZE|0.5|rated|{standing}"), "hatch")
        for standing in ("suspended", "inactive")
    ]
    assert drawn[0]["data"] != drawn[1]["data"]


def test_hatching_on_a_deep_fill_is_pale():
    deck = deck_of("country | value | state | participation\n GEO | 1.0 | rated | suspended")
    [lines] = layer(deck, "hatch")["data"]["features"]
    assert lines["properties"]["ink"][:3] == [255, 255, 255]


def test_the_label_is_translated(monkeypatch):
    monkeypatch.setattr("analytics.charts.map_deck.t", str.upper)
    deck = deck_of("country | value | state | participation\n BLR | | no_plan | active")
    assert labels(deck) == ["Belarus\n– NO PLAN IN THIS PERIOD"]


def test_only_the_countries_can_be_pointed_at():
    assert [part["id"] for part in deck_of()["layers"] if part["pickable"]] == ["countries"]


def test_every_layer_has_an_id_that_stays():
    assert [part["id"] for part in deck_of()["layers"]] == [
        "sea",
        "neighbours",
        "countries",
        "hatch",
        "selected",
        "labels",
    ]


def test_no_basemap_is_asked_for():
    deck = deck_of()
    assert "mapProvider" not in deck
    assert "http" not in json.dumps(deck)


def test_a_click_never_dims_the_rest():
    # Streamlit takes hold of these two names and fades what is not selected.
    dimmed = {"getFillColor", "getColor"}
    assert [part["id"] for part in deck_of()["layers"] if dimmed & set(part)] == []


def test_a_chosen_country_is_outlined():
    outlined = layer(deck_of(selected=["GEO"]), "selected")["data"]["features"]
    assert [shape["properties"]["country"] for shape in outlined] == ["GEO"]


def test_a_chosen_country_can_be_clicked_again():
    before, after = deck_of(), deck_of(selected=["UKR", "GEO"])
    assert {part["id"] for part in after["layers"]} - {part["id"] for part in before["layers"]} == {
        "countries:GEO:UKR"
    }


def test_the_view_stays_where_it_was_whatever_is_shown():
    one, other = deck_of(), deck_of(selected=["GEO"], dark=True)
    assert one["initialViewState"] == other["initialViewState"]
    assert one["views"] == other["views"]


def test_dark_pages_have_a_dark_map():
    assert layer(deck_of(), "neighbours") != layer(deck_of(dark=True), "neighbours")


def test_the_tooltip_is_text_under_the_metric_s_name():
    deck = region_map(frame_of(REGION), "coverage", value_label="Coverage")
    assert deck._tooltip["text"] == "Coverage\n{tip}"
    assert "html" not in deck._tooltip


@pytest.mark.parametrize(
    ("objects", "country"),
    [
        ({"countries": [{"properties": {"country": "MDA"}}]}, "MDA"),
        ({"countries:UKR": [{"properties": {"country": "UKR"}}]}, "UKR"),
        ({"countries": []}, None),
        ({"elsewhere": [{"properties": {"country": "MDA"}}]}, None),
        ({}, None),
    ],
)
def test_a_click_names_its_country(objects, country):
    assert clicked(objects) == country


@pytest.mark.parametrize(
    ("metric", "rate"), [("on_time_rate", True), ("coverage", True), ("commitments", False)]
)
def test_a_rate_is_known_by_its_key(metric, rate):
    assert is_rate(metric) is rate


def test_without_any_count_the_scale_still_has_a_top():
    nothing = frame_of("country | value | state | participation\n UKR | | no_plan | active")
    assert top_of("commitments", nothing) == 1


def words_in(chart):
    drawn = chart.to_dict()["datasets"].values()
    return {row["words"] for rows in drawn for row in rows if "words" in row}


def test_the_legend_names_the_states_that_occur_once_each():
    words = words_in(map_legend(True, ["suspended", "rated", "no_plan", "suspended"]))
    assert {"‖  Suspended", "–  No plan in this period"} < words
    assert not any("Rated" in word for word in words)


def test_the_legend_of_a_rate_runs_from_nothing_to_all():
    assert {i18n.percent(0), i18n.percent(0.5), i18n.percent(1)} == words_in(map_legend(True, []))


def test_the_legend_of_a_count_ends_at_the_largest():
    assert {"0", "111"} < words_in(map_legend(False, [], top=111))


def test_the_legend_grows_with_what_it_explains():
    assert map_legend(True, ["no_plan"]).height > map_legend(True, []).height
