"""Nothing is cut off, laid on another or pushed out of the window in any language that is there.

Two pages on a telephone; `FIT=all` looks at every place in four widths, and at the letters of
charts, which takes an hour: `-k "pages and uk"` is a part of it.
"""

import os

import pytest
from playwright.sync_api import expect

from i18n import offered
from tests.browser.looks import CUT, DRAWN, LAID_OUT
from tests.browser.places import FEW, KINDS, spoken

ALL = os.environ.get("FIT") == "all"
PLACES = KINDS if ALL else {"few": FEW}
WIDTHS = (1440, 1920, 768, 390) if ALL else (390,)
"""A window is drawn wider and narrower, as readers do: what was drawn for one width fits another.
Streamlit closes its list of pages where it would lie on the page, and does not open it again."""
ROOM_FOR_THE_LIST = 769
"""Pixels from which on the list of pages stands open beside a page that is opened."""


@pytest.mark.timeout(3000 if ALL else 300)
@pytest.mark.parametrize("viewport", [{"width": WIDTHS[0], "height": 900}], ids=[""])
@pytest.mark.parametrize("code", offered())
@pytest.mark.parametrize("kind", PLACES)
def test_words_have_their_place(visit, kind, code, viewport):
    cut_off, page = {}, visit.page
    for path in PLACES[kind]:
        page.set_viewport_size(viewport)
        visit.go(spoken(path, code))
        _open_the_list(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(DRAWN)
            if cut := page.evaluate(CUT, ALL):
                cut_off[path, width] = cut
    assert cut_off == {}


WIDER = """() => [...document.querySelectorAll('.text-table, .text-table *')]
    .filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowX))
    .filter((box) => box.scrollWidth > box.clientWidth + 1)
    .map((box) => `${box.scrollWidth} of ${box.clientWidth}: ${box.textContent.slice(0, 40)}`)"""
TABLES = ("/", "/data", "/data?section=disagreements", "/programme",
          "/programme?section=steps", "/programme?section=places", "/commitments",
          "/delays?country=MDA&sector=justice", "/changes?since=2016-01-01",
          "/country?country=GEO", "/country?country=GEO&section=context",
          "/?figure=present&embed=true")  # fmt: skip


@pytest.mark.timeout(300)
@pytest.mark.parametrize("viewport", [{"width": 1100, "height": 844}], ids=[""])
@pytest.mark.parametrize("path", TABLES)
def test_no_table_of_text_moves_sideways(visit, path, viewport):
    """On a telephone, on a tablet, and beside the open list of pages, where words are longest."""
    wider, page = {}, visit.page
    for code in offered() if ALL else ("uk", "hy", "ka"):
        page.set_viewport_size(viewport)
        visit.go(spoken(path, code))
        _open_the_list(page)
        for width in (1100, 768, 390):
            page.set_viewport_size({"width": width, "height": 844})
            page.evaluate(LAID_OUT)
            wider[code, width] = page.evaluate(WIDER)
    assert {place: boxes for place, boxes in wider.items() if boxes} == {}


def _open_the_list(page):
    """As in a window that was never narrow."""
    opener = page.get_by_test_id("stExpandSidebarButton")
    if page.viewport_size["width"] >= ROOM_FOR_THE_LIST and opener.is_visible():
        opener.click()
        expect(page.get_by_test_id("stSidebar")).to_have_attribute("aria-expanded", "true")


@pytest.mark.parametrize("viewport", [{"width": 1100, "height": 900}], ids=["1100"])
@pytest.mark.parametrize("code", ["en", "uk"])
def test_no_name_of_a_legend_is_cut_off_beside_the_open_list_of_pages(visit, code):
    assert visit.go(spoken("/delays", code)).evaluate(CUT, True) == []
