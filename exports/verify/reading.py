"""Files brought back: the seal inside, and the cells a person may have changed.

Whatever comes in is a stranger's file; archives and markup are opened by the importer's careful
readers, within its limits.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain

from data.findings import Findings, spoken
from data.importer.readers import plain
from data.importer.readers.archive import Archive
from data.importer.readers.limits import UPLOAD, Limits
from data.importer.readers.sheets import Refusal
from exports.files.images import read_png, read_svg
from exports.files.office import read_office
from exports.files.package import DESCRIPTOR, Listed, read_descriptor
from exports.paper.parts import Cells, Part, Sealed
from exports.paper.seal import NoSeal, Seal
from exports.verify.books import parted, read_book
from i18n import t

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
                sheets, book = read_book(content, limits)
                yield from (replace(each, name=f"{one.path}: {each.name}") for each in sheets)
                file = replace(file, book=book)
            elif one.seal:
                file = replace(file, sealed=_table(content, one.seal, limits))
    except NoSeal as problem:
        file = replace(file, unread=str(problem))
    yield file


def _table(content: bytes, seal: str, limits: Limits) -> Sealed:
    """A CSV file with the seal beside it. Raises NoSeal or Refusal."""
    read = Seal.from_json(seal)
    text = plain.opened(content, frozenset(map(plain.normal, read.headings)), limits, Findings())
    cells, beside = parted(text.rows(), read, spoken)
    return Sealed(read, cells, beside=beside) if cells else Sealed(read, Cells([], 1))


def _xlsx(content: bytes, limits: Limits) -> list[Part]:
    """Every sealed table of a workbook, the last part being what stands round them."""
    parts, book = read_book(content, limits)
    if len(parts) == 1:
        return [replace(parts[0], book=book)]
    return [*parts, Part("", book=book)]


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
