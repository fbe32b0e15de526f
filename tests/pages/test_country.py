"""The Country page, state by state."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.pages.reading import all_cards, cards, headings, html, links, words

LINK = re.compile(r'<a href="([^"]*)"[^>]*>([^<]*)</a>')
RATED = ["ARM", "AZE", "GEO", "MDA", "UKR"]


def titles(app):
    return headings(app)


def choices(app, label):
    """Where the choices under a label lead, by their words."""
    [body] = [body for body in html(app) if f'aria-label="{label}"' in body]
    return {unescape(words): unescape(url) for url, words in re.findall(LINK, body)}


def ways_in(app):
    """Where the cards of countries lead."""
    [body] = [body for body in html(app) if body.startswith('<ul class="cards')]
    return {unescape(words): unescape(url) for url, words in re.findall(LINK, body)}


def test_without_a_country_the_six_stand_side_by_side(visit):
    app = visit("country")
    assert not app.exception
    assert app.title[0].value == "Country profile"
    assert titles(app) == ["Countries side by side: implementation rate"]
    assert list(ways_in(app)) == [
        "Armenia",
        "Azerbaijan",
        "Belarus",
        "Georgia",
        "Moldova",
        "Ukraine",
    ]


def test_two_countries_are_compared_and_never_summed(visit):
    app = visit("country", country="GEO,UKR")
    assert not app.exception
    assert app.title[0].value == "Georgia · Ukraine"
    assert "Georgia **111**" in words(app)
    assert "Ukraine **106**" in words(app)
    assert "Georgia minus Ukraine: " in words(app)


def test_another_country_is_set_beside_the_one_and_into_the_link(visit):
    app = visit("country", country="UKR", plan="UKR-2")
    assert choices(app, "Compare with")["Georgia"] == "/country?country=GEO,UKR"


def test_two_plans_are_compared(visit):
    app = visit("country", country="GEO", plan="GEO-2,GEO-3")
    assert app.title[0].value == "Georgia 2014–2016 · Georgia 2016–2018"


def test_a_way_in_leads_to_the_country_and_into_the_link(visit):
    app = visit("country")
    assert ways_in(app)["Moldova"] == "/country?country=MDA"


def test_the_picker_shows_the_country_and_turns_to_another(visit):
    app = visit("country", country="GEO")
    assert '<a href="/country" aria-current="true" id="turn-GEO">Georgia</a>' in "".join(html(app))
    assert choices(app, "Country")["Ukraine"] == "/country?country=UKR"


def test_turning_to_another_country_lets_go_of_the_first_ones_plans(visit):
    of_georgia = {"country": "GEO", "plan": "GEO-2", "open": "GEO-2"}
    app = visit("country", **of_georgia, sector="justice", section="commitments")
    kept = "/country?country=UKR&sector=justice&section=commitments"
    assert choices(app, "Country")["Ukraine"] == kept


@pytest.mark.parametrize("country", RATED)
def test_a_country_tells_its_whole_story(visit, country):
    app = visit("country", country=country, print="1")
    assert not app.exception
    assert len(all_cards(app)) == 7
    assert "does not hold the days on which commitments were done" in app.info[-1].value
    wanted = (
        *("in the Open Government Partnership", "Action plans", "Commitments of"),
        *("Latest IRM ratings by action plan", "beside the region", "Multi-stakeholder forums"),
        *("Context indicators", "Timeline of EU for Integrity in"),
    )
    assert [w for w in wanted if not any(w in title for title in titles(app))] == []


def test_georgias_exit_is_reported_but_not_confirmed(visit):
    text = words(visit("country", country="GEO"))
    assert "Georgia has been suspended from OGP since 14 Oct 2024" in text
    assert "one source only, not confirmed" in text


def test_azerbaijan_is_suspended_for_good(visit):
    text = words(visit("country", country="AZE", section="history"))
    assert "Inactive 4 May 2016 – 17 Aug 2023" in text
    assert "Permanently suspended" in text


def test_belarus_says_what_is_known_and_shows_no_nought(visit):
    app = visit("country", country="BLR", print="1")
    assert not app.exception
    assert "no OGP participation found in any source" in words(app)
    assert "This does not mean 0 %" in app.info[0].value
    assert cards(app) == {}
    assert "Action plans" not in titles(app)
    index = "Corruption Perceptions Index (Transparency International)"
    assert any(text.startswith(index) for text in titles(app))
    assert "No forum of this country is on record." in words(app)
    assert "No event or grant of the programme in this country alone is on record." in words(app)


def test_the_plan_that_is_opened_stands_in_the_link(visit):
    app = visit("country", country="UKR", open="UKR-2")
    assert app.selectbox(key="open_plan").value == "UKR-2"
    assert "Commitments of Ukraine 2014–2016" in titles(app)
    app.selectbox(key="open_plan").set_value("UKR-3").run()
    assert app.session_state.view["open"] == "UKR-3"
    assert "Commitments of Ukraine 2016–2018" in titles(app)


def test_a_plan_nobody_knows_opens_another(visit):
    app = visit("country", country="UKR", open="no such plan")
    assert not app.exception
    assert app.selectbox(key="open_plan").value == "UKR-5"


def test_a_plan_without_commitments_is_shown_as_a_plan(visit):
    app = visit("country", country="AZE", plan="AZE-3")
    assert not app.exception
    assert titles(app) == ["1 action plan: none listed"]
    assert app.info[0].value.startswith("No commitment fits the filters")
    assert cards(app) == {}


def test_an_empty_view_keeps_what_does_not_depend_on_commitments(visit):
    app = visit("country", country="MDA", q="no such words anywhere", print="1")
    assert not app.exception
    assert "Moldova in the Open Government Partnership" in titles(app)
    assert "Multi-stakeholder forums" in titles(app)
    assert app.info[0].value.startswith("No commitment fits the filters")


def test_before_its_first_plan_a_country_has_nothing_to_rate(visit):
    app = visit("country", country="GEO", as_of="2012-01-01")
    assert not app.exception
    assert "by this date" in app.info[0].value
    assert "Georgia has taken part in OGP since 2011" in words(app)


def test_a_view_of_few_commitments_holds_together(visit):
    app = visit("country", country="UKR", sector="justice")
    assert not app.exception
    assert cards(app)["Commitments"] == "3"


@pytest.mark.parametrize("country", RATED)
def test_the_headline_says_the_same_as_the_cards(visit, country):
    app = visit("country", country=country)
    assert f": {cards(app)['Implementation rate']} (" in words(app)


SECTIONS = {
    "plans": ["14 action plans on record with 111 commitments listed, 54 of them rated by the IRM"],
    "history": ["Georgia in the Open Government Partnership", "Action plans over the years"],
    "commitments": ["Commitments of Georgia 2018–2019"],
    "ratings": ["Latest IRM ratings by action plan", "Ratings by government and civil society"],
    "sectors": ["Georgia beside the region, sector by sector"],
    "delays": ["Each commitment against its due date, when last assessed",
               "Time taken, milestones and moved dates"],
    "context": ["Multi-stakeholder forums", "Context indicators"],
}  # fmt: skip


@pytest.mark.parametrize(("section", "wanted"), SECTIONS.items())
def test_one_section_is_open_and_the_others_are_not_drawn(visit, section, wanted):
    app = visit("country", country="GEO", section=section)
    assert not app.exception
    assert app.segmented_control(key="section").value == section
    others = {title for code, titles in SECTIONS.items() if code != section for title in titles}
    assert titles(app)[: len(wanted)] == wanted
    assert others.isdisjoint(titles(app))
    assert len(all_cards(app)) == {"plans": 6, "delays": 1}.get(section, 0)


def test_a_section_goes_into_the_link_and_stays_for_another_country(visit):
    app = visit("country", country="GEO")
    app.segmented_control(key="section").set_value("sectors").run()
    assert app.session_state.view["section"] == "sectors"
    address = choices(app, "Country")["Ukraine"]
    app = visit("country", **dict(parse_qsl(urlsplit(address).query)))
    assert titles(app) == ["Ukraine beside the region, sector by sector"]
    app.segmented_control(key="section").set_value("plans").run()
    assert "section" not in app.session_state.view


def test_a_country_without_commitments_offers_only_what_is_known_of_it(visit):
    app = visit("country", country="BLR", section="ratings")
    assert not app.exception
    assert app.segmented_control(key="section").options == [
        "Over the years",
        "Context",
        "Brief",
    ]
    assert titles(app) == ["Belarus in the Open Government Partnership"]
    assert "This does not mean 0 %" in app.info[0].value


def test_a_plan_says_how_many_were_rated_and_why_there_is_no_rate(visit):
    [table] = [body for body in html(visit("country", country="AZE")) if "<table>" in body]
    text = re.sub(" +", " ", re.sub("<[^>]+>", " ", table))
    assert "Azerbaijan 2012–2015 1 Jul 2012 – 31 Dec 2015 37 34\u00a0% 12 of 35 1 Apr 2014" in text
    assert "Azerbaijan 2016–2018 1 Jan 2016 – 31 Dec 2018 13 … none of 13 rated –" in text
    assert "Azerbaijan 2020–2022 27 Feb 2020 – 31 Dec 2022 none listed" in text


def test_the_section_of_delays_leads_to_the_page_of_delays(visit):
    app = visit("country", country="GEO", section="delays")
    assert links(app)["All on delays in this view"] == "country=GEO"


def test_the_first_section_is_left_out_of_the_link_even_if_it_was_named_there(visit):
    app = visit("country", country="GEO", section="plans")
    assert app.session_state.view == {"country": "GEO"}
    assert titles(app) == SECTIONS["plans"]


def test_the_brief_stands_in_a_section_of_its_own_and_alone_for_paper(visit):
    app = visit("country", country="UKR", section="brief")
    assert not app.exception
    assert "Ukraine has taken part in OGP since 2011." in words(app)
    assert "What to ask" in titles(app)
    alone = visit("country", country="UKR", figure="brief", print="1")
    assert not alone.exception
    assert titles(alone) == [
        "Ukraine: brief", "Latest and current plan", "Sectors with most commitments", "Overdue",
        "What to ask", "Sources",
    ]  # fmt: skip


def test_a_plans_last_assessment_says_that_its_day_follows_from_the_plan(visit):
    app = visit("country", country="UKR")
    assert "1 Apr 2013 (from the plan period)" in " ".join(html(app))
