"""The region as a vector drawing: the map's fills, hatching and labels, for paper and slides.

The same shapes as the map that can be clicked (data/boundaries), in the same projection.
"""

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.encodings import tips
from analytics.charts.maps.beside import (
    APART,
    AROUND,
    BESIDE,
    EDGE,
    INSIDE,
    IS_CRAMPED,
    IS_NARROW,
    LABELS,
    RIBBON,
    STACKED,
    SWATCH,
    WESTMOST,
    halfway,
    inset,
    labels_of,
    legend_rows,
    mercator,
    northing,
)
from analytics.charts.maps.deck import EAST, HATCHING, LIGHT, NORTH, SOUTH, WEST, label_place
from analytics.charts.maps.looks import looks
from analytics.charts.theme import TEXT, Picture, fixed
from analytics.codelists import ACCENT, ink_on, ramp_colour
from analytics.metrics.catalogue import METRICS
from data.boundaries import ADDRESS, load
from i18n import t

WIDTH, HEIGHT = 560, 430  # pixels
LINE = 16

Feature = Mapping[str, Any]


@fixed
def region(metric: str) -> Picture:
    """The six countries filled by a metric or by their state, with labels, legend and tooltips.

    The shapes come once, by their address. `countries`, `chosen`, `labels`, `legend` and `ends` are
    those of `region_rows`; a click picks a `country`.
    """
    picked = alt.selection_point(
        "picked", fields=["country"], on="click", clear=False, toggle="true"
    )
    tip = tips(
        name=" ",
        shown=t(METRICS[metric].label),
        resting=t("rests on"),
        standing=t("OGP participation"),
    )
    fill = (
        _with("country", COUNTRIES, "name", "fill", "shown", "resting", "standing")
        .mark_geoshape(stroke=LIGHT.rim, strokeWidth=1, clip=True, cursor="pointer")
        .encode(fill=alt.Fill("fill:N", scale=None), tooltip=tip)
    )
    # What lies over a country without a fill of its own lets the pointer through (frame.css).
    hatch = (
        _with("hatch", COUNTRIES, "hatches", "ink")
        .transform_filter("indexof(datum.hatches, datum.properties.direction) >= 0")
        .mark_geoshape(filled=False, strokeOpacity=0.4, strokeWidth=1.3, clip=True)
        .encode(stroke=alt.Stroke("ink:N", scale=None))
    )
    # Data of its own: what else is drawn stays as it is while another country is chosen.
    chosen = (
        _with("country", CHOSEN, "selected")
        .transform_filter("datum.selected")
        .mark_geoshape(filled=False, stroke=ACCENT, strokeWidth=3, clip=True)
    )
    land = _by_address("neighbour").mark_geoshape(fill=LAND, stroke=SEA, strokeWidth=1, clip=True)
    labels = _words("labels", f"{IS_NARROW} || !datum.inset")
    larger = inset([fill, hatch, chosen], list(_words(LABELS, f"!({IS_NARROW})")))
    layers = [land, fill.add_params(picked), hatch, chosen, *labels, *larger, *_legend()]
    return alt.layer(*layers).properties(
        height=HEIGHT,
        padding={"left": 0, "top": 0, "right": 0, "bottom": 0},  # a plain 0 becomes 20 below
        projection=_fitted(),
        view=alt.ViewBackground(fill=SEA, stroke=None),
    )


# Pale and dark pages alike: between the ink and the paper of either.
LAND, SEA = "#8A94A326", "#8A94A30D"
COUNTRIES, CHOSEN = "countries", "chosen"
LABEL = ["lon", "lat", "line", "words", "inset", "right", "down", "close", "inward"]
MOVED = f"({IS_CRAMPED} || {IS_NARROW} && datum.close)"


def region_rows(
    frame: pd.DataFrame, metric_key: str, selected: Sequence[str] = ()
) -> dict[str, pd.DataFrame]:
    """The data of `region`. `frame` has a row per country: `country`, `value`, `small`, `shown`,
    `resting`, `state`, `participation`, `standing` (in words) and `name`."""
    drawn = looks(frame, metric_key)
    places = [
        one["properties"] for one in shapes_of("country") if one["properties"]["country"] in drawn
    ]
    rows = [
        {
            **{key: row[key] for key in ("country", "name", "shown", "resting", "standing")},
            "fill": drawn[row["country"]].fill,
            "hatches": " ".join(HATCHING.get(drawn[row["country"]].outside, ())),
            "ink": ink_on(drawn[row["country"]].fill),
        }
        for row in frame.to_dict("records")
    ]
    names = [row["name"] for row in rows if row["country"] in APART]
    close = sum(map(len, names)) > BESIDE
    labels = [
        {"lon": lon, "lat": lat, "line": at, "words": line, "inset": place["country"] in INSIDE,
         "right": right, "down": down, "close": close, "inward": _inward(place, line)}
        for place in places
        for lon, lat in [label_place(place)]
        for right, down in [STACKED.get(place["country"], (0, 0))]
        for at, line in enumerate(drawn[place["country"]].label.split("\n"))
    ]  # fmt: skip
    within = [(place["country"], place["lon"], place["lat"], drawn[place["country"]].label)
              for place in places]  # fmt: skip
    return {
        COUNTRIES: pd.DataFrame(rows),
        CHOSEN: pd.DataFrame({"country": selected, "selected": [True] * len(selected)}),
        "labels": pd.DataFrame(labels, columns=LABEL),
        LABELS: labels_of(within),
        **legend_rows(frame, metric_key),
    }


