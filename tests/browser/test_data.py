"""The Data page in a real browser: how an evaluator checks what a number means."""

from playwright.sync_api import expect


def test_a_link_opens_one_definition_with_its_worked_example(open_app):
    page = open_app("/data?metric=implementation_rate")
    box = page.locator('[data-testid="stExpander"]', has_text="Implementation rate").first
    expect(box.get_by_text("Worked example")).to_be_visible(timeout=30_000)
    expect(box).to_contain_text("rating in ('substantial', 'complete')")


def test_a_source_is_found_by_a_part_of_its_address(screen, open_app):
    page = open_app("/data?section=sources")
    field = page.get_by_role("textbox", name="Find a source")
    field.fill("vizzuality")
    with screen.rerun():
        field.press("Enter")
    expect(page.get_by_text("1 source of the whole dataset")).to_be_visible()
    assert "find=vizzuality" in page.url


def test_the_coverage_of_every_plan_is_drawn(open_app):
    page = open_app("/data")
    chart = page.locator('[data-testid="stVegaLiteChart"]').first
    expect(chart.get_by_text("All in view, n = 412")).to_be_visible()
    expect(chart.get_by_text("Not participating")).to_be_visible()
