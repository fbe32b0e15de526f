"""No view is a dead end: it says what there is, lists it, and offers the next wider view."""

import pytest

from tests.pages.reading import cards, links, tables, words
from ui.shell.navigation import PAGES

NOTHING_DUE = {"country": "MDA", "sector": "justice"}


def test_where_nothing_is_due_delays_says_what_there_is_lists_it_and_leads_on(visit):
    app = visit("delays", **NOTHING_DUE)
    assert not app.exception
    assert "3 commitments in Moldova, justice; none states a due date." in words(app)
    [table, *_] = tables(app)
    assert len(table) == 3
    assert list(table.columns)[:2] == ["Commitment", "Lead institution"]
    assert "commitment=MD" in links(app)[table["Commitment"].iloc[0]]
    assert "Wider views: [Without country (" in words(app)


def test_that_nothing_is_due_is_said_once_and_not_by_cards_too(visit):
    app = visit("delays", **NOTHING_DUE)
    assert "has a due date on or before" not in words(app)
    assert cards(app) == {}


@pytest.mark.parametrize("page", list(PAGES))
@pytest.mark.parametrize("view", [NOTHING_DUE, {"country": "BLR"}, {"period": "current"}])
def test_no_section_of_any_page_fails_where_there_is_little(visit, page, view):
    assert not visit(page, print="1", **view).exception  # on paper every section is drawn


@pytest.mark.parametrize("page", ["overview", "delays", "sectors", "evaluation", "commitments"])
def test_where_nothing_is_in_view_wider_views_are_offered(visit, page):
    app = visit(page, country="MDA", q="no such words")
    assert not app.exception
    assert "Without search (80)" in words(app)


@pytest.mark.parametrize("page", ["overview", "evaluation", "country"])
def test_where_nothing_is_assessed_what_is_promised_is_listed(visit, page):
    app = visit(page, country="UKR", plan="UKR-6")
    assert not app.exception
    assert any("Lead institution" in table.columns for table in tables(app))
    assert "Wider views: " in words(app)


def test_lead_institutions_are_offered_first_those_of_the_chosen_countries(visit):
    def offered(**view):
        app = visit("delays", **view)
        app.session_state["institutions"] = True
        return app.run().sidebar.multiselect(key="filter_institution").options

    assert 10 < len(offered(country="MDA")) < len(offered())


def test_the_lead_institution_stands_beside_the_title_in_the_list(visit):
    columns = list(tables(visit("commitments"))[0].columns)
    assert columns[:2] == ["Commitment", "Lead institution"]


def test_that_nothing_is_in_view_is_said_once(visit):
    text = words(visit("delays", country="MDA", q="no such words"))
    assert text.lower().count("no commitments in") == 1
    assert "Belarus: Not participating." in words(visit("delays", country="BLR"))
