"""The Overview, state by state."""

import pytest

from tests.pages.reading import all_cards, cards, headings, html, tables, words


def code(app, key: str) -> str | None:
    """A part of the view, which the browser's tests see in the address."""
    return app.session_state.view.get(key)


def test_the_region_as_a_whole(visit):
    app = visit()
    assert not app.exception
    assert cards(app)["Commitments"] == "412"
    assert cards(app)["Implementation rate"] == "53\u00a0%"
    assert cards(app)["Unfinished after the due date (when last assessed)"] == "80–235"


def test_the_table_of_the_present_has_no_column_with_nothing_in_it(visit):
    assert len(tables(visit())[0].columns) == 10
    without_listed = tables(visit(country="AZE"))[0]
    assert "Listed" not in without_listed
    assert (without_listed != "").any().all()


def test_the_table_of_the_present_is_of_whole_plans_and_says_so(visit):
    app = visit(sector="education")
    assert tables(app)[0].equals(tables(visit())[0])
    assert tables(app)[0]["Plan and stage"].iloc[0] == "2022–2024, final"
    [body] = [body for body in html(app) if "<table>" in body]
    assert 'target="_blank">2022–2024, final</a>' in body
    assert "Of the filters, only country and as-of date hold here." in words(app)


@pytest.mark.parametrize(
    ("link", "whose"),
    [({}, "All plans since 2012"),
     ({"period": "current"}, "Current plans: running, or ended in the last 24 months"),
     ({"from": "2014", "to": "2016"}, "Plans running 2014–2016")],
)  # fmt: skip
def test_figures_over_the_years_follow_the_present_and_say_whose_they_are(visit, link, whose):
    app = visit(**link)
    parts = headings(app)
    assert parts.index("Current standing of each country") < parts.index(whose)


@pytest.mark.parametrize(
    ("country", "commitments", "rate"),
    [("ARM", "65", "57\u00a0%"), ("AZE", "50", "34\u00a0%"), ("GEO", "111", "52\u00a0%"),
     ("MDA", "80", "59\u00a0%"), ("UKR", "106", "58\u00a0%")],
)  # fmt: skip
def test_one_country(visit, country, commitments, rate):
    shown = cards(visit(country=country))
    assert (shown["Commitments"], shown["Implementation rate"]) == (commitments, rate)


@pytest.mark.parametrize("section", ["map", "trends"])
def test_of_belarus_it_says_why_there_is_nothing_and_shows_no_empty_cards_or_charts(visit, section):
    app = visit(country="BLR", section=section)
    assert not app.exception
    assert any("Belarus: Not participating." in element.value for element in app.info)
    assert cards(app) == {}
    assert len(app.main.get("vega_lite_chart")) == (section == "map")


def test_what_nobody_has_assessed_since_its_due_date_is_not_0(visit):
    shown = cards(visit(period="current"))
    assert shown["Unfinished after the due date (when last assessed)"] == "0–24"


def test_nothing_in_view_says_so(visit):
    app = visit(q="no such words anywhere")
    assert not app.exception
    assert "No commitments in view." in app.info[0].value


def test_a_day_before_every_plan_is_the_first_day_there_is(visit):
    app = visit(as_of="1999-01-01")
    assert not app.exception
    assert code(app, "as_of") == "2012-01-01"


def test_a_day_yet_to_come_is_the_newest_there_is(visit):
    app = visit(as_of="2028-10-31")
    assert code(app, "as_of") == "2026-11-25"
    assert "lies outside the data" in app.warning[0].value


def test_years_the_wrong_way_round_are_exchanged_in_a_link_and_in_the_form(visit):
    def years(app):
        return [app.number_input(key=f"filter_{end}").value for end in ("from", "to")]

    app = visit(**{"from": "2022", "to": "2018"})
    assert app.warning[0].value.startswith("The years from 2022 to 2018 were")
    assert years(app) == [2018, 2022]
    app.number_input(key="filter_from").set_value(2023).run()
    assert years(app) == [2022, 2023]
    assert (code(app, "from"), code(app, "to")) == ("2022", "2023")


