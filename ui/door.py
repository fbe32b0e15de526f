"""The door on the Data page: a file is dropped, read, and either used or mended.

What is wrong is said all at once; what is right is laid beside the data looked at so far, and only
the reader's own word puts it in their place.
"""

from datetime import date

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analytics import checking, compare_words
from analytics.as_raw import as_raw
from analytics.compare import compare
from analytics.history import with_history
from data.findings import Problem, to_csv
from data.importer import Refused, open_upload
from data.store import Dataset, in_memory
from i18n import t
from ui import link, navigation
from ui.brought import UPLOAD, Offer, desk, put_away
from ui.plain import plain
from ui.reading import dataset, vocabulary_of
from ui.template import templates

KINDS = ["csv", "xlsx", "zip"]
ROWS = 500
"""More differences than this are not drawn; the file to download has them all."""


def door() -> None:
    """Draw the section: bring a file, read what is wrong or new, use it; templates to fill in."""
    st.subheader(t("Your own data"), anchor=False)
    st.markdown(
        t(
            "Drop OGP’s export of its commitment database here as it was downloaded, or a workbook "
            "in the layout of our template. Every page of the monitor then shows it. It stays in "
            "this session: nobody else sees it, and it never reaches the server’s disk."
        )
    )
    _bring()
    found = desk().offered
    if isinstance(found, Refused):
        _refused(found)
    elif found:
        _offered(found)
    templates()


def read(name: str, content: bytes) -> None:
    """Read a file and put what came of it on the reader's desk, telling how far it is."""
    bar = st.progress(0.0, text=t("Reading the file"))
    found = open_upload(name, content, lambda stage, share: _tell(bar, stage, share))
    bar.empty()
    if isinstance(found, Refused):
        desk().offered = found
    else:
        desk().offered = Offer(found.dataset, found.notes, compare(dataset(), found.dataset))


def use(offer: Offer, remembering: bool = False) -> None:
    """Put the offered file in the place of what this reader looked at so far."""
    older, newer = offer.compared.older, offer.dataset
    if remembering:
        on = newer.newest or date.today()
        raw = with_history(as_raw(older), as_raw(newer), on)
        newer = in_memory(raw, key=UPLOAD, title=newer.title)
    desk().in_use, desk().offered = newer, None
    link.look_at(UPLOAD)


def _bring() -> None:
    round_ = st.session_state.setdefault("door_round", 0)
    brought: UploadedFile | None = st.file_uploader(
        t("A file of yours: CSV, XLSX, or CSV files in a ZIP"), type=KINDS, key=f"door_{round_}"
    )
    if brought is None:
        return
    read(brought.name, brought.getvalue())
    # A new uploader under another key: Streamlit lets go of the old one and of the file in it.
    put_away(brought)
    st.session_state.door_round = round_ + 1
    st.rerun()


def _tell(bar: object, stage: str, share: float) -> None:
    bar.progress(min(max(share, 0.0), 1.0), text=stage)  # type: ignore[attr-defined]


def _refused(found: Refused) -> None:
    st.error(
        t("The file was not loaded. You still look at {dataset}.", dataset=plain(_title())),
        icon=":material/report:",
    )
    _listed(found.problems)
    _notes(found.notes)


def _offered(offer: Offer) -> None:
    compared, words = offer.compared, vocabulary_of(offer.dataset)
    if compared.older.version != dataset().version:  # the reader turned to other data meanwhile
        desk().offered = Offer(offer.dataset, offer.notes, compare(dataset(), offer.dataset))
        st.rerun()
    st.success(
        t("“{title}” can be loaded. Nothing has changed yet.", title=plain(offer.dataset.title)),
        icon=":material/check_circle:",
    )
    st.markdown(f"**{t('What differs from what you look at now')}**")
    st.markdown(plain(compare_words.between(compared)))
    st.markdown("\n".join(f"- {one}" for one in compare_words.sentences(compared)))
    parts = {
        t("Due dates that moved"): compare_words.dates_table(compared, words),
        t("Ratings before and now"): compare_words.ratings_table(compared),
        t("Fields that changed"): compare_words.fields_table(compared, words),
        t("Added or no longer listed"): compare_words.listed_table(compared, words),
    }
    for name, table in parts.items():
        _part(name, table)
    if not compared.nothing:
        st.download_button(
            t("All differences as CSV"), lambda: compare_words.as_csv(compared), "differences.csv",
            "text/csv", on_click="ignore", icon=":material/download:", key="differences",
        )  # fmt: skip
    _notes(offer.notes)
    _decide(offer)


def _decide(offer: Offer) -> None:
    remembering = bool(len(offer.compared.dates)) and st.toggle(
        t("Remember the due dates that moved"),
        key="door_history",
        help=t(
            "The date first promised stays, and each date that moved counts as put off on the "
            "newest day the file speaks of. “Slip” then counts the days between them."
        ),
    )
    with st.container(horizontal=True):
        if st.button(t("Use this file"), type="primary", key="door_use"):
            use(offer, remembering)
            st.switch_page(navigation.page("overview"), query_params=navigation.shared())
        st.button(t("Leave it"), key="door_leave", on_click=_leave)


def _leave() -> None:
    desk().offered = None


def _part(name: str, table: pd.DataFrame) -> None:
    if table.empty:
        return
    with st.expander(name):
        st.dataframe(table.head(ROWS), hide_index=True, alt=name)
        if len(table) > ROWS:
            st.caption(t("The first {rows} rows; the CSV file has them all.", rows=ROWS))


def _notes(notes: tuple[Problem, ...]) -> None:
    if notes:
        with st.expander(checking.heading(notes, of_notes=True)):
            _table(notes)


def _listed(problems: tuple[Problem, ...]) -> None:
    st.markdown(f"**{checking.heading(problems)}**")
    _table(problems)
    st.download_button(
        t("All of them as CSV"), lambda: to_csv(problems), "problems.csv", "text/csv",
        on_click="ignore", icon=":material/download:", key="problems",
    )  # fmt: skip


def _table(found: tuple[Problem, ...]) -> None:
    """Sentences wrap here; what they quote from a file is never read as Markdown."""
    st.table(checking.table(found).map(plain), hide_index=True)


def _title() -> str:
    known: Dataset = dataset()
    return t(known.title)
