"""Where a country stands in OGP on a day, and what can be said of it at all."""

from datetime import date, timedelta

import pytest

from tests.spec.asking import number_of, rows_of, states
from tests.spec.examples import dataset_of

SPELLS = """
    country | status            | from_date  | to_date
    GEO     | active            | 2011       | 2024-10-14
    GEO     | suspended         | 2024-10-14 |
    AZE     | active            | 2011-09    | 2016-05-04
    AZE     | inactive          | 2016-05-04 | 2023-08-17
    AZE     | suspended         | 2023-08-17 |
    BLR     | not participating |            |
"""
COUNTRIES = """
    country | name_en
    AZE     | Azerbaijan
    BLR     | Belarus
    GEO     | Georgia
    FRA     | France
"""
NO_COMMITMENTS = "commitment"


@pytest.mark.parametrize(
    ("country", "day", "standing"),
    [
        ("GEO", date(2010, 12, 31), None),  # not known before the first spell
        ("GEO", date(2011, 1, 1), "active"),
        ("GEO", date(2024, 10, 13), "active"),
        ("GEO", date(2024, 10, 14), "suspended"),  # the day itself belongs to the next spell
        ("AZE", date(2011, 8, 31), None),
        ("AZE", date(2011, 9, 1), "active"),
        ("AZE", date(2016, 5, 3), "active"),
        ("AZE", date(2016, 5, 4), "inactive"),
        ("AZE", date(2023, 8, 16), "inactive"),
        ("AZE", date(2023, 8, 17), "suspended"),
        ("BLR", date(1995, 1, 1), "not_participating"),
        ("BLR", date(2026, 11, 23), "not_participating"),
    ],
)
def test_a_standing_changes_on_its_day(country, day, standing):
    dataset = dataset_of(NO_COMMITMENTS, countries=COUNTRIES, participation=SPELLS)
    rows = rows_of(dataset, "commitments", "country", as_of=day)
    assert {row["country"]: row["participation"] for row in rows}[country] == standing


@pytest.mark.parametrize(
    ("ends", "last_day"),
    [
        ("2016-05-04", date(2016, 5, 3)),
        ("2016-05", date(2016, 4, 30)),  # a month is read as its first day, as in a next spell
    ],
)
def test_after_a_spell_that_nothing_follows_the_standing_is_not_known(ends, last_day):
    ended = f"""
        country | status | from_date | to_date
        GEO     | active | 2011      | {ends}
    """
    dataset = dataset_of(NO_COMMITMENTS, countries=COUNTRIES, participation=ended)

    def standing(day):
        [row] = rows_of(dataset, "commitments", "country", as_of=day, countries=("GEO",))
        return row["participation"]

    assert (standing(last_day), standing(last_day + timedelta(days=1))) == ("active", None)


def test_every_partner_country_appears_even_with_no_commitments():
    dataset = dataset_of(NO_COMMITMENTS, countries=COUNTRIES, participation=SPELLS)
    rows = rows_of(dataset, "commitments", "country")
    assert {row["country"]: row["commitments"] for row in rows} == {"AZE": 0, "BLR": 0, "GEO": 0}


def test_seven_things_never_look_alike():
    """Each of them alone in a country."""
    given = """
        country | commitment | plan_start | plan_end   | end_date   | final
        GEO     | 1          | 2016-01-01 | 2018-12-31 | 2018-06-30 | not started
        UKR     | 2          | 2016-01-01 | 2018-12-31 | 2018-06-30 | no evidence
        FRA     | 3          | 2016-01-01 | 2018-12-31 | 2018-06-30 | unclear
        MDA     | 4          | 2016-01-01 | 2018-12-31 | 2018-06-30 |
        AZE     | 5          | 2016-01-01 | 2018-12-31 |            |
        BLR     | 6          | 2016-01-01 | 2018-12-31 | 2021-06-30 |
        ARM     | 7          | 2021-01-01 | 2022-12-31 | 2022-06-30 |
    """
    expected = {
        "GEO": "rated",  # 0 % is an answer
        "UKR": "no_evidence",
        "FRA": "no_evidence",
        "MDA": "not_assessed",
        "AZE": "not_assessed",
        "BLR": "not_yet_due",
        "ARM": "no_plan",  # not begun
    }
    dataset = dataset_of(given)
    assert states(dataset, everywhere=True) == expected
    del expected["FRA"]
    assert states(dataset) == expected


@pytest.mark.parametrize(
    ("country", "day", "state"),
    [
        ("BLR", date(2020, 12, 31), "not_participating"),
        ("AZE", date(2014, 12, 31), "no_plan"),
        ("AZE", date(2020, 12, 31), "inactive"),
        ("AZE", date(2024, 12, 31), "suspended"),
    ],
)
def test_a_country_without_commitments_is_told_by_its_standing(country, day, state):
    dataset = dataset_of(NO_COMMITMENTS, countries=COUNTRIES, participation=SPELLS)
    assert states(dataset, as_of=day)[country] == state


def test_a_plan_with_nothing_in_view_is_not_the_lack_of_a_plan(record):
    states_now = states(record, sectors=("education",), countries=("AZE", "BLR"))
    assert states_now == {"AZE": "none_in_view", "BLR": "not_participating"}


def test_a_state_is_no_number():
    dataset = dataset_of(NO_COMMITMENTS, countries=COUNTRIES, participation=SPELLS)
    for row in rows_of(dataset, "implementation_rate", "country"):
        parts = {name: row[name] for name in row if name.startswith("implementation_rate")}
        assert set(parts.values()) == {None}


def test_nought_per_cent_is_a_number():
    given = """
        commitment | final
        A          | not started
    """
    dataset = dataset_of(given)
    assert number_of(dataset, "implementation_rate") == 0
    assert states(dataset) == {"GEO": "rated"}


SUSPENDED = """
    country | status    | from_date | to_date
    GEO     | suspended | 2011      |
    MDA     | active    | 2011      |
"""
TWO = """
    country | commitment | final
    GEO     | A          | complete
    MDA     | B          | limited
"""


def test_a_suspended_country_keeps_its_commitments_in_view():
    assert states(dataset_of(TWO, participation=SUSPENDED)) == {"GEO": "rated", "MDA": "rated"}


def test_with_and_without_suspended_countries():
    dataset = dataset_of(TWO, participation=SUSPENDED)
    assert number_of(dataset, "implementation_rate") == 1 / 2
    assert number_of(dataset, "implementation_rate", participation=("active",)) == 0
    assert states(dataset, participation=("active",)) == {"MDA": "rated"}


def test_countries_beyond_the_six_come_in_when_named_or_when_all_are_asked_for():
    given = """
        country | commitment
        GEO     | A
        FRA     | B
    """
    dataset = dataset_of(given)
    assert number_of(dataset, "commitments") == 1
    assert number_of(dataset, "commitments", everywhere=True) == 2
    assert states(dataset, countries=("FRA",)) == {"FRA": "not_assessed"}
