"""A view inside somebody else's page."""

import re

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.harness import IDLE

ROUND_THE_VIEW = ["stSidebar", "stHeader"]


def inside(page: Page) -> Frame:
    """The monitor inside the page, once it stands still."""
    page.wait_for_selector("iframe")
    [frame] = page.frames[1:]
    frame.wait_for_function(IDLE)
    return frame


@pytest.fixture
def embedded(page, server, neighbour):
    def shown(path: str) -> Frame:
        page.goto(neighbour(f'<iframe src="{server.url}{path}" width="1000" height="800">'))
        return inside(page)

    return shown


def test_only_the_view_is_shown(embedded):
    frame = embedded("/?country=GEO&embed=true")
    expect(frame.get_by_role("heading", name="Georgia", exact=True)).to_be_visible()
    for part in ROUND_THE_VIEW:
        expect(frame.get_by_test_id(part)).to_be_hidden()


def test_the_view_leads_to_the_whole_monitor(embedded):
    frame = embedded("/country?country=GEO&embed=true")
    whole = frame.get_by_role("link", name="Open this view in the EaP Open Government Monitor")
    address = whole.get_attribute("href")
    assert re.search(r"/country\?country=GEO&as_of=2026-11-25&v=[0-9a-f]{12}$", address)


def test_a_step_to_another_page_stays_embedded_and_keeps_the_filters(embedded):
    frame = embedded("/?country=GEO&embed=true")
    frame.get_by_title("List the 28").first.click()
    expect(frame.get_by_role("heading", name="The 28 commitments counted")).to_be_visible()
    frame.wait_for_function(IDLE)
    assert "embed=true" in frame.url
    assert "country=GEO" in frame.url
    expect(frame.get_by_test_id("stSidebar")).to_be_hidden()


def test_a_choice_within_the_view_keeps_it_embedded(embedded):
    frame = embedded("/country?country=GEO&embed=true")
    frame.get_by_role("radio", name="Ukraine").click()
    expect(frame.get_by_role("heading", name="Ukraine", level=1)).to_be_visible()
    frame.wait_for_function(IDLE)
    assert "country=UKR" in frame.url
    assert "embed=true" in frame.url


def test_the_html_that_is_offered_shows_the_view(page, open_app, neighbour):
    open_app("/?country=MDA")
    page.get_by_test_id("stPopoverButton").filter(has_text="Copy link").click()
    offered = page.get_by_test_id("stPopoverBody").locator("code").last.inner_text()
    page.goto(neighbour(offered))
    frame = inside(page)
    for said in ("As of 25 Nov 2026", "Country: Moldova"):
        expect(frame.get_by_role("button", name=said)).to_be_visible()
    expect(frame.get_by_test_id("stSidebar")).to_be_hidden()


def test_outside_nothing_is_left_out(open_app):
    page = open_app("/?country=GEO")
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    expect(page.get_by_text("Open this view in the")).to_have_count(0)


def test_a_stage_fits_the_frame_it_is_shown_in(embedded):
    frame = embedded("/presentation?stage=1&views=region&embed=true")
    expect(frame.locator(".st-key-stage_chart svg.marks text").first).to_be_visible()
    frame.wait_for_function(
        "document.querySelector('[data-testid=stMain]').scrollHeight <= innerHeight"
    )
