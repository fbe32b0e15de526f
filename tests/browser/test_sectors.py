"""The Sectors page in a real browser: from a cell to its list, and inside a sector."""

import re

from playwright.sync_api import Page, expect


def cell(page: Page, words: str):
    return page.locator(".stVegaLiteChart svg text", has_text=words).first


def test_a_cell_opens_exactly_the_commitments_its_rate_is_out_of(visit):
    page = visit.go("/sectors?country=GEO")
    with visit.rerun():
        cell(page, "6 of 7").click(force=True)  # the box beneath the words takes it
    page.get_by_role("link", name="The 7 the rate is out of").click()
    expect(page).to_have_url(re.compile(r"behind=implementation_rate\.denominator"))
    assert "sector=anti_corruption" in page.url and "country=GEO" in page.url
    expect(page.get_by_role("heading", name="The 7 commitments counted")).to_be_visible()


def test_a_cell_leads_inside_its_sector_and_a_link_shows_the_same(screen, new_screen, open_app):
    page = open_app("/sectors?show=coverage")
    with screen.rerun():
        cell(page, "6 of 18").click(force=True)
    with screen.rerun():
        page.get_by_role("button", name="Its policy areas").click()
    expect(page.get_by_text("Assessed by the IRM by policy area and country").first).to_be_visible()
    other = new_screen().open(page.url.removeprefix(screen.server_url))
    expect(
        other.get_by_text("Assessed by the IRM by policy area and country").first
    ).to_be_visible()
    expect(other.get_by_text("18 commitments in view")).to_be_visible()
    with screen.rerun():
        page.get_by_role("button", name="Back to all sectors").click()
    assert page.url.endswith("/sectors?show=coverage")
