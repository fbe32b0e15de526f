"""Files brought back: the seal inside, and the cells a person may have changed.

Whatever comes in is a stranger's file; archives and markup are opened by the importer's careful
readers, within its limits.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain

from data.findings import Findings, spoken
from data.importer.readers import plain, workbook
from data.importer.readers.archive import Archive
from data.importer.readers.cells import bare
from data.importer.readers.limits import UPLOAD, Limits
from data.importer.readers.sheets import Refusal, Row, Source
from exports.files.images import read_png, read_svg
from exports.files.office import read_office
from exports.files.package import DESCRIPTOR, Listed, read_descriptor
from exports.files.workbook import STAMP_SHEET, sheet_name
from exports.paper.parts import Cells, Part, Sealed
from exports.paper.seal import NoSeal, Seal
from exports.paper.table import canonical
from i18n import t

MOST_SEALS = 100
"""What a workbook may hold; ours has about twenty."""
MOST_BOOKS = 4
"""Workbooks in a package; ours has one. Each is read within a quarter of the limits."""


def read(content: bytes, name: str, limits: Limits = UPLOAD) -> list[Part]:
    """What a file of ours holds, part by part. Raises NoSeal where it carries no stamp."""
    ending = _ending(name)
    if ending not in READERS:
        raise NoSeal(t("Files ending in “.{ending}” carry no stamp.", ending=ending[:20]))
    with _no_seal_if_refused():
        return READERS[ending](content, limits)


@contextmanager
def _no_seal_if_refused() -> Iterator[None]:
    """What the importer's readers refuse carries no seal that could be read."""
    try:
        yield
    except Refusal as refused:
        raise NoSeal(refused.problem.sentence()) from refused


def _csv(content: bytes, limits: Limits) -> list[Part]:
    raise NoSeal(t("The stamp of a CSV file lies beside it: bring the whole ZIP file."))


def _zip(content: bytes, limits: Limits) -> list[Part]:
    archive = Archive(content, limits)
    # Packing a package again often adds a folder.
    descriptors = [name for name in archive.names() if name.rpartition("/")[2] == DESCRIPTOR]
    if len(descriptors) != 1:
        raise NoSeal(t("The archive holds no list of its files as ours do."))
    folder = descriptors[0].removesuffix(DESCRIPTOR)
    descriptor, listed = read_descriptor(archive.read(descriptors[0]))
    files = {folder + one.path: one for one in listed}
    there = {name for name in archive.names() if not name.endswith("/")} - {descriptors[0]}
    if there == files.keys() and len(files) == 1:  # one table: its cells say all
        [(name, one)] = files.items()
        return [Part("", replace(_table(archive.read(name), one.seal, limits),
                                 intact=descriptor.intact))]  # fmt: skip
    if sum(_ending(name) == "xlsx" for name in files) > MOST_BOOKS:
        raise NoSeal(t("The package holds more workbooks than one of ours has."))
    share = replace(limits, unpacked=limits.unpacked // 4, markup=limits.markup // 4,
                    cells=limits.cells // 4)  # fmt: skip
    held = (_listed(archive, name, files[name], share) for name in files if name in there)
    gone = (Part(files[name].path, became="gone") for name in files if name not in there)
    added = (Part(name, became="added") for name in sorted(there - files.keys()))
    return [Part(DESCRIPTOR, descriptor), *chain.from_iterable(held), *gone, *added]


def _listed(archive: Archive, name: str, one: Listed, limits: Limits) -> Iterator[Part]:
    """A file of a package: tables with their cells, of any other what its hash says."""
    content = archive.read(name)
    same = one.hash == f"sha256:{hashlib.sha256(content).hexdigest()}"
    file = Part(one.path, became="" if same else "changed")
    try:
        with _no_seal_if_refused():
            if _ending(name) == "xlsx":
                for sheet in _xlsx(content, limits):
                    yield replace(sheet, name=f"{one.path}: {sheet.name}")
            elif one.seal:
                file = replace(file, sealed=_table(content, one.seal, limits))
    except NoSeal as problem:
        file = replace(file, unread=str(problem))
    yield file


def _table(content: bytes, seal: str, limits: Limits) -> Sealed:
    """A CSV file with the seal beside it. Raises NoSeal or Refusal."""
    read = Seal.from_json(seal)
    text = plain.opened(content, frozenset(map(plain.normal, read.headings)), limits, Findings())
    return Sealed(read, _below(text.rows(), read, spoken))


def _xlsx(content: bytes, limits: Limits) -> list[Part]:
    """Every sealed table of a workbook, by the name of its sheet."""
    sheets = workbook.sheets(Archive(content, limits), limits, Findings())
    by_name: dict[str, Source] = {sheet.name: sheet for sheet in sheets}
    if STAMP_SHEET not in by_name:
        raise NoSeal(t("The workbook carries no stamp."))
    seals = [Seal.from_json(text) for text in _columns(by_name.pop(STAMP_SHEET).rows())]
    if len(seals) == 1:
        return [Part("", _in_any(by_name, seals[0]))]
    return [_in_its_own(by_name, seal) for seal in seals[:MOST_SEALS]]


def _columns(rows: Iterable[Row]) -> list[str]:
    """The text that runs down each column; a seal may be longer than a cell."""
    headings: list[str] = []
    for _, cells in rows:
        headings += [""] * (min(len(cells), MOST_SEALS) - len(headings))
        for at, cell in enumerate(cells[: len(headings)]):
            headings[at] += cell
    return headings or [""]


def _in_any(sheets: Mapping[str, Source], seal: Seal) -> Sealed:
    for sheet in sheets.values():
        if cells := _below(sheet.rows(), seal, bare):
            return Sealed(seal, cells)
    raise NoSeal(t("The workbook’s table is gone."))


def _in_its_own(sheets: Mapping[str, Source], seal: Seal) -> Part:
    name = sheet_name(seal.question.piece)
    cells = _below(sheets[name].rows(), seal, bare) if name in sheets else None
    return Part(name, Sealed(seal, cells or Cells([], 1)))


def _below(rows: Iterable[Row], seal: Seal, meant: Callable[[str], str]) -> Cells | None:
    """The rows below the seal's headings, cut and filled to their width; None without them."""
    wanted, width = [canonical(heading) for heading in seal.headings], len(seal.headings)
    below: list[list[str]] | None = None
    first = 0
    for number, cells in rows:
        read = [canonical(meant(cell)) for cell in cells[:width]]
        read += [""] * (width - len(read))
        if below is not None:
            # A workbook leaves out rows with nothing in them.
            gap = min(number - first, seal.count) - len(below)
            below.extend([[""] * width] * gap)
            below.append(read)
        elif read == wanted:
            below, first = [], number + 1
    return None if below is None else Cells(_without_blank_end(below), first)


def _without_blank_end(rows: list[list[str]]) -> list[list[str]]:
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _ending(name: str) -> str:
    return name.lower().rpartition(".")[2]


def _whole(reader: Callable[[bytes, Limits], Sealed]) -> Callable[[bytes, Limits], list[Part]]:
    return lambda content, limits: [Part("", reader(content, limits))]


READERS: Mapping[str, Callable[[bytes, Limits], list[Part]]] = {
    "csv": _csv,
    "zip": _zip,
    "xlsx": _xlsx,
    "svg": _whole(lambda content, _: read_svg(content)),
    "png": _whole(lambda content, _: read_png(content)),
    "json": _whole(lambda content, _: read_descriptor(content)[0]),
    "docx": _whole(read_office),
    "pptx": _whole(read_office),
}
