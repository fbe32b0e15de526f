"""What a link or a file says is text: on no page does it format, link, draw or ask another host."""

from urllib.parse import urlencode

import pytest

from analytics.query.filters import MANY
from tests.pages.test_links import OWN
from tests.unit.importer.hostile_words import HOST, WORDS
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
def test_words_in_every_part_of_a_link_stay_words(screen, open_app):
    hostile = urlencode(dict.fromkeys([*MANY, "from", "to", "as_of", "all", *OWN], WORDS))
    for key in PAGES:
        page = open_app(
            f"/{'' if key == 'overview' else key}?{hostile}&q={urlencode({'': WORDS})[1:]}"
        )
        assert alive(page) == [], key
        assert "![a](http" in read(page), key
        assert screen.strangers == []
