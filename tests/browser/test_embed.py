"""A view inside somebody else's page."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Frame, Page, expect

from i18n import offered
from tests.browser.harness import IDLE
from tests.browser.looks import DRAWN

OF_FIGURE = 460
ROUND_THE_VIEW = ["stSidebar", "stHeader"]

# Words of the map that lie over one another or leave it. A line is higher than its letters.
CROWDED = """() => {
    const map = document.querySelector('.st-key-chart_map svg.marks')
    const edge = map.getBoundingClientRect()
    const words = [...map.querySelectorAll('text')]
        .filter((one) => one.textContent.trim() && getComputedStyle(one).opacity !== '0')
        .filter((one) => getComputedStyle(one).stroke === 'none')
        .map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }))
    const over = (one, other) => one.left < other.right && other.left < one.right
        && one.top + one.height / 4 < other.bottom - other.height / 4
        && other.top + other.height / 4 < one.bottom - one.height / 4
    return words.flatMap(({ text, box }, at) => [
        ...words.slice(at + 1).filter((other) => over(box, other.box))
            .map((other) => `${text} over ${other.text}`),
        ...(box.left < edge.left || box.right > edge.right || box.bottom > edge.bottom + 2
            ? [`${text} outside`] : []),
    ])
}"""


def inside(page: Page) -> Frame:
    """The monitor inside the page, once it stands still."""
    page.wait_for_selector("iframe")
    [frame] = page.frames[1:]
    frame.wait_for_function(IDLE)
    return frame


@pytest.fixture
def embedded(page, server, neighbour):
    def shown(path: str, height: int = 800, width: int = 1000) -> Frame:
        size = f'width="{width}" height="{height}"'
        page.goto(neighbour(f'<iframe src="{server.url}{path}" {size}>'))
        return inside(page)

    return shown


def test_only_the_view_is_shown(embedded):
    frame = embedded("/?country=GEO&embed=true")
    expect(frame.get_by_role("heading", name="Georgia", exact=True)).to_be_visible()
    for part in ROUND_THE_VIEW:
        expect(frame.get_by_test_id(part)).to_be_hidden()


def test_the_view_leads_to_the_whole_monitor(embedded):
    frame = embedded("/country?country=GEO&embed=true")
    whole = frame.get_by_role("link", name="Open this view in the EaP Open Government Monitor")
    address = whole.get_attribute("href")
    assert re.search(r"/country\?country=GEO&as_of=2026-11-25&v=[0-9a-f]{12}$", address)


def test_a_step_to_another_page_stays_embedded_and_keeps_the_filters(embedded):
    frame = embedded("/?country=GEO&embed=true")
    frame.get_by_title("List the 28").first.click()
    expect(frame.get_by_role("heading", name="The 28 commitments counted")).to_be_visible()
    frame.wait_for_function(IDLE)
    assert "embed=true" in frame.url
    assert "country=GEO" in frame.url
    expect(frame.get_by_test_id("stSidebar")).to_be_hidden()


def test_a_choice_within_the_view_keeps_it_embedded(embedded):
    frame = embedded("/country?country=GEO&embed=true")
    frame.get_by_role("navigation", name="Country").get_by_role("link", name="Ukraine").click()
    expect(frame.get_by_role("heading", name="Ukraine", level=1)).to_be_visible()
    frame.wait_for_function(IDLE)
    assert "country=UKR" in frame.url
    assert "embed=true" in frame.url


def test_the_html_that_is_offered_shows_the_view(page, open_app, neighbour):
    open_app("/?country=MDA")
    page.get_by_test_id("stPopoverButton").filter(has_text="Copy link").click()
    offered = page.get_by_test_id("stPopoverBody").locator("input").last.input_value()
    page.goto(neighbour(offered))
    frame = inside(page)
    for text in ("As of 25 Nov 2026", "Country: Moldova"):
        expect(frame.get_by_role("link", name=text)).to_be_visible()
    expect(frame.get_by_test_id("stSidebar")).to_be_hidden()


@pytest.mark.parametrize(
    "path",
    [
        "/delays?country=GEO&figure=timeliness",
        "/sectors?figure=matrix",
        "/?figure=map",
        "/?figure=plan_trend",
        "/country?country=AZE&figure=timeline&lang=uk",
    ],
)
def test_a_figure_fits_its_frame_with_title_source_and_day(embedded, path):
    frame = embedded(f"{path}&embed=true", height=OF_FIGURE)
    expect(frame.get_by_role("heading")).to_have_count(1)
    expect(frame.locator("[class*=st-key-figure_]").get_by_text("CC BY 4.0")).to_be_in_viewport()
    expect(frame.locator("svg.marks")).to_be_visible()
    frame.wait_for_function(
        "() => document.querySelector('[data-testid=stMain]').scrollHeight <= innerHeight"
    )


@pytest.mark.parametrize("language", offered())
def test_the_names_on_the_map_stand_apart_in_a_narrow_frame(embedded, language):
    frame = embedded(f"/?figure=map&lang={language}&embed=true", height=OF_FIGURE, width=390)
    expect(frame.locator(".st-key-chart_map svg.marks text").first).to_be_visible()
    assert frame.evaluate(CROWDED) == []


def test_nothing_lies_over_the_programme_s_map_in_a_frame(page, embedded):
    """In a narrow one, and when that is made wide."""
    frame = embedded("/programme?figure=project_map&embed=true", height=OF_FIGURE, width=390)
    expect(frame.locator("canvas").first).to_be_visible()
    parts = frame.locator(".st-key-figure_project_map > *, .st-key-alone > *:last-child")
    for width in (390, 1000):
        page.locator("iframe").evaluate("(frame, width) => { frame.width = width }", width)
        frame.evaluate(DRAWN)
        assert frame.evaluate("innerWidth") == width
        boxes = [part.bounding_box() for part in parts.all()]
        for one, below in pairwise(boxes):
            assert one["y"] + one["height"] <= below["y"]
        assert boxes[-1]["y"] + boxes[-1]["height"] <= OF_FIGURE
        heading = frame.get_by_role("heading").first.bounding_box()
        assert heading["y"] + heading["height"] <= boxes[1]["y"]


def test_the_html_of_a_figure_shows_that_figure(page, open_app, neighbour):
    open_app("/delays?country=MDA")
    box = page.locator(".st-key-figure_timeliness")
    box.get_by_role("radio", name="Link").click()
    offered = box.locator("input").last.input_value()
    assert 'height="460"' in offered
    page.goto(neighbour(offered))
    frame = inside(page)
    expect(frame.get_by_role("heading")).to_have_count(1)
    assert "country=MDA" in frame.url


def test_a_figure_alone_answers_filters_and_leads_to_its_page(screen, open_app):
    page = open_app("/delays?country=MDA&figure=timeliness")
    box = page.locator(".st-key-figure_timeliness")
    with screen.rerun():
        box.get_by_role("radio", name="Table").click()
    expect(box.locator("table").first).to_be_attached()
    expect(box.locator("svg.marks")).to_have_count(0)
    with screen.rerun():
        page.get_by_role("link", name="Country: Moldova").click()
    expect(page.get_by_role("heading", level=2)).to_have_count(1)
    assert page.url.endswith("/delays?figure=timeliness")
    with screen.rerun():
        page.get_by_role("link", name="The whole page: Delays").click()
    expect(page.locator(".st-key-figure_ageing")).to_be_visible()
    assert page.url.endswith("/delays")


@pytest.mark.parametrize("secure", [True, False])
def test_the_copy_button_copies(page, open_app, secure):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_app("/delays?country=MDA")
    if not secure:  # as on a page without TLS
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    box = page.locator(".st-key-figure_timeliness")
    box.get_by_role("radio", name="Link").click()
    address = box.locator("input").first.input_value()
    box.get_by_role("button", name="Copy").first.click()
    expect(box.get_by_text("Copied")).to_be_visible()
    page.evaluate(
        "document.body.appendChild(Object.assign(document.createElement('textarea'), {id: 'into'}))"
    )
    page.locator("#into").focus()
    page.keyboard.press("Control+V")
    assert page.locator("#into").input_value() == address
    page.context.clear_permissions()


def test_streamlit_s_own_buttons_are_gone_and_full_screen_stays(open_app):
    page = open_app("/delays?country=MDA")
    page.locator(".st-key-chart_timeliness").hover()
    shown = page.locator(".st-key-chart_timeliness [data-testid=stElementToolbarButton]:visible")
    expect(shown).to_have_count(1)
    expect(shown.get_by_role("button", name=re.compile("^Fullscreen"))).to_be_visible()


def test_outside_nothing_is_left_out(visit):
    page = visit.go("/?country=GEO")
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    expect(page.get_by_text("Open this view in the")).to_have_count(0)


def test_a_stage_fits_the_frame_it_is_shown_in(embedded):
    frame = embedded("/presentation?stage=1&views=region&embed=true")
    expect(frame.locator(".st-key-stage_chart svg.marks text").first).to_be_visible()
    frame.wait_for_function(
        "() => document.querySelector('[data-testid=stMain]').scrollHeight <= innerHeight"
    )
