"""A link that came is taken apart without a fault, and what is odd about it is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.query.address import (
    LONGEST,
    LONGEST_WORDS,
    number_of,
    outward,
    taken_apart,
    written,
)
from analytics.query.filters import MANY, Filters
from analytics.query.vocabulary import Vocabulary
from data.findings import INVISIBLE

KEYS = [
    *MANY,
    "period",
    "from",
    "to",
    "q",
    "as_of",
    "all",
    "lang",
    "dataset",
    "v",
    "page",
    "commitment",
]
# Every letter there is, those that cannot be written too.
anything = st.text(st.characters(codec=None, categories=None), max_size=40)
links = st.dictionaries(st.sampled_from(KEYS) | anything, st.lists(anything, max_size=4))


@pytest.fixture(scope="module")
def words(record):
    return Vocabulary.of(record)


@given(came=links)
def test_whatever_came_is_legible_short_and_stays_as_it_is(came):
    text, _ = taken_apart(came)
    for key, code in text.items():
        assert key and code
        assert not INVISIBLE.search(key + code)
    assert taken_apart({key: [code] for key, code in text.items()}) == (text, ())
    written("https://monitor.example/", parts=text.items()).encode("ascii")


@given(came=links)
def test_whatever_came_is_read_as_filters_and_its_notices_can_be_said(words, came):
    text, odd = taken_apart(came)
    chosen, notices = Filters.from_query(text, words)
    assert Filters.from_query(chosen.to_query(), words) == (chosen, ())
    for notice in (*odd, *notices):
        assert 0 < len(str(notice)) < 600
    assert chosen.describe(words)


@pytest.mark.parametrize(
    ("came", "text"),
    [
        ({"country": ["GEO", "UKR"]}, {"country": "GEO,UKR"}),
        ({"country": ["GEO,UKR", "GEO"]}, {"country": "GEO,UKR,GEO"}),
        ({"sector": ["", "justice"]}, {"sector": "justice"}),
        ({"lang": ["uk"], "q": ["budget", "budget"]}, {"lang": "uk", "q": "budget"}),
        ({"country": []}, {}),
        ({"": ["x"]}, {}),
    ],
)
def test_a_filter_given_twice_means_both(came, text):
    assert taken_apart(came) == (text, ())


@pytest.mark.parametrize(
    ("came", "text", "told"),
    [
        ({"as_of": ["2015-01-01", "2016-01-01"]}, {"as_of": "2016-01-01"}, "more than once"),
        ({"q": ["\x00"]}, {}, "cannot be read"),
        ({"q": ["bud\x00get\u202e"]}, {"q": "budget"}, "cannot be read"),
        ({"country": ["GEO\ud800"]}, {"country": "GEO"}, "cannot be read"),
        ({"q": ["x" * 5000]}, {"q": "x" * LONGEST_WORDS}, "cannot be read"),
        ({"view": ["x" * 5000]}, {"view": "x" * LONGEST}, "cannot be read"),
        ({"q": ["a\nb\tc"]}, {"q": "a b c"}, ""),
    ],
)
def test_what_is_odd_is_told(came, text, told):
    filters_read, notices = taken_apart(came)
    assert filters_read == text
    assert [told in str(notice) for notice in notices] == [True] * bool(told)


def test_of_thousands_of_unknown_codes_a_few_are_named(words):
    _, notices = Filters.from_query({"institution": ",".join(map(str, range(4000)))}, words)
    assert len(notices) == 6
    assert str(notices[-1]) == "3,995 more that are not known as institution were left out."


@pytest.mark.parametrize("wanted", ["0001-01-01", "2099-12-31", "9999-12-31"])
def test_a_day_outside_the_data_is_moved_with_a_notice(words, wanted):
    chosen, [notice] = Filters.from_query({"as_of": wanted}, words)
    assert words.first_day <= chosen.as_of <= words.newest
    assert str(notice).startswith(f"“{wanted}” lies outside the data. The as-of date was set to")


@pytest.mark.parametrize(("code", "told"), [("", 0), ("0", 0), ("1", 0), ("yes", 1)])
def test_all_is_yes_or_no(words, code, told):
    assert len(Filters.from_query({"all": code}, words)[1]) == told


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("", 1), ("-2", 1), ("²", 1), ("٣", 1), ("1e3", 1), ("9" * 5000, 1)],
    ids=lambda text: str(text)[:5],
)
def test_a_number_is_read_or_is_the_first(text, number):
    assert number_of(text) == number


@given(anything.filter(lambda text: not INVISIBLE.search(text)))
def test_an_address_outward_is_one_word(url):
    assert not set(outward(url)) & set(' <>()\\"`\n\r\t')
