"""axe-core finds nothing serious or critical on any page, light or dark, in any language.

In other languages than English one page is examined; `FIT=all` examines them all.
"""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe

from i18n import offered

PAGES = (
    "/", "/country", "/country?country=GEO", "/country?country=BLR", "/sectors", "/delays",
    "/meeting_sheet", "/meeting_sheet?rating=complete",
    "/commitments", "/commitments?commitment=UA0038", "/programme", "/evaluation",
    "/presentation", "/presentation?stage=1&views=region,country:UKR", "/data",
    "/data?section=definitions", "/accessibility", "/nonsense",
)  # fmt: skip


@pytest.mark.timeout(400)
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_nothing_serious_stands_in_anybodys_way(open_app, color_scheme):
    serious = {path: list(_serious(open_app(path))) for path in PAGES}
    assert {path: what for path, what in serious.items() if what} == {}


# Words are what differs: of charts, cards, tables and Streamlit's own, which are exchanged.
@pytest.mark.timeout(1800 if os.environ.get("FIT") == "all" else 300)
def test_nor_in_other_languages(open_app):
    paths = PAGES if os.environ.get("FIT") == "all" else ("/delays",)
    addresses = [
        f"{path}{'&' if '?' in path else '?'}lang={code}"
        for code in offered()
        if code != "en"
        for path in paths
    ]
    faults = {address: list(_serious(open_app(address))) for address in addresses}
    assert {address: what for address, what in faults.items() if what} == {}


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
