"""The reader's choice: it survives a link, falls back with a notice, and says itself in words."""

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.metrics.catalogue import METRICS
from analytics.query.ask import ask
from analytics.query.dimensions import DIMENSIONS, PLAN
from analytics.query.filters import MANY, Filters, Many
from analytics.query.notices import in_our_letters, nearest
from analytics.query.period import current_from
from analytics.query.vocabulary import Vocabulary

KEYS = [*MANY, "period", "from", "to", "q", "as_of", "all"]


@pytest.fixture(scope="module")
def words(record):
    return Vocabulary.of(record)


def read(link, words):
    filters, notices = Filters.from_query(link, words)
    return filters, [(notice.key, notice.value, notice.nearest) for notice in notices]


# What a filter is --------------------------------------------------------------------------


@pytest.mark.parametrize("dimension", [one for one in DIMENSIONS.values() if one.key in MANY])
def test_what_answers_are_broken_down_by_is_filtered_by_the_same_codes(dimension):
    many = MANY[dimension.key]
    assert Many.of(dimension, many.field) == many


def test_a_filter_of_plans_is_one_that_plans_have_the_column_of(record):
    cursor = record.cursor().execute("select * from plans_at(date '2026-11-25')")
    columns = {column for column, *_ in cursor.description}
    assert {many.sql for many in MANY.values() if many.of_plans} <= columns


# A link and back ---------------------------------------------------------------------------


@st.composite
def choices(draw, words):
    """Any choice a reader can make from what the data offers."""
    chosen = {}
    for key, many in MANY.items():
        codes = words.codes(key)
        some = draw(st.sets(st.sampled_from(codes), max_size=3))
        chosen[many.field] = tuple(code for code in codes if code in some)
    years = st.none() | st.integers(1, 9999)
    first = draw(years)
    return Filters(
        **chosen,
        from_year=first,
        to_year=draw(st.none() | st.integers(first or 1, 9999)),
        words=draw(st.text(max_size=20).map(str.strip)),
        as_of=draw(st.none() | st.dates(words.first_day, words.newest)),
        everywhere=draw(st.booleans()),
    )


@given(data=st.data())
def test_every_choice_survives_its_link(words, data):
    chosen = data.draw(choices(words))
    assert Filters.from_query(chosen.to_query(), words) == (chosen, ())


@given(link=st.dictionaries(st.sampled_from(KEYS), st.text(max_size=30)))
def test_no_link_crashes_and_what_is_left_of_it_is_stable(words, link):
    filters, _ = Filters.from_query(link, words)
    assert Filters.from_query(filters.to_query(), words) == (filters, ())


@pytest.mark.parametrize(
    "link",
    [
        {},
        {"country": "GEO,UKR"},
        {"sector": "justice", "rating": "complete,withdrawn"},
        {"from": "2014", "to": "2018", "q": "open budget"},
        {"as_of": "2016-12-31", "all": "1"},
    ],
    ids=str,
)
def test_a_link_survives_the_round_trip(words, link):
    assert Filters.from_query(link, words)[0].to_query() == link


def test_every_part_of_a_choice_has_its_place_in_the_link(words):
    """A field without a key would be lost without a word."""
    everything = {many.field: words.codes(key)[:1] for key, many in MANY.items()}
    everything |= {
        "period": "current",
        "from_year": 2014,
        "to_year": 2018,
        "words": "budget",
        "everywhere": True,
    }
    chosen = Filters(**everything, as_of=date(2016, 12, 31))
    assert all(getattr(chosen, field.name) for field in fields(Filters))
    assert sorted(chosen.to_query()) == sorted(KEYS)


def test_no_choice_is_an_empty_link():
    assert Filters().to_query() == {}


def test_a_link_carries_codes_in_one_order_however_they_were_typed(words):
    assert read({"country": "UKR,GEO,UKR"}, words)[0].to_query() == {"country": "GEO,UKR"}


def test_spaces_round_the_words_are_no_choice(words):
    assert read({"q": "  "}, words)[0] == Filters()


def test_spaces_round_a_code_are_no_part_of_it(words):
    chosen, notices = Filters.from_query({"country": " GEO , UKR, "}, words)
    assert (chosen.countries, notices) == (("GEO", "UKR"), ())


def test_a_key_nobody_knows_is_left_to_whoever_owns_it(words):
    assert read({"utm_source": "letter", "lang": "uk"}, words) == (Filters(), [])


# What cannot be followed -------------------------------------------------------------------


