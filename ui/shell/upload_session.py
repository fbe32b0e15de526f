"""A file a reader brought: held in that reader's session and in memory alone, then let go.

Streamlit keeps a session for a while after its connection is lost, because lines fail. Once that
while is over, what the reader brought is dropped here, whether or not anybody else comes along.
"""

from dataclasses import dataclass
from threading import Timer
from weakref import WeakSet

import streamlit as st
from starlette.formparsers import MultiPartParser
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analytics.exchange.compare import Comparison
from data.findings import Problem
from data.holding.memory import give_back
from data.importer import Account, Matching, Refused
from data.importer.matching.offer import SheetOffer
from data.store import Dataset

UPLOAD = "upload"
NO_ROOM = "no-room"
"""The name of the empty file that arrives in place of one there was no room for."""
SECONDS = 150.0  # Streamlit waits two minutes for a lost connection to come back

# Left alone, the form parser below Streamlit writes uploads over a megabyte to a temporary file.
MultiPartParser.spool_max_size = 1 << 30


@dataclass(frozen=True, slots=True, eq=False)
class Offer:
    """A file that was read and waits for the reader's word; laid beside what is looked at now."""

    dataset: Dataset
    notes: tuple[Problem, ...]
    compared: Comparison
    account: Account = ()
    matching: Matching | None = None


@dataclass(slots=True, eq=False)
class Waiting:
    """A file that does not fit and waits for its columns to be matched to ours.

    `turn` counts the matchings given back for it, `kept` is the last of them.
    """

    name: str
    content: bytes
    sheets: tuple[SheetOffer, ...]
    kept: Matching | None = None
    turn: int = 0


DESKS: "WeakSet[Desk]" = WeakSet()
"""The desks of all readers who came near the door."""


class Desk:
    """What one reader brought: the dataset in use, and the file just read, if any."""

    def __init__(self, session: str) -> None:
        self.session = session
        self.in_use: Dataset | None = None
        self.offered: Offer | Refused | None = None
        self.waiting: Waiting | None = None
        self._parting: Timer | None = None
        DESKS.add(self)

    def size(self) -> int:
        """Bytes of memory that what lies here takes."""
        kept = [self.in_use, self.offered.dataset if isinstance(self.offered, Offer) else None]
        files = len(self.waiting.content) if self.waiting else 0
        return files + sum(dataset.size() for dataset in kept if dataset)

    def here(self) -> None:
        """The reader is there, again or still."""
        if self._parting:
            self._parting.cancel()
            self._parting = None

    def left(self, seconds: float = SECONDS) -> None:
        """The connection is gone. Unless it comes back in time, nothing is kept."""
        self.here()
        self._parting = Timer(seconds, self.part)
        self._parting.daemon = True
        self._parting.start()

    def part(self) -> None:
        """Let everything go, but not from under a reader who came back and has not clicked yet."""
        if runtime.exists() and runtime.get_instance().is_active_session(self.session):
            self.left()
        else:
            self.clear()

    def offer(self, outcome: Offer | Refused | None) -> None:
        """Put what came of a file on the desk; what lay there goes."""
        if isinstance(self.offered, Offer):
            self.offered.dataset.close()
        self.offered = outcome

    def use(self, dataset: Dataset) -> None:
        """Use this dataset from now on; the one before it goes."""
        if self.in_use:
            self.in_use.close()
        self.in_use, self.offered, self.waiting = dataset, None, None

    def clear(self) -> None:
        """Nothing of the reader's stays, whoever else still holds one of these objects."""
        self.offer(None)
        self.waiting = None
        if self.in_use:
            self.in_use.close()
        self.in_use = None
        give_back()


def desk() -> Desk:
    """This reader's desk."""
    context = get_script_run_ctx()
    if "desk" not in st.session_state:
        st.session_state.desk = Desk(context.session_id if context else "")
    desk_here: Desk = st.session_state.desk
    desk_here.here()
    return _watched(id(desk_here), desk_here)


def in_use() -> Dataset | None:
    """The dataset this reader brought and uses; None where there is none."""
    return desk().in_use if "desk" in st.session_state else None


def put_away(file: UploadedFile) -> None:
    """Make Streamlit forget a file that has been read."""
    context = get_script_run_ctx()
    if context:
        context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)


# Streamlit drops what is cached for a session, and says so, the moment its connection is lost.
@st.cache_resource(scope="session", show_spinner=False, on_release=Desk.left)
def _watched(which: int, _desk: Desk) -> Desk:
    return _desk
