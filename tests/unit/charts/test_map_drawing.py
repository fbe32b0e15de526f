"""The map draws what the frame says, and nothing that was not seen looks like zero."""

import math

import pandas as pd
import pytest

import i18n
from analytics.charts.maps.beside import SMALL_FILL, is_rate, legend_rows, span_of
from analytics.charts.maps.drawing import region, region_rows
from analytics.codelists import STATES, ramp_colour
from data.boundaries import ADDRESS

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
    share = float(value) if value else math.nan
    return {
        "country": country,
        "value": share,
        "shown": i18n.percent(share),
        "state": state,
        "participation": participation,
        "name": NAMES.get(country, country),
        "small": False,
        "resting": "4 of 8",
        "standing": participation.capitalize(),
    }


def frame_of(table):
    return pd.DataFrame([row_of(line) for line in table.strip().splitlines()[1:]])


def rows_of(table=REGION, metric="implementation_rate", selected=()):
    return region_rows(frame_of(table), metric, selected)


def fills(rows):
    return dict(zip(rows["countries"]["country"], rows["countries"]["fill"], strict=True))


def labels(rows):
    """The lines of each label, put together again."""
    lines_at = {}
    for row in rows["labels"].to_dict("records"):
        lines_at.setdefault((row["lon"], row["lat"]), []).append(row["words"])
    return ["\n".join(lines) for lines in lines_at.values()]


def hatches(rows):
    return [one for one in rows["countries"]["hatches"] if one]


def test_the_scale_runs_over_the_range_in_view():
    close = REGION.replace("1.0 ", "0.75").replace("0.0 ", "0.25")
    fills_here = fills(rows_of(close))
    assert fills_here["ARM"] == ramp_colour(0.5)
    assert fills_here["GEO"] == ramp_colour(1)
    assert fills_here["MDA"] == fills_here["AZE"] == ramp_colour(0)
    assert rows_of(close)["ends"]["words"].tolist() == [i18n.percent(0.25), i18n.percent(0.75)]


def test_what_is_no_rate_does_not_stretch_the_scale():
    frame = frame_of(REGION)
    frame["small"] = frame["country"] == "MDA"
    assert span_of("implementation_rate", frame) == (0.25, 1.0)


def test_one_value_alone_stands_on_the_whole_scale():
    alone = frame_of("country|value|state|participation\n UKR|0.5|rated|active")
    assert span_of("implementation_rate", alone) == (0.0, 1.0)


def test_a_count_is_filled_from_the_smallest_to_the_largest():
    counts = """
        country | value | state | participation
        ARM     | 20    | rated | active
        UKR     | 80    | rated | active
    """
    fills_here = fills(rows_of(counts, metric="commitments"))
    assert fills_here["UKR"] == ramp_colour(1)
    assert fills_here["ARM"] == ramp_colour(0)


def test_the_inset_names_the_south_caucasus_and_nobody_else():
    words = rows_of()["inset_labels"]["words"].tolist()
    assert words[::2] == ["Armenia", "Azerbaijan", "Georgia"]
    inside = rows_of()["labels"].query("inset")["words"].tolist()
    assert inside == words


@pytest.mark.parametrize("state", [state for state in STATES if state != "rated"])
def test_a_state_has_its_own_fill_and_word(state):
    rows = rows_of(f"country | value | state | participation\n BLR | | {state} | active")
    assert fills(rows)["BLR"] == STATES[state].colour
    assert labels(rows) == [f"Belarus\n{STATES[state].mark} {STATES[state].label}"]


def test_rated_without_a_value_is_drawn_as_not_assessed():
    rows = rows_of("country | value | state | participation\n UKR | | rated | active")
    assert fills(rows)["UKR"] == STATES["not_assessed"].colour


def test_a_value_of_none_is_not_known_either():
    frame = frame_of("country | value | state | participation\n UKR | | rated | active")
    frame["value"] = [None]
    rows = region_rows(frame, "commitments")
    assert fills(rows)["UKR"] == STATES["not_assessed"].colour


def test_a_suspended_country_keeps_its_value_and_shows_its_mark():
    assert f"Azerbaijan\n{i18n.percent(0.25)} {STATES['suspended'].mark}" in labels(rows_of())