def _inward(place: Feature, words: str) -> int:
    """Pixels by which words at the western edge move inwards: Romanian has 17 letters for one."""
    return 4 * max(0, len(words) - 12) if place["country"] == WESTMOST else 0


def _by_address(role: str) -> alt.Chart:
    shapes = alt.UrlData(ADDRESS, format=alt.JsonDataFormat(type="json", property="features"))
    return (
        alt.Chart(shapes)
        .transform_filter(f"datum.properties.role == '{role}'")
        .transform_calculate(country="datum.properties.country")
    )


def _with(role: str, data: str, *fields: str) -> alt.Chart:
    """The shapes of a role, each with fields of its country in `data`."""
    looked_up = alt.LookupData(data=alt.NamedData(data), key="country", fields=list(fields))
    return _by_address(role).transform_lookup(lookup="country", from_=looked_up)


def _words(data: str, seen: str) -> Iterator[alt.Chart]:
    """Names and values, `seen` where it says so."""

    def moved(at: int) -> dict[str, Any]:
        return {
            "dx": alt.ExprRef(f"({MOVED} && datum.right || 0) + datum.inward"),
            "dy": alt.ExprRef(f"{(at - 0.5) * LINE} + ({MOVED} && datum.down || 0)"),
            "opacity": alt.ExprRef(f"{seen} ? 1 : 0"),
        }

    return ringed(alt.Chart(alt.NamedData(data)), moved)


def ringed(base: alt.Chart, look: Callable[[int], dict[str, Any]]) -> Iterator[alt.Chart]:
    """Words in two lines, each as it is to look, ringed in white: they read on any fill."""
    for at in (0, 1):
        placed = base.transform_filter(f"datum.line == {at}").encode(
            longitude="lon:Q", latitude="lat:Q", text="words:N"
        )
        common = {"fontSize": 13, "fontWeight": 600, **look(at)}
        yield placed.mark_text(
            **common, stroke=LIGHT.paper, strokeWidth=4, strokeJoin="round", color=LIGHT.paper
        )
        yield placed.mark_text(**common, color=LIGHT.ink)


def _legend() -> Iterator[alt.Chart]:
    """The scale and the states that occur, in the corner the six leave free."""
    # Not a gradient: it is found by the page's address, which changes while the drawing stays.
    steps = [{"at": at, "fill": ramp_colour(at / (STEPS - 1))} for at in range(STEPS)]
    ribbon = (
        _from_below("ends", "ribbon")
        .transform_filter("datum.at == 0")
        .transform_calculate(step=json.dumps(steps))
        .transform_flatten(["step"])
        .transform_calculate(left=f"{EDGE} + datum.step.at * {RIBBON / STEPS}")
        .transform_calculate(right=f"min(datum.left + {RIBBON / STEPS + 0.5}, {EDGE + RIBBON})")
    )
    yield ribbon.mark_rect(height=10).encode(
        x=alt.X("left:Q", scale=None, axis=None),
        x2=alt.X2("right:Q"),
        y=DOWN,
        color=alt.Color("step.fill:N", scale=None),
    )
    ends = _from_below("ends").mark_text(fontSize=12, color=TEXT, align=alt.ExprRef("datum.align"))
    yield ends.encode(x=alt.X("x:Q", scale=None, axis=None), y=DOWN, text="words:N")
    rows = _from_below("legend").encode(y=DOWN)
    yield rows.mark_rect(width=SWATCH, height=14).encode(
        x=alt.value(EDGE + SWATCH / 2), color=alt.Color("colour:N", scale=None)
    )
    yield rows.mark_text(fontWeight="bold", fontSize=11, opacity=0.7).encode(
        x=alt.value(EDGE + SWATCH / 2), text="hatching:N", color=alt.Color("ink:N", scale=None)
    )
    yield rows.mark_text(align="left", fontSize=12, color=TEXT).encode(
        x=alt.value(EDGE + SWATCH + 8), text="words:N"
    )


STEPS = 30
"""Of the scale's colours, side by side."""
DOWN = alt.Y("down:Q", scale=None, axis=None)


def _from_below(data: str, field: str = "up") -> alt.Chart:
    """Rows that stand so many pixels above the lower edge, however high the map is."""
    return alt.Chart(alt.NamedData(data)).transform_calculate(down=f"height - datum.{field}")


def _fitted() -> alt.Projection:
    """Mercator, as large as the six countries fit the window: on its left, beside the inset; on the
    right of a narrow one, which has none, so that the legend has room."""
    south, north = northing(SOUTH), northing(NORTH)
    wide = math.radians(EAST - WEST)
    scale = f"min((width - 24) / {wide:.6f}, (height - 24) / {north - south:.6f})"
    half = f"{wide:.6f} * {scale} / 2"
    middle_at = f"{IS_NARROW} ? width - {EDGE} - {half} : {EDGE} + {AROUND} + {half}"
    middle = ((WEST + EAST) / 2, halfway(SOUTH, NORTH))
    return mercator(middle, scale, place=f"[{middle_at}, height / 2]")


def shapes_of(role: str) -> list[Feature]:
    return [shape for shape in load()["features"] if shape["properties"]["role"] == role]
