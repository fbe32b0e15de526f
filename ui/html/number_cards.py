"""Cards with a number each, as HTML of our own: all cards of a row are one element of the page.

Streamlit's metric reads Markdown three times a card, which the browser does anew at every choice
(docs/decisions.md has the figures). Every word is escaped here or by `text_table.in_cell`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

import streamlit as st

from i18n import t
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


def number_cards(cards: Sequence[NumberCard], kind: Literal["", "wide", "words"] = "") -> None:
    """A row of cards, as many across as there is room for.

    `wide` ones have much beneath them, and `words` have words in place of a number.
    """
    if cards:
        four = "four" if len(cards) == FOUR and kind != "wide" else ""
        kinds = " ".join(filter(None, ["cards", four, kind]))
        st.html(f'<ul class="{kinds}">{"".join(map(_card, cards))}</ul>')


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