def test_an_active_country_shows_its_value_alone():
    assert f"Armenia\n{i18n.percent(0.5)}" in labels(rows_of())


@pytest.mark.parametrize(
    ("participation", "sets"),
    [("active", 0), ("suspended", 1), ("inactive", 1), ("not participating", 2)],
)
def test_a_country_outside_ogp_is_hatched(participation, sets):
    rows = rows_of(f"country | value | state | participation\n AZE | 0.5 | rated | {participation}")
    assert len(" ".join(hatches(rows)).split()) == sets


def test_suspended_and_inactive_are_hatched_in_different_directions():
    drawn = [
        hatches(rows_of(f"country|value|state|participation\n AZE|0.5|rated|{standing}"))
        for standing in ("suspended", "inactive")
    ]
    assert drawn[0] != drawn[1]


def test_hatching_on_a_deep_fill_is_pale():
    rows = rows_of("country | value | state | participation\n GEO | 1.0 | rated | suspended")
    assert rows["countries"]["ink"].tolist() == ["#FFFFFF"]


def test_under_five_the_counts_stand_on_grey_and_the_legend_says_so():
    frame = frame_of("country | value | state | participation\n UKR | 0.5 | rated | active")
    frame["small"], frame["shown"] = True, "1 of 2"
    rows = region_rows(frame, "implementation_rate")
    assert fills(rows)["UKR"] == SMALL_FILL
    assert labels(rows) == ["UKR\n1 of 2"]
    assert "under 5: no rate" in set(rows["legend"]["words"])


def test_the_label_is_translated(monkeypatch):
    monkeypatch.setattr("analytics.charts.maps.looks.t", str.upper)
    rows = rows_of("country | value | state | participation\n BLR | | no_plan | active")
    assert labels(rows) == ["Belarus\n– NO PLAN IN THIS PERIOD"]


def test_the_shapes_come_once_by_an_address_of_ours():
    chart = region("coverage")
    addresses = {layer["data"]["url"] for layer in chart["layer"] if "url" in layer["data"]}
    assert addresses == {ADDRESS}
    assert "coordinates" not in str(chart)


def test_a_chosen_country_is_outlined():
    assert rows_of(selected=["GEO"])["chosen"]["country"].tolist() == ["GEO"]


def test_the_view_stays_where_it_was_whatever_is_shown():
    assert region("coverage") is region("coverage")
    assert region("coverage")["projection"] == region("overdue")["projection"]


@pytest.mark.parametrize(
    ("metric", "rate"), [("on_time_rate", True), ("coverage", True), ("commitments", False)]
)
def test_a_rate_is_known_by_its_key(metric, rate):
    assert is_rate(metric) is rate


def test_without_any_count_the_scale_still_has_a_top():
    nothing = frame_of("country | value | state | participation\n UKR | | no_plan | active")
    assert span_of("commitments", nothing) == (0, 1)


def legend_of(states, metric="implementation_rate"):
    frame = pd.concat(
        [frame_of(f"country|value|state|participation\n UKR | 111 | {state} | active")
         for state in states]
    )  # fmt: skip
    legend = legend_rows(frame, metric)
    return legend["legend"]["words"].tolist(), legend["ends"]["words"].tolist()


def test_the_legend_names_the_states_that_occur_once_each():
    words, _ = legend_of(["suspended", "rated", "no_plan", "suspended"])
    assert words == ["‖  Suspended", "–  No plan in this period"]


def test_the_legend_of_a_rate_runs_from_nothing_to_all():
    assert legend_of(["rated"])[1] == [i18n.percent(0), i18n.percent(1)]


def test_the_legend_of_a_count_ends_at_the_largest():
    assert legend_of(["rated"], "commitments")[1] == ["0", "111"]


def test_where_there_is_no_room_for_the_words_of_a_state_its_mark_stands_alone():
    none = REGION.replace("0.25  | rated             ", "      | none_in_view      ")
    none = none.replace("      | not_assessed      ", "      | none_in_view      ")
    written = labels(rows_of(none))
    assert "Azerbaijan\n·" in written
    assert "UKR\n· No commitments in this view" in written
