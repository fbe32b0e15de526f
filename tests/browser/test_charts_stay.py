"""A change of filter sends data: the browser keeps its charts and draws only their marks anew."""

import pytest

from tests.browser.harness import Screen

MARKED = "charts => charts.forEach((chart, at) => { chart.kept = at; })"
KEPT = "charts => charts.map(chart => chart.kept)"
CHARTS = ".stVegaLiteChart svg.marks"


@pytest.mark.parametrize("path", ["/", "/delays", "/sectors"])
def test_no_chart_is_drawn_from_nothing_when_a_filter_changes(visit: Screen, path: str) -> None:
    page = visit.go(f"{path}?country=GEO")
    charts = page.locator(CHARTS)
    charts.first.wait_for()
    charts.evaluate_all(MARKED)
    before = charts.evaluate_all(KEPT)
    with visit.rerun():
        picked = page.get_by_test_id("stMultiSelect").filter(has_text="Country").locator("input")
        picked.fill("Ukraine")
        picked.press("Enter")
    assert before == charts.evaluate_all(KEPT) != []


def test_the_order_of_groups_stays_when_a_filter_changes(visit: Screen) -> None:
    """Belarus, whose wording stays, would be left in front of those whose counts change."""
    page = visit.go("/delays?period=programme")
    labels = page.locator(".st-key-chart_timeliness svg.marks .role-axis-label text")
    labels.filter(has_text="Armenia").wait_for()
    with visit.rerun():
        page.get_by_role("link", name="2020–2024").click()
    labels.filter(has_text="Armenia: 65").wait_for()
    top = {
        one.text_content(): (one.bounding_box() or {"y": 0})["y"]
        for one in labels.all()
        if any(letter.isalpha() for letter in one.text_content() or "")
    }
    in_order = [
        str(label).split()[0].rstrip(":") for label in sorted(top, key=lambda one: top[one])
    ]
    assert in_order == ["Armenia", "Azerbaijan", "Belarus", "Georgia", "Moldova", "Ukraine"]
