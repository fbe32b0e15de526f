"""The programme manager's way: from the Overview to the sheet for a meeting, in two clicks."""

import csv
import io
import re
import zipfile

import pytest
from playwright.sync_api import expect

SHEET = ".st-key-meeting_sheet"


def test_from_the_overview_to_the_sheet_of_a_country(screen, open_app, tmp_path):
    page = open_app("/?country=UKR")
    with screen.rerun():
        page.get_by_role("link", name="Meeting sheet").click()
    assert page.url.endswith("/meeting_sheet?country=UKR")
    expect(page.get_by_role("heading", name="Meeting sheet", exact=True)).to_be_visible()
    heading = page.locator(SHEET).get_by_role("heading").first
    expect(heading).to_have_text(re.compile(r": \d+ commitments?$"))
    expect(page.locator(SHEET).locator("li").first).to_contain_text("The IRM has not rated it.")
    page.locator(".st-key-sheet_files").get_by_role("button", name="Download").click()
    with page.expect_download() as started:
        page.locator('[data-testid="stPopoverBody"]').get_by_role("button", name="CSV").click()
    started.value.save_as(tmp_path / "sheet.zip")
    with zipfile.ZipFile(tmp_path / "sheet.zip") as archive:
        [table] = [name for name in archive.namelist() if name.endswith(".csv")]
        text = archive.read(table).decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    assert (head[-1], len(rows)) == ("Question to ask", 69)


@pytest.mark.parametrize("old", ["/delays?country=AZE&section=sheet", "/delays?sheet=AZE"])
def test_an_old_link_to_the_sheet_opens_it_and_a_commitment_its_own_page(open_app, old):
    page = open_app(old)
    assert page.url.endswith("/meeting_sheet?country=AZE")
    link = page.locator(SHEET).get_by_role("link", name="AZ0013")
    assert link.evaluate("a => a.href").endswith("/commitments?commitment=AZ0013")


def test_a_piece_of_the_ageing_bars_opens_its_list(visit):
    page = visit.go("/delays?country=GEO")
    bars = page.locator(".stVegaLiteChart").nth(1).locator(".mark-rect path")
    bars.nth(2).click()  # of 1, 2, 7 and 1
    expect(page).to_have_url(re.compile(r"behind=days_overdue\.days_181_365"))
    expect(page.get_by_role("heading", name="The 7 commitments")).to_be_visible()
