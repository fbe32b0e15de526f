"""The door: bytes come in, a whole dataset or a list of problems goes out. Nothing in between.

Everything happens in memory. No file is written, no link followed, no formula run, and a file's
name is trusted for nothing but the title.
"""

import logging
from collections.abc import Callable
from datetime import date
from pathlib import PurePosixPath

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
from data.raw import completed, read_public_record
from i18n import N_, number, t

Progress = Callable[[str, float], None]

_READING = N_("Reading the file")
_CHECKING = N_("Checking {count} rows")
_BUILDING = N_("Building the dataset")
_READ, _CHECKED = 0.6, 0.8  # shares of the whole work, as measured on a large export

_log = logging.getLogger(__name__)


def load(
    name: str,
    content: bytes,
    progress: Progress | None = None,
    *,
    limits: Limits = UPLOAD,
    today: date | None = None,
    mapping: Matching | None = None,
) -> Outcome:
    """Read and check a file somebody brings. Never raises, and never loads a part.

    `progress` is told a stage's name and the share done, 0 to 1. `today` is the day after which
    nothing can have been done yet. `mapping` says which of its columns are which of ours.
    """
    findings = Findings()
    say = progress or _silent
    try:
        loaded = _load(name, content, say, limits, today or date.today(), mapping, findings)
    except Refusal as refusal:
        findings.add(refusal.problem)
    except _Problems:
        pass
    except MemoryError:
        findings = Findings(problems=[TooMuchToRead()])
    except Exception:  # the promise is kept even where we are wrong
        _log.exception("A file could not be read.")
        findings.add(CannotLoad())
    if findings.problems:
        return Refused(findings.all_problems(), findings.all_notes())
    return loaded


def open_upload(
    name: str,
    content: bytes,
    progress: Progress | None = None,
    *,
    limits: Limits = UPLOAD,
    today: date | None = None,
    mapping: Matching | None = None,
) -> Opened | Refused:
    """`load`, then the dataset itself, in this process's memory alone."""
    loaded = load(name, content, progress, limits=limits, today=today, mapping=mapping)
    if isinstance(loaded, Refused):
        return loaded
    give_back()
    return build(loaded, progress or _silent, today)


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


def _load(
    name: str,
    content: bytes,
    say: Progress,
    limits: Limits,
    today: date,
    mapping: Matching | None,
    findings: Findings,
) -> Loaded:
    say(t(_READING), 0.0)
    nearest = Nearest()
    files, alone = activities(name, content, limits, findings)
    if alone:
        findings.add(AddedToPublicRecord())
        record = {table: Draft(rows) for table, rows in completed(read_public_record()).items()}
        before = {table: draft for table, draft in record.items() if table not in iati.FILLED}
        full, accounts = iati.added(files, before, limits, findings, nearest)
        return _checked(full, name, "iati", accounts, today, findings, nearest)
    sheets = sources(name, content, limits, findings)
    if mapping:
        sheets = mapped(sheets, mapping, limits, findings)
    recognised = layout.recognised(sheets, limits, findings, nearest)
    file = Drafting(
        recognised, limits, findings, nearest, lambda share: say(t(_READING), share * _READ)
    )
    drafts, names = file.drafts()
    if "commitments" not in drafts or drafts["commitments"].table.num_rows == 0:
        raise Refusal(NoRows(sheet=next((one.sheet for one in file.accounts if one.holds), "")))
    accounts = (*file.accounts, *map(account.of_unused, recognised.unused))
    if files:
        drafts, more = iati.added(files, drafts, limits, findings, nearest)
        accounts = (*accounts, *more)
    say(t(_CHECKING, count=number(sum(one.taken for one in accounts))), _READ)
    full = with_context(drafts, names, findings)
    kind = "ogp_export" if recognised.exports else "template"
    return _checked(full, name, kind, accounts, today, findings, nearest)


def _checked(
    full: Drafts,
    name: str,
    kind: str,
    accounts: account.Account,
    today: date,
    findings: Findings,
    nearest: Nearest,
) -> Loaded:
    checks.relations(full, findings, nearest, today)
    if findings.problems:
        raise _Problems
    raw = completed({table: draft.table for table, draft in full.items()})
    return Loaded(raw, findings.all_notes(), kind, _title(name), accounts)


def _silent(_stage: str, _share: float) -> None:
    """Nobody asked how far it is."""


class _Problems(Exception):
    """Everything was read and checked, and something is wrong."""


def _title(name: str) -> str:
    plain_name = PurePosixPath(name.replace("\\", "/")).name
    return shortened(INVISIBLE.sub("", plain_name)) or "upload"
