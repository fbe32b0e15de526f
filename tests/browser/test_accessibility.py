"""axe-core finds nothing serious or critical on any page, light or dark, in any language.

In English one section of every page is examined, in other languages one page; `FIT=all` examines
all sections and the stage in all languages, which takes an hour: `-k uk` is a part.
"""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe

from i18n import offered
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
SCHEME = "now => getComputedStyle(document.querySelector('.stApp')).colorScheme === now"


@pytest.mark.timeout(3600 if ALL else 300)
@pytest.mark.parametrize("code", offered())
def test_nothing_serious_stands_in_anybodys_way(visit, code):
    """Words are what differs: of charts, cards, tables and Streamlit's own, which are exchanged."""
    paths = EVERY if ALL else PAGES if code == "en" else ("/delays",)
    faults, now = {}, "light"
    for path in paths:
        page = visit.go(spoken(path, code))
        faults[path, now] = list(_serious(page))
        now = _turned(visit, now)
        faults[path, now] = list(_serious(page))
    if now == "dark":
        _turned(visit, now)
    assert len(faults) == 2 * len(paths)
    assert {place: what for place, what in faults.items() if what} == {}


def _turned(screen, scheme):
    """As a system does in the evening, and in the morning; the answer is how it is then."""
    other = "light" if scheme == "dark" else "dark"
    with screen.rerun():
        screen.page.emulate_media(color_scheme=other)
    screen.page.wait_for_function(SCHEME, arg=other)
    return other


def _serious(page):
    """Each fault: its name, the element and what axe-core says of it."""
    for fault in Axe().run(page).response["violations"]:
        if fault["impact"] in ("serious", "critical"):
            for node in fault["nodes"]:
                yield fault["id"], node["html"][:200], node["failureSummary"]


# WCAG 2.2 alone has this rule, and axe-core asks to be told.
SIZES = {"runOnly": ["target-size"]}


@pytest.mark.parametrize("viewport", [{"width": 390, "height": 844}], ids=["phone"])
def test_what_is_pressed_has_24_pixels_or_room_round_it(visit, viewport):
    paths = ("/?lang=ka", "/changes?since=2016-01-01", "/meeting_sheet", "/data")
    small = {path: Axe().run(visit.go(path), options=SIZES).response["violations"]
             for path in paths}  # fmt: skip
    assert {path: what for path, what in small.items() if what} == {}
