"""A link to a page that has moved opens the page, with all it says."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from ui.serving.moved import MOVED, SHEET, moved
from ui.shell.navigation import PAGES


@pytest.mark.parametrize("base", ["", "monitor", "/monitor/"])
@pytest.mark.parametrize("view", ["", "?stage=1&views=region,country:UKR&q=%C3%A4"])
def test_an_old_address_leads_on_with_the_view(base, view):
    below = "/monitor" if base else ""
    client = TestClient(Starlette(routes=moved(base)), follow_redirects=False)
    answer = client.get(f"{below}/forum{view}")
    assert answer.status_code == 307
    assert answer.headers["location"] == f"{below}/presentation{view}"


def test_old_addresses_lead_to_pages_there_are():
    assert set(filter(None, MOVED.values())) <= set(PAGES)
    assert set(MOVED) - set(PAGES) == {"forum"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("section=sheet", ""),
        ("country=UKR&section=sheet&lang=uk", "?country=UKR&lang=uk"),
        ("country=UKR,GEO&sheet=UKR&sheet_page=2", "?country=UKR&page=2"),
        ("sheet=all&section=sheet", ""),
        ("sheet=a%26b", "?country=a%26b"),
    ],
)
@pytest.mark.parametrize("base", ["", "monitor"])
def test_the_section_of_delays_that_became_a_page_leads_there(base, old, new):
    below = f"/{base}" if base else ""
    client = TestClient(Starlette(routes=moved(base)), follow_redirects=False)
    answer = client.get(f"{below}/delays?{old}")
    assert answer.status_code == 307
    assert answer.headers["location"] == f"{below}/meeting_sheet{new}"
    assert SHEET in PAGES


@pytest.mark.parametrize("view", ["", "?section=due", "?section=due&sheet=UKR", "?country=GEO"])
def test_any_other_view_of_delays_stays_there(view):
    client = TestClient(Starlette(routes=moved()), follow_redirects=False)
    assert client.get(f"/delays{view}").status_code == 404  # not answered here, but by the page
