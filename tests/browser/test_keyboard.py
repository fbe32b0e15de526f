"""All of a page can be reached and left by keyboard, and where the focus is can be seen."""

import pytest
from playwright.sync_api import expect

MOST = 150
"""Stops of the longest page; whoever makes more of them is caught in a trap."""
# How everything looks that can have the focus, with what is round it, while nothing has it.
LOOKS = """
    const LOOKS = ['outlineStyle', 'outlineWidth', 'boxShadow', 'borderColor', 'backgroundColor']
    const look = (element) => [null, '::after'].map((part) => {
        const style = getComputedStyle(element, part)
        return LOOKS.map((one) => style[one]).join(' ')
    })
    const round = (element, steps = 8) =>
        element && steps ? [look(element), ...round(element.parentElement, steps - 1)] : []
"""
AT_REST = f"""() => {{
    {LOOKS}
    const all = document.querySelectorAll('a, button, input, summary, [tabindex]')
    window.atRest = new Map([...all].map((one) => [one, String(round(one))]))
}}"""
# The element in focus: what it is, whether it follows the one before, and whether it is seen, which
# the browser may show some frames later.
STOP = f"""async () => {{
    {LOOKS}
    const on = document.activeElement
    if (!on || on === document.body) return null
    const same = () => String(round(on)) === window.atRest.get(on)
    for (let frames = 0; frames < 120 && same(); frames++) await new Promise(requestAnimationFrame)
    const {{ left, right, top, bottom }} = on.getBoundingClientRect()
    const middle = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2
    const at = document.elementFromPoint((left + right) / 2, middle)
    const order = window.before?.compareDocumentPosition(on) ?? Node.DOCUMENT_POSITION_FOLLOWING
    window.before = on
    return {{
        name: (on.getAttribute('aria-label') || on.textContent).trim().slice(0, 40),
        followed: Boolean(order & Node.DOCUMENT_POSITION_FOLLOWING),
        unseen: same(), hidden: !on.contains(at) && !at?.contains(on),
    }}
}}"""


@pytest.fixture
def still(page):
    """Without motion a look is there at once, and can be compared."""
    page.emulate_media(reduced_motion="reduce")


def stops(page):
    """What Tab leads to, from the head of the page until it leaves it."""
    stopped = []
    page.evaluate(AT_REST)
    while len(stopped) < MOST:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return stopped
        stopped.append(stop)
    raise AssertionError(f"Tab does not leave the page; last on {stopped[-5:]}")


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (
            "/?country=GEO",
            ["Overview", "Country: Georgia ×", "Close", "Map and news", "Table",
             "Accessibility"],
        ),
        (
            "/delays?section=due",
            ["Delays", "Українська", "Copy link", "Due dates", "Table", "Accessibility"],
        ),
        ("/presentation?stage=1&views=region,country:UKR", ["Next", "Exit"]),
    ],
)  # fmt: skip
def test_tab_leads_through_all_of_a_page_in_its_order_and_is_seen(open_app, still, path, wanted):
    stopped = stops(open_app(path))
    assert [stop["name"] for stop in stopped if not stop["followed"]] == []
    assert [stop["name"] for stop in stopped if stop["unseen"]] == []
    assert [stop["name"] for stop in stopped if stop["hidden"]] == []
    names = [stop["name"] for stop in stopped]
    assert [one for one in wanted if not any(one in name for name in names)] == []


def test_the_first_stop_skips_to_the_content(open_app, still):
    page = open_app("/delays?lang=uk")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Перейти до вмісту")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stMain")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="English")).to_be_focused()


def test_escape_closes_a_box_and_the_focus_is_where_it_was(open_app, still):
    page = open_app("/delays")
    opener = page.get_by_role("button", name="Copy link")
    opener.focus()
    page.keyboard.press("Enter")
    inside = page.get_by_role("link", name="The whole page, to be printed")
    expect(inside).to_be_visible()
    page.keyboard.press("Escape")
    expect(inside).not_to_be_visible()
    expect(opener).to_be_focused()


def test_a_filter_is_taken_away_by_keyboard_and_the_change_is_told(screen, open_app, still):
    page = open_app("/delays?country=GEO")
    told = page.get_by_role("status").filter(has_text="Delays")
    expect(told).to_have_count(0)
    page.get_by_role("link", name="Country: Georgia").focus()
    with screen.rerun():
        page.keyboard.press("Enter")
    assert page.url.endswith("/delays")
    expect(told).to_have_count(1)


def test_a_section_is_chosen_by_the_arrow_keys(screen, open_app, still):
    page = open_app("/delays")
    page.get_by_role("radio", name="Overdue").focus()
    page.keyboard.press("ArrowRight")
    if "section=institutions" not in page.url:
        with screen.rerun():
            page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name="Lead institutions")).to_be_checked()
    assert "section=institutions" in page.url


def test_what_a_closed_box_had_of_the_focus_goes_to_the_next_heading(open_app, still):
    page = open_app("/")
    page.get_by_role("button", name="Close", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("What is this?")).to_have_count(0)
    expect(page.get_by_role("heading", name="Current standing of each country")).to_be_focused()


def test_a_button_has_the_focus_again_once_its_file_is_made(page, open_app, still):
    open_app("/country?country=GEO")
    slides = page.get_by_role("button", name="Slides (PPTX)")
    slides.focus()
    with page.expect_download():
        page.keyboard.press("Enter")
    expect(slides).to_be_focused()


def test_full_screen_is_entered_and_left_by_keyboard_with_the_focus(open_app, still):
    page = open_app("/delays")
    page.locator('button[aria-label^="Fullscreen"]').first.focus()
    page.keyboard.press("Enter")
    expect(page.locator('button[aria-label^="Close fullscreen"]')).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator('button[aria-label^="Fullscreen"]').first).to_be_focused()
