"""The choice of language, in the languages whose catalogue is there."""

import pytest
from playwright.sync_api import expect

from i18n import LANGUAGES, offered

OTHERS = offered()[1:]
SWITCH = ".languages"


def language_of(page):
    return page.evaluate("document.documentElement.lang")


def test_the_page_says_it_is_in_english(visit):
    assert language_of(visit.go("/sectors")) == "en"


def test_a_chosen_language_keeps_the_view_and_is_remembered(screen, open_app):
    page = open_app("/sectors?country=GEO")
    for code in OTHERS:
        name = page.locator(SWITCH).get_by_role("link", name=LANGUAGES[code])
        with screen.rerun():
            name.click()
        assert page.url.endswith(f"/sectors?country=GEO&lang={code}")
        expect(page.locator("html")).to_have_attribute("lang", code)
        expect(name).to_have_attribute("lang", code)
        expect(name).to_have_attribute("aria-current", "true")
        open_app("/delays")
        expect(page.locator("html")).to_have_attribute("lang", code)
        screen.go("/sectors?country=GEO&lang=en")
        expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("told", ["uk-UA", "ka", "de"])
def test_who_never_chose_reads_what_the_browser_is_set_to(browser, server, told):
    code = told[:2] if told[:2] in OTHERS else "en"
    with browser.new_context(locale=told) as context:
        page = context.new_page()
        page.goto(f"{server.url}/sectors")
        page.get_by_role("heading", level=1).wait_for()
        page.wait_for_function("code => document.documentElement.lang === code", arg=code)


def test_what_is_passed_on_is_read_by_each_in_their_own_language(visit):
    assert "lang=" not in visit.go("/sectors?country=GEO").url


@pytest.mark.parametrize("code", ["uk", "az"])
def test_what_the_record_says_is_marked_as_english_whatever_letters_a_language_has(visit, code):
    page = visit.go(f"/commitments?commitment=GE0016&lang={code}")
    quoted = page.get_by_test_id("stMain").locator("[lang=en]")
    expect(quoted.filter(has_text="Widen services on the Citizen").first).to_be_visible()
    expect(page.locator("h1:not([lang])")).to_have_count(1)
