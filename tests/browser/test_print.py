"""A page on paper: whole, lying A4, each sheet numbered and saying what it shows."""

import io
import re

import pytest
from pypdf import PdfReader

A4_LYING = (842, 595)
PAGES = {
    "/": [
        "Georgia",
        "Suspended",
        "Latest IRM ratings of all commitments listed",
    ],
    "/country": ["Georgia in the Open Government Partnership", "Not assessed", "Action plans"],
    "/delays": ["Due dates", "Open, overdue", "Share done on time"],
    "/meeting_sheet": ["Meeting sheet", "What has been done since?", "Last evidence:"],
    "/commitments": ["111 commitments in view", "Lead institution"],
}


FRAME = '.st-key-frame [role="status"]'
"""What the frame puts into a page when it is ready; from then on it hears that somebody prints."""


@pytest.fixture(scope="module")
def printed_before() -> dict[str, list[str]]:
    return {}


@pytest.fixture
def sheets(printed_before, open_app):
    """The words of each sheet of a path as it would be printed; the same is printed once."""

    def printed(path: str) -> list[str]:
        if path not in printed_before:
            printed_before[path] = _sheets(open_app(path))
        return printed_before[path]

    return printed


def _sheets(page) -> list[str]:
    """The words of each sheet, blanks made single."""
    page.locator(FRAME).wait_for(state="attached")
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {tuple(map(round, sheet.mediabox[2:])) for sheet in printed.pages} == {A4_LYING}
    return [" ".join(sheet.extract_text().split()) for sheet in printed.pages]


@pytest.mark.parametrize(("path", "words"), PAGES.items(), ids=list(PAGES))
def test_a_page_prints_whole_with_its_filters_on_every_sheet(sheets, path, words):
    printed = sheets(f"{path}?country=GEO&print=1")
    assert len(printed) > 1
    for number, sheet in enumerate(printed, 1):
        assert "as of 25 Nov 2026 · Country: Georgia · OGP public record" in sheet
        assert re.search(rf"(?<!\d){number} ?/ ?{len(printed)}(?!\d)", sheet)
    whole = " ".join(printed)
    assert [word for word in words if word not in whole] == []


@pytest.mark.parametrize("view", ["", "country=UKR&", "country=GEO&page=2&"])
def test_a_page_of_the_meeting_sheet_is_two_sheets(sheets, view):
    assert len(sheets(f"/meeting_sheet?{view}print=1")) == 2


def test_the_first_sheet_has_the_address_that_will_show_the_same(sheets):
    first = sheets("/?country=GEO&print=1")[0]
    assert re.search(r"\?country=GEO&as_of=2026-11-25&v=[0-9a-f]{12}", first.replace(" ", ""))


def test_what_only_opens_other_pages_is_not_printed_from_the_screen_either(sheets):
    printed = " ".join(sheets("/?country=GEO"))
    assert "Current standing of each country" in printed
    assert "What is this?" not in printed


@pytest.mark.parametrize("path", ["/", "/meeting_sheet"])
def test_what_can_only_be_clicked_stays_on_the_screen(sheets, path):
    printed = " ".join(sheets(f"{path}?country=GEO&print=1"))
    for word in ("Copy link", "Download", "Table", "List the", "Clear all filters", "Order "):
        assert word not in printed


def test_every_row_of_a_list_is_on_paper(sheets):
    printed = " ".join(sheets("/commitments?country=MDA&print=1"))
    numbers = set(re.findall(r"\bMD\d{4}\b", printed))
    assert len(numbers) == 50


def test_words_and_addresses_in_tables_are_printed_to_their_end(sheets):
    printed = " ".join(sheets("/country?country=UKR&print=1"))
    for end in (
        "conflict of interest and asset declarations",
        "Ukrainian Cities sign a recovery memorandum",
    ):
        assert end in printed, end


def test_the_head_of_a_table_stands_on_each_of_its_sheets(sheets):
    printed = sheets("/commitments?country=MDA&print=1")
    with_rows = [sheet for sheet in printed if re.search(r"\bMD\d{4}\b", sheet)]
    assert len(with_rows) > 1
    assert all("Latest rating" in sheet for sheet in with_rows)


@pytest.mark.parametrize("color_scheme", ["dark"])
def test_a_dark_screen_prints_dark_letters_on_white(page, open_app):
    open_app("/?country=GEO")
    page.emulate_media(media="print", color_scheme="dark")
    heading = page.get_by_role("heading", name="Georgia", exact=True)
    assert heading.evaluate("(node) => getComputedStyle(node).color") == "rgb(20, 32, 46)"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
    app = page.locator('[data-testid="stApp"]')
    assert app.evaluate("(node) => getComputedStyle(node).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_nothing_of_it_is_seen_on_the_screen(page, open_app):
    open_app("/data?section=sources")
    assert "as_of=" not in page.get_by_test_id("stMain").inner_text()
    # Not any table: a grid holds one of its own for those who cannot see it.
    assert page.locator(".text-table").count() == 0
    assert page.locator("table:not(canvas table)").count() == 0
    assert page.locator('[data-testid="stDataFrame"]').first.is_visible()