def test_an_unknown_code_is_named_and_left_out(visit):
    app = visit(country="GEO", sector="justise")
    assert [element.value for element in app.warning] == [
        "“justise” is not known as sector and was left out. Nearest: justice, business."
    ]
    assert cards(app)["Commitments"] == "111"


def test_a_link_of_another_version_warns(visit):
    app = visit(v="0123456789ab")
    assert "another version" in app.info[0].value


def test_a_filter_changes_link_and_cards(visit):
    app = visit()
    app.multiselect(key="filter_country").set_value(["MDA"]).run()
    assert code(app, "country") == "MDA"
    assert cards(app)["Commitments"] == "80"
    app.multiselect(key="filter_country").set_value([]).run()
    assert code(app, "country") is None
    assert cards(app)["Commitments"] == "412"


def test_the_choice_of_the_map_travels_in_the_link(visit):
    app = visit(map="coverage")
    assert app.selectbox(key="choice_map").value == "coverage"
    app.selectbox(key="choice_map").set_value("overdue").run()
    assert code(app, "map") == "overdue"
    assert not app.exception


def test_what_it_is_stands_first_and_can_be_closed_for_good(visit, monkeypatch):
    monkeypatch.setenv("MONITOR_OPERATOR", "The Secretariat *of* all")
    monkeypatch.setenv("MONITOR_CONTACT", "data@example.org")
    app = visit()
    text = words(app)
    assert "What is this?" in text
    assert "Independent Reporting Mechanism (IRM)" in text
    assert "Run by The Secretariat *of* all." in text
    assert "Data compiled on 25 Nov 2026." in text
    [box] = [body for body in html(app) if "What is this?" in body]
    for address in ("/delays", "/evaluation", "/presentation", "mailto:data@example.org"):
        assert f'<a href="{address}"' in box
    app.button(key="welcome_close").click().run()
    assert "What is this?" not in words(app)
    app.selectbox(key="choice_map").set_value("coverage").run()
    assert "What is this?" not in words(app)


def test_a_name_of_their_own_leads_home_and_is_read_as_text(visit, monkeypatch):
    monkeypatch.setenv("MONITOR_NAME", "Open Government in *Moldova*")
    [pages] = [body for body in html(visit()) if body.startswith("<nav")]
    assert '<p><a href="/">Open Government in *Moldova*</a></p>' in pages


def test_one_country_chosen_is_the_title(visit):
    assert visit(country="GEO").title[0].value == "Georgia"


def test_one_rate_is_the_headline_and_two_are_its_small_print(visit):
    app = visit()
    assert list(cards(app)) == [
        "Commitments", "Implementation rate", "Assessed by the IRM",
        "Unfinished after the due date (when last assessed)",
    ]  # fmt: skip
    small = all_cards(app)[1].resting
    assert small.startswith("substantially or fully carried out: 132 of 247")
    assert "Fully complete: " in small and "Implementation rate as published by the IRM: " in small


def test_two_countries_have_a_value_each_and_no_sum(visit):
    app = visit(country="GEO,MDA")
    assert not app.exception
    assert app.title[0].value == "Georgia · Moldova"
    assert cards(app) == {}
    text = " ".join(one.value for one in app.markdown)
    assert "Georgia **111**" in text
    assert "191" not in text


def test_figures_of_four_countries_say_whose_sum_they_are(visit):
    app = visit(country="ARM,GEO,MDA,UKR")
    assert cards(app)["Commitments"] == "362"
    assert "These figures are of Armenia, Georgia, Moldova, Ukraine together." in words(app)


def test_where_nothing_fell_due_a_card_says_so_and_counts_none(visit):
    late = all_cards(visit(country="AZE", as_of="2013-01-01"))[-1]
    assert (late.value, late.resting) == ("–", "none due")
    late = all_cards(visit(country="MDA", as_of="2013-01-01"))[-1]
    assert (late.value, late.resting) == ("0–31", "commitments · 31 not known")
