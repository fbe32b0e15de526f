"""The stage in a real browser: keys and clicker, the link, type for the back of a room."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect
from pptx import Presentation

VIEWS = "views=region,country:UKR,known:BLR,delays:GEO"
STAGE = f"/presentation?stage=1&{VIEWS}"
FIRST = "132 of 247 assessed commitments substantially or fully carried out (53\u00a0%)"
SECOND = "Ukraine: 8 of 14 commitments substantially or fully carried out in 2020–2022"
LAST = "Georgia: 11 of 72 due commitments were unfinished after their due date when last assessed"
HD = {"width": 1920, "height": 1080}
PROJECTOR = {"width": 1280, "height": 720}


@pytest.fixture
def open_stage(screen, open_app):
    """Open the stage and wait for the last thing on it, the hidden button of the key End."""

    def opened(path=STAGE):
        page = open_app(path)
        page.locator(".st-key-key_End").wait_for(state="attached")
        screen.settle()
        return page

    return opened


def finding(page):
    return page.locator(".st-key-stage_finding p")


def press(screen, page, key):
    with screen.rerun():
        page.keyboard.press(key)


@pytest.mark.parametrize(
    ("onward", "back"),
    [("ArrowRight", "ArrowLeft"), ("PageDown", "PageUp"), ("ArrowDown", "ArrowUp")],
)
def test_keys_and_a_clicker_step_there_and_back(screen, open_stage, onward, back):
    page = open_stage()
    expect(finding(page)).to_have_text(FIRST)
    press(screen, page, onward)
    expect(finding(page)).to_have_text(SECOND)
    assert "step=2" in page.url
    press(screen, page, back)
    expect(finding(page)).to_have_text(FIRST)
    assert "step" not in page.url


def test_space_steps_on_and_home_and_end_go_to_both_ends(screen, open_stage):
    page = open_stage()
    press(screen, page, "Space")
    expect(finding(page)).to_have_text(SECOND)
    press(screen, page, "End")
    expect(finding(page)).to_have_text(LAST)
    press(screen, page, "Home")
    expect(finding(page)).to_have_text(FIRST)


def test_space_goes_one_step_even_where_a_button_was_clicked_before(screen, open_stage):
    page = open_stage()
    with screen.rerun():
        page.get_by_role("button", name="Next").click()
    expect(finding(page)).to_have_text(SECOND)
    press(screen, page, "Space")
    expect(page.get_by_text("3 of 4")).to_be_visible()


def test_space_leads_on_after_a_click_on_back(screen, open_stage):
    page = open_stage(f"{STAGE}&step=3")
    with screen.rerun():
        page.get_by_role("button", name="Back").click()
    expect(page.get_by_text("2 of 4")).to_be_visible()
    press(screen, page, "Space")
    expect(page.get_by_text("3 of 4")).to_be_visible()


def test_escape_leaves_the_stage_and_keeps_the_sequence(screen, open_stage):
    page = open_stage(f"{STAGE}&step=2")
    press(screen, page, "Escape")
    expect(page.get_by_role("heading", name="Presentation")).to_be_visible()
    assert "stage" not in page.url
    assert VIEWS in unquote(page.url)


def test_a_link_restores_the_step_for_somebody_else(screen, new_screen, open_stage):
    page = open_stage()
    press(screen, page, "PageDown")
    other = new_screen().open(page.url.removeprefix(screen.server_url))
    expect(finding(other)).to_have_text(SECOND)


def test_nothing_but_the_view_is_on_the_stage(visit):
    page = visit.go(STAGE)
    for chrome in ("stSidebar", "stHeader", "stToolbar"):
        assert not page.locator(f'[data-testid="{chrome}"]').first.is_visible()
    expect(page.get_by_role("img", name="QR code of the link to this view")).to_be_visible()


def test_the_stage_is_set_in_the_browser_as_the_presenter_likes(screen, open_app):
    page = open_app("/presentation?views=region,country:UKR")
    with screen.rerun():
        page.get_by_role("link", name="Later").first.press("Enter")
    assert "views=country:UKR,region" in unquote(page.url)
    expect(page.locator("#later-region")).to_be_focused()
    with screen.rerun():
        page.get_by_role("button", name="Start presentation").click()
    expect(finding(page)).to_have_text(SECOND)


TALL = "document.querySelector('[data-testid=stMain]').scrollHeight"
SIZES = """() => [...document.querySelectorAll(
    '.st-key-stage p, .st-key-stage li, .st-key-stage_chart svg.marks text')]
    .filter(one => one.textContent.trim() && one.getClientRects().length)
    .map(one => [parseFloat(getComputedStyle(one).fontSize), one.textContent])"""


@pytest.mark.parametrize("viewport", [HD])
@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_all_type_is_at_least_24_pixels_on_a_full_hd_screen(visit, step):
    page = visit.go(f"{STAGE}&step={step}")
    if step != 3:  # what is and is not known is told in words
        expect(page.locator(".st-key-stage_chart svg.marks text").first).to_be_visible()
    sizes = page.evaluate(SIZES)
    assert len(sizes) > 6
    assert [text for size, text in sizes if size < 24] == []


@pytest.mark.parametrize("viewport", [HD, PROJECTOR])
@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_a_view_fits_its_screen_without_scrolling(visit, viewport, step):
    page = visit.go(f"{STAGE}&step={step}")
    expect(page.get_by_role("button", name="Exit")).to_be_in_viewport()
    assert page.evaluate(TALL) <= viewport["height"]


@pytest.mark.parametrize("viewport", [PROJECTOR])
@pytest.mark.parametrize("more", ["dataset=demo", "sector=justice"])
def test_what_more_there_is_to_say_takes_no_screen_of_its_own(visit, viewport, more):
    page = visit.go(f"/presentation?stage=1&views=country:GEO&{more}")
    expect(page.locator(".st-key-stage_chart svg.marks text").first).to_be_visible()
    page.wait_for_function(f"() => {TALL} <= {viewport['height']}")


@pytest.mark.parametrize("viewport", [HD])
def test_the_filters_are_said_on_the_stage(visit):
    page = visit.go(f"{STAGE}&sector=justice&as_of=2016-12-31")
    expect(page.locator(".st-key-stage_within")).to_have_text("As of 31 Dec 2016 · Sector: Justice")


CUT = """() => {
    const whole = document.querySelector('.st-key-stage_chart svg.marks').getBoundingClientRect()
    return [...document.querySelectorAll('.st-key-stage_chart svg.marks text')]
        .filter(one => one.getBoundingClientRect().right > whole.right + 1)
        .map(one => one.textContent)
}"""
"""What of a chart is written beyond its edge."""


@pytest.mark.parametrize("viewport", [{"width": 390, "height": 844}])
@pytest.mark.parametrize(
    "view", ["region", "ratings", "ratings&dataset=demo", "sectors", "delays", "country:GEO"]
)
def test_nothing_of_a_chart_is_cut_off_on_the_phone_that_read_the_code(visit, view):
    page = visit.go(f"/presentation?stage=1&views={view}")
    expect(page.locator(".st-key-stage_chart svg.marks text").first).to_be_visible()
    assert page.evaluate(CUT) == []


RESTLESS = """() => {
    const one = document.querySelector('[data-testid="stMain"]').appendChild(
        document.createElement('div'))
    one.style.cssText = 'animation: fade 1s; transition: opacity 1s'
    const { animationName, transitionDuration } = getComputedStyle(one)
    one.remove()
    return animationName !== 'none' || parseFloat(transitionDuration) > 0
}"""
"""Whether something that would like to move is let move."""


def test_nothing_can_move_on_the_stage_though_it_could_before(screen, open_app):
    page = open_app("/presentation")
    assert page.evaluate(RESTLESS)
    with screen.rerun():
        page.get_by_role("button", name="Start presentation").click()
    expect(finding(page)).to_have_text(FIRST)
    assert not page.evaluate(RESTLESS)


def test_a_deck_can_be_taken_away(open_app):
    page = open_app("/presentation")
    page.get_by_text("Slide decks").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Belarus").click()
    assert taken.value.suggested_filename == "belarus-slides-2026-11-25.pptx"
    last = list(Presentation(taken.value.path()).slides)[-1]
    text = " ".join(shape.text_frame.text for shape in last.shapes if shape.has_text_frame)
    assert "/presentation?views=country:BLR,ratings:BLR" in text


LONG = ",".join(f"{kind}:{code}" for code in ("ARM", "AZE", "GEO", "MDA", "UKR")
                for kind in ("country", "ratings", "sectors", "delays", "known"))  # fmt: skip
SQUARE = """() => {
    const code = document.querySelector('.st-key-stage_qr img')
    return code.getBoundingClientRect().width / (code.naturalWidth / 4)
}"""
"""How many pixels a square of the code has; it is drawn with four."""


@pytest.mark.parametrize("viewport", [PROJECTOR])
@pytest.mark.parametrize("views", [LONG, "region,country:UKR,known:BLR,delays:GEO"])
def test_the_squares_of_the_code_stay_large_however_long_the_sequence(visit, viewport, views):
    page = visit.go(f"/presentation?stage=1&views={views}")
    page.wait_for_function("document.querySelector('.st-key-stage_qr img').complete")
    assert page.evaluate(SQUARE) >= 2.5


def test_no_buttons_of_others_lie_over_the_chart(open_stage):
    page = open_stage()
    page.locator(".st-key-stage_chart svg.marks").hover()
    assert not page.locator('[data-testid="stElementToolbar"]').locator("visible=true").count()


def test_the_address_stands_under_its_code_and_no_hash_is_seen(visit):
    page = visit.go(STAGE)
    under = page.locator(".st-key-stage_qr p").inner_text()
    assert under.split() == [page.url.split("/")[2], "/presentation"]
    text = page.locator(".st-key-stage").inner_text()
    assert not re.search(r"\b[0-9a-f]{12}\b", text)
