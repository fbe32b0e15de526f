"""Nothing is cut off or pushed out of the window in any language that is there.

A few pages on a telephone; `FIT=all` looks at every page at four widths, and at the letters of
charts, which takes long.
"""

import os

import pytest

from i18n import offered

EVERY = (
    "/", "/country?country=GEO", "/country?country=BLR", "/sectors", "/delays", "/meeting_sheet",
    "/commitments", "/commitments?commitment=UA0038", "/changes?since=2016-01-01", "/programme",
    "/evaluation", "/presentation", "/data", "/data?section=definitions", "/accessibility",
)  # fmt: skip
ALL = os.environ.get("FIT") == "all"
PATHS = EVERY if ALL else ("/", "/country?country=GEO")
WIDTHS = (390, 768, 1440, 1920) if ALL else (390,)

# Words that do not show to their end: an element or a box round it hides what its text is wider
# than, or letters of a chart stand outside its picture. The window itself never scrolls sideways.
CUT = """(charts) => {
    const found = []
    const said = (element) => element.textContent.trim().slice(0, 60)
    // A grid is a picture with a table for screen readers beside it.
    const OTHER = '[data-testid="stDataFrame"], [role="img"], [data-testid="stIconMaterial"], input'
    const seen = (element) => {
        const { width, height } = element.getBoundingClientRect()
        const { visibility, opacity } = getComputedStyle(element)
        return width > 1 && height > 1 && visibility !== 'hidden' && opacity !== '0'
    }
    const speaks = (element) => [...element.childNodes]
        .some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue.trim())
    const hides = (element) => /hidden|clip/.test(getComputedStyle(element).overflowX)
    for (const element of document.querySelectorAll('.stApp :not(svg, svg *, style, script)')) {
        if (!speaks(element) || !seen(element) || element.closest(OTHER)) continue
        let box = element
        for (let up = 0; up < 3 && box && !hides(box); up++) box = box.parentElement
        if (box && hides(box) && box.scrollWidth > box.clientWidth + 1)
            found.push(`cut: ${said(element)}`)
    }
    // From the left of letters to their right. A line is higher than its letters: of one that leans
    // only their half of it counts.
    const extent = (letters) => {
        const { x, y, width, height } = letters.getBBox()
        const place = letters.getScreenCTM()
        const free = place.b ? height / 4 : 0
        const corners = [x, x + width].flatMap((at) =>
            [y + free, y + height - free].map((down) => [at, down]))
        const ends = corners.map(([at, down]) => place.a * at + place.c * down + place.e)
        return { left: Math.min(...ends), right: Math.max(...ends) }
    }
    const drawn = '[data-testid="stVegaLiteChart"] svg text'
    for (const letters of charts ? document.querySelectorAll(drawn) : []) {
        if (!letters.textContent.trim() || getComputedStyle(letters).opacity === '0') continue
        const picture = letters.closest('svg').getBoundingClientRect()
        const box = extent(letters)
        if (box.right > box.left && (box.left < picture.left - 2 || box.right > picture.right + 2))
            found.push(`outside its chart: ${said(letters)}`)
    }
    const main = document.querySelector('[data-testid="stMain"]')
    const whole = document.documentElement
    if (whole.scrollWidth > innerWidth || main.scrollWidth > main.clientWidth + 1)
        found.push(`wider than the window: ${main.scrollWidth} of ${main.clientWidth}`)
    return [...new Set(found)]
}"""


@pytest.mark.timeout(1800 if ALL else 300)
@pytest.mark.parametrize("viewport", [{"width": width, "height": 900} for width in WIDTHS],
                         ids=lambda size: str(size["width"]))  # fmt: skip
@pytest.mark.parametrize("code", offered())
def test_words_have_their_place(open_app, code, viewport):
    cut_off = {}
    for path in PATHS:
        page = open_app(f"{path}{'&' if '?' in path else '?'}lang={code}")
        page.wait_for_timeout(300)  # charts are drawn after the page stands still
        cut_off[path] = page.evaluate(CUT, ALL)
    assert {path: cut for path, cut in cut_off.items() if cut} == {}


WIDER = """() => [...document.querySelectorAll('.text-table, .text-table *')]
    .filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowX))
    .filter((box) => box.scrollWidth > box.clientWidth + 1)
    .map((box) => `${box.scrollWidth} of ${box.clientWidth}: ${box.textContent.slice(0, 40)}`)"""
TABLES = ("/", "/?figure=present&embed=true", "/data?section=disagreements",
          "/programme?section=steps", "/programme?section=places", "/commitments",
          "/delays?country=MDA&sector=justice", "/changes?since=2016-01-01")  # fmt: skip


@pytest.mark.timeout(300)
@pytest.mark.parametrize("viewport", [{"width": 390, "height": 844}], ids=["390"])
@pytest.mark.parametrize("code", ["en", "uk", "hy", "ka"])
def test_no_table_of_text_moves_sideways_on_a_telephone(open_app, code):
    wider = {}
    for path in TABLES:
        page = open_app(f"{path}{'&' if '?' in path else '?'}lang={code}")
        wider[path] = page.evaluate(WIDER)
    assert {path: boxes for path, boxes in wider.items() if boxes} == {}
