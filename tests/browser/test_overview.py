"""The Overview in a real browser, with every other host cut off."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

COUNT = ".card-value"
TOOLTIP = "#vg-tooltip-element.visible"
UKRAINE = (0.4, 0.38)
"""A place in Ukraine on the map, as shares of its width and height at 1440 pixels."""
HATCHED = (0.2, 0.1)
"""A place in Belarus, whose state is hatched."""
IN_THE_INSET = (0.83, 0.36)
"""A place in Azerbaijan in the map's inset, in the same way."""

QUIET = "() => new Promise(done => requestIdleCallback(() => requestIdleCallback(() => done())))"
"""Settles once the page has had nothing to do twice."""


def card(page: Page, label: str):
    return page.locator(".cards > li", has_text=label).locator(COUNT).first


def point_at(page: Page, name: str, place: tuple[float, float]) -> tuple[float, float]:
    """Move the mouse to a place of the map until it tells the country's name."""
    map_ = page.locator(".st-key-figure_map svg.marks").first
    map_.scroll_into_view_if_needed()
    box = map_.bounding_box()
    x, y = box["x"] + box["width"] * place[0], box["y"] + box["height"] * place[1]
    moved_to(page, x, y, lambda: page.locator(TOOLTIP, has_text=name).is_visible())
    return x, y


def moved_to(page: Page, x: float, y: float, told: Callable[[], object]) -> Any:
    """What is told once the mouse is there; a chart draws after the script has ended."""
    for nudge in range(200):
        page.mouse.move(x + nudge % 2, y)
        if answer := told():
            return answer
        page.wait_for_timeout(50)
    raise AssertionError(f"Nothing is told at {x}, {y}.")


def click_country(screen, page: Page, name: str, place: tuple[float, float]) -> None:
    x, y = point_at(page, name, place)
    # A press that a busy page notes a quarter of a second late is no click to the map.
    page.evaluate(QUIET)
    with screen.rerun():
        page.mouse.click(x, y)


def click_ukraine(screen, page: Page) -> None:
    click_country(screen, page, "Ukraine", UKRAINE)


def test_the_overview_shows_the_real_numbers(visit):
    page = visit.go("/")
    expect(card(page, "Commitments")).to_have_text("412")
    expect(card(page, "Implementation rate")).to_have_text("53\u00a0%")
    expect(page.get_by_text("132 of 247 assessed commitments")).to_be_visible()


def test_a_click_on_a_country_filters_and_a_second_click_lets_go(screen, open_app):
    page = open_app("/")
    click_ukraine(screen, page)
    expect(card(page, "Commitments")).to_have_text("106")
    assert "country=UKR" in page.url
    click_ukraine(screen, page)
    expect(card(page, "Commitments")).to_have_text("412")
    assert "country" not in page.url


def test_hatched_or_chosen_a_country_tells_the_same_and_in_words_alone(open_app):
    page = open_app("/?country=BLR")
    for name, place in (("Belarus", HATCHED), ("Ukraine", UKRAINE)):
        point_at(page, name, place)
        expect(page.locator(TOOLTIP)).to_contain_text("Implementation rate")
        # Codes of ours, such as colours, are told to nobody.
        expect(page.locator(f"{TOOLTIP} .key")).to_have_text(
            ["", "Implementation rate", "rests on", "OGP participation"]
        )


def test_a_country_in_the_inset_can_be_clicked_too(screen, open_app):
    page = open_app("/")
    map_ = page.locator(".st-key-figure_map svg.marks").first
    expect(map_.get_by_text("South Caucasus")).to_be_visible()
    click_country(screen, page, "Azerbaijan", IN_THE_INSET)
    assert "country=AZE" in page.url


def test_a_link_shows_the_same_view_to_somebody_else(screen, new_screen, open_app):
    page = open_app("/?country=GEO&sector=justice,anti_corruption&as_of=2020-12-31")
    mine = card(page, "Commitments").inner_text()
    other = new_screen().open(page.url.removeprefix(screen.server_url))
    expect(card(other, "Commitments")).to_have_text(mine)
    for text in (
        "As of 31 Dec 2020",
        "Country: Georgia",
        "Sector: Justice",
        "Sector: Anti-corruption",
    ):
        expect(other.get_by_role("link", name=text)).to_be_visible()


def test_the_back_button_brings_the_view_before(screen, open_app):
    page = open_app("/?country=GEO")
    expect(card(page, "Commitments")).to_have_text("111")
    click_ukraine(screen, page)
    expect(card(page, "Commitments")).to_have_text("106")
    with screen.rerun():
        page.go_back()
    expect(card(page, "Commitments")).to_have_text("111")
    assert "country=GEO" in page.url


def test_the_copied_link_keeps_the_day_and_the_version(open_app):
    page = open_app("/?country=MDA")
    page.get_by_text("Copy link").click()
    shown = page.locator('[data-testid="stPopoverBody"] input').first.input_value()
    assert re.search(r"country=MDA&as_of=2026-11-25&v=[0-9a-f]{12}", shown)


def test_every_figure_has_its_table(screen, open_app):
    page = open_app("/?section=trends")
    drawn = page.locator('[class*="st-key-figure_"]:not(.st-key-figure_present)')
    tables = drawn.locator('.text-table, [data-testid="stDataFrame"]')
    expect(tables).to_have_count(0)
    for shown, toggle in enumerate(page.get_by_role("radio", name="Table").all(), start=1):
        with screen.rerun():
            toggle.click()
        expect(tables).to_have_count(shown)


def test_a_card_opens_the_list_behind_its_number(screen, open_app):
    page = open_app("/?country=UKR")
    with screen.rerun():
        page.get_by_title("List the 39").first.click()
    assert "/commitments?" in page.url
    assert "country=UKR" in page.url
    assert "behind=implementation_rate.numerator" in page.url


ROOM_BESIDE = """() => {
    const tooltip = document.querySelector('#vg-tooltip-element.visible')
    const { left, right } = tooltip?.getBoundingClientRect() ?? {}
    return tooltip?.innerText.includes('·') ? [left, innerWidth - right] : null
}"""


@pytest.mark.parametrize("viewport", [{"width": 390, "height": 844}], ids=["390"])
def test_what_a_mark_says_stays_within_a_telephone(page, open_app):
    open_app("/?section=trends")
    chart = page.locator(".st-key-chart_ratings_mix").get_by_test_id("stVegaLiteChart")
    chart.evaluate("(node) => node.scrollIntoView({ block: 'center' })")
    box = chart.bounding_box()
    for share in (0.4, 0.5, 0.6, 0.7, 0.8):
        x, y = box["x"] + box["width"] * share, box["y"] + box["height"] * 0.82
        room = moved_to(page, x, y, lambda: page.evaluate(ROOM_BESIDE))
        assert min(room) >= 0


def test_years_chosen_in_the_wrong_order_are_exchanged_and_it_is_told(screen, open_app):
    page = open_app("/?from=2018&to=2022")
    with screen.rerun():
        page.get_by_label("From year").fill("2024")
        page.get_by_label("From year").press("Enter")
    expect(page.get_by_text("The years from 2024 to 2022 were in the wrong order")).to_be_visible()
    expect(page.get_by_label("To year")).to_have_value("2024")
