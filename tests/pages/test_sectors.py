"""The Sectors page, state by state."""

import pytest

from tests.pages.reading import headings, words


def titles(app):
    return headings(app)


def test_all_sectors_and_countries(visit):
    app = visit("sectors")
    assert not app.exception
    assert titles(app) == ["Implementation rate by sector and country"]
    assert "412 commitments in view" in words(app)
    assert "Categories overlap, they do not sum to the total" in words(app)


@pytest.mark.parametrize("country", ["GEO", "AZE", "UKR"])
def test_one_country(visit, country):
    app = visit("sectors", country=country)
    assert not app.exception
    assert len(titles(app)) == 1


def test_belarus_alone_is_said_not_to_take_part(visit):
    app = visit("sectors", country="BLR")
    assert not app.exception
    assert "Belarus: Not participating." in app.info[0].value
    assert titles(app) == []


def test_the_standing_of_georgia_is_marked(visit):
    assert "Suspended" in words(visit("sectors", country="GEO"))


def test_the_choices_travel_in_the_link(visit):
    app = visit("sectors", show="coverage", rows="theme", sort="rate")
    assert titles(app) == ["Assessed by the IRM by theme and country"]
    assert app.selectbox(key="choice_sort").value == "rate"
    app.selectbox(key="choice_rows").set_value("policy_area").run()
    assert app.session_state.view["rows"] == "policy_area"
    assert titles(app) == ["Assessed by the IRM by policy area and country"]


def test_the_usual_choice_is_left_out_of_the_link(visit):
    app = visit("sectors", show="coverage")
    app.selectbox(key="choice_show").set_value("implementation_rate").run()
    assert "show" not in app.session_state.view


def test_inside_a_sector_a_link_leads_back(visit):
    app = visit("sectors", sector="justice", rows="theme")
    app.button(key="back").click().run()
    assert titles(app) == ["Implementation rate by sector and country"]
    assert "412 commitments in view" in words(app)


def test_nothing_in_view_says_so_and_shows_no_picture(visit):
    app = visit("sectors", q="no such words anywhere")
    assert not app.exception
    assert titles(app) == []
    assert app.info[0].value.startswith("No commitments in view.")


def test_a_view_of_few_commitments_holds_together(visit):
    app = visit("sectors", country="AZE", sector="education,inclusion")
    assert not app.exception
