"""The shapes we draw: the six countries, their muted neighbours and hatch lines."""

import json
from functools import cache
from importlib import resources
from typing import Any

ADDRESS = "app/static/eap.geojson"
"""Where the server offers the same shapes to browsers, relative to every page of ours."""


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
