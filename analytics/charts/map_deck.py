"""What the map of the programme is made of: shapes, tones and layers for pydeck.

Nothing here asks another host: no basemap (`map_provider=None`, and no `map_style`, because a
style of None makes Streamlit fall back to a basemap of its own), only the shapes we ship.

* A selection dims every layer that has a `getFillColor` or a text `getColor`. Our colours are
  handed to the sub-layers instead, where a click leaves them alone.
* The browser remembers a selection until its layer is gone. The clickable layer's id therefore
  names what is selected already: after every click it is a new layer, the memory is gone, and the
  next click on the same country is news again.
* The map cannot know its width. Bounds and a largest zoom let the browser fit the six countries
  into a phone's width and into the height of a wide screen alike.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pydeck as pdk

from analytics.charts.map_legend import SMALL_FILL, top_of
from analytics.codelists import ACCENT, STATES, channels, ink_on, ramp_colour
from data.boundaries import load
from i18n import t

Row = Mapping[str, Any]

OUTSIDE = ("not_participating", "suspended", "inactive")


MAP_HEIGHT = 420
"""Pixels, for `st.pydeck_chart(height=…)`: the largest zoom is worked out for it."""

CLICKABLE = "countries"
FONT = '"Noto Sans", sans-serif'
WEST, EAST, SOUTH, NORTH = 21.4, 51.9, 37.4, 56.6
TILE = 512  # pixels the whole world takes at zoom 0
MARGIN = "36% - 118px"  # left and right of the six: 11 pixels on a phone, wide on a wide screen

HATCHING: Mapping[str | None, tuple[str, ...]] = {
    "suspended": ("rising",),
    "inactive": ("falling",),
    "not_participating": ("rising", "falling"),
}
# Where a label stands when its country is too small to hold it, in degrees.
BESIDE: Mapping[str, tuple[float, float]] = {
    "ARM": (43.4, 38.55),
    "AZE": (48.3, 40.5),
    "GEO": (43.7, 43.5),
    "MDA": (27.1, 47.0),
}

Feature = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours round the figures, for a light or a dark page."""

    sea: str
    land: str
    rim: str
    paper: str
    ink: str


LIGHT = Tones(sea="#F4F7FB", land="#E4E9F0", rim="#3F5878", paper="#FFFFFF", ink="#0F1B2D")
DARK = Tones(sea="#121C29", land="#1F2B3B", rim="#0F1722", paper="#0F1722", ink="#FFFFFF")


@dataclass(frozen=True, slots=True)
class Drawn:
    """How one country is drawn; `outside` is its standing when it is not active in OGP."""

    fill: str
    words: str
    tip: str
    outside: str | None


def layers(
    drawn: Mapping[str, Drawn], selected: Sequence[str], tones: Tones
) -> Iterator[pdk.Layer]:
    """From the sea up to the labels. Only the countries can be pointed at."""
    filled = [_filled(shape, drawn) for shape in _shapes("country", drawn)]
    yield _polygons("sea", [_ocean()], fill=channels(tones.sea), stroked=False)
    yield _land(tones)
    yield _countries(filled, selected, tones)
    yield _hatch(drawn)
    yield _outlines(filled, selected)
    yield _labels(drawn, tones)


def view() -> pdk.View:
    """A view that stays: the page scrolls over the map and no reader gets lost in it.

    The controller is there only to fit the bounds between the margins.
    """
    gestures = "dragPan dragRotate scrollZoom doubleClickZoom touchZoom touchRotate keyboard"
    fit = {
        "maxBounds": [[WEST, -90], [EAST, 90]],
        "maxBoundsPadding": {"left": MARGIN, "right": MARGIN, "top": 0, "bottom": 0},
    }
    return pdk.View(type="MapView", controller={**dict.fromkeys(gestures.split(), False), **fit})


def view_state() -> pdk.ViewState:
    """The middle of the six, at a zoom the browser raises until the bounds or the height say no."""
    south, north = _northing(SOUTH), _northing(NORTH)
    middle = math.degrees(2 * math.atan(math.exp(math.radians((south + north) / 2)))) - 90
    return pdk.ViewState(
        longitude=(WEST + EAST) / 2,
        latitude=round(middle, 4),
        zoom=2,
        min_zoom=2,
        max_zoom=round(math.log2(MAP_HEIGHT * 360 / (TILE * (north - south))), 4),
    )


def tooltip_style(tones: Tones) -> dict[str, str]:
    """CSS for deck.gl's tooltip, whose text is set as text and never as HTML."""
    return {
        "backgroundColor": tones.paper,
        "color": tones.ink,
        "border": f"1px solid {tones.ink}",
        "borderRadius": "6px",
        "fontFamily": FONT,
        "fontSize": "13px",
        "maxWidth": "260px",
        "whiteSpace": "pre-line",
    }


