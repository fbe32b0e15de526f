"""The programme's map as a drawing: the region with points on it, and what their marks mean."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from analytics.charts.maps.beside import (
    halfway,
    northing,
)
from analytics.charts.maps.deck import EAST, HATCHING, LIGHT, NORTH, SOUTH, WEST, label_place
from analytics.charts.maps.drawing import HEIGHT, LINE, WIDTH, Feature, ringed, shapes_of
from analytics.charts.maps.looks import Drawn
from analytics.codelists import Swatch, ink_on
from i18n import t


def ground(drawn: Mapping[str, Drawn], *above: alt.Chart) -> alt.LayerChart | alt.FacetChart:
    """The shapes with their labels, and what is drawn above them."""
    return alt.layer(*_layers(drawn), *above).properties(
        width=WIDTH, height=HEIGHT, projection=_projection(), view=_sea()
    )


def _layers(drawn: Mapping[str, Drawn]) -> Iterator[alt.Chart]:
    """From the muted neighbours up to the labels."""
    yield _shapes(shapes_of("neighbour")).mark_geoshape(
        fill=LIGHT.land, stroke=LIGHT.sea, strokeWidth=1, clip=True
    )
    countries = [shape for shape in shapes_of("country") if shape["properties"]["country"] in drawn]
    for shape in countries:
        look = drawn[shape["properties"]["country"]]
        yield _shapes([shape]).mark_geoshape(
            fill=look.fill, stroke=LIGHT.rim, strokeWidth=1, clip=True
        )
    for shape in _hatch(drawn):
        look = drawn[shape["properties"]["country"]]
        yield _shapes([shape]).mark_geoshape(
            filled=False, stroke=ink_on(look.fill), strokeOpacity=0.4, strokeWidth=1.3, clip=True
        )
    yield from _labels(countries, drawn)


def _shapes(features: Sequence[Feature]) -> alt.Chart:
    """Bare shapes, as text: Altair would copy and check every corner of a list many times over."""
    bare = [{"type": "Feature", "geometry": shape["geometry"]} for shape in features]
    return alt.Chart(alt.InlineData(json.dumps(bare), format=alt.JsonDataFormat(type="json")))


def _hatch(drawn: Mapping[str, Drawn]) -> list[Feature]:
    """The lines over the countries outside OGP, in the directions the map uses."""
    return [
        shape
        for shape in shapes_of("hatch")
        if shape["properties"]["country"] in drawn
        and shape["properties"]["direction"]
        in HATCHING.get(drawn[shape["properties"]["country"]].outside, ())
    ]


def _labels(countries: Sequence[Feature], drawn: Mapping[str, Drawn]) -> Iterator[alt.Chart]:
    """Names and values, ringed in white so that they read on any fill."""
    rows = [
        {"lon": lon, "lat": lat, "line": at, "words": line}
        for shape in countries
        for lon, lat in [label_place(shape["properties"])]
        for at, line in enumerate(drawn[shape["properties"]["country"]].label.split("\n"))
    ]
    base = alt.Chart(pd.DataFrame(rows, columns=["lon", "lat", "line", "words"]))
    return ringed(base, lambda at: {"dy": (at - 0.5) * LINE})


def _projection() -> alt.Projection:
    """Mercator, as large as the six countries fit, in the middle of the picture."""
    south, north = northing(SOUTH), northing(NORTH)
    scale = min((WIDTH - 24) / math.radians(EAST - WEST), (HEIGHT - 24) / (north - south))
    return alt.Projection(
        type="mercator",
        scale=scale,
        center=[(WEST + EAST) / 2, halfway(SOUTH, NORTH)],
        translate=[WIDTH / 2, HEIGHT / 2],
    )


def _sea() -> alt.ViewBackground:
    return alt.ViewBackground(fill=LIGHT.sea, stroke=None)


HOLLOW = "transparent"


def places(
    drawn: Mapping[str, Drawn],
    visible: pd.DataFrame,
    marks: Mapping[str, Swatch],
    radii: Mapping[str, float],
) -> alt.VConcatChart:
    """The region with points on it, and what their marks mean.

    `visible` has `lon`, `lat` and `kind`, a key of `marks`; kinds with a radius are rings.
    """
    labels = [t(mark.label) for mark in marks.values()]
    widest = max(radii.values())
    looks: dict[str, list[Any]] = {
        "fill": [HOLLOW if kind in radii else mark.colour for kind, mark in marks.items()],
        "stroke": [mark.colour if kind in radii else LIGHT.paper for kind, mark in marks.items()],
        # An area: twice the radius across.
        "size": [(2 * radii.get(kind, widest / 3)) ** 2 for kind in marks],
    }
    encoded = {
        "fill": alt.Fill("mark:N", scale=_scale(labels, looks["fill"]), legend=None),
        "stroke": alt.Stroke("mark:N", scale=_scale(labels, looks["stroke"]), legend=None),
        "size": alt.Size("mark:N", scale=_scale(labels, looks["size"]), legend=None),
    }
    named = visible.assign(mark=[t(marks[kind].label) for kind in visible["kind"]])
    where = alt.Chart(named[["lon", "lat", "mark"]].drop_duplicates())
    points = where.mark_point(strokeWidth=2.5, opacity=1).encode(
        longitude="lon:Q", latitude="lat:Q", **encoded
    )
    meaning = alt.Chart(pd.DataFrame({"mark": labels})).encode(
        y=alt.Y("mark:N", sort=labels, axis=None)
    )
    legend = alt.layer(
        meaning.mark_point(strokeWidth=2.5, opacity=1).encode(x=alt.value(widest), **encoded),
        meaning.mark_text(align="left", fontSize=13).encode(x=alt.value(3 * widest), text="mark:N"),
    ).properties(width=WIDTH, height=alt.Step(2.4 * widest), view=alt.ViewConfig(stroke=None))
    both: alt.VConcatChart = alt.vconcat(ground(drawn, points), legend).resolve_scale(
        fill="independent", stroke="independent", size="independent"
    )
    return both


def _scale(labels: Sequence[str], values: list[Any]) -> alt.Scale:
    return alt.Scale(domain=labels, range=values)
