"""How a page of AppTest is read: what its cards show, and where its links lead."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

import pandas as pd
import pytest
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer
from streamlit.elements.lib.mutable_popover_container import PopoverContainer
from streamlit.testing.v1 import AppTest

FIGURE = re.compile(
    r"<h2>(?P<finding>.*?)</h2>(?:<p><small>(?P<topic>[^.;]{1,90}?) · )?", re.DOTALL
)
LINK = re.compile(r"\[(?P<label>[^\]]+)\]\(<(?P<href>/[^>]*)>(?: \"(?P<title>[^\"]*)\")?\)")

ANCHOR = re.compile(
    r'<a href="(?P<href>/[^"]*)"(?: title="(?P<title>[^"]*)")?>(?P<label>[^<]*)</a>'
)
CARD = re.compile(r'<li><div class="card-label">.*?</li>')
OF_SEVERAL = {'<ol class="ordered"': "<li>", '<div class="headed-boxes"': '<section class="box">'}
"""HTML of several things, and with what each of them begins."""
OF_WORDS = (
    '<div class="figure-heading"', '<div class="headed-lists"', '<div class="headed-text"',
    '<p class="picture-line"', '<p class="chips"',
    *OF_SEVERAL,
)  # fmt: skip
ROUND_EVERY_PAGE = ('<nav class="pages"', '<p class="languages"', '<p class="foot"')


class Card(NamedTuple):
    """What stands on a card: what it is of, its number, what that rests on and what it means."""

    label: str
    value: str
    resting: str
    definition: str


def all_cards(app: AppTest) -> list[Card]:
    """Every card of a page, in their order."""
    texts = [
        unescape(re.sub("<[^>]+>", "\n", body)) for body in CARD.findall("".join(_markup(app)))
    ]
    return [_card([line for line in text.split("\n") if line.strip()]) for text in texts]


def _card(lines: list[str]) -> Card:
    if "?" in lines:  # the mark behind which the definition is
        _, definition, label, value, *rests = lines
    else:
        (label, value, *rests), definition = lines, ""
    return Card(label, value, "".join(rests), definition)


def cards(app: AppTest) -> Mapping[str, str]:
    """What each card shows, by its label."""
    return {card.label: card.value for card in all_cards(app)}


def headings(app: AppTest) -> list[str]:
    """What the parts of a page are about, in their order: its headers and the topics of figures.

    A figure's finding stands over it and its topic begins the line beneath.
    """
    texts = []
    for one in app.main:
        if one.type == "header":
            texts.append(one.value)
        elif one.type == "markdown" and one.value.startswith("## "):
            texts.append(one.value.partition("\n")[0].removeprefix("## ").replace("\\", ""))
        elif one.type == "html":
            parts = FIGURE.finditer(one.proto.body)
            texts += [unescape(part["topic"] or part["finding"]) for part in parts]
    return texts


def findings(app: AppTest) -> list[str]:
    """What stands over each figure of a page."""
    bodies = [one.proto.body for one in app.main if one.type == "html"]
    return [unescape(part["finding"]) for body in bodies for part in FIGURE.finditer(body)]


def texts(app: AppTest) -> list[str]:
    """What a page says in words, as a reader sees it: without marks that keep Markdown quiet."""
    kinds = (app.title, app.header, app.markdown, app.caption, app.success, app.info, app.warning)
    streamlits = [str(one.value).replace("\\", "") for kind in (*kinds, app.error) for one in kind]
    ours = [part for body in _markup(app) if body.startswith(OF_WORDS) for part in _parts(body)]
    return streamlits + [" ".join(unescape(one).split(" ")) for one in ours]


def _parts(body: str) -> list[str]:
    """What a piece of HTML says; of several things in it each alone."""
    mark = next((mark for kind, mark in OF_SEVERAL.items() if body.startswith(kind)), None)
    things = body.split(mark) if mark else [body]
    said_by = (re.sub("(<[^>]+>)+", " ", thing).strip() for thing in things)
    return [words for words in said_by if words]


def words(app: AppTest) -> str:
    """All of `texts` as one."""
    return " ".join(" ".join(texts(app)).replace("\n", " ").split(" "))


def links(app: AppTest) -> Mapping[str, str]:
    """Where links within the monitor lead, by what they say they open, without chips of filters."""
    return {text: query for text, query in _links(app)}


def _links(app: AppTest) -> Iterator[tuple[str, str]]:
    for element in app.main.get("page_link"):
        yield element.proto.label.replace("\\", ""), element.proto.query_string
    for text in [element.value for element in app.main.markdown]:
        for link in LINK.finditer(text):
            sentence = link["title"] or link["label"]
            yield sentence.replace("\\", ""), link["href"].partition("?")[2]
    ours = (body for body in _markup(app) if not body.startswith('<p class="chips"'))
    for link in ANCHOR.finditer("".join(ours)):
        yield unescape(link["title"] or link["label"]), unescape(link["href"]).partition("?")[2]


def tables(app: AppTest) -> list[pd.DataFrame]:
    """The tables of text of a page, in their order: the lines of each cell by its column."""
    return [_Table.read(body) for body in _markup(app) if "<table>" in body]


def html(app: AppTest) -> list[str]:
    """The HTML of ours on a page, with what stands round it."""
    return [element.proto.body for element in app.get("html")]


def _markup(app: AppTest) -> list[str]:
    return [body for body in html(app) if not body.startswith(ROUND_EVERY_PAGE)]


def unfold(patch: pytest.MonkeyPatch) -> None:
    """Open every box that is closed on pages that are opened from now on."""
    always = property(lambda box: True, lambda box, value: None)
    for box in (ExpanderContainer, PopoverContainer):
        patch.setattr(box, "open", always)
    patch.setattr("ui.widgets.figure.opened", lambda key: ("files", "link"))


class _Table(HTMLParser):
    """A table of text, read as it is shown; names of columns are numbers where it has none."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: list[str] = []
        self.rows: list[list[str]] = []
        self.into: list[str] = []

    @classmethod
    def read(cls, body: str) -> pd.DataFrame:
        reader = cls()
        reader.feed(body)
        return pd.DataFrame([row for row in reader.rows if row], columns=reader.columns or None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.into = self.columns if ("scope", "col") in attrs else self.rows[-1]
            self.into.append("")
        if tag == "small":
            self.into[-1] += "\n"

    def handle_data(self, data: str) -> None:
        if self.into:
            self.into[-1] += data
