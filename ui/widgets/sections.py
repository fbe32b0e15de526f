"""Sections of a long page: one is open and the others are neither computed nor sent.

The link holds the open one's code. On paper all of them are written out.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import streamlit as st

from analytics.query.filters import Filters
from i18n import t
from ui.shell import link
from ui.shell.markdown_escape import plain
from ui.shell.printing import printing
from ui.widgets.choice import asked_for

SECTION = "section"
"""The link's part that names the open section, and the widget that shows it."""


@dataclass(frozen=True, slots=True)
class Section:
    """What a section is called (still to be translated) and what draws it.

    `holds` are parts of the link that only mean something here: one of them opens the section.
    """

    name: str
    draw: Callable[[Filters], None]
    holds: tuple[str, ...] = ()


def sections(
    every: Mapping[str, Section], filters: Filters, *, without: Collection[str] = ()
) -> None:
    """Let the reader choose one of a page's sections and draw it; the first is the usual one.

    Those `without` anything in this view are not offered; a link that names one opens the first.
    """
    offered = {code: one for code, one in every.items() if code not in without}
    if printing():
        for one in offered.values():
            if len(offered) > 1:
                st.header(plain(t(one.name)), anchor=False, divider="gray")
            one.draw(filters)
        return
    wanted = _wanted(every)
    opened = wanted if wanted in offered else next(iter(offered))
    if len(offered) > 1:
        opened = _chosen(opened, offered, every)
    else:
        st.empty()  # so that what follows keeps its place, and the keyboard in it
    offered[opened].draw(filters)


def _chosen(opened: str, offered: Collection[str], every: Mapping[str, Section]) -> str:
    """The reader's choice of what is offered; first the one to be `opened`."""
    link.show(SECTION, opened)
    st.segmented_control(
        t("Section"),
        list(offered),
        key=SECTION,
        required=True,
        format_func=lambda code: plain(t(every[code].name)),
        on_change=_keep,
        args=[every],
        label_visibility="collapsed",
    )
    return str(st.session_state[SECTION])


def _wanted(every: Mapping[str, Section]) -> str:
    """The section the link names, else the one it holds a part of, else the first."""
    code = asked_for(SECTION, every) or _usual(every)
    # It is named from now on, so that it stays open when the part that opened it leaves the link.
    link.settle(SECTION, _in_link(code, every))
    return code


def _usual(every: Mapping[str, Section]) -> str:
    held = (code for code, one in every.items() if any(part in link.view() for part in one.holds))
    return next(held, next(iter(every)))


def _in_link(code: str, every: Mapping[str, Section]) -> str:
    """What the link says of an open section: nothing of the first, unless it holds a part of
    another."""
    return "" if code == _usual(every) == next(iter(every)) else code


def _keep(every: Mapping[str, Section]) -> None:
    link.change(**{SECTION: _in_link(st.session_state[SECTION], every)})
