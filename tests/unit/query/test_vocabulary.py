"""The codes a dataset knows, their order and their wording."""

from datetime import date

import pytest

import i18n
from analytics.codelists import FOCUS_SECTORS, SECTORS
from analytics.query.dimensions import DIMENSIONS
from analytics.query.filters import MANY
from analytics.query.vocabulary import Vocabulary
from data.store import in_memory
from tests.spec.examples import TODAY, dataset_of


@pytest.fixture(scope="module")
def words(record):
    return Vocabulary.of(record)


def test_the_six_countries_stand_in_one_order_and_under_their_names(words):
    names = [words.label("country", code) for code in words.codes("country")]
    assert names == ["Armenia", "Azerbaijan", "Belarus", "Georgia", "Moldova", "Ukraine"]


def test_the_sectors_of_the_programme_come_first(words):
    assert words.codes("sector")[:5] == FOCUS_SECTORS
    names = [words.label("sector", code) for code in FOCUS_SECTORS]
    assert names == [
        *("Anti-corruption", "Justice", "Public administration", "Education", "Business"),
    ]


def test_every_filter_has_codes_to_choose_from(words):
    assert [key for key in MANY if not words.codes(key)] == []


def test_every_code_has_words(words):
    for kind in words.labels:
        for code in words.codes(kind):
            assert words.label(kind, code), (kind, code)


def test_every_sector_of_the_record_has_words(record):
    query = "select distinct sector from policy_areas"
    assert {sector for (sector,) in record.cursor().execute(query).fetchall()} <= set(SECTORS)


def test_no_code_holds_a_comma_which_parts_codes_in_a_link(words):
    assert [code for kind in words.labels for code in words.codes(kind) if "," in code] == []


def test_every_dimension_of_codes_is_a_filter_or_a_year():
    assert set(DIMENSIONS) - set(MANY) == {"plan_year"}


@pytest.mark.parametrize(
    ("kind", "code", "words_of_it"),
    [
        ("country", "GEO", "Georgia"),
        ("plan", "UKR-2", "Ukraine 2014–2016"),
        ("plan", "GEO-Tbilisi-1", "Tbilisi 2017"),
        ("rating", "not_assessed", "Not assessed"),
        ("policy_area", "public_procurement", "Public Procurement"),
        ("institution", "arm_ministry_of_finance", "Ministry of Finance"),
        ("country", "XKX", "XKX"),
        ("no such kind", "code", "code"),
        ("plan_year", 2014, "2014"),
        ("sector", None, "Not stated"),
        ("sector", float("nan"), "Not stated"),
    ],
)
def test_a_code_has_its_wording(words, kind, code, words_of_it):
    assert words.label(kind, code) == words_of_it


def test_wording_follows_the_readers_language_and_codes_do_not(words):
    before = words.codes("rating")
    i18n.use("uk")
    try:
        assert words.codes("rating") == before
    finally:
        i18n.use("en")


def test_plans_know_their_country(words):
    assert words.country_of["GEO-Tbilisi-1"] == "GEO"
    assert words.country_of["Tbilisi"] == "GEO"
    assert words.country_of["arm_ministry_of_finance"] == "ARM"


def test_the_years_run_from_the_first_plan_to_the_last(words):
    assert (words.years[0], words.years[-1]) == (2012, 2028)
    assert list(words.years) == list(range(2012, 2029))


def test_a_dataset_of_nothing_has_days_all_the_same():
    read = date(2026, 1, 31)
    nothing = Vocabulary.of(in_memory({}, key="nothing", title="Nothing", today=read))
    assert (nothing.first_day, nothing.newest) == (date(2011, 1, 1), read)
    assert nothing.nearest_day(date(2026, 2, 1)) == read
    assert nothing.codes("country") == ()


def test_the_default_day_can_be_stood_on_though_no_plan_has_begun():
    given = """
        commitment | plan_start | plan_end
        A          | 2027-01-01 | 2028-12-31
    """
    words = Vocabulary.of(dataset_of(given))
    assert words.first_day == words.newest == words.nearest_day(words.newest) == TODAY


def test_a_due_date_yet_to_come_is_no_day_to_stand_on():
    given = """
        commitment | plan_end   | end_date
        A          | 2018-12-31 | 2019-06
    """
    words = Vocabulary.of(dataset_of(given, today=date(2018, 12, 31)))
    assert words.nearest_day(date(2019, 6, 30)) == date(2018, 12, 31)
    assert words.years[-1] == 2019


def test_a_country_beyond_the_six_is_known_where_it_has_commitments():
    given = """
        country | commitment
        FRA     | A
        GEO     | B
    """
    assert Vocabulary.of(dataset_of(given)).codes("country") == ("GEO", "FRA")
