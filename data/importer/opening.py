"""The sheets in the bytes somebody brings, whatever the file's name pretends."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from data.findings import Findings
from data.importer.iati import LOOKED_AT, is_iati
from data.importer.layouts.headers import known_headers, tell
from data.importer.readers import plain, workbook
from data.importer.readers.archive import Archive
from data.importer.readers.limits import Limits
from data.importer.readers.sheets import Refusal, Source
from data.problems import (
    EmptyFile,
    FilesIgnored,
    NotATable,
    OtherName,
    OtherWorkbook,
    ProtectedWorkbook,
)

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_TABLES = (
    *(b"%PDF-", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ", b"\x1f\x8b"),
)
_PAGES = (b"<!doctype", b"<html", b"<?xml", b"<table")
_TEXTS = (".csv", ".tsv", ".tab")
_WORKBOOKS = (".xlsx", ".xlsm")
_MOST_WORKBOOKS = 50  # within one ZIP
_LITTER = {"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"}


def activities(
    name: str, content: bytes, limits: Limits, findings: Findings
) -> tuple[list[bytes], bool]:
    """The IATI files in these bytes, and whether there is nothing beside them."""
    if is_iati(content):
        expect(name, (".xml",), "IATI", findings)
        return [content], True
    if not content.startswith(b"PK"):
        return [], False
    archive = Archive(content, limits)
    files = _files(archive)
    if any(part.startswith("xl/") for part in files):
        return [], False
    activity_files = [part for part in files if _is_activity(part, archive)]
    alone = bool(activity_files) and activity_files == files
    if alone:  # else whoever reads the tables says so
        expect(name, (".zip",), "ZIP", findings)
    return [archive.read(part) for part in activity_files], alone


def sources(name: str, content: bytes, limits: Limits, findings: Findings) -> Sequence[Source]:
    """Every sheet there is. Raises `Refusal` where there is no table at all."""
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
    expect(name, (".csv", ".tsv", ".tab", ".txt"), "CSV", findings)
    return [plain.opened(content, known_headers(), limits, findings)]


def _packed(name: str, archive: Archive, limits: Limits, findings: Findings) -> Sequence[Source]:
    parts = archive.names()
    if "mimetype" in parts and b"opendocument" in archive.read("mimetype")[:200]:
        raise Refusal(OtherWorkbook(value="ODS"))
    if any(part.startswith("xl/") for part in parts):
        expect(name, _WORKBOOKS, "XLSX", findings)
        return workbook.sheets(archive, limits, findings)
    files = _files(archive)
    texts = [part for part in files if part.lower().endswith(_TEXTS)]
    books = [part for part in files if part.lower().endswith(_WORKBOOKS)][:_MOST_WORKBOOKS]
    if not texts and not books:
        raise Refusal(NotATable())
    expect(name, (".zip",), "ZIP", findings)
    others = [part for part in files if part not in (*texts, *books)]
    others = [part for part in others if not _is_activity(part, archive)]
    tell(FilesIgnored, others, findings)
    headers = known_headers()
    opened: list[Source] = [
        plain.opened(archive.read(part), headers, limits, findings, PurePosixPath(part).stem)
        for part in texts
    ]
    room = limits.unpacked - sum(map(archive.size, parts))
    for part in books:
        inner = Archive(archive.read(part), replace(limits, unpacked=max(room, 0)))
        room -= sum(map(inner.size, inner.names()))
        opened += _of_book(part, workbook.sheets(inner, limits, findings))
    return opened


def _files(archive: Archive) -> list[str]:
    parts = (part for part in archive.names() if not part.endswith("/"))
    return [part for part in parts if _LITTER.isdisjoint(PurePosixPath(part).parts)]


def _is_activity(part: str, archive: Archive) -> bool:
    if not part.lower().endswith(".xml"):
        return False
    with archive.stream(part) as opened:
        return is_iati(opened.read(LOOKED_AT))


def _of_book(part: str, sheets: Sequence[workbook.WorkbookSheet]) -> Iterator[Source]:
    """The sheets of a workbook among others: a lone one goes by the file's name."""
    stem = PurePosixPath(part).stem
    for sheet in sheets:
        yield replace(sheet, name=stem if len(sheets) == 1 else f"{stem}: {sheet.name}")


def expect(name: str, endings: tuple[str, ...], kind: str, findings: Findings) -> None:
    """Say so where a file's name promises something else than it holds."""
    ending = PurePosixPath(name).suffix.lower()
    if ending and ending not in endings:
        findings.add(OtherName(value=ending, other=kind))
