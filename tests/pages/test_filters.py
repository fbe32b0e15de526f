"""The filters: few at first, the rest when asked for, and each in use a chip that takes it away."""

import pytest


def keys(app) -> set[str]:
    return {choice.key for choice in app.sidebar.multiselect}


def chips(app):
    return app.button_group(key="chips")


def say(app) -> list[str]:
    return [option.content.replace("\\", "") for option in chips(app).proto.options]


def take_away(app, chip: str):
    return chips(app).set_value([chip]).run()


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
    assert [text.removesuffix(" :material/close:") for text in say(app)] == [
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
        ("country=GEO", {"country": "UKR", "from": "2014", "q": "portal"}),
        ("years", {"country": "GEO,UKR", "q": "portal"}),
        ("q", {"country": "GEO,UKR", "from": "2014"}),
        ("every", {}),
    ],
)
def test_a_chip_takes_its_filter_away_and_no_other(visit, chip, left):
    app = visit("data", country="GEO,UKR", q="portal", **{"from": "2014"})
    assert take_away(app, chip).session_state.view == left


def test_without_filters_there_are_no_chips(visit):
    app = visit("data")
    assert [group.key for group in app.get("button_group") if group.key == "chips"] == []
    assert "No filters: everything in view" in app.caption[0].value
