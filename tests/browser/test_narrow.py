"""At 320 pixels, at a zoom of 200 % and with letters twice as large nothing is lost; who asked for
less motion gets none.

A few pages; `FIT=all` looks at every one.
"""

import os

import pytest

from tests.browser.looks import CUT, DRAWN
from tests.browser.places import KINDS

ALL = os.environ.get("FIT") == "all"
PLACES = [path for paths in KINDS.values() for path in paths]
PATHS = PLACES if ALL else ("/", "/data", "/accessibility")
NARROW = {"width": 320, "height": 640}
CHIPS = "/country?country=GEO,UKR,MDA"
ZOOMED = {"width": 640, "height": 450}
"""What is left of 1280 × 900 pixels at a zoom of 200 %."""
MOVING = """() => [...document.querySelectorAll('.stApp *')].filter((element) => {
    const { animationName, animationDuration, transitionDuration } = getComputedStyle(element)
    const long = (said) => said.split(',').some((one) => parseFloat(one) > 0.01)
    return (animationName !== 'none' && long(animationDuration)) || long(transitionDuration)
}).map((element) => element.outerHTML.slice(0, 100))"""


@pytest.mark.timeout(1800 if ALL else 300)
@pytest.mark.parametrize("viewport", [NARROW, ZOOMED], ids=["320 pixels", "200 %"])
def test_a_narrow_or_enlarged_page_keeps_all_of_it(visit, viewport):
    cuts = {}
    for path in PATHS:
        cuts[path] = visit.go(path).evaluate(CUT, False)
    assert {path: cut for path, cut in cuts.items() if cut} == {}


@pytest.mark.timeout(1800 if ALL else 300)
def test_letters_twice_as_large_lose_nothing(screen):
    cuts = {}
    for path in PLACES if ALL else ("/", "/delays", "/accessibility", CHIPS):
        page = screen.go(path)
        larger = page.add_style_tag(content="html { font-size: 32px !important }")
        page.evaluate(DRAWN)
        cuts[path] = page.evaluate(CUT, False)
        larger.evaluate("sheet => sheet.remove()")
    assert {path: cut for path, cut in cuts.items() if cut} == {}


def test_less_motion_is_none(open_app, page):
    page.emulate_media(reduced_motion="reduce")
    assert open_app("/").evaluate(MOVING) == []
