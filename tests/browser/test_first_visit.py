"""Who comes for the first time fetches each thing once, and little that is not shown."""

import pytest

from tests.browser.harness import PROBES, Screen, new_context

MOST = 2_500_000
"""Bytes that a first visit may take."""
MOST_REQUESTS = 60
BY_ITSELF = "/static/js/"
"""Where a module stands that is in no bundle."""


def test_a_first_visit_fetches_each_thing_once_and_asks_nothing_in_vain(browser, server):
    context = new_context(browser)
    screen = Screen.of(context, server.url)
    answers = []
    screen.page.on("response", lambda answer: answers.append(answer))
    page = screen.open("/delays?country=UKR")
    page.get_by_test_id("stVegaLiteChart").first.wait_for()
    addresses = [answer.url for answer in answers]
    assert len(set(addresses)) == len(addresses)
    assert {answer.status for answer in answers} == {200}
    assert not [url for url in addresses if PROBES.search(url) and "/delays" in url]
    assert not [url for url in addresses if "DeckGl" in url]  # no map is in sight
    sizes = [answer.request.sizes()["responseBodySize"] for answer in answers]
    assert sum(sizes) < MOST
    assert len(addresses) <= MOST_REQUESTS
    assert not [url for url in addresses if BY_ITSELF in url]
    assert screen.complaints() == []
    context.close()


@pytest.mark.parametrize(("path", "there"), [
    ("/", "stVegaLiteChart"), ("/data?section=sources", "stDataFrame"), ("/data", "stFileUploader"),
    ("/programme?section=places", "stDeckGlJsonChart"),
])  # fmt: skip
def test_what_pages_show_is_in_the_bundle(open_app, path, there):
    page = open_app(path)
    page.get_by_test_id(there).first.wait_for()
    names = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    assert not [name for name in names if BY_ITSELF in name]
