"""The door: bytes come in, a whole dataset or a list of problems goes out. Nothing in between.

Everything happens in memory. No file is written, no link followed, no formula run, and a file's
name is trusted for nothing but the title.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import PurePosixPath

import duckdb
import pyarrow as pa

from data import store
from data.findings import INVISIBLE, Findings, shortened
from data.importer import checks, iati
from data.importer.context import with_context
from data.importer.draft import Draft, Drafts
from data.importer.layouts import layout, ogp
from data.importer.layouts.columns import TABLES
from data.importer.layouts.ogp_cells import ExportCells
from data.importer.layouts.words import Nearest
from data.importer.outcome import Loaded, Opened, Outcome, Refused
from data.importer.readers import plain, workbook
from data.importer.readers.archive import Archive
from data.importer.readers.limits import UPLOAD, Limits
from data.importer.readers.sheets import Refusal, Sheet, Source, collected
from data.problems import (
    CannotLoad,
    EmptyFile,
    NoRows,
    NotATable,
    OtherName,
    OtherWorkbook,
    ProtectedWorkbook,
)
from i18n import N_, number, t

EXAMPLE = "EXAMPLE"  # a template row that begins with this word is there to show, not to load

Progress = Callable[[str, float], None]

_READING = N_("Reading the file")
_CHECKING = N_("Checking {count} rows")
_BUILDING = N_("Building the dataset")
_READ, _CHECKED = 0.6, 0.8  # shares of the whole work, as measured on a large export

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_TABLES = (
    b"%PDF-",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"MZ",
    b"\x1f\x8b",
)
_PAGES = (b"<!doctype", b"<html", b"<?xml", b"<table")

_log = logging.getLogger(__name__)


def load(
    name: str,
    content: bytes,
    progress: Progress | None = None,
    *,
    limits: Limits = UPLOAD,
    today: date | None = None,
) -> Outcome:
    """Read and check a file somebody brings. Never raises, and never loads a part.

    `progress` is told a stage's name and the share done, 0 to 1. `today` is the day after which
    nothing can have been done yet.
    """
    findings = Findings()
    say = progress or (lambda _stage, _share: None)
    try:
        loaded = _load(name, content, say, limits, today or date.today(), findings)
    except Refusal as refusal:
        findings.add(refusal.problem)
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
) -> Opened | Refused:
    """`load`, then the dataset itself, in this process's memory alone."""
    loaded = load(name, content, progress, limits=limits, today=today)
    if isinstance(loaded, Refused):
        return loaded
    if progress:
        progress(t(_BUILDING), _CHECKED)
    try:
        dataset = store.in_memory(loaded.raw, key="upload", title=loaded.title)
        dataset = store.dated(dataset, today or date.today())
    except (duckdb.Error, pa.ArrowException, ValueError, MemoryError):
        _log.exception("A file that passed all checks could not be loaded.")
        return Refused((CannotLoad(),), loaded.notes)
    if progress:
        progress(t(_BUILDING), 1.0)
    return Opened(dataset, loaded)


def _load(
    name: str, content: bytes, say: Progress, limits: Limits, today: date, findings: Findings
) -> Loaded:
    say(t(_READING), 0.0)
    nearest = Nearest()
    if iati.is_iati(content):
        return _iati(name, content, limits, today, findings, nearest)
    found = layout.recognised(_sources(name, content, limits, findings), limits, findings, nearest)
    if isinstance(found, layout.Export):
        kind, (drafts, names) = "ogp_export", _export(found, limits, findings, nearest, say)
    else:
        kind, names = "template", {}
        drafts = _template(found, limits, findings, nearest, say)
    if drafts["commitments"].table.num_rows == 0:
        raise Refusal(NoRows(sheet=drafts["commitments"].sheet))
    full = with_context(drafts, names, findings)
    checks.relations(full, findings, nearest, today)
    return Loaded(_raw(full), findings.all_notes(), kind, _title(name))


def _iati(
    name: str, content: bytes, limits: Limits, today: date, findings: Findings, nearest: Nearest
) -> Loaded:
    _expect(name, (".xml",), "IATI", findings)
    full = iati.drafts(content, limits, findings, nearest)
    checks.relations(full, findings, nearest, today)
    return Loaded(_raw(full), findings.all_notes(), "iati", _title(name))


