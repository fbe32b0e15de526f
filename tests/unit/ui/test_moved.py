"""A link to a page that has moved opens the page, with all it says."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from ui.serving.moved import MOVED, moved
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
