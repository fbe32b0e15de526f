"""axe-core finds nothing serious or critical on any page, on a light screen or a dark one."""

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = (
    "/", "/country", "/country?country=GEO", "/country?country=BLR", "/sectors", "/delays",
    "/meeting_sheet", "/meeting_sheet?rating=complete",
    "/commitments", "/commitments?commitment=UA0038", "/programme", "/evaluation",
    "/presentation", "/presentation?stage=1&views=region,country:UKR", "/data",
    "/data?section=definitions", "/nonsense",
)  # fmt: skip


@pytest.mark.timeout(400)
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_nothing_serious_stands_in_anybodys_way(open_app, color_scheme):
    serious = {path: list(_serious(open_app(path))) for path in PAGES}
    assert {path: what for path, what in serious.items() if what} == {}


def _serious(page):
    """Each fault: its name, the element and what axe-core says of it."""
    for fault in Axe().run(page).response["violations"]:
        if fault["impact"] in ("serious", "critical"):
            for node in fault["nodes"]:
                yield fault["id"], node["html"][:200], node["failureSummary"]
