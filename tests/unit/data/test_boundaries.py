"""The shipped map draws the internationally recognised borders."""

from itertools import pairwise
from pathlib import Path

import pytest

from data.boundaries import load

SHIPPED = Path(__file__).parents[3] / "data" / "boundaries" / "eap.geojson"

PROBES = {
    "UKR": {
        "Simferopol": (34.10, 44.95),
        "Sevastopol": (33.56, 44.58),
        "Armiansk": (33.69, 46.11),
        "Kerch": (36.42, 45.35),
        "Donetsk": (37.80, 48.00),
        "Luhansk": (39.31, 48.57),
        "Mariupol": (37.54, 47.12),
        "Kyiv": (30.52, 50.45),
    },
    "GEO": {
        "Sukhumi": (41.05, 43.02),
        "Gali": (41.74, 42.63),
        "Tskhinvali": (43.97, 42.23),
        "Akhalgori": (44.48, 42.13),
        "Tbilisi": (44.80, 41.72),
    },
    "MDA": {
        "Tiraspol": (29.63, 46.84),
        "Rybnitsa": (29.01, 47.77),
        "Bender": (29.48, 46.83),
        "Chisinau": (28.83, 47.01),
    },
    "AZE": {
        "Khankendi": (46.75, 39.82),
        "Shusha": (46.75, 39.76),
        "Lachin": (46.55, 39.64),
        "Kalbajar": (46.04, 40.11),
        "Nakhchivan": (45.41, 39.21),
        "Baku": (49.85, 40.39),
    },
    "BLR": {"Minsk": (27.56, 53.90)},
    "ARM": {"Yerevan": (44.51, 40.18)},
}
PLACES = [
    pytest.param(country, point, id=name)
    for country, places in PROBES.items()
    for name, point in places.items()
]
ABROAD = {"Moscow": (37.62, 55.75), "Ankara": (32.85, 39.93), "Bucharest": (26.10, 44.43)}


def features(role):
    return [feature for feature in load()["features"] if feature["properties"]["role"] == role]


def polygons(feature):
    drawn = feature["geometry"]
    return [drawn["coordinates"]] if drawn["type"] == "Polygon" else drawn["coordinates"]


def lies_in_ring(point, ring):
    """Count the edges a ray to the east crosses; an odd number means inside."""
    x, y = point
    crossed = [
        (start, end)
        for start, end in pairwise(ring)
        if (start[1] > y) != (end[1] > y)
        and x < start[0] + (y - start[1]) * (end[0] - start[0]) / (end[1] - start[1])
    ]
    return len(crossed) % 2 == 1


def lies_in(point, feature):
    return any(
        lies_in_ring(point, outline) and not any(lies_in_ring(point, hole) for hole in holes)
        for outline, *holes in polygons(feature)
    )


def countries_at(point):
    return [f["properties"]["country"] for f in features("country") if lies_in(point, f)]


@pytest.mark.parametrize(("country", "point"), PLACES)
def test_the_place_lies_in_its_country_and_no_other(country, point):
    assert countries_at(point) == [country]


@pytest.mark.parametrize(("country", "point"), PLACES)
def test_no_neighbour_is_drawn_over_the_place(country, point):
    assert not any(lies_in(point, neighbour) for neighbour in features("neighbour"))


@pytest.mark.parametrize("point", ABROAD.values(), ids=ABROAD)
def test_a_place_abroad_lies_in_one_neighbour_and_none_of_the_six(point):
    assert countries_at(point) == []
    assert sum(lies_in(point, neighbour) for neighbour in features("neighbour")) == 1


def test_the_six_countries_are_there_once_each():
    codes = [feature["properties"]["country"] for feature in features("country")]
    assert sorted(codes) == ["ARM", "AZE", "BLR", "GEO", "MDA", "UKR"]


@pytest.mark.parametrize("feature", features("country"), ids=lambda f: f["properties"]["country"])
def test_the_label_stands_inside_its_country(feature):
    label = feature["properties"]["lon"], feature["properties"]["lat"]
    assert countries_at(label) == [feature["properties"]["country"]]


@pytest.mark.parametrize("direction", ["rising", "falling"])
def test_every_country_can_be_hatched_both_ways(direction):
    hatched = [
        feature["properties"]["country"]
        for feature in features("hatch")
        if feature["properties"]["direction"] == direction
    ]
    assert sorted(hatched) == ["ARM", "AZE", "BLR", "GEO", "MDA", "UKR"]


@pytest.mark.parametrize(
    "feature",
    features("hatch"),
    ids=lambda f: f"{f['properties']['country']}-{f['properties']['direction']}",
)
def test_hatch_lines_stay_in_their_country(feature):
    middles = [
        ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        for start, end in feature["geometry"]["coordinates"]
    ]
    outside = [m for m in middles if countries_at(m) != [feature["properties"]["country"]]]
    assert middles
    assert outside == []


def test_the_file_is_small_enough_for_every_visit():
    assert SHIPPED.stat().st_size <= 150_000


def test_the_land_reaches_beyond_the_widest_frame():
    ends = [x for one in features("neighbour") for ring in polygons(one) for x, _ in ring[0]]
    assert (min(ends), max(ends)) == (-60, 170)


def test_the_file_names_no_other_host():
    assert "http" not in SHIPPED.read_text(encoding="utf-8")


def test_browsers_are_sent_the_same_shapes():
    served = SHIPPED.parents[2] / "static" / "eap.geojson"
    assert served.read_bytes() == SHIPPED.read_bytes()
