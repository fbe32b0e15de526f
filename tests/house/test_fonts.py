"""The letters of every language are shipped: small, under their licence, for images too."""

import re
import tomllib

import pytest
from PIL import ImageFont

from i18n import LANGUAGES
from tests.house.shipped import ROOT
from tools.words import path_of, sentences, template, there

FONTS = ROOT / "static" / "fonts"
FILES = sorted([*FONTS.glob("*.woff2"), *FONTS.glob("ttf/*.ttf")])
MOST = 600_000
# Noto Sans has none of these; pages draw them by another face, images by a stand-in.
ELSEWHERE = set("→←↓↑●○◯▲‖✓\n\t\r\ufffd\u2060￼")


def drawn_by_page():
    """The letters for which the page fetches one of our fonts."""
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    letters_drawn = set()
    for face in theme["theme"]["fontFaces"]:
        for piece in face["unicodeRange"].split(","):
            first, _, last = piece.removeprefix("U+").partition("-")
            letters_drawn |= set(range(int(first, 16), int(last or first, 16) + 1))
    return letters_drawn


def letters():
    """Every letter of the languages' names, of the code's sentences and of the translations."""
    texts = [*LANGUAGES.values(), (ROOT / "locales" / "messages.pot").read_text(encoding="utf-8")]
    texts += [path_of(code).read_text(encoding="utf-8") for code in there()]
    return {letter for text in texts for letter in text} - ELSEWHERE


def test_all_fonts_together_are_small_and_their_licence_lies_beside_them():
    assert sum(path.stat().st_size for path in FILES) <= MOST
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


def test_the_page_names_every_web_font_and_no_other():
    named = re.findall(r"[\w-]+\.woff2", (ROOT / ".streamlit" / "config.toml").read_text())
    assert sorted(named) == sorted(path.name for path in FONTS.glob("*.woff2"))


@pytest.mark.parametrize("path", sorted(FONTS.glob("ttf/*.ttf")), ids=lambda path: path.stem)
def test_an_image_has_every_letter_that_is_said(path):
    face = ImageFont.truetype(path, 40)
    lacking = bytes(face.getmask("\ue000"))
    missing = {
        one for one in letters() if not one.isspace() and bytes(face.getmask(one)) == lacking
    }
    assert missing == set()


def test_a_page_fetches_a_font_for_every_letter_that_is_said():
    assert {one for one in letters() if ord(one) not in drawn_by_page()} == set()


def test_there_is_something_said():
    assert sum(1 for _ in sentences(template())) > 1000
