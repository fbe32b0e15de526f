"""The door: bytes come in, a whole dataset or a list of problems goes out. Nothing in between.

Everything happens in memory. No file is written, no link followed, no formula run, and a file's
name is trusted for nothing but the title.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import TypedDict, Unpack

import duckdb
import pyarrow as pa

from data import store
from data.findings import INVISIBLE, Findings, shortened
from data.holding.memory import give_back
from data.importer import account, checks, iati
from data.importer.context import with_context
from data.importer.draft import Draft, Drafts
from data.importer.drafting import Drafting
from data.importer.layouts import layout
from data.importer.layouts.words import Nearest
from data.importer.matching import Matching
from data.importer.matching.mapped import mapped
from data.importer.opening import activities, sources
from data.importer.outcome import Loaded, Opened, Outcome, Refused
from data.importer.readers.limits import UPLOAD, Limits
from data.importer.readers.sheets import Refusal
from data.problems import AddedToPublicRecord, CannotLoad, NoRows, TooMuchToRead
from data.raw import completed, whole_public_record
from i18n import N_, number, t

Progress = Callable[[str, float], None]

_READING = N_("Reading the file")
_CHECKING = N_("Checking {count} rows")
_BUILDING = N_("Building the dataset")
_READ, _CHECKED = 0.6, 0.8  # shares of the whole work, as measured on a large export

_log = logging.getLogger(__name__)


class Terms(TypedDict, total=False):
    """How a file is read.

    `limits` say how large it may be, `today` is the day after which nothing can have been done yet,
    and `mapping` says which of its columns are which of ours.
    """

    limits: Limits
    today: date | None
    mapping: Matching | None


def load(
    name: str, content: bytes, progress: Progress | None = None, **terms: Unpack[Terms]
) -> Outcome:
    """Read and check a file somebody brings. Never raises, and never loads a part.

    `progress` is told a stage's name and the share done, 0 to 1.
    """
    findings, nearest = Findings(), Nearest()
    limits, mapping = terms.get("limits", UPLOAD), terms.get("mapping")
    reading = _Reading(progress or _silent, limits, findings, nearest)
    try:
        full, kind, accounts = reading.drafts(name, content, mapping)
        checks.relations(full, findings, nearest, terms.get("today") or date.today())
        if not findings.problems:
            raw = completed({table: draft.table for table, draft in full.items()})
            return Loaded(raw, findings.all_notes(), kind, _title(name), accounts)
    except Refusal as refusal:
        findings.add(refusal.problem)
    except MemoryError:
        findings = Findings(problems=[TooMuchToRead()])
    except Exception:  # the promise is kept even where we are wrong
        _log.exception("A file could not be read.")
        findings.add(CannotLoad())
    return Refused(findings.all_problems(), findings.all_notes())


def open_upload(
    name: str, content: bytes, progress: Progress | None = None, **terms: Unpack[Terms]
) -> Opened | Refused:
    """`load`, then the dataset itself, in this process's memory alone."""
    loaded = load(name, content, progress, **terms)
    if isinstance(loaded, Refused):
        return loaded
    give_back()
    return build(loaded, progress or _silent, terms.get("today"))


def build(
    loaded: Loaded, say: Progress, today: date | None = None, sha256: str = ""
) -> Opened | Refused:
    """The dataset of what was loaded, in memory; `sha256` is the hash of its facts, where known."""
    say(t(_BUILDING), _CHECKED)
    try:
        dataset = store.in_memory(
            loaded.raw, key="upload", title=loaded.title, today=today, sha256=sha256
        )
    except (duckdb.Error, pa.ArrowException, ValueError, MemoryError):
        _log.exception("A file that passed all checks could not be loaded.")
        return Refused((CannotLoad(),), loaded.notes)
    say(t(_BUILDING), 1.0)
    return Opened(dataset, loaded)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A file while it is read."""

    say: Progress
    limits: Limits
    findings: Findings
    nearest: Nearest

    def drafts(
        self, name: str, content: bytes, mapping: Matching | None
    ) -> tuple[Drafts, str, account.Account]:
        """Every raw table in the making, the kind of file it is, and what became of its rows."""
        self.say(t(_READING), 0.0)
        files, alone = activities(name, content, self.limits, self.findings)
        if alone:
            self.findings.add(AddedToPublicRecord())
            record = whole_public_record().items()
            before = {table: Draft(rows) for table, rows in record if table not in iati.FILLED}
            full, accounts = iati.added(files, before, self.limits, self.findings, self.nearest)
            return full, "iati", accounts
        sheets = sources(name, content, self.limits, self.findings)
        if mapping:
            sheets = mapped(sheets, mapping, self.limits, self.findings)
        recognised = layout.recognised(sheets, self.limits, self.findings, self.nearest)
        file = Drafting(recognised, self.limits, self.findings, self.nearest, self._read)
        drafts, names = file.drafts()
        if "commitments" not in drafts or drafts["commitments"].table.num_rows == 0:
            raise Refusal(NoRows(sheet=next((one.sheet for one in file.accounts if one.holds), "")))
        accounts = (*file.accounts, *map(account.of_unused, recognised.unused))
        if files:
            drafts, more = iati.added(files, drafts, self.limits, self.findings, self.nearest)
            accounts = (*accounts, *more)
        self.say(t(_CHECKING, count=number(sum(one.taken for one in accounts))), _READ)
        kind = "ogp_export" if recognised.exports else "template"
        return with_context(drafts, names, self.findings), kind, accounts

    def _read(self, share: float) -> None:
        self.say(t(_READING), share * _READ)


def _silent(_stage: str, _share: float) -> None:
    """Nobody asked how far it is."""


def _title(name: str) -> str:
    plain_name = PurePosixPath(name.replace("\\", "/")).name
    return shortened(INVISIBLE.sub("", plain_name)) or "upload"
