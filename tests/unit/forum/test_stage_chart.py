"""The chart on the stage: large type, fixed axes, states in words, nothing unknown drawn as 0."""

import pytest

from analytics.forum.stage_chart import SHARE_END, SIZE, stage
from analytics.forum.storyboard import View, message
from analytics.query.ask import records
from analytics.query.filters import Filters
from analytics.query.named import Queries


@pytest.fixture(scope="module")
def spec(record):
    def drawn(code, **filters):
        told = message(Queries.of(record), Filters(**filters), View.from_code(code))
        specification, frames = stage(told.bars)
        return {**specification, "rows": records(frames["rows"]), "bars": told.bars}

    return drawn


def rows(spec):
    return spec["rows"]


def layers(spec, mark):
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == mark]


@pytest.mark.parametrize("code", ["region", "ratings", "sectors", "delays", "country:GEO"])
def test_all_type_grows_with_the_window(spec, code):
    made = spec(code)
    sizes = [layer["mark"]["fontSize"] for layer in layers(made, "text")]
    bar = layers(made, "bar")[0]["encoding"]
    sizes += [layers(made, "text")[0]["encoding"]["y"]["axis"]["labelFontSize"]]
    sizes += [bar["x"]["axis"]["labelFontSize"]] if bar["x"]["axis"] else []
    assert {size["expr"] for size in sizes} == {SIZE}


def test_the_axis_of_shares_stays_whatever_is_filtered(spec):
    for filters in ({}, {"countries": ("AZE",)}):
        axis = layers(spec("region", **filters), "bar")[0]["encoding"]["x"]
        assert axis["axis"]["values"] == [0, 0.25, 0.5, 0.75, 1]
        assert axis["scale"]["domain"] == [0, {"expr": SHARE_END}]


def test_a_country_without_a_rate_has_no_bar_and_says_why(spec):
    [belarus] = [row for row in rows(spec("region")) if row["group"] == "Belarus"]
    assert (belarus["start"], belarus["end"], belarus["said"]) == (None, None, "")
    assert belarus["state"] == "Not participating"


def test_a_rate_has_its_interval_and_what_it_rests_on(spec):
    [ukraine] = [row for row in rows(spec("region")) if row["group"] == "Ukraine"]
    assert ukraine["low"] < ukraine["value"] < ukraine["high"]
    assert ukraine["said"] == "58\u00a0% · 39 of 67"


def test_a_number_stands_at_the_end_of_its_bar_and_interval(spec):
    shown = [row for row in rows(spec("region")) if row["value"] is not None]
    assert all(row["after"] == max(row["end"], row["high"]) for row in shown)
    made = spec("region")
    assert [layer["encoding"]["x"].get("field") for layer in layers(made, "text")] == [
        None, "after"
    ]  # fmt: skip


def test_a_rate_under_five_is_hollow_and_says_its_counts(spec):
    shown = {row["group"]: row for row in rows(spec("sectors:UKR"))}
    assert (shown["Business"]["small"], shown["Business"]["said"]) == (True, "3 of 3")
    assert not shown["Anti-corruption"]["small"]


def test_the_pieces_of_a_bar_follow_one_another_without_a_gap(spec):
    georgia = [row for row in rows(spec("ratings")) if row["group"].startswith("Georgia")]
    pieces = [row for row in georgia if row["value"]]
    assert [row["start"] for row in pieces] == [0, *(row["end"] for row in pieces[:-1])]
    assert pieces[-1]["end"] == 111


def test_colours_of_the_ratings_do_not_move_with_the_filters(spec):
    whole, one = (layers(spec("ratings", **chosen), "bar")[0]["encoding"]["color"]["scale"]
                  for chosen in ({}, {"countries": ("ARM",)}))  # fmt: skip
    assert whole == one


def test_published_and_computed_stand_side_by_side(spec):
    made = spec("country:UKR")
    assert layers(made, "bar")[0]["encoding"]["yOffset"]["field"] == "series"
    assert {row["series"] for row in rows(made)} == {
        "Published by the IRM",
        "Computed from commitments",
    }


def test_a_legend_names_what_there_is_to_see_and_nothing_else(spec):
    legend = layers(spec("ratings", countries=("ARM",)), "bar")[0]["encoding"]["color"]["legend"]
    assert legend["values"] == ["Not started", "Limited", "Substantial", "Complete", "Not assessed"]


def test_lines_and_dashes_are_explained_where_there_are_any(spec):
    texts = {
        code: spec(code)["bars"].headline(intervals=True)
        for code in ("sectors:UKR", "region", "country:UKR")
    }
    assert texts["sectors:UKR"].endswith("line: 95 % interval · dashed: fewer than five, no rate")
    assert texts["region"].endswith("line: 95 % interval")
    assert texts["country:UKR"].endswith("dashed: fewer than five, no rate")


def test_the_words_of_a_plan_without_a_rate_stand_in_the_middle_of_its_row(spec):
    [words] = [layer for layer in layers(spec("country:GEO"), "text")
               if layer["encoding"]["text"]["field"] == "state"]  # fmt: skip
    assert "yOffset" not in words["encoding"]


def test_a_number_stands_in_its_piece_only_where_it_fits_the_window(spec):
    [counts] = [layer for layer in layers(spec("ratings"), "text")
                if layer["encoding"]["text"]["field"] == "said"]  # fmt: skip
    [fits] = counts["transform"]
    assert "width" in fits["filter"]
    assert SIZE in fits["filter"]


def test_a_small_rate_of_nought_draws_no_stub_at_the_axis(spec):
    made = spec("country:UKR")
    [nought] = [row for row in rows(made) if row["said"] == "0 of 1"]
    assert (nought["small"], nought["value"]) == (True, 0)
    width = layers(made, "bar")[0]["mark"]["strokeWidth"]["expr"]
    assert "datum.value > 0" in width
