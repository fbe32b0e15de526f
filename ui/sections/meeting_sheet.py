"""The meeting sheet on screen: text under the names of institutions, which prints, and files."""

from functools import partial

import pandas as pd
import streamlit as st

from analytics.delays.meeting_sheet import (
    NAME,
    ORDERS,
    Group,
    Line,
    arranged,
    groups,
    how_many_in_words,
    leaf,
    page_of,
    pages,
    permalink,
    table,
    title,
)
from analytics.delays.what_there_is import what_there_is
from analytics.metrics.catalogue import OVERDUE
from analytics.presentation.figure import source_line
from analytics.query.filters import Filters
from analytics.query.named import question
from exports.files.meeting_sheet import meeting_sheet_file
from i18n import t
from ui.shell import link
from ui.shell.cache import answer, dataset, remembered, vocabulary
from ui.shell.markdown_escape import Plain, linked, plain, strong, together
from ui.widgets.choice import choice, taken_for
from ui.widgets.downloads import table_downloads
from ui.widgets.empty import say_if_empty, wider_views


def meeting_sheet(filters: Filters) -> None:
    """What to ask whom in this view, or what there is where nothing is late."""
    frame: pd.DataFrame = remembered(question, filters, name=NAME)
    if frame.empty:
        say_if_empty(filters)
        return
    late = bool(frame["to_ask"].iloc[0])
    if not late:
        st.info(plain(what_there_is(frame, filters, vocabulary())))
        wider_views(filters, len(frame))
    sheet = _in_order(frame, filters)
    page = page_of(len(sheet), link.view().get("page", ""))
    taken_for("page", str(page))
    if late:
        st.caption(plain(how_many_in_words(len(sheet), page)))
    groups_here = groups(sheet, leaf(sheet, page), vocabulary())
    with st.container(key="meeting_sheet"):
        st.markdown("\n\n".join([_group(one) for one in groups_here]))
    _footing(filters)
    _turn(page, len(sheet))


def _in_order(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The rows as chosen, with the files of all of them; on paper nothing is left to choose."""
    with st.container(key="on_screen_order", horizontal=True, vertical_alignment="bottom"):
        order = choice(
            "sort", t("Order"), list(ORDERS), lambda key: t(ORDERS[key]), forgets=["page"]
        )
        sheet = arranged(frame, order)
        with st.container(key="sheet_files", width="content"):
            _files(sheet, filters)
    return sheet


def _group(group: Group) -> Plain:
    lines = "\n".join([_line(one) for one in group.lines])
    return Plain(f"## {plain(group.heading)}\n\n{lines}")


def _line(line: Line) -> Plain:
    """A commitment in three lines: its name, what is known of it, what to ask."""
    kept = {key: code for key, code in link.view().items() if key in link.OF_COMMITMENT}
    name = together(linked(line.number, permalink(line.number, kept)), strong(line.label))
    facts = plain(line.facts)
    question = plain(line.question)
    return Plain(f"- {name}  \n  {facts} · {_evidence(line)}  \n  {question}")


def _evidence(line: Line) -> Plain:
    """The last evidence, leading to where it can be read; without any, where the commitment can."""
    if not line.source:
        return plain(line.evidence)
    if line.rated:
        return linked(line.evidence, line.source)
    source = linked(t("Source"), line.source)
    return Plain(f"{plain(line.evidence)} · {source}")


def _footing(filters: Filters) -> None:
    st.caption(
        t(
            "Commitments with several lead institutions stand once, with all of them named. Last "
            "evidence: the IRM’s latest rating and the day it describes, which follows from "
            "the plan period where none is stated. {source}",
            source=plain(source_line(answer([OVERDUE], filters))),
        )
    )


def _turn(page: int, count: int) -> None:
    if pages(count) > 1:
        link.show("sheet_turn", page)
        st.pagination(
            pages(count), key="sheet_turn",
            on_change=lambda: link.change(page=str(st.session_state.sheet_turn)),
        )  # fmt: skip


def _files(sheet: pd.DataFrame, filters: Filters) -> None:
    """All pages of the sheet: as a document to print, and as a table."""
    called, names = title(filters.spoken_day(dataset().newest)), vocabulary()
    table_downloads(
        partial(table, sheet, names, called),
        key="meeting_sheet",
        document=partial(meeting_sheet_file, sheet, names),
    )
