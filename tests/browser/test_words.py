"""What a link or a file says is text: on no page does it format, link, draw or ask another host."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from analytics.query.filters import MANY
from tests.browser.harness import ROOT, Screen, new_context, serving
from tests.pages.test_links import OWN
from tests.unit.importer.hostile_words import HOST, NAME, WORDS, workbook
from ui.shell.navigation import PAGES

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
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
def test_words_in_every_part_of_a_link_stay_words(screen, open_app):
    hostile = urlencode(dict.fromkeys([*MANY, "from", "to", "as_of", "all", *OWN], WORDS))
    for key in PAGES:
        page = open_app(
            f"/{'' if key == 'overview' else key}?{hostile}&q={urlencode({'': WORDS})[1:]}"
        )
        assert alive(page) == [], key
        assert "![a](http" in read(page), key
        assert screen.strangers == []


@pytest.mark.timeout(600)
def test_words_of_a_file_stay_words_on_every_page(browser, tmp_path, monkeypatch, screen, open_app):
    # Seen when it is brought, in what differs and in its name …
    page = open_app("/data")
    page.locator(".st-key-door_0 input[type=file]").set_input_files(
        {"name": NAME, "mimeType": XLSX, "buffer": workbook()}
    )
    expect(page.get_by_text("can be loaded. Nothing has changed yet.")).to_be_visible(timeout=90000)
    opened_up(page, screen)
    assert alive(page) == []
    # … and on every page of a server that offers it.
    file = tmp_path / NAME
    file.write_bytes(workbook())
    monkeypatch.setenv("MONITOR_DATASET", str(file))
    with serving(ROOT / "server.py", tmp_path / "log.txt") as server:
        context = new_context(browser, viewport={"width": 1440, "height": 900})
        reader = Screen.of(context, server.url)
        for path in SEEN:
            page = reader.open(path)
            opened_up(page, reader)
            assert alive(page) == [], path
        reader.close()
        assert reader.complaints() + server.complaints() == []


SEEN = (
    *("/", "/country?country=UKR", "/sectors?rows=policy_area", "/delays", "/commitments"),
    *("/commitments?commitment=X1", "/programme", "/evaluation", "/forum", "/data"),
    *("/forum?stage=1&step=2", "/data?section=sources", "/data?section=notes"),
    "/commitments?q=loud&lang=uk-UA",
)


def opened_up(page, screen):
    """Open what is folded."""
    folded = page.locator("[data-testid=stMain] details:not([open]) > summary")
    while folded.count():
        folded.first.click()
    screen.settle()
