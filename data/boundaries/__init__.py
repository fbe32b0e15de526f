"""The shapes we draw: the six countries, their muted neighbours and hatch lines."""

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

ADDRESS = "app/static/eap.geojson"
"""Where the server offers the same shapes to browsers, relative to every page of ours."""
COARSE = 0.5
"""Degrees between the corners of a coarse outline."""

Outline = list[tuple[float, float]]


@cache
def load() -> dict[str, Any]:
    """The shipped GeoJSON FeatureCollection, in degrees. Shared: read it, never change it.

    Each feature has `role`: "country" (with `country`, an ISO 3166 code of three letters, and a
    label point `lon`, `lat` inside it), "neighbour", or "hatch" (with `country` and `direction`,
    rising or falling).
    """
    text = resources.files(__name__).joinpath("eap.geojson").read_text(encoding="utf-8")
    shapes: dict[str, Any] = json.loads(text)
    return shapes


@cache
def outlines() -> dict[str, list[Outline]]:
    """Each country's parts in a few kilobytes, without its smallest: to be pointed at, not seen."""
    return {
        one["properties"]["country"]: _coarse(one["geometry"])
        for one in load()["features"] if one["properties"]["role"] == "country"
    }  # fmt: skip


def _coarse(geometry: dict[str, Any]) -> list[Outline]:
    parts = geometry["coordinates"]
    outer = [part[0] for part in parts] if geometry["type"] == "MultiPolygon" else [parts[0]]
    return [outline for ring in outer if len(outline := _thinned(ring)) > 2]


def _thinned(ring: Sequence[Sequence[float]]) -> Outline:
    kept = [ring[0]]
    for corner in ring:
        if math.dist(corner, kept[-1]) > COARSE:
            kept.append(corner)
    return [(round(lon, 2), round(lat, 2)) for lon, lat in kept]
