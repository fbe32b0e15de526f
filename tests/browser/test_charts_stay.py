"""A change of filter sends data: the browser keeps its charts and draws only their marks anew."""

import pytest

from tests.browser.harness import Screen

MARKED = "charts => charts.forEach((chart, at) => { chart.kept = at; })"
KEPT = "charts => charts.map(chart => chart.kept)"
CHARTS = ".stVegaLiteChart svg.marks"


@pytest.mark.parametrize("path", ["/", "/delays", "/sectors"])
def test_no_chart_is_drawn_from_nothing_when_a_filter_changes(screen: Screen, path: str) -> None:
    page = screen.open(f"{path}?country=GEO")
    charts = page.locator(CHARTS)
    charts.first.wait_for()
    charts.evaluate_all(MARKED)
    before = charts.evaluate_all(KEPT)
    with screen.rerun():
        picked = page.get_by_test_id("stMultiSelect").filter(has_text="Country").locator("input")
        picked.fill("Ukraine")
        picked.press("Enter")
    assert before == charts.evaluate_all(KEPT) != []