def test_an_unknown_code_is_left_out_with_a_notice_and_the_rest_stays(words):
    filters, notices = read({"country": "GEO,GE0"}, words)
    assert filters.countries == ("GEO",)
    assert [(key, value) for key, value, _ in notices] == [("country", "GE0")]
    assert "GEO" in notices[0][2]


def test_a_code_in_another_case_is_read(words):
    filters, notices = read({"sector": "Justice", "country": "geo,Ukr,GEO"}, words)
    assert (filters.sectors, filters.countries, notices) == (("justice",), ("GEO", "UKR"), [])


def test_where_two_codes_differ_in_case_alone_none_is_guessed():
    assert in_our_letters(["A-1", "a-1", "B-1", "b"], ["A-1", "a-1", "b-1"]) == (
        "A-1", "a-1", "b-1", "b",
    )  # fmt: skip
    assert in_our_letters(["x"], ["X", "x "]) == ("X",)
    assert in_our_letters(["aa"], ["Aa", "aA"]) == ("aa",)


def test_no_two_codes_of_a_kind_differ_in_case_alone(words):
    for key in MANY:
        assert len({code.lower() for code in words.codes(key)}) == len(words.codes(key))


def test_a_code_like_no_other_has_no_nearest(words):
    assert read({"plan": "????"}, words)[1] == [("plan", "????", ())]
    assert read({"sector": "unknown"}, words)[1] == [("sector", "unknown", ())]


@pytest.mark.parametrize(
    "text",
    ["2022-13-01", "31/12/2022", "2022", "tomorrow", "2022-02-30", "’; drop table", "9" * 5000],
    ids=lambda text: text[:12],
)
def test_a_broken_day_is_left_out_with_a_notice(words, text):
    filters, notices = read({"as_of": text}, words)
    assert filters.as_of is None
    assert notices == [("as_of", text, ())]


@pytest.mark.parametrize(
    "text", ["-1", "0", "20144", "MMXIV", "2014.0", "٢٠١٤", "²", "9" * 5000], ids=lambda t: t[:8]
)
@pytest.mark.parametrize(("key", "field"), [("from", "from_year"), ("to", "to_year")])
def test_a_broken_year_is_left_out_with_a_notice(words, key, field, text):
    filters, notices = read({key: text}, words)
    assert getattr(filters, field) is None
    assert notices == [(key, text, ())]


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("1990-01-01", date(2012, 1, 1)),
        ("2012-01-01", date(2012, 1, 1)),
        ("2016-12-31", date(2016, 12, 31)),
        ("2026-11-25", date(2026, 11, 25)),
        ("2026-11-26", date(2026, 11, 25)),
        ("9999-12-31", date(2026, 11, 25)),
    ],
)
def test_a_day_outside_the_data_is_moved_to_its_edge(words, wanted, given):
    assert read({"as_of": wanted}, words)[0].as_of == given


def test_years_the_wrong_way_round_are_exchanged_and_it_is_told(words):
    chosen, [notice] = Filters.from_query({"from": "2022", "to": "2018"}, words)
    assert (chosen.from_year, chosen.to_year) == (2018, 2022)
    told = "The years from 2022 to 2018 were in the wrong order and were exchanged."
    assert str(notice) == told
    assert notice.refusal.endswith("Give the earlier year as “from”.")
    for link in (
        {"from": "2018", "to": "2018"},
        {"from": "2022", "to": "2018", "period": "current"},
    ):
        assert read(link, words)[1] == []


def test_a_notice_says_what_was_left_out_and_what_is_near(words):
    _, [notice] = Filters.from_query({"country": "GE"}, words)
    assert str(notice) == "“GE” is not known as country and was left out. Nearest: GEO."
    _, [notice] = Filters.from_query({"as_of": "soon"}, words)
    assert str(notice) == "“soon” is not known as as_of and was left out."


@pytest.mark.parametrize(
    ("wanted", "near"),
    [
        ("implementation", ("implementation_rate",)),
        ("IMPLEMENTATION_RATE", ("implementation_rate",)),
        ("zzzz", ()),
        ("", ()),
    ],
)
def test_the_nearest_names_look_like_the_one_asked_for(wanted, near):
    assert nearest(wanted, list(METRICS))[:1] == near


def test_at_most_three_names_are_near():
    assert len(nearest("rate", ["rate_a", "rate_b", "rate_c", "rate_d"])) == 3


