"""What the map of the programme is made of: shapes, tones and layers for pydeck.

Nothing here asks another host: no basemap (`map_provider=None`, and no `map_style`, because a
style of None makes Streamlit fall back to a basemap of its own), only the shapes we ship.

* The shapes come once, by their address, and never in a message. What they look like is said by
  expressions over their properties, which the browser reckons.
* The browser looks at an expression anew only when its layer's `update_triggers` change.
* The map cannot know its width. Bounds and a largest zoom let the browser fit the six countries
  into a phone's width and into the height of a wide screen alike.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pydeck as pdk

from analytics.charts.maps.beside import halfway, northing
from analytics.charts.maps.looks import Drawn
from analytics.codelists import channels, ink_on
from data.boundaries import ADDRESS, load, outlines

MAP_HEIGHT, FRAMED_HEIGHT = 420, 300
"""Pixels, for `st.pydeck_chart(height=…)`, on its page and in somebody else's: the largest zoom is
worked out for it."""

HATCH = 105
"""How much of a line of the hatching is seen, of 255."""
FONT = '"Noto Sans", sans-serif'
WEST, EAST, SOUTH, NORTH = 21.4, 51.9, 37.4, 56.6
TILE = 512  # pixels the whole world takes at zoom 0
MARGIN = "36% - 118px"  # left and right of the six: 11 pixels on a phone, wide on a wide screen

HATCHING: Mapping[str | None, tuple[str, ...]] = {
    "suspended": ("rising",),
    "inactive": ("falling",),
    "not_participating": ("rising", "falling"),
}
# Where a label stands when its country is too small to hold it, in degrees: beside the rings round
# its capital, and apart from its neighbours' on a phone too.
BESIDE: Mapping[str, tuple[float, float]] = {
    "ARM": (42.4, 38.55),
    "AZE": (49.0, 38.7),
    "GEO": (43.7, 43.5),
    "MDA": (25.7, 46.8),
}


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


def layers(drawn: Mapping[str, Drawn], tones: Tones) -> Iterator[pdk.Layer]:
    """From the sea up to the labels. A country's ground and its label can be pointed at."""
    places = {one["country"]: one for one in _countries() if one["country"] in drawn}
    # Only codes of our own shapes get into the expressions.
    places_drawn = {code: drawn[code] for code in places}
    yield _sea(tones)
    yield _shapes(places_drawn, tones)
    yield _ground(places_drawn)
    yield _labels(places_drawn, places, tones)


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


def view_state(high: int) -> pdk.ViewState:
    """The middle of the six, at a zoom the browser raises until the bounds say no, or a map so many
    pixels `high`."""
    degrees = math.degrees(northing(NORTH) - northing(SOUTH))
    return pdk.ViewState(
        longitude=(WEST + EAST) / 2,
        latitude=round(halfway(SOUTH, NORTH), 4),
        zoom=2,
        min_zoom=2,
        max_zoom=round(math.log2(high * 360 / (TILE * degrees)), 4),
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


def _sea(tones: Tones) -> pdk.Layer:
    corners = [[-60, 5], [130, 5], [130, 80], [-60, 80], [-60, 5]]
    return pdk.Layer(
        "PolygonLayer", [{"corners": corners}], id="sea", get_polygon="corners",
        get_fill_color=channels(tones.sea), stroked=False, pickable=False,
    )  # fmt: skip


def _shapes(drawn: Mapping[str, Drawn], tones: Tones) -> pdk.Layer:
    """Neighbours, countries and the hatching of those outside OGP, whose state no one has to tell
    by colour."""
    fill = _by_country({code: channels(look.fill) for code, look in drawn.items()}, tones.land)
    line = (
        f"properties.role == 'hatch' ? {_hatching(drawn)} : "
        f"properties.role == 'country' ? {list(channels(tones.rim))} : {list(channels(tones.sea))}"
    )
    return pdk.Layer(
        "GeoJsonLayer",
        ADDRESS,
        id="shapes",
        get_fill_color=fill,
        get_line_color=line,
        get_line_width="properties.role == 'hatch' ? 1.5 : 1",
        line_width_units=pdk.types.String("pixels"),
        update_triggers={"getFillColor": fill, "getLineColor": line},
        pickable=False,
    )


def _ground(drawn: Mapping[str, Drawn]) -> pdk.Layer:
    """What a pointer meets in a country: coarse outlines nobody sees, with the words the shapes'
    own file cannot hold."""
    rows = [
        {"outline": outline, "tip": drawn[code].tip}
        for code, parts in outlines().items() if code in drawn
        for outline in parts
    ]  # fmt: skip
    return pdk.Layer(
        "PolygonLayer", rows, id="ground", get_polygon="outline",
        get_fill_color=[0, 0, 0, 0], stroked=False, pickable=True,
    )  # fmt: skip


def _by_country(colours: Mapping[str, Sequence[int]], other: str) -> str:
    """An expression: each country's colour, and the one of all other shapes."""
    chosen = "".join(
        f"properties.country == '{code}' ? {list(colour)} : " for code, colour in colours.items()
    )
    return f"{chosen}{list(channels(other))}"


def _hatching(drawn: Mapping[str, Drawn]) -> str:
    """An expression: the ink of a country's lines of its directions; no ink for all others."""
    chosen = "".join(
        f"properties.country == '{code}' && properties.direction == '{direction}' ? "
        f"{[*channels(ink_on(look.fill)), HATCH]} : "
        for code, look in drawn.items()
        for direction in HATCHING.get(look.outside, ())
    )
    return f"({chosen}{[0, 0, 0, 0]})"


def _labels(
    drawn: Mapping[str, Drawn], places: Mapping[str, Mapping[str, Any]], tones: Tones
) -> pdk.Layer:
    """Names and values, ringed in the page's own tone so that they read on any fill."""
    labels = [
        {"position": label_place(places[code]), "words": look.label, "tip": look.tip}
        for code, look in drawn.items()
    ]
    return pdk.Layer(
        "TextLayer",
        labels,
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
        get_color=channels(tones.ink),
        background=True,
        get_background_color=[0, 0, 0, 0],
        pickable=True,
    )


def _countries() -> Iterator[Mapping[str, Any]]:
    for feature in load()["features"]:
        if feature["properties"]["role"] == "country":
            yield feature["properties"]


def label_place(properties: Mapping[str, Any]) -> tuple[float, float]:
    """Where a country's label stands, in degrees east and north."""
    return BESIDE.get(properties["country"], (properties["lon"], properties["lat"]))
