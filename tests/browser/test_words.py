"""What a link or a file says is text: on no page does it format, link, draw or ask another host."""

from urllib.parse import urlencode

import pytest

from analytics.query.filters import MANY
from tests.browser.harness import ROOT, Screen, new_context, serving
from tests.pages.test_links import OWN
from tests.unit.importer.hostile_words import HOST, NAME, WORDS, workbook
from ui.shell.navigation import PAGES

JOINER = "\u2060"
# What the words would have become, had they been read as more than words.
ALIVE = """host => {
    const ours = element => element.closest('code, pre') === null;
    const found = [...document.querySelectorAll('a, img, iframe, object, embed, link, script')]
        .map(element => element.href || element.src || element.data || '')
        .filter(address => address && URL.canParse(address))
        .filter(address => address.startsWith('mailto:') || new URL(address).host.endsWith(host));
    const marked = [...document.querySelectorAll('strong, b, em, i, del, code, h1, span')]
        .filter(element => ['loud', 'soft', 'code', 'raw', 'gone'].includes(element.textContent)
            || element.className.includes?.('ColoredText') && element.textContent === 'warm');
    const drawn = [...document.querySelectorAll(
        '.katex, img[alt="Streamlit logo"], [data-testid="stMarkdownContainer"] [role="img"]')]
        .filter(element => !['IMG', 'SPAN'].includes(element.tagName)
            || ['home'].includes(element.textContent) || element.tagName === 'IMG');
    const emoji = document.body.innerText.includes('\\u{1F389}') ? ['emoji'] : [];
    return [...found, ...[...marked, ...drawn].filter(ours).map(one => one.outerHTML), ...emoji];
}"""


def alive(page) -> list[str]:
    return page.evaluate(ALIVE, HOST)


def read(page) -> str:
    return page.locator("body").inner_text().replace(JOINER, "")


@pytest.mark.timeout(400)
def test_words_in_every_part_of_a_link_stay_words(screen):
    hostile = urlencode(dict.fromkeys([*MANY, "from", "to", "as_of", "all", *OWN], WORDS))
    for key in PAGES:
        page = screen.go(
            f"/{'' if key == 'overview' else key}?{hostile}&q={urlencode({'': WORDS})[1:]}"
        )
        assert alive(page) == [], key
        assert "![a](http" in read(page), key
        assert screen.strangers == []


# A file's words: one server that offers a hostile file to everybody, every page of it whole.


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    file = folder / NAME
    file.write_bytes(workbook())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MONITOR_DATASET", str(file))
        patch.setenv("MONITOR_CACHE", str(folder))
        with serving(ROOT / "server.py", folder / "log.txt") as started:
            yield started


@pytest.fixture(scope="module")
def hostile_screen(hostile, browser):
    context = new_context(browser)
    screen = Screen.of(context, hostile.url)
    yield screen
    assert [*screen.complaints(), *hostile.complaints()] == []
    context.close()


WHOLE = {
    **{key: f"/{'' if key == 'overview' else key}?country=UKR&print=1" for key in PAGES},
    "changes": "/changes?country=UKR&print=1&since=2000-01-01",
    "one commitment": f"/commitments?commitment=X1&{urlencode({'q': WORDS})}",
}
SILENT = {"presentation"}
"""Pages that show figures alone: there no word of a file has to be found."""


@pytest.mark.parametrize("name", WHOLE)
def test_words_of_a_file_stay_words(hostile_screen, name):
    page = hostile_screen.go(WHOLE[name])
    if name not in SILENT:
        page.get_by_text("**loud**").first.wait_for(state="attached")
    assert alive(page) == []
    assert hostile_screen.strangers == []


def test_words_of_a_file_stay_words_where_they_are_pointed_at(hostile_screen):
    page = hostile_screen.open("/country?country=UKR&section=commitments")
    tooltip = page.locator("#vg-tooltip-element", has_text="**loud**")
    page.locator("svg.marks").first.wait_for()
    page.locator("svg.marks").first.scroll_into_view_if_needed()
    marks = page.locator("svg.marks :is(.mark-rect, .mark-symbol, .mark-rule) :is(path, line)")
    for mark in marks.all():
        box = mark.bounding_box()
        if box is None:
            continue
        page.mouse.move(box["x"] + box["width"] / 2 - 1, box["y"] + box["height"] / 2)
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        if tooltip.is_visible():
            break
    tooltip.wait_for()
    assert f"<img src=http://{HOST}/j.png>" in tooltip.inner_text()
    assert alive(page) == []
    assert hostile_screen.strangers == []
