"""What the browser does by itself on every page; frame.js does it and frame.css says how it looks.

A link of ours in a text is followed within the window, another thing on a page is shown from its
beginning, and each sheet of paper says what it shows. Chromium, Chrome and Edge number the sheets
and write the foot; other browsers write their own.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from analytics.query.address import written
from analytics.query.stamp import called
from i18n import LANGUAGES, N_, language, offered, t
from ui.html.link_lists import Choice, foot_link, language_list
from ui.html.text_table import style
from ui.shell import link
from ui.shell.cache import dataset, vocabulary
from ui.shell.navigation import NAMES, href, path, shared

SHOWN = (*link.OF_ONE_LIST, link.FIGURE)
"""Parts of the link with which another thing is on the page, seen from its beginning."""
STYLE = Path(__file__).with_name("frame.css")
SCRIPT = Path(__file__).with_name("frame.js")
WORDS = Path(__file__).with_name("words.js")
SILENT = (
    'body:has([data-testid="stApp"]:not([data-test-connection-state="CONNECTED"])) [role="dialog"]'
)
# Browsers write no numbers in Armenian, Azerbaijani, Belarusian or Georgian; these languages do it
# with the same marks.
NUMBERS = {"en": "en-GB", "hy": "uk", "az": "de", "be": "uk", "ka": "uk"}
QUOTED = N_("Titles of commitments, institutions and notes stay as their source has them.")
STREAMLITS: Mapping[str, str] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)["words"]
"""Streamlit's own words, and ours in their place; words.js exchanges them."""
LINKS = """
:is(.text-table tbody, nav.pages p, .headed-lists, .headed-text) a { color: LINK; }
.meaning p { background: GROUND; }
"""
# A grid is a picture of light letters on a dark screen; turned round it is one for paper. The
# theme's own colour, in which choices are written, is too dark to be read there: links are not.
DARK = """
@media screen {
    [data-testid="stSliderThumbValue"],
    [data-testid="stButtonGroup"] [data-selected="true"],
    [data-testid="stButtonGroup"] [data-selected="true"] * { color: LINK !important; }
}
@media print {
    [data-testid="stDataFrame"] canvas { filter: invert(1) hue-rotate(180deg); }
}
"""


def frame(page: StreamlitPage) -> None:
    """Draw what stands round every page. The style comes alone: it is sent once, then named."""
    kind = "dark" if st.context.theme.type == "dark" else "light"
    rules = LINKS + (DARK if kind == "dark" else "")
    for name, option in (("LINK", "linkColor"), ("GROUND", "backgroundColor")):
        rules = rules.replace(name, st.get_option(f"theme.{kind}.{option}"))
    style(_text(STYLE) + rules)
    draw = st.components.v2.component("frame", js=_text(SCRIPT), isolate_styles=False)
    draw(key="frame", data=_data(page), height=1)
    if words := _exchanged():
        draw = st.components.v2.component("words", js=_text(WORDS), isolate_styles=False)
        draw(key="frame_words", data={"words": words}, height=1)


def languages() -> None:
    """The choice of language at the head of a page, each in its own name; the view stays.

    frame.js writes the view into the link that somebody comes to, and remembers the choice.
    """
    if len(offered()) == 1 or _bare():
        return
    choices = [
        Choice(
            LANGUAGES[code], href(st.session_state._page, {"lang": code}), code == language(), code
        )
        for code in offered()
    ]
    language_list(choices)
    if language() != "en":
        st.sidebar.caption(t(QUOTED))


def foot() -> None:
    """Draw what stands under every page; frame.js writes the view into its link, too."""
    if not _bare():
        foot_link(t("Accessibility"), href("accessibility", {}))


def _bare() -> bool:
    """Whether a view stands without its frame: inside another page, or on the stage."""
    return st.context.is_embedded or "stage" in link.view()


def _exchanged() -> dict[str, str]:
    """Streamlit's words with ours; none where the page speaks English."""
    if language() == "en":
        return {}
    texts = {theirs: t(ours) for theirs, ours in STREAMLITS.items()}
    # What nobody has translated yet stays as it is.
    return {theirs: ours for theirs, ours in texts.items() if ours != STREAMLITS[theirs]}


def _data(page: StreamlitPage) -> dict[str, object]:
    view = link.view()
    return {
        "language": language(),
        "numbers": NUMBERS.get(language(), language()),
        "base": link.base(),
        "remembered": link.REMEMBERED,
        "pages": [path(key) for key in NAMES],
        "top": [page.url_path, *(view.get(part, "") for part in SHOWN)],
        "view": written("", parts=((key, code) for key, code in view.items() if key != "lang")),
        "shared": written("", parts=shared().items()),
        "paper": _paper(),
        "silent": _unanswered(),
        "said": f"{page.title} · {link.filters().describe(vocabulary())}",
    }


def _paper() -> str:
    """The style sheet that writes the view on paper: its address first, the rest on each foot."""
    address = (
        f'[data-testid="stMainBlockContainer"]::before {{ content: {quoted(link.address())} }}'
    )
    return f"@page {{ @bottom-left {{ content: {quoted(_foot())} }} }} @media print {{ {address} }}"


def _unanswered() -> str:
    """The style sheet that says, while no server answers, what a reader can expect.

    Streamlit's box would ask whether Streamlit is running, and tell how to start it.
    """
    sentence = t(
        "The monitor does not answer at the moment. What you see stays here, and the page goes on "
        "by itself as soon as there is an answer."
    )
    inside = f"content: {quoted(sentence)}; display: block; padding: 1.5rem 3rem 1.5rem 1.5rem"
    return f"{SILENT} > :not(button) {{ display: none }} {SILENT}::before {{ {inside} }}"


def quoted(text: str) -> str:
    """Words as a CSS string. All but plain letters are written as numbers: none can end it."""
    safe = (letter if letter.isascii() and letter.isalnum() else _numbered(letter)
             for letter in text)  # fmt: skip
    return f'"{"".join(safe)}"'


def _numbered(letter: str) -> str:
    return f"\\{ord(letter):06x}"


def _foot() -> str:
    chosen, source = link.filters(), dataset()
    return t(
        "{name} · as of {day} · {filters} · {dataset} {version}",
        name=called(),
        day=chosen.spoken_day(source.newest),
        filters=chosen.describe(vocabulary()),
        dataset=t("Made-up data") if source.made_up else t(source.title),
        version=source.version,
    )


@cache
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
