"""The Programme page in a real browser: from an objective to the commitments beside it."""

import math

from playwright.sync_api import expect

from analytics.charts.maps import deck
from analytics.charts.maps.beside import northing

TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
IN_BELARUS = (28.2, 54.9)
"""Longitude and latitude of a place well beside the country's name."""


def test_an_objective_opens_and_leads_to_its_commitments(screen, open_app):
    page = open_app("/programme")
    expect(page.get_by_role("heading", name="EU for Integrity")).to_be_visible()
    page.locator(".st-key-choice_objective input").focus()
    page.keyboard.type("Objective 3")
    with screen.rerun():
        page.get_by_role("option", name="Objective 3").click()
    assert "objective=3" in page.url
    listed = page.get_by_role("link", name="List the 10")
    expect(listed).to_be_visible()
    with screen.rerun():
        listed.click()
    page.wait_for_url("**/commitments**")
    for part in ("from=2020", "to=2024", "sector=education,business"):
        assert part in page.url.replace("%2C", ",")


def test_a_number_of_the_table_opens_the_commitments_it_counted(screen, open_app):
    page = open_app("/programme")
    with screen.rerun():
        page.locator(".st-key-figure_bearing").get_by_role("link", name="9 of 15").first.click()
    page.wait_for_url("**/commitments**")
    assert "behind=implementation_rate.denominator" in page.url


def test_a_part_of_the_programme_can_be_sent_as_a_link(screen, open_app):
    page = open_app("/programme")
    with screen.rerun():
        page.get_by_role("radio", name="OECD second phase").click()
    assert "part=ACN2" in page.url
    again = open_app("/programme?part=ACN2")
    heading = again.locator(".st-key-figure_bearing")
    expect(heading).to_contain_text("OECD second phase")


def test_the_shapes_of_the_map_come_once_and_a_finger_on_it_scrolls_the_page(screen, page):
    addresses: list[str] = []
    page.on("request", lambda one: addresses.append(one.url) if "geojson" in one.url else None)
    with page.expect_response("**/app/static/eap.geojson") as came:
        screen.open("/programme?section=places")
    assert came.value.ok
    drawn = page.locator('[data-testid="stDeckGlJsonChart"]')
    drawn.scroll_into_view_if_needed()
    expect(drawn.locator("canvas").first).to_be_visible()
    held = "maps => maps.map(one => getComputedStyle(one).touchAction)"
    assert set(drawn.locator("*").evaluate_all(held)) == {"pan-y"}
    with screen.rerun():
        page.locator(".st-key-filter_country input").fill("Georgia")
        page.keyboard.press("Enter")
    assert "country=GEO" in page.url
    assert len(addresses) == 1


def test_a_country_tells_its_standing_wherever_it_is_pointed_at(screen, page):
    page.set_viewport_size({"width": 390, "height": 900})
    screen.open("/programme?section=places")
    drawn = page.locator('[data-testid="stDeckGlJsonChart"] canvas').first
    told = page.locator(".deck-tooltip")
    for width in (390, 1100, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        drawn.scroll_into_view_if_needed()
        expect(told).to_be_hidden()
        # A map not yet drawn answers no pointer, and for one that rests it does not look again.
        for nudge in range(200):
            x, y = _place(drawn.bounding_box()["width"], *IN_BELARUS)
            drawn.hover(position={"x": x + nudge % 2, "y": y})
            if told.is_visible():
                break
            page.evaluate(TWO_FRAMES)
        expect(told).to_have_text("Belarus: Not participating")
        page.get_by_role("heading").first.hover()


def _place(width: float, lon: float, lat: float) -> tuple[float, float]:
    """Where a place of the map is on its canvas: as large as the six fit its width and height."""
    across = math.radians(deck.EAST - deck.WEST)
    high = northing(deck.NORTH) - northing(deck.SOUTH)
    margin = 0.36 * width - 118
    scale = min((width - 2 * margin) / across, deck.MAP_HEIGHT / high)
    middle = (northing(deck.NORTH) + northing(deck.SOUTH)) / 2
    return (
        width / 2 + math.radians(lon - (deck.EAST + deck.WEST) / 2) * scale,
        deck.MAP_HEIGHT / 2 + (middle - northing(lat)) * scale,
    )
