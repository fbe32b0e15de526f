"""The Data page in a real browser: how an evaluator checks what a number means."""

from playwright.sync_api import expect


def test_a_link_opens_one_definition_with_its_worked_example(visit):
    page = visit.go("/data?metric=implementation_rate")
    box = page.locator('[data-testid="stExpander"]', has_text="Implementation rate").first
    expect(box.get_by_text("Worked example")).to_be_visible(timeout=30_000)
    expect(box).to_contain_text("rating in ('substantial', 'complete')")


def test_a_source_is_found_by_a_part_of_its_address(visit):
    page = visit.go("/data?section=sources")
    field = page.get_by_role("textbox", name="Find a source")
    field.fill("vizzuality")
    with visit.rerun():
        field.press("Enter")
    expect(page.get_by_text("1 source of the whole dataset")).to_be_visible()
    assert "find=vizzuality" in page.url


def test_the_coverage_of_every_plan_stands_in_a_table_and_leads_to_its_list(visit):
    page = visit.go("/data")
    table = page.locator(".st-key-figure_coverage table")
    expect(table.get_by_role("row", name="Belarus")).to_contain_text("Not participating")
    total = table.get_by_role("row", name="All in view, n = 412")
    expect(total.get_by_title("247 of 412 commitments")).to_have_text("60 %")
    with visit.rerun():
        table.get_by_role("link", name="Georgia 2016–2018").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Commitments")
    assert "plan=GEO-3" in page.url
