"""The door on the Data page: a file is dropped, read, and either used or mended.

What is wrong is said all at once; what is right is laid beside the data looked at so far, and only
the reader's own word puts it in their place.
"""

from dataclasses import replace
from time import perf_counter

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.exchange.compare import compare
from analytics.exchange.history import with_history
from analytics.exchange.raw_tables import as_raw
from data import importer
from data.importer.readers.limits import MEGABYTE
from data.problems import NoRoom
from data.store import in_memory
from i18n import number, t
from settings import settings
from ui.sections.data import upload_report
from ui.sections.data.match_columns import keep_matching, match_columns, waiting
from ui.sections.data.sign_in import may_bring
from ui.sections.data.template import templates
from ui.serving import logs, measures
from ui.shell import link, navigation
from ui.shell.cache import USUAL, dataset, let_go, vocabulary_of
from ui.shell.markdown_escape import plain
from ui.shell.upload_room import has_room
from ui.shell.upload_session import NO_ROOM, UPLOAD, Offer, desk, in_use, put_away


def door() -> None:
    """Draw the section: bring a file, read what is wrong or new, use it; templates to fill in."""
    st.header(t("Your own data"), anchor=False)
    st.markdown(
        t(
            "Drop OGP’s export of its commitment database here as it was downloaded, or a workbook "
            "in the layout of our template. Every page of the monitor then shows it. It stays in "
            "this session: nobody else sees it, and it never reaches the server’s disk."
        )
    )
    if not may_bring():
        templates()
        return
    _bring()
    offered = desk().offered
    if isinstance(offered, importer.Refused):
        _refused(offered)
        if desk().waiting:
            match_columns(read)
    elif offered:
        _offered(offered)
    if in_use():
        st.button(t("Remove my file"), key="door_forget", icon=":material/delete:", on_click=forget)
    templates()


def read(name: str, content: bytes, matching: importer.Matching | None = None) -> None:
    """Read a file and put what came of it on the reader's desk, telling how far it is.

    One whose columns are not ours waits there until they are matched.
    """
    bar = st.progress(0.0, text=t("Reading the file"))
    session, began = desk().session, perf_counter()
    came = importer.open_apart(
        name,
        content,
        lambda stage, share: _tell(bar, stage, share),
        limits=importer.upload_limits(),
        mapping=matching,
        has_room=lambda size: has_room(session, size),
    )
    bar.empty()
    seconds = perf_counter() - began
    logs.say(
        "upload", size=len(content), outcome=measures.read(came, seconds), seconds=round(seconds, 1)
    )
    if isinstance(came, importer.Refused):
        desk().offer(came)
        if not matching:
            desk().waiting = waiting(name, content, came)
    else:
        compared = compare(dataset(), came.dataset)
        account = came.loaded.account
        desk().offer(Offer(came.dataset, came.notes, compared, account, matching))


def use(offer: Offer, remembering: bool = False) -> None:
    """Put the offered file in the place of what this reader looked at so far.

    `remembering`: due dates that moved become revisions, so that slips are counted.
    """
    older, newer = offer.compared.older, offer.dataset
    if remembering:
        raw = with_history(as_raw(older), as_raw(newer), newer.newest)
        newer.close()
        newer = in_memory(raw, key=UPLOAD, title=newer.title)
    desk().use(newer)
    link.look_at(UPLOAD)


def forget() -> None:
    """Let the reader's file go now rather than with the session."""
    link.look_at(USUAL)
    let_go()
    desk().clear()


def _bring() -> None:
    """The place to drop a file. What was dropped is read at once and then let go of."""
    limits, turn = importer.upload_limits(), st.session_state.setdefault("door_turn", 0)
    # Of any kind: what Streamlit says of an ending it turns away helps nobody to mend the file.
    file = st.file_uploader(
        t("A file of yours: CSV, XLSX, CSV files in a ZIP, or IATI activities (XML)"),
        key=f"door_{turn}",
        help=t(
            "A CSV file may have {plain} MB, a workbook or ZIP {packed} MB, a sheet {rows} rows.",
            plain=number(limits.plain // MEGABYTE),
            packed=number(limits.packed // MEGABYTE),
            rows=number(limits.rows),
        ),
        max_upload_size=settings().upload_mb,
    )
    if file is None:
        return
    if file.name == NO_ROOM and not file.size:
        turned_away = importer.Refused((NoRoom(),))
        measures.read(turned_away, 0.0)
        desk().offer(turned_away)
    else:
        read(file.name, file.getvalue())
    # A new uploader under another key: Streamlit lets go of the old one and of the file in it.
    put_away(file)
    st.session_state.door_turn = turn + 1
    st.rerun()


def _tell(bar: DeltaGenerator, stage: str, share: float) -> None:
    bar.progress(min(max(share, 0.0), 1.0), text=stage)


def _refused(refused: importer.Refused) -> None:
    st.error(
        t("The file was not loaded. “{dataset}” is still shown.", dataset=plain(_title())),
        icon=":material/report:",
    )
    upload_report.problems(refused.problems)
    upload_report.notes(refused.notes)


def _offered(offer: Offer) -> None:
    if offer.compared.older.version != dataset().version:  # the reader turned to other data
        offer = replace(offer, compared=compare(dataset(), offer.dataset))
        desk().offered = offer
    st.success(
        t("“{title}” can be loaded. Nothing has changed yet.", title=plain(offer.dataset.title)),
        icon=":material/check_circle:",
    )
    if offer.matching:
        keep_matching(offer.matching)
    upload_report.account(offer.account, offer.notes)
    upload_report.differences(offer.compared, vocabulary_of(offer.dataset))
    upload_report.notes(offer.notes)
    remembering = not offer.compared.dates.empty and st.toggle(
        t("Remember the due dates that moved"),
        key="door_history",
        help=t(
            "The date first promised stays, and each date that moved counts as put off on the day "
            "the newer file was compiled. “Slip” then counts the days between them."
        ),
    )
    with st.container(horizontal=True):
        if st.button(t("Use this file"), type="primary", key="door_use"):
            use(offer, remembering)
            st.switch_page(navigation.page("overview"), query_params=navigation.shared())
        st.button(t("Leave it"), key="door_leave", on_click=_leave)


def _leave() -> None:
    desk().offer(None)
    desk().waiting = None


def _title() -> str:
    return t(dataset().title)