# In words ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filters", "sentence"),
    [
        (Filters(), "No filters: everything in view"),
        (Filters(countries=("GEO", "UKR")), "Country: Georgia, Ukraine"),
        (
            Filters(sectors=("justice",), ratings=("not_assessed",)),
            "Sector: Justice · Latest rating: Not assessed",
        ),
        (Filters(from_year=2014, to_year=2018), "Plans running 2014–2018"),
        (Filters(from_year=2014), "Plans running 2014–…"),
        (Filters(to_year=2018), "Plans running …–2018"),
        (Filters(words="open budget"), "Search: “open budget”"),
        (Filters(everywhere=True), "All countries in the file"),
        (Filters(plans=("UKR-1",)), "Action plan: Ukraine 2012–2013"),
        (Filters(as_of=date(2016, 12, 31)), "No filters: everything in view"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_choice_says_itself_in_a_sentence(words, filters, sentence):
    assert filters.describe(words) == sentence


def test_braces_in_what_a_reader_typed_are_only_braces(words):
    assert Filters(words="{names} {0} %s").describe(words) == "Search: “{names} {0} %s”"


def test_the_day_in_words_is_the_newest_where_none_is_chosen(record):
    assert Filters().spoken_day(record.newest) == "25 Nov 2026"
    assert Filters(as_of=date(2016, 12, 31)).spoken_day(record.newest) == "31 Dec 2016"


# What it means -----------------------------------------------------------------------------


def in_view(record, **filters):
    [row] = ask(record, [METRICS["commitments"]], Filters(**filters)).rows
    return row["commitments"]


@pytest.mark.parametrize(
    ("typed", "count_as"),
    [
        ("BUDGET", "budget"),
        ("budget  transparency", "transparency budget"),
        ("Bûdgét", "budget"),
    ],
)
def test_words_are_found_whatever_their_case_accents_and_order(record, typed, count_as):
    assert in_view(record, words=typed) == in_view(record, words=count_as) > 0


@pytest.mark.parametrize("typed", ["%", "_", "'", "’; drop table commitments; --", ".*", "\\"])
def test_words_are_only_words(record, typed):
    assert in_view(record, words=typed) < 412


def test_an_id_finds_its_commitment(record):
    assert in_view(record, words="ge0001") == 1


@pytest.mark.parametrize(
    ("years", "plans"),
    [
        # Tbilisi's plan of 2017 and the national one of mid-2016 to mid-2018 ran in 2017.
        ({"from_year": 2017, "to_year": 2017}, ["GEO-3", "GEO-Tbilisi-1"]),
        ({"to_year": 2013}, ["GEO-1"]),
        ({"from_year": 2014, "to_year": 2012}, []),
    ],
    ids=str,
)
def test_a_plan_is_in_view_if_it_ran_in_one_of_the_years(record, years, plans):
    rows = ask(record, [METRICS["commitments"]], Filters(countries=("GEO",), **years), [PLAN]).rows
    assert [row["plan"] for row in rows] == plans


@pytest.mark.parametrize(
    ("filters", "reaches"),
    [
        ({}, False),
        ({"countries": ("GEO",), "levels": ("local",), "plans": ("GEO-1",)}, False),
        ({"jurisdictions": ("Tbilisi",), "participation": ("active",)}, False),
        ({"from_year": 2014, "to_year": 2018, "as_of": date(2016, 1, 1)}, False),
        ({"everywhere": True}, False),
        ({"sectors": ("justice",)}, True),
        ({"words": "budget"}, True),
        ({"timeliness": ("unknown",)}, True),
    ],
    ids=str,
)
def test_which_filters_speak_of_single_commitments(filters, reaches):
    assert Filters(**filters).reach_commitments is reaches


def test_a_choice_is_a_value():
    assert Filters(countries=("GEO",)) == Filters().with_(countries=("GEO",))
    assert len({Filters(), Filters(), Filters(words="x")}) == 2


@pytest.mark.parametrize("period", ["current", "programme"])
def test_a_period_survives_the_round_trip_and_takes_the_place_of_years(words, period):
    chosen, notices = Filters.from_query({"period": period, "from": "2014"}, words)
    assert chosen.to_query() == {"period": period}
    assert notices == ()


def test_current_plans_run_on_the_day_or_ended_in_the_24_months_before():
    assert current_from(date(2024, 2, 29)) == date(2022, 2, 28)
    chosen = Filters(period="current", as_of=date(2026, 11, 25))
    assert chosen.parameters(None)["ending_from"] == date(2024, 11, 25)
    assert Filters(period="programme").parameters(None)["from_year"] == 2020


def test_an_unknown_period_is_left_out_with_a_notice(words):
    chosen, [notice] = Filters.from_query({"period": "curent"}, words)
    assert chosen.period == ""
    assert notice.nearest == ("current",)
