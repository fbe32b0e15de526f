"""The filters: few at first, the rest when asked for, and each in use a chip that takes it away."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest

from analytics.query.filters import MANY
from tests.pages.reading import html, words
from ui.widgets.filter_bar import LONG, SHORT


def test_every_filter_has_one_place_in_the_sidebar():
    assert sorted(["country", "institution", *SHORT, *LONG]) == sorted(MANY)


def keys(app) -> set[str]:
    return {choice.key for choice in app.sidebar.multiselect}


CHIP = re.compile(r'<a href="([^"]*)"[^>]*>([^<]*) ×</a>')
"""A link under the title that takes a filter out of the view."""


def chips(app) -> dict[str, str]:
    """The address each chip leads to, by what it says."""
    [line] = [body for body in html(app) if body.startswith('<p class="chips">')]
    return {unescape(says): unescape(address) for address, says in CHIP.findall(line)}


@pytest.fixture
def unfold():
    """Open the box of more filters, as a click on its heading does."""

    def opened(app):
        app.session_state["more_filters"] = True
        return app.run()

    return opened


def test_at_first_only_countries_offer_their_codes(visit):
    app = visit("data", country="GEO", plan="GEO-2", sector="justice")
    assert keys(app) == {"filter_country"}
    folded = [box.label for box in app.sidebar.expander]
    assert folded == ["Lead institution", "More filters (2)"]


def test_what_is_unfolded_shows_the_view_and_changes_it(visit, unfold):
    app = unfold(visit("data", sector="justice"))
    assert app.multiselect(key="filter_sector").value == ["justice"]
    app.multiselect(key="filter_rating").set_value(["complete"]).run()
    assert app.session_state.view == {"sector": "justice", "rating": "complete"}
    assert [box.label for box in app.sidebar.expander][1:] == ["More filters (2)"]
    assert app.multiselect(key="filter_rating").value == ["complete"]


def test_a_long_filter_is_offered_when_it_is_named(visit, unfold):
    app = unfold(visit("data"))
    assert "filter_theme" not in keys(app)
    app.selectbox(key="filter_by").set_value("theme").run()
    assert "filter_theme" in keys(app)


def test_a_long_filter_in_use_is_the_one_offered(visit, unfold):
    app = unfold(visit("data", plan="UKR-2"))
    assert app.multiselect(key="filter_plan").value == ["UKR-2"]


def test_every_filter_in_use_is_a_chip(visit):
    app = visit(
        "data", country="GEO,UKR", q="portal", to="2020", as_of="2020-12-31", **{"from": "2014"}
    )
    assert list(chips(app)) == [
        "Country: Georgia",
        "Country: Ukraine",
        "Plans running 2014–2020",
        "Search: “portal”",
        "As of 31 Dec 2020",
        "Clear all filters",
    ]


@pytest.mark.parametrize(
    ("chip", "left"),
    [
        ("Country: Georgia", {"country": "UKR", "from": "2014", "q": "portal"}),
        ("Plans running 2014–…", {"country": "GEO,UKR", "q": "portal"}),
        ("Search: “portal”", {"country": "GEO,UKR", "from": "2014"}),
        ("Clear all filters", {}),
    ],
)
def test_a_chip_takes_its_filter_away_and_no_other(visit, chip, left):
    app = visit("data", country="GEO,UKR", q="portal", page="2", **{"from": "2014"})
    address = urlsplit(chips(app)[chip])
    assert (address.path, dict(parse_qsl(address.query))) == ("/data", left)


def test_without_filters_there_are_no_chips(visit):
    app = visit("data")
    assert chips(app) == {}
    assert "No filters: everything in view" in words(app)
