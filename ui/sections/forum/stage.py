"""The stage: one view at a time over the whole window, stepped through by keys or a clicker."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from analytics.forum.message import Message
from analytics.forum.stage_chart import stage as large
from analytics.forum.storyboard import View, message
from analytics.presentation.figure import as_arrow, source_of
from analytics.query.address import number_of
from analytics.query.filters import Filters
from exports.files.qr import qr_svg
from exports.slides.deck import spoken
from i18n import number, t
from settings import settings
from ui.html.headings import heard_line
from ui.html.text_table import style
from ui.shell import link
from ui.shell.cache import drawn
from ui.shell.markdown_escape import plain
from ui.shell.navigation import address
from ui.shell.upload_session import UPLOAD
from ui.widgets.choice import asked_for, taken_for
from ui.widgets.figure import ALT

STYLE = Path(__file__).parent / "stage.css"
ONWARD = ("PageDown", "Space", "Down")
BACK = ("PageUp", "Up")
SCANNED = 150
"""Letters of a link that a telephone reads from the middle of a room: above them a code has more
and smaller squares."""


def on_stage() -> bool:
    return asked_for("stage", ["1"]) == "1"


def enter() -> None:
    """For a button: to the stage, at the first view."""
    link.change(stage="1", step=None)


def leave() -> None:
    link.change(stage=None, step=None)


def stage(filters: Filters, views: Sequence[View]) -> None:
    """Draw the view the link's `step` names, counted from one."""
    style(STYLE.read_text(encoding="utf-8"))
    at = step_of(link.view().get("step", ""), len(views))
    taken_for("step", str(at))
    slide = drawn(message, filters, view=views[at - 1])
    with st.container(key="stage"):
        with st.container(key="stage_head", horizontal=True):
            _words(slide)
            _code(filters, views[at - 1])
        _picture(slide)
        _foot(slide, at, len(views))
    _keys(at, len(views))


def _words(slide: Message) -> None:
    """The finding and what must be said with it."""
    with st.container(key="stage_words"):
        if slide.answer.stamp.made_up:
            with st.container(key="stage_made_up"):
                st.markdown(t("Made-up data."))
        with st.container(key="stage_finding"):
            st.markdown(plain(slide.finding))
        for key, text in {"within": slide.within, "beside": slide.beside}.items():
            if text:
                with st.container(key=f"stage_{key}"):
                    st.markdown(plain(text))


def step_of(step: str, last: int) -> int:
    """The step of a link, kept between the first and the last."""
    return min(max(number_of(step), 1), last)


def _picture(slide: Message) -> None:
    if slide.bars is None:
        with st.container(key="stage_points", height="stretch", vertical_alignment="center"):
            st.markdown("\n".join(f"- {plain(point)}" for point in slide.points))
        return
    specification, frames = large(slide.bars)
    with st.container(key="stage_chart", height="stretch"):
        heard_line(slide.bars.headline(intervals=True), spoken(slide))
        st.vega_lite_chart(
            {**specification, "datasets": as_arrow(frames)}, alt=t(ALT), key="chart_stage",
            height="stretch",
        )  # fmt: skip


def _foot(slide: Message, at: int, last: int) -> None:
    """Where it comes from, how far we are, the way on and out."""
    with st.container(key="stage_foot", gap="xsmall"):
        st.markdown(plain(source_of(slide.answer.stamp)))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                t("Back"), key="stage_back", shortcut="Left", disabled=at == 1,
                on_click=_go, args=[at - 1],
            )  # fmt: skip
            st.markdown(t("{step} of {last}", step=number(at), last=number(last)))
            st.button(
                t("Next"), key="stage_next", shortcut="Right", disabled=at == last,
                on_click=_go, args=[at + 1],
            )  # fmt: skip
            st.button(
                t("Exit"), key="stage_leave", shortcut="Esc", type="tertiary",
                on_click=leave,
            )  # fmt: skip
            if logo := settings().logo:
                with st.container(key="stage_logo", width="content"):
                    st.image(str(logo), alt=t("Logo"))


def _code(filters: Filters, view: View) -> None:
    """A QR code of this very view; of a reader's own file nobody else could see it."""
    if st.session_state.get("dataset") != UPLOAD:
        with st.container(key="stage_qr", width="content"):
            to_scan = _to_scan(filters, view)
            st.image(qr_svg(to_scan), alt=t("QR code of the link to this view"))
            # Short enough to be typed: the whole of it is for the telephone.
            where = urlsplit(to_scan)
            st.markdown(f"{plain(where.netloc)}  \n{plain(where.path)}")


def _to_scan(filters: Filters, view: View) -> str:
    """The link with the whole sequence, or where that is long with this view alone."""
    whole = link.address()
    if len(whole) <= SCANNED:
        return whole
    return address("presentation", {**filters.to_query(), "stage": "1", "views": view.code})


def _keys(at: int, last: int) -> None:
    """A hidden button for every other key, each naming its step: pressed twice it goes once."""
    with st.container(key="stage_keys"):
        for key in ONWARD:
            st.button(
                plain(key), key=f"key_{key}", shortcut=key, on_click=_go, args=[min(at + 1, last)]
            )
        for key in BACK:
            st.button(
                plain(key), key=f"key_{key}", shortcut=key, on_click=_go, args=[max(at - 1, 1)]
            )
        st.button("Home", key="key_Home", shortcut="Home", on_click=_go, args=[1])
        st.button("End", key="key_End", shortcut="End", on_click=_go, args=[last])


def _go(step: int) -> None:
    link.change(step=str(step) if step > 1 else None)
