"""axe-core finds nothing serious or critical on any page, light or dark, in any language.

In English one section of every page is examined, in other languages one page; `FIT=all` examines
all sections and the stage in all languages, which takes an hour: `-k uk` is a part.
"""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe

from i18n import offered
from tests.browser.looks import DRAWN
from tests.browser.places import KINDS, spoken

ALL = os.environ.get("FIT") == "all"
PAGES = (
    "/", "/country", "/country?country=GEO", "/country?country=BLR", "/sectors", "/delays",
    "/meeting_sheet", "/meeting_sheet?rating=complete",
    "/commitments", "/commitments?commitment=UA0038", "/programme", "/evaluation",
    "/presentation", "/presentation?stage=1&views=region,country:UKR", "/data",
    "/data?section=definitions", "/accessibility", "/nonsense",
)  # fmt: skip
EVERY = (*KINDS["pages"], *KINDS["stage"])
DARK = "() => getComputedStyle(document.querySelector('.stApp')).colorScheme === 'dark'"


@pytest.mark.timeout(3600 if ALL else 300)
@pytest.mark.parametrize("code", offered())
def test_nothing_serious_stands_in_anybodys_way(screen, open_app, code):
    """Words are what differs: of charts, cards, tables and Streamlit's own, which are exchanged."""
    paths = EVERY if ALL else PAGES if code == "en" else ("/delays",)
    faults = {}
    for path in paths:
        screen.page.emulate_media(color_scheme="light")
        page = open_app(spoken(path, code))
        page.evaluate(DRAWN)
        faults[path, "light"] = list(_serious(page))
        with screen.rerun():  # as a system does in the evening
            page.emulate_media(color_scheme="dark")
        page.wait_for_function(DARK)
        faults[path, "dark"] = list(_serious(page))
    assert {place: what for place, what in faults.items() if what} == {}


def _serious(page):
    """Each fault: its name, the element and what axe-core says of it."""
    for fault in Axe().run(page).response["violations"]:
        if fault["impact"] in ("serious", "critical"):
            for node in fault["nodes"]:
                yield fault["id"], node["html"][:200], node["failureSummary"]


# WCAG 2.2 alone has this rule, and axe-core asks to be told.
SIZES = {"runOnly": ["target-size"]}


@pytest.mark.parametrize("viewport", [{"width": 390, "height": 844}], ids=["phone"])
def test_what_is_pressed_has_24_pixels_or_room_round_it(open_app, viewport):
    paths = ("/?lang=ka", "/changes?since=2016-01-01", "/meeting_sheet", "/data")
    small = {path: Axe().run(open_app(path), options=SIZES).response["violations"]
             for path in paths}  # fmt: skip
    assert {path: what for path, what in small.items() if what} == {}
