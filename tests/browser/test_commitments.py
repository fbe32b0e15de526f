"""Finding one commitment in a real browser, as a programme manager would, and coming back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness import Screen

PHONE = {"width": 390, "height": 844}


def click_row(screen: Screen, page: Page, number: int) -> None:
    """Follow the title of a row, counted from one."""
    with screen.rerun():
        listed(page).locator("tbody a").nth(number - 1).click()


def containing(part: str) -> re.Pattern[str]:
    return re.compile(re.escape(part))


def listed(page: Page):
    return page.locator(".st-key-listed table")


def heading(page: Page, text: str):
    return page.get_by_role("heading", name=text)


def test_a_search_narrows_the_list_while_typing(visit):
    page = visit.go("/commitments")
    expect(heading(page, "412 commitments in view")).to_be_visible()
    box = page.get_by_role("searchbox", name="Search")
    with visit.rerun():
        box.press_sequentially("open data reuse")
    expect(heading(page, "1 commitment in view")).to_be_visible()
    expect(box).to_have_value("open data reuse")
    expect(page).to_have_url(containing("q=open+data+reuse"))


def test_the_keyboard_stays_in_the_search_while_it_finds_nothing(visit):
    page = visit.go("/commitments")
    box = page.get_by_role("searchbox", name="Search")
    with visit.rerun():
        box.press_sequentially("zzzz")
    expect(page.get_by_role("button", name="Clear the search")).to_be_visible()
    expect(box).to_be_focused()
    with visit.rerun():
        page.keyboard.press("Control+A")
        page.keyboard.type("open data")
    expect(heading(page, "412 commitments in view")).to_be_hidden()
    expect(box).to_be_focused()


def test_a_title_opens_its_commitment_and_the_way_back_keeps_the_list(visit):
    page = visit.go("/commitments?behind=overdue.value&country=UKR&sort=late")
    click_row(visit, page, 1)
    expect(page).to_have_url(containing("commitment=UA"))
    expect(heading(page, "Assessments: which rating, and why")).to_be_visible()
    with visit.rerun():
        page.get_by_role("link", name="Back to the list").click()
    expect(page).not_to_have_url(containing("commitment="))
    expect(page).to_have_url(containing("sort=late"))
    expect(heading(page, "commitments counted as “Unfinished after the due date")).to_be_visible()


def test_a_commitment_opened_far_down_is_seen_from_its_top(visit):
    page = visit.go("/commitments")
    page.get_by_role("button", name="Page 2").scroll_into_view_if_needed()
    click_row(visit, page, 45)
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()


def test_a_heading_sorts_the_whole_list_and_again_the_other_way(visit):
    page = visit.go("/commitments")
    for sort in ("label", "-label"):
        with visit.rerun():
            listed(page).get_by_role("columnheader").filter(has_text="Commitment").locator(
                "a"
            ).click()
        expect(page).to_have_url(containing(f"sort={sort}"))


def test_pages_turn_and_stand_in_the_link(visit):
    page = visit.go("/commitments")
    with visit.rerun():
        page.get_by_role("button", name="Page 2").click()
    expect(page.get_by_text("Rows 51–100 of 412")).to_be_visible()
    expect(page).to_have_url(containing("page=2"))


def test_the_back_button_closes_a_commitment(visit):
    page = visit.go("/commitments?country=ARM")
    click_row(visit, page, 2)
    expect(page).to_have_url(containing("commitment="))
    with visit.rerun():
        page.go_back()
    expect(heading(page, "65 commitments in view")).to_be_visible()


def test_a_permanent_link_opens_the_commitment_alone(visit):
    page = visit.go("/commitments?commitment=ua0038")
    expect(heading(page, "Bill on open data and its reuse")).to_be_visible()
    expect(page.get_by_role("link", name="OGP’s page of this commitment").first).to_be_visible()
    expect(page).to_have_title("UA0038 · Bill on open data and its reuse")


def test_neighbours_are_one_click_away(visit):
    page = visit.go("/commitments?commitment=UA0038")
    with visit.rerun():
        page.get_by_role("link", name="UA0039").click()
    expect(page).to_have_url(containing("commitment=UA0039"))


def test_a_mistyped_number_leads_to_the_right_one(visit):
    page = visit.go("/commitments?commitment=UAO038")
    expect(heading(page, "No commitment “UAO038”")).to_be_visible()
    with visit.rerun():
        page.get_by_role("link", name="UA0038").click()
    expect(heading(page, "Bill on open data and its reuse")).to_be_visible()


@pytest.mark.parametrize("viewport", [PHONE])
def test_on_a_phone_nothing_is_wider_than_the_screen(visit, viewport):
    page = visit.go("/commitments?commitment=UA0038")
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
