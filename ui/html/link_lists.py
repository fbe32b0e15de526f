"""Lists of links as HTML of our own: pages, languages, the foot, and what can be chosen by a link.

Those round a page are the same in every view, so the browser draws them once; a text in Markdown it
would read anew at every choice. frame.js writes the view into the link that somebody comes to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page in the list, with the name of one of Streamlit's symbols before it."""

    words: str
    url: str
    icon: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A language by its own name and its code."""

    words: str
    url: str
    code: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose; the link of what is chosen lets it go."""

    words: str
    url: str
    is_chosen: bool


def page_list(name: str, home: str, pages: Sequence[PageLink]) -> None:
    """The pages of the monitor, the open one marked; its `name` leads `home`."""
    lines = "".join(
        "<li>"
        f'<span role="img" aria-hidden="true" class="icon">{escape(one.icon)}</span> '
        f"{_anchor(one.words, one.url, _current('page', one.is_open))}</li>"
        for one in pages
    )
    st.html(f'<nav class="pages"><p>{_anchor(name, home)}</p><ul>{lines}</ul></nav>')


def language_list(languages: Sequence[LanguageLink]) -> None:
    """The languages to choose from, each marked as what it is written in."""
    links = " ".join(
        _anchor(
            one.words,
            one.url,
            f' lang="{one.code}" hreflang="{one.code}"{_current("true", one.is_chosen)}',
        )
        for one in languages
    )
    st.html(f'<p class="languages">{links}</p>')


def choice_list(label: str, choices: Sequence[Choice], *, headed: bool = True) -> None:
    """What can be chosen, side by side; where it is not `headed` only those who listen are told
    of what."""
    links = " ".join(
        _anchor(one.words, one.url, _current("true", one.is_chosen)) for one in choices
    )
    heading = f"<span>{escape(label)}</span> " if headed else ""
    st.html(f'<nav class="choices" aria-label="{escape(label)}">{heading}{links}</nav>')


def foot_link(words: str, url: str) -> None:
    """What stands under every page."""
    st.html(f'<p class="foot">{_anchor(words, url)}</p>')


def _anchor(words: str, url: str, marks: str = "") -> str:
    """A link to one of our own pages; `marks` are attributes of ours."""
    return f'<a href="{escape(url)}"{marks}>{escape(words)}</a>'


def _current(kind: str, is_so: bool) -> str:
    return f' aria-current="{kind}"' if is_so else ""
