"""The evaluator's way: from a country to a sector, a plan and the commitments behind a number."""

import re

from playwright.sync_api import Locator, Page, expect


def figure(page: Page, key: str):
    return page.locator(f".st-key-figure_{key}")


def beside(drawn: Locator, name: str, kind: str) -> Locator:
    """The mark of a kind that stands on the line of a name: nothing else says which it is."""

    def height(box) -> float:
        return box["y"] + box["height"] / 2

    line = height(drawn.locator("svg").get_by_text(name).first.bounding_box())
    marks = drawn.locator(f".mark-{kind}.role-mark path").all()
    return min(marks, key=lambda mark: abs(height(mark.bounding_box()) - line))


def rows_listed(page: Page) -> int:
    """How many commitments the list says it has."""
    text = page.get_by_text(re.compile(r"^\d+ commitments?\b")).first.inner_text()
    return int(re.match(r"\d+", text)[0])


def test_a_country_is_chosen_and_travels(visit):
    page = visit.go("/country")
    with visit.rerun():
        page.locator(".cards").get_by_role("link", name="Georgia").click()
    expect(page.get_by_role("heading", name="Georgia", level=1)).to_be_visible()
    assert "country=GEO" in page.url
    with visit.rerun():
        page.get_by_test_id("stSidebar").get_by_role("link", name="Overview").click()
    assert "country=GEO" in page.url


def test_the_keyboard_stays_with_the_country_it_turned_to(visit):
    page = visit.go("/country?country=GEO")
    for choices, name in (("Country", "Azerbaijan"), ("Compare with", "Moldova")):
        link = page.get_by_role("navigation", name=choices).get_by_role("link", name=name)
        with visit.rerun():
            link.press("Enter")
        expect(link).to_be_focused()


def test_a_click_on_a_dot_turns_to_that_country_and_the_picker_turns_back(visit):
    page = visit.go("/country")
    dot = beside(figure(page, "choose_country"), "Moldova", "symbol")
    dot.scroll_into_view_if_needed()
    with visit.rerun():
        dot.click(force=True)
    expect(page.get_by_role("heading", name="Moldova", level=1)).to_be_visible()
    with visit.rerun():
        page.get_by_role("navigation", name="Country").get_by_text("Moldova").click()
    expect(page.get_by_role("heading", name="Country profile")).to_be_visible()


def test_georgia_shows_its_suspension_and_an_unconfirmed_report(visit):
    page = visit.go("/country?country=GEO&section=history")
    drawn = figure(page, "timeline")
    expect(drawn.locator("svg").get_by_text("Suspended").first).to_be_visible()
    expect(drawn.get_by_text("Unconfirmed")).to_be_visible()


def test_the_timeline_turns_into_a_table_and_back(visit):
    page = visit.go("/country?country=AZE&section=history")
    drawn = figure(page, "timeline")
    with visit.rerun():
        drawn.get_by_role("radio", name="Table").click()
    expect(drawn.locator(".text-table")).to_be_visible()
    with visit.rerun():
        drawn.get_by_role("radio", name="Table").click()
    expect(drawn.locator("svg").get_by_text("Suspended").first).to_be_visible()


def test_a_plan_is_opened_and_its_commitment_leads_to_its_own_page(visit):
    page = visit.go("/country?country=UKR&open=UKR-2")
    drawn = figure(page, "plan_calendar")
    name = drawn.locator("svg").get_by_text("UA0038", exact=False).first
    name.scroll_into_view_if_needed()
    with visit.rerun():
        name.click(force=True)
    expect(page).to_have_url(re.compile(r"/commitments\?.*commitment=UA0038"))


def test_the_bar_of_a_plan_opens_exactly_its_commitments(visit):
    page = visit.go("/country?country=UKR&section=history")
    bar = beside(figure(page, "plans"), "Ukraine 2014–2016", "rect")
    bar.scroll_into_view_if_needed()
    with visit.rerun():
        bar.click(force=True)
    expect(page).to_have_url(re.compile(r"/commitments\?.*plan=UKR-2"))
    assert rows_listed(page) == 26


def test_the_numbers_of_a_plan_lead_to_exactly_its_commitments(visit):
    page = visit.go("/country?country=UKR")
    plan = figure(page, "plan_list").get_by_role("row", name="Ukraine 2014–2016")
    with visit.rerun():
        plan.get_by_role("link", name="26", exact=True).click()
    expect(page).to_have_url(re.compile(r"/commitments\?.*plan=UKR-2"))
    assert rows_listed(page) == 26


def test_belarus_shows_no_rate_at_all(visit):
    page = visit.go("/country?country=BLR")
    expect(page.get_by_text("no OGP participation found in any source").first).to_be_visible()
    expect(page.locator(".card-value")).to_have_count(0)


def test_a_section_is_opened_by_a_click_and_by_keys_and_stands_in_the_address(visit):
    page = visit.go("/country?country=UKR")
    expect(figure(page, "plan_list")).to_be_visible()
    with visit.rerun():
        page.get_by_role("radio", name="Ratings").click()
    expect(figure(page, "ratings")).to_be_visible()
    expect(figure(page, "plan_list")).to_have_count(0)
    assert page.url.endswith("country=UKR&section=ratings")
    page.get_by_role("radio", name="Ratings").focus()
    page.keyboard.press("ArrowRight")
    with visit.rerun():
        page.keyboard.press("Space")
    expect(figure(page, "sectors")).to_be_visible()
    with visit.rerun():
        page.go_back()
    expect(figure(page, "ratings")).to_be_visible()
