"""How a page of AppTest is read: what its cards show, and where its links lead."""

import re
from collections.abc import Iterator, Mapping

from streamlit.testing.v1 import AppTest

LINK = re.compile(r"\[(?P<label>[^\]]+)\]\(<(?P<href>/[^>]*)>(?: \"(?P<title>[^\"]*)\")?\)")


def cards(app: AppTest) -> Mapping[str, str]:
    """What each card shows, by its label, without the link the number is."""
    return {card.label: LINK.sub(r"\g<label>", card.value) for card in app.metric}


def headings(app: AppTest) -> list[str]:
    """What stands over the parts of a page, in their order: its headers and those of figures."""
    found = []
    for one in app.main:
        if one.type in ("header", "markdown"):
            words = one.value.partition("\n")[0]
            if one.type == "header" or words.startswith("## "):
                found.append(words.removeprefix("## ").replace("\\", ""))
    return found


def links(app: AppTest) -> Mapping[str, str]:
    """Where links within the monitor lead, by what they say they open."""
    return {said: query for said, query in _links(app)}


def _links(app: AppTest) -> Iterator[tuple[str, str]]:
    for element in app.main.get("page_link"):
        yield element.proto.label.replace("\\", ""), element.proto.query_string
    for text in [said.value for said in (*app.main.markdown, *app.main.metric)]:
        for link in LINK.finditer(text):
            said = link["title"] or link["label"]
            yield said.replace("\\", ""), link["href"].partition("?")[2]
