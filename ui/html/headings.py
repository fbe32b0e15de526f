"""Headings and the lines beneath them as HTML of ours: every word of others is escaped here.

They change with the view at every choice, and a text in Markdown is read anew by the browser, some
milliseconds each (docs/performance.md has the figures).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from ui.html.text_table import in_cell


def figure_heading(finding: str, beneath: str = "", alternative: str = "") -> None:
    """What a figure finds, its topic and unit beneath, and what a screen reader says of it.

    A chart's own `alt` is part of its specification: one that changed with the view would have the
    browser draw it from nothing.
    """
    small = f"<small>{escape(beneath)}</small> " if beneath else ""
    heard = _heard(alternative) if alternative else ""
    line = f"<p>{small}{heard}</p>" if small or heard else ""
    st.html(f'<div class="figure-heading"><h2>{escape(finding)}</h2>{line}</div>')


def heard_line(text: str, alternative: str) -> None:
    """A line over a picture, and what a screen reader says of the picture."""
    st.html(f'<p class="picture-line">{escape(text)} {_heard(alternative)}</p>')


def _heard(text: str) -> str:
    """What frame.css takes out of sight and a screen reader says."""
    return f'<span class="for-the-ear">{escape(text)}</span>'


def headed_text(title: str, lines: Sequence[object]) -> None:
    """Paragraphs under their heading, each a cell as in a table of text; nothing where there is
    neither."""
    if not (title or lines):
        return
    heading = f"<h2>{escape(title)}</h2>" if title else ""
    paragraphs = "".join(f"<p>{in_cell(line)}</p>" for line in lines)
    st.html(f'<div class="headed-text">{heading}{paragraphs}</div>')


@dataclass(frozen=True, slots=True)
class Listed:
    """A heading, its list, and what stands below it.

    A line is a cell as in a table of text: words, `Linked`, or several of them.
    """

    title: str
    lines: Sequence[object]
    below: object = ""


def headed_lists(parts: Sequence[Listed]) -> None:
    """Lists under their headings, one below the other."""
    st.html(f'<div class="headed-lists">{"".join(map(_headed, parts))}</div>')


def _headed(part: Listed) -> str:
    lines = "".join(f"<li>{in_cell(line)}</li>" for line in part.lines)
    listed = f"<ul>{lines}</ul>" if lines else ""
    below = f"<p>{in_cell(part.below)}</p>" if part.below else ""
    return f"<h2>{escape(part.title)}</h2>{listed}{below}"