def _northing(latitude: float) -> float:
    """Mercator's y in degrees, so that one unit is one degree of longitude."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))


def _shapes(role: str, drawn: Mapping[str, Drawn]) -> list[Feature]:
    features = (feature for feature in load()["features"] if feature["properties"]["role"] == role)
    return [feature for feature in features if feature["properties"]["country"] in drawn]


def _feature(geometry: Mapping[str, Any], **properties: object) -> Feature:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _filled(shape: Feature, drawn: Mapping[str, Drawn]) -> Feature:
    country = shape["properties"]["country"]
    fill, tip = drawn[country].fill, drawn[country].tip
    return _feature(shape["geometry"], country=country, fill=channels(fill), tip=tip)


def _ocean() -> Feature:
    corners = [[-60, 5], [130, 5], [130, 80], [-60, 80], [-60, 5]]
    return _feature({"type": "Polygon", "coordinates": [corners]})


def _land(tones: Tones) -> pdk.Layer:
    land = [shape for shape in load()["features"] if shape["properties"]["role"] == "neighbour"]
    fill, line = channels(tones.land), channels(tones.sea)
    return _polygons("neighbours", land, fill=fill, get_line_color=line, line_width_min_pixels=1)


def _countries(filled: list[Feature], selected: Sequence[str], tones: Tones) -> pdk.Layer:
    return _polygons(
        ":".join([CLICKABLE, *sorted(selected)]),
        filled,
        fill="@@=properties.fill",
        get_line_color=channels(tones.rim),
        line_width_min_pixels=1,
        pickable=True,
    )


def _polygons(layer: str, features: list[Feature], *, fill: object, **options: object) -> pdk.Layer:
    inner = {"polygons-fill": {"getFillColor": fill}}
    return _geojson(layer, features, _subLayerProps=inner, **options)


def _geojson(layer: str, features: list[Feature], **options: object) -> pdk.Layer:
    collection = {"type": "FeatureCollection", "features": features}
    return pdk.Layer("GeoJsonLayer", collection, id=layer, **{"pickable": False, **options})


def _hatch(drawn: Mapping[str, Drawn]) -> pdk.Layer:
    """Lines over the countries outside OGP, so that no one has to tell their state by colour."""
    lines = [
        _feature(shape["geometry"], ink=(*channels(ink_on(look.fill)), 105))
        for shape in _shapes("hatch", drawn)
        for look in [drawn[shape["properties"]["country"]]]
        if shape["properties"]["direction"] in HATCHING.get(look.outside, ())
    ]
    return _geojson("hatch", lines, get_line_color="properties.ink", line_width_min_pixels=1.5)


def _outlines(filled: list[Feature], selected: Sequence[str]) -> pdk.Layer:
    chosen = [shape for shape in filled if shape["properties"]["country"] in selected]
    accent = channels(ACCENT)
    return _geojson(
        "selected", chosen, filled=False, get_line_color=accent, line_width_min_pixels=3
    )


def _labels(drawn: Mapping[str, Drawn], tones: Tones) -> pdk.Layer:
    """Names and values, ringed in the page's own tone so that they read on any fill."""
    words = [
        {"position": label_place(shape["properties"]), "words": drawn[country].words}
        for shape in _shapes("country", drawn)
        for country in [shape["properties"]["country"]]
    ]
    return pdk.Layer(
        "TextLayer",
        words,
        id="labels",
        get_position="position",
        get_text="words",
        get_size=13,
        line_height=1.2,
        font_family=pdk.types.String(FONT),
        font_weight=600,
        character_set=pdk.types.String("auto"),
        font_settings={"sdf": True, "fontSize": 96, "buffer": 24, "radius": 32},
        outline_width=20,  # of the 96 pixels a letter is drawn with before it is scaled down
        outline_color=channels(tones.paper),
        _subLayerProps={"characters": {"getColor": channels(tones.ink)}},
        pickable=False,
    )


def label_place(properties: Mapping[str, Any]) -> tuple[float, float]:
    """Where a country's label stands, in degrees east and north."""
    return BESIDE.get(properties["country"], (properties["lon"], properties["lat"]))


def looks(frame: pd.DataFrame, metric_key: str) -> dict[str, Drawn]:
    """How each country of the frame of `region_map` is drawn: fill, words, hatching."""
    top = top_of(metric_key, frame)
    return {row["country"]: _drawn(row, top) for row in _rows(frame)}


def _rows(frame: pd.DataFrame) -> Iterator[Row]:
    for row in frame.to_dict("records"):
        yield {str(column): value for column, value in row.items()}


def _drawn(row: Row, top: float) -> Drawn:
    standing = str(row["participation"]).replace(" ", "_")
    outside = standing if standing in OUTSIDE else None
    return Drawn(_fill(row, top), _words(row, outside), str(row.get("tip", "")), outside)


def _fill(row: Row, top: float) -> str:
    """The scale's colour for what is rated, else the state's. Unknown is never the colour of 0."""
    if row["state"] != "rated":
        return STATES[row["state"]].colour
    if pd.isna(row["value"]):
        return STATES["not_assessed"].colour
    if row["small"]:
        return SMALL_FILL
    return ramp_colour(row["value"] / top)


def _words(row: Row, outside: str | None) -> str:
    """Two lines: the country, then its value or the word for its state, with the state's mark."""
    state = STATES[row["state"]]
    if row["state"] != "rated":
        return f"{row['name']}\n{state.mark} {t(state.label)}"
    mark = f" {STATES[outside].mark}" if outside else ""
    return f"{row['name']}\n{row['shown']}{mark}"
