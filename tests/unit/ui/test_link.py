"""The round trip between the address bar and the view holds for whatever stands in an address."""

from types import SimpleNamespace

import pytest
import streamlit as st
from hypothesis import given, strategies

from i18n import LANGUAGES, catalogue, language, nearest_language, use
from tests.unit.query.test_address import links
from ui.shell import link, navigation


@pytest.fixture(autouse=True)
def session():
    """Streamlit without a server: one session, forgotten after each test."""
    yield
    st.session_state.clear()
    st.query_params.clear()


def arrive(came):
    """Open an address in a fresh session."""
    st.session_state.clear()
    st.query_params.from_dict(came)
    link.arrive()


@given(came=links.filter(lambda came: not {key.lower() for key in came} & {"embed"}))
def test_any_address_opens_and_what_stands_there_then_is_stable(came):
    arrive(came)
    link.speak()
    link.filters()
    seen = dict(link.view())
    link.publish()
    assert st.query_params.to_dict() == seen
    link.arrive()
    assert link.view() == seen
    assert link.address().isascii()


@given(tag=strategies.text(max_size=12))
def test_any_language_is_one_of_ours_or_told(tag):
    arrive({"lang": tag})
    spoken = link.view().get("lang", "en")
    told = [notice for notice in st.session_state.notices if notice.key == "lang"]
    assert spoken in LANGUAGES
    assert bool(told) or nearest_language(tag) == spoken or not tag.strip()


@pytest.mark.parametrize(
    ("tag", "spoken"),
    [("uk", "uk"), ("UK", "uk"), ("uk-UA", "uk"), ("uk_UA", "uk"), ("ukr", "uk"), ("en-GB", "en"),
     ("az-Latn-AZ", "az"), ("mo", "ro"), ("hye", "hy"), ("BE-tarask", "be")],
)  # fmt: skip
def test_a_language_is_known_by_its_main_part(tag, spoken):
    arrive({"lang": tag})
    assert (link.view()["lang"], st.session_state.notices) == (spoken, [])


@pytest.mark.parametrize("tag", ["de", "xx", "u", "-", "__", "uk" * 500, "../../etc", "%"])
def test_another_language_is_told_and_english_is_spoken(tag):
    arrive({"lang": tag})
    [notice] = st.session_state.notices
    assert "lang" not in link.view()
    assert str(notice).endswith("is not a language of the monitor.")


def test_a_filter_given_twice_is_both():
    arrive({"country": ["GEO", "UKR"], "sector": ["justice", "education"]})
    assert link.filters().countries == ("GEO", "UKR")
    assert len(link.filters().sectors) == 2


@pytest.mark.parametrize("name", ["nonsense", "upload", "DEMO", "x" * 3000, "[a](b)"])
def test_an_unknown_dataset_is_told(name):
    arrive({"dataset": name})
    assert "dataset" not in link.view()
    assert st.session_state.notices


@pytest.fixture
def browser(monkeypatch, tmp_path):
    """A reader's browser, and a monitor that speaks English, Ukrainian and Georgian."""
    for code in ("uk", "ka"):
        (tmp_path / code / "LC_MESSAGES").mkdir(parents=True)
        (tmp_path / code / "LC_MESSAGES" / "messages.po").write_text("")
    monkeypatch.setattr(catalogue, "LOCALES", tmp_path)

    def says(cookie="", accepts=""):
        context = SimpleNamespace(
            cookies={link.REMEMBERED: cookie}, headers={"Accept-Language": accepts}, url=""
        )
        monkeypatch.setattr(st, "context", context)

    yield says
    use("en")


@pytest.mark.parametrize(
    ("came", "cookie", "accepts", "spoken"),
    [
        ({"lang": "ka"}, "uk", "uk-UA", "ka"),
        ({"lang": "en"}, "uk", "uk-UA", "en"),
        ({}, "ka", "uk-UA", "ka"),
        ({}, "", "uk-UA,uk;q=0.9", "uk"),
        ({}, "", "de", "en"),
        ({}, "ro", "ka", "ka"),  # Romanian has no catalogue here
        ({}, "nonsense", "", "en"),
        ({"lang": "de"}, "", "uk", "uk"),
    ],
)
def test_the_link_counts_first_then_the_last_choice_then_the_browser(
    browser, came, cookie, accepts, spoken
):
    browser(cookie, accepts)
    arrive(came)
    link.speak()
    assert language() == spoken


def test_a_language_nobody_chose_stays_out_of_the_address(browser):
    browser(accepts="uk")
    arrive({"country": "GEO"})
    link.publish()
    assert st.query_params.to_dict() == {"country": "GEO"}
    assert "lang" not in link.address()


def test_the_choice_of_language_keeps_the_view(browser):
    browser()
    arrive({"country": "GEO", "sort": "low"})
    assert navigation.instead(lang="ka").endswith("?country=GEO&sort=low&lang=ka")
