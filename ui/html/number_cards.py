"""Cards with a number each, as HTML of our own, in a row or in boxes under headings.

All of them are one element of the page: the browser pays for each element at every choice, and
Streamlit's metric reads Markdown three times a card (docs/decisions.md has the figures). Every word
is escaped here or by `text_table.in_cell`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

import streamlit as st

from i18n import t
from ui.html.link_lists import icon
from ui.html.text_table import Linked, in_cell

FOUR = 4
"""So many stand four across or, where that is too narrow (frame.css), two: never three and one."""


@dataclass(frozen=True, slots=True)
class NumberCard:
    """What it is of, the number or words, what that rests on; its definition a click away.

    A value that rests on `few` is pale.
    """

    label: str
    value: str | Linked
    resting: str
    definition: str = ""
    few: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A title and a small line beneath it; `cards`, or in their place what is `missing`; a last
    small line."""

    title: str
    beneath: str
    cards: Sequence[NumberCard]
    last: str
    missing: str = ""


Kind = Literal["", "wide", "words"]
"""`wide` cards have much beneath them, and `words` have words in place of a number."""


def number_cards(cards: Sequence[NumberCard], kind: Kind = "") -> None:
    """A row of cards, as many across as there is room for."""
    if cards:
        st.html(_cards_of(cards, kind))


def _cards_of(cards: Sequence[NumberCard], kind: Kind = "") -> str:
    """A row of cards, to stand within other HTML of ours."""
    four = "four" if len(cards) == FOUR and kind != "wide" else ""
    kinds = " ".join(filter(None, ["cards", four, kind]))
    return f'<ul class="{kinds}">{"".join(map(_card, cards))}</ul>'


def _card(card: NumberCard) -> str:
    few = " few" if card.few else ""
    label = f'<div class="card-label">{_meaning(card)}<span>{escape(card.label)}</span></div>'
    return (
        f"<li>{label if card.label else ''}"
        f'<div class="card-value{few}">{in_cell(card.value)}</div>'
        f'<div class="card-rests">{escape(card.resting)}</div></li>'
    )


def _meaning(card: NumberCard) -> str:
    """The definition behind a mark: seen when pointed at, and opened by a click, tap or key."""
    if not card.definition:
        return ""
    text, mark = escape(card.definition), escape(t("What it means: {name}", name=card.label))
    opens = f'<summary title="{text}" aria-label="{mark}">?</summary>'
    return f'<details class="meaning" name="meaning">{opens}<p>{text}</p></details>'


def headed_boxes(groups: Mapping[str, Sequence[Box]]) -> None:
    """Boxes below each other, those of a group under its heading."""
    parts = [
        f"<h2>{escape(heading)}</h2>{''.join(map(_box, boxes))}"
        for heading, boxes in groups.items()
    ]
    st.html(f'<div class="headed-boxes">{"".join(parts)}</div>')


def _box(box: Box) -> str:
    missing = f"<p>{icon('visibility_off')} {escape(box.missing)}</p>" if box.missing else ""
    return (
        f'<section class="box"><h3>{escape(box.title)}</h3><p><small>{escape(box.beneath)}</small>'
        f"</p>{missing or _cards_of(box.cards, 'wide')}<p><small>{escape(box.last)}</small></p>"
        "</section>"
    )
