"""The meeting sheet on screen: a plain table that prints, and the same as CSV."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.delays.meeting_sheet import (
    Line,
    days_late,
    headings,
    lines,
    page_of,
    pages,
    permalink,
)
from analytics.metrics.catalogue import OVERDUE
from analytics.presentation.figure import source_line
from analytics.presentation.tables import Table
from analytics.query.ask import stamped
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, question
from i18n import number, t, tn
from ui.shell import link
from ui.shell.cache import answer, dataset, remembered, vocabulary
from ui.shell.markdown_escape import Plain, linked, plain, text_table, together
from ui.widgets.choice import choice, taken_for
from ui.widgets.downloads import table_downloads

ALL = "all"


def meeting_sheet(filters: Filters) -> None:
    """Choose a country, page through its sheet, take it along."""
    words = vocabulary()
    everything = remembered(question, filters, name="delays/meeting_sheet")
    if everything.empty:
        st.info(t("No commitment in view was still open after its due date when last assessed."))
        return
    countries = sorted(set(everything["country"]))
    codes = [ALL, *countries] if len(countries) > 1 else countries
    with st.container(horizontal=True, vertical_alignment="bottom"):
        country = choice("sheet", t("Country of the sheet"), codes, _said, forgets=["sheet_page"])
        within = filters if country == ALL else filters.with_(countries=(country,))
        sheet = lines(remembered(question, within, name="delays/meeting_sheet"), words)
        with st.container(key="sheet_files", width="content"):
            table_downloads(_tabled(sheet, country, within), key="meeting_sheet")
    page, shown = page_of(sheet, link.view().get("sheet_page", ""))
    taken_for("sheet_page", str(page))
    with st.container(key="meeting_sheet", gap="xsmall"):
        _heading(country, within, len(sheet), page)
        _table(shown, with_country=country == ALL)
        _footing(within)
    _turn(page, len(sheet))


def _said(code: str) -> str:
    return t("All in view") if code == ALL else vocabulary().label("country", code)


def _heading(country: str, within: Filters, count: int, page: int) -> None:
    st.subheader(plain(_title(country, within)), anchor=False)
    st.caption(
        tn(
            "{count} commitment. Page {page} of {pages}.",
            "{count} commitments, oldest due date first. Page {page} of {pages}.",
            count,
            page=number(page),
            pages=number(pages(count)),
        )
    )


def _title(country: str, within: Filters) -> str:
    return t(
        "{country}: unfinished after the due date when last assessed, as of {day}",
        country=_said(country),
        day=within.spoken_day(dataset().newest),
    )


def _table(shown: Sequence[Line], *, with_country: bool) -> None:
    """A table of text: it prints, wraps, and what the dataset holds is never read as Markdown."""
    kept = {key: code for key, code in link.view().items() if key in link.OF_COMMITMENT}
    cells = {
        "country": [x.country for x in shown],
        "label": [_named(line, kept) for line in shown],
        "lead": [x.lead for x in shown],
        "due": [x.due for x in shown],
        "days_late": [days_late(x) for x in shown],
        "evidence": [_sourced(line) for line in shown],
        "question": [x.question for x in shown],
    }
    if not with_country:
        del cells["country"]
    names = [headings()[key] for key in cells]
    rows = [dict(zip(names, line, strict=True)) for line in zip(*cells.values(), strict=True)]
    text_table(rows, hide_index=True, alt=t("Meeting sheet"))


def _named(line: Line, kept: dict[str, str]) -> Plain:
    return together(linked(line.number, permalink(line.number, kept)), line.label)


def _sourced(line: Line) -> Plain:
    """The last evidence, leading to where it can be read."""
    return linked(line.evidence, line.source) if line.source else plain(line.evidence)


def _footing(within: Filters) -> None:
    st.caption(
        t(
            "Last evidence: the IRM’s latest rating and the day it describes, which follows from "
            "the plan period where none is stated. {source}",
            source=plain(source_line(answer([OVERDUE], within))),
        )
    )


def _turn(page: int, count: int) -> None:
    if pages(count) > 1:
        st.session_state.sheet_turn = page
        st.pagination(
            pages(count), key="sheet_turn",
            on_change=lambda: link.change(sheet_page=str(st.session_state.sheet_turn)),
        )  # fmt: skip


def _tabled(sheet: Sequence[Line], country: str, within: Filters) -> Table:
    """All pages of the sheet, to take along."""
    said = headings()
    rows = [[getattr(line, key) for key in said] for line in sheet]
    return Table.of_frame(
        pd.DataFrame(rows, columns=list(said.values())),
        title=_title(country, within),
        queries=(NamedQuery("delays/meeting_sheet"),),
        stamp=remembered(stamped, within),
    )
