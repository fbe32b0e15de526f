"""Lists of links as HTML of our own: pages, languages, the foot, and what a link chooses or moves.

Those round a page are the same in every view, so the browser draws them once; a text in Markdown it
would read anew at every choice. frame.js writes the view into the link that somebody comes to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from ui.html.text_table import Linked, in_cell


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page in the list, with the name of one of Streamlit's symbols before it."""

    words: str
    url: str
    icon: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose; the link of what is chosen lets it go. A language has its code, too.

    The keyboard stays with `key` when the list is drawn anew (frame.js).
    """

    words: str
    url: str
    is_chosen: bool
    language: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A way to change an order, with one of Streamlit's symbols; without an address there is none.

    The keyboard stays with `key` when the list is drawn anew (frame.js).
    """

    words: str
    url: str
    icon: str
    key: str


@dataclass(frozen=True, slots=True)
class Movable:
    """What stands in an order: its text, what stands beneath, its name; one way at least."""

    text: str
    beneath: str
    name: str
    moves: Sequence[Move]


def page_list(name: str, home: str, pages: Sequence[PageLink]) -> None:
    """The pages of the monitor, the open one marked; its `name` leads `home`."""
    lines = "".join(
        f"<li>{icon(one.icon)} {_anchor(one.words, one.url, _current('page', one.is_open))}</li>"
        for one in pages
    )
    st.html(f'<nav class="pages"><p>{_anchor(name, home)}</p><ul>{lines}</ul></nav>')


def language_list(languages: Sequence[Choice]) -> None:
    """The languages to choose from, each marked as what it is written in."""
    links = " ".join(
        _anchor(
            one.words,
            one.url,
            f' lang="{one.language}" hreflang="{one.language}"{_current("true", one.is_chosen)}',
        )
        for one in languages
    )
    st.html(f'<p class="languages">{links}</p>')


def choice_list(label: str, choices: Sequence[Choice], *, headed: bool = True) -> None:
    """What can be chosen, side by side; where it is not `headed` only those who listen are told
    of what."""
    links = " ".join(
        _anchor(one.words, one.url, f'{_current("true", one.is_chosen)} id="{escape(one.key)}"')
        for one in choices
    )
    heading = f"<span>{escape(label)}</span> " if headed else ""
    st.html(f'<nav class="choices" aria-label="{escape(label)}">{heading}{links}</nav>')


def chip_line(text: str, chips: Sequence[Linked]) -> None:
    """Small words and, beside them, links that each take something away."""
    links = " ".join(map(in_cell, chips))
    st.html(f'<p class="chips">{escape(text)} {links}</p>', width="content")


def ordered_list(things: Sequence[Movable]) -> None:
    """Things in their order, one below the other, each with the links that move it."""
    st.html(f'<ol class="ordered">{"".join(map(_movable, things))}</ol>')


def _movable(thing: Movable) -> str:
    beneath = f"<p><small>{escape(thing.beneath)}</small></p>" if thing.beneath else ""
    named = escape(f"name-{thing.moves[0].key}")
    moves = " ".join(_move(move, named) for move in thing.moves)
    return (
        f"<li><p>{escape(thing.text)}</p>{beneath}"
        f'<div class="moves"><span id="{named}">{escape(thing.name)}</span> {moves}</div></li>'
    )


def _move(move: Move, named: str) -> str:
    """One that is no way stays where it is, for the eye and for the keyboard; `named` has the id of
    what moves."""
    leads = f'href="{escape(move.url)}"' if move.url else 'role="link" aria-disabled="true"'
    mark = "" if move.url else ' tabindex="0"'
    name = f'{mark} id="{escape(move.key)}" aria-describedby="{named}"'
    return f"<a {leads}{name}>{icon(move.icon)} {escape(move.words)}</a>"


def foot_link(words: str, url: str) -> None:
    """What stands under every page."""
    st.html(f'<p class="foot">{_anchor(words, url)}</p>')


def icon(name: str) -> str:
    """One of Streamlit's symbols, for the eye alone; frame.css gives it its font."""
    return f'<span role="img" aria-hidden="true" class="icon">{escape(name)}</span>'


def _anchor(words: str, url: str, marks: str = "") -> str:
    """A link to one of our own pages; `marks` are attributes of ours."""
    return f'<a href="{escape(url)}"{marks}>{escape(words)}</a>'


def _current(kind: str, is_so: bool) -> str:
    return f' aria-current="{kind}"' if is_so else ""
