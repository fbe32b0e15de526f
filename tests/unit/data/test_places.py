"""Every local member of the record stands on the map, inside its own country."""

import pytest

from data.store import public_record
from tests.unit.data.test_boundaries import countries_at


def rows_of(sql):
    return public_record().cursor().execute(sql).fetchall()


@pytest.fixture(scope="module")
def local_members():
    return set(
        rows_of("select distinct country, jurisdiction from action_plans where level = 'local'")
    )


def test_every_local_member_has_a_place_and_no_place_is_idle(local_members):
    assert len(local_members) == 17
    assert set(rows_of("select country, place from places")) == local_members


@pytest.mark.parametrize(
    ("place", "country", "point"),
    [
        pytest.param(place, country, (lon, lat), id=place)
        for place, country, lon, lat in rows_of("select place, country, lon, lat from places")
    ],
)
def test_the_place_lies_in_its_country_and_no_other(place, country, point):
    assert countries_at(point) == [country]


def test_every_place_names_where_its_coordinates_come_from():
    assert rows_of("select place from places where source_url is null") == []
