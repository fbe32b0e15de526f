"""How a page of AppTest is read: what its cards show, and where its links lead."""

import re
from collections.abc import Iterator, Mapping

from streamlit.testing.v1 import AppTest

TOPIC = re.compile(r"\s*:small\[(?P<topic>[^.;]{1,90}?) · ")
LINK = re.compile(r"\[(?P<label>[^\]]+)\]\(<(?P<href>/[^>]*)>(?: \"(?P<title>[^\"]*)\")?\)")

ROUND_EVERY_PAGE = re.compile(r"/accessibility$|\?lang=\w\w$")
"""Where the links at head and foot lead."""


def cards(app: AppTest) -> Mapping[str, str]:
    """What each card shows, by its label, without the link the number is."""
    return {card.label: LINK.sub(r"\g<label>", card.value) for card in app.metric}


def headings(app: AppTest) -> list[str]:
    """What the parts of a page are about, in their order: its headers and the topics of figures.

    A figure's finding stands over it and its topic begins the line beneath.
    """
    texts = []
    for one in app.main:
        if one.type == "header":
            texts.append(one.value)
        elif one.type == "markdown" and one.value.startswith("## "):
            heading, _, beneath = one.value.replace("\\", "").partition("\n")
            topic = TOPIC.match(beneath)
            texts.append(topic["topic"] if topic else heading.removeprefix("## "))
    return texts


def findings(app: AppTest) -> list[str]:
    """What stands over each figure of a page."""
    texts = [one.value for one in app.main.markdown if one.value.startswith("## ")]
    return [one.partition("\n")[0].removeprefix("## ").replace("\\", "") for one in texts]


def links(app: AppTest) -> Mapping[str, str]:
    """Where links within the monitor lead, by what they say they open."""
    return {text: query for text, query in _links(app)}


def _links(app: AppTest) -> Iterator[tuple[str, str]]:
    for element in app.main.get("page_link"):
        yield element.proto.label.replace("\\", ""), element.proto.query_string
    for text in [element.value for element in (*app.main.markdown, *app.main.metric)]:
        for link in LINK.finditer(text):
            if ROUND_EVERY_PAGE.search(link["href"]):
                continue
            sentence = link["title"] or link["label"]
            yield sentence.replace("\\", ""), link["href"].partition("?")[2]