def _sources(name: str, content: bytes, limits: Limits, findings: Findings) -> Sequence[Source]:
    """The sheets in these bytes, whatever the file's name pretends."""
    if not content:
        raise Refusal(EmptyFile())
    start = content[:1000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if content.startswith(_OLD_OFFICE):
        protected = "EncryptedPackage".encode("utf-16-le") in content
        raise Refusal(ProtectedWorkbook() if protected else OtherWorkbook(value="XLS"))
    if content.startswith(_NO_TABLES):
        raise Refusal(NotATable())
    if start.startswith(_PAGES):
        raise Refusal(OtherWorkbook(value="HTML, XML"))
    if content.startswith(b"PK"):
        return _packed(name, Archive(content, limits), limits, findings)
    _expect(name, (".csv", ".tsv", ".txt"), "CSV", findings)
    return [plain.opened(content, layout.known_headers(), limits, findings)]


def _packed(name: str, archive: Archive, limits: Limits, findings: Findings) -> Sequence[Source]:
    parts = archive.names()
    if "mimetype" in parts and b"opendocument" in archive.read("mimetype")[:200]:
        raise Refusal(OtherWorkbook(value="ODS"))
    if any(part.startswith("xl/") for part in parts):
        _expect(name, (".xlsx", ".xlsm"), "XLSX", findings)
        return workbook.sheets(archive, limits, findings)
    texts = [part for part in parts if part.lower().endswith(".csv") and "__MACOSX" not in part]
    if not texts:
        raise Refusal(NotATable())
    _expect(name, (".zip",), "ZIP", findings)
    known = layout.known_headers()
    return [
        plain.opened(archive.read(part), known, limits, findings, PurePosixPath(part).stem)
        for part in texts
    ]


def _expect(name: str, endings: tuple[str, ...], kind: str, findings: Findings) -> None:
    ending = PurePosixPath(name).suffix.lower()
    if ending and ending not in endings:
        findings.add(OtherName(value=ending, other=kind))


def _sheet(
    part: layout.Part, limits: Limits, findings: Findings, say: Callable[[float], None]
) -> Sheet:
    for step in collected(part.source, part.header, part.picked, limits, findings):
        if isinstance(step, Sheet):
            return step
        say(step)
    raise AssertionError("A sheet ends with itself.")


def _export(
    found: layout.Export, limits: Limits, findings: Findings, nearest: Nearest, say: Progress
) -> tuple[Drafts, dict[str, str]]:
    if findings.problems:  # a column is missing: no use in reading its rows
        return {"commitments": Draft(pa.table({"commitment_id": pa.array([""])}))}, {}
    sheet = _sheet(found.part, limits, findings, lambda share: say(t(_READING), share * _READ))
    say(t(_CHECKING, count=number(len(sheet.numbers))), _READ)
    return ogp.Export(ExportCells(sheet, findings, nearest), found.areas).drafts()


def _template(
    found: layout.Template, limits: Limits, findings: Findings, nearest: Nearest, say: Progress
) -> Drafts:
    sheets: dict[str, Sheet] = {}
    for at, (table, part) in enumerate(found.parts.items()):
        say(t(_READING), at / len(found.parts) * _READ)
        sheets[table] = _sheet(part, limits, findings, lambda _: None)
    rows = sum(len(sheet.numbers) for sheet in sheets.values())
    say(t(_CHECKING, count=number(rows)), _READ)
    drafts = {
        table: Draft(sheet.table, sheet.name, sheet.numbers, found.parts[table].titles)
        for table, sheet in sheets.items()
    }
    shown = {table: _without_examples(table, draft) for table, draft in drafts.items()}
    return {t_: checks.values_read(t_, draft, findings, nearest) for t_, draft in shown.items()}


def _without_examples(table: str, draft: Draft) -> Draft:
    marks = draft.values(TABLES[table][0].name)
    kept = [at for at, mark in enumerate(marks) if mark != EXAMPLE]
    if len(kept) == len(marks):
        return draft
    numbers = [draft.numbers[at] for at in kept]
    return Draft(draft.table.take(pa.array(kept, pa.int64())), draft.sheet, numbers, draft.headers)


def _raw(full: Drafts) -> dict[str, pa.Table]:
    return {
        table: pa.table(
            {c.name: pa.array(full[table].values(c.name), pa.string()) for c in columns}
        )
        for table, columns in TABLES.items()
    }


def _title(name: str) -> str:
    plain_name = PurePosixPath(name.replace("\\", "/")).name
    return shortened(INVISIBLE.sub("", plain_name)) or "upload"
