"""Before the talk: which views, in which order; then to the stage, or to slides."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from analytics.codelists import COUNTRIES
from analytics.forum.message import Message
from analytics.forum.storyboard import (
    MOST,
    View,
    every,
    message,
    of_country,
    sequence,
    usual,
    written,
)
from analytics.query.filters import Filters
from i18n import number, t
from ui.html.link_lists import Movable, Move, ordered_list
from ui.sections.forum.deck_download import deck_button
from ui.sections.forum.stage import enter
from ui.shell import link
from ui.shell.cache import drawn, vocabulary
from ui.shell.navigation import instead
from ui.shell.printing import on_screen, printing
from ui.widgets.choice import taken_for
from ui.widgets.empty import stop_if_empty
from ui.widgets.folded import unfolds


def chosen_views(filters: Filters) -> tuple[View, ...]:
    """The sequence of the link; without one the usual one of the filters."""
    codes = sequence(link.view().get("views", ""))
    taken_for("views", written(codes))
    return codes or usual(filters)


def set_the_stage(filters: Filters) -> None:
    """Draw the choice of views, the way to the stage and the decks.

    A country with nothing on record has views that say so; what a search or another filter leaves
    empty has none.
    """
    if filters.with_(countries=(), as_of=None) != Filters():
        stop_if_empty(filters)
    views = chosen_views(filters)
    with on_screen("to_the_stage"):
        _ways_out(filters, views)
    st.header(t("The views, in their order"), anchor=False)
    ordered_list(
        [_movable(views, at, drawn(message, filters, view=view)) for at, view in enumerate(views)]
    )
    with on_screen("more_views"):
        _add(views)
        if not printing():
            unfolds(t("Slide decks"), partial(_decks, filters), key="decks")


def _ways_out(filters: Filters, views: Sequence[View]) -> None:
    """To the stage, or away as slides."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            t("Start presentation"), key="enter_stage", type="primary", icon=":material/slideshow:",
            on_click=enter,
        )  # fmt: skip
        deck_button(filters, views, t("Slides of these views (PPTX)"), key="these")
    st.caption(
        t(
            "In the presentation the arrow keys, space and a clicker step through the views, "
            "Escape exits. F11 makes the browser fill the screen. No network is needed."
        )
    )


def _movable(views: Sequence[View], at: int, one: Message) -> Movable:
    """One view: what it says and what is said with it, and up, down and away."""
    before, view, after = views[:at], views[at], views[at + 1 :]
    again = f"-{before.count(view)}" if view in before else ""  # a view may be shown twice
    earlier = [*before[:-1], view, *before[-1:], *after] if before else []
    later = [*before, *after[:1], view, *after[1:]] if after else []
    return Movable(
        one.finding,
        one.beside,
        t("{place}. {view}", place=number(at + 1), view=view.label(vocabulary())),
        [
            _move(t("Earlier"), earlier, "arrow_upward", f"earlier-{view.code}{again}"),
            _move(t("Later"), later, "arrow_downward", f"later-{view.code}{again}"),
            _move(t("Leave out"), [*before, *after], "close", f"out-{at}"),
        ],
    )


def _move(words: str, views: Sequence[View], icon: str, key: str) -> Move:
    return Move(words, instead(views=written(views)) if views else "", icon, key)


def _add(views: Sequence[View]) -> None:
    """One more view at the end; the box is empty again afterwards."""
    offered = {view.code: view for view in every() if view not in views}
    st.session_state.add_view = None
    st.selectbox(
        t("Add a view"),
        list(offered),
        key="add_view",
        format_func=lambda code: offered[code].label(vocabulary()),
        placeholder=t("Choose a view"),
        disabled=len(views) >= MOST,
        on_change=lambda: _keep([*views, offered[st.session_state.add_view]]),
    )
    if link.view().get("views"):
        st.button(t("The usual views"), key="usual", type="tertiary", on_click=_keep, args=[()])


def _decks(filters: Filters) -> None:
    """Decks as they are: the region's, and one for each country."""
    st.caption(
        t(
            "Editable charts, one message a slide, notes with source and definition. A deck "
            "can be checked on the Data page like every other file."
        )
    )
    with st.container(horizontal=True):
        region = filters.with_(countries=())
        deck_button(region, usual(region), t("The region"), key="region")
        for code in COUNTRIES:
            name = vocabulary().label("country", code)
            deck_button(region, of_country(code), name, key=code)


def _keep(views: Sequence[View]) -> None:
    link.change(views=written(views) or None)
