"""What came back, part by part: a whole evidence pack, a workbook of many tables, a single file.

Each part of a pack is opened by the reader of its own kind, within a share of the limits: a pack
may hold a bomb where a single file could not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from data.importer.readers.archive import Archive
from data.importer.readers.limits import UPLOAD, Limits
from exports.pack.pack_list import became, folder_of, read_listing
from exports.paper.found import Part, Whole
from exports.paper.seal import NoSeal
from exports.verify.reading import METADATA, no_seal_if_refused, read_sheets, read_stamp, read_table
from i18n import t

NESTED = ("xlsx", "docx")
MOST_NESTED = 4
"""Parts that are archives themselves; a pack of ours has two."""


def read_whole(content: bytes, name: str, limits: Limits = UPLOAD) -> Whole:
    """Every part of a file of ours. Raises NoSeal where it carries none."""
    ending = _ending(name)
    if ending == "zip":
        with no_seal_if_refused():
            archive = Archive(content, limits)
            folder = folder_of(archive)
            if folder is not None:
                return _pack(archive, folder, limits)
    if ending == "xlsx":
        return Whole(read_sheets(content, limits))
    return Whole((Part("", read_stamp(content, name, limits)),))


def _pack(archive: Archive, folder: str, limits: Limits) -> Whole:
    listing = read_listing(archive, folder)
    how = became(archive, folder, listing)
    there = {own: folder + own for own, said in how.items() if said in ("", "changed")}
    if sum(_ending(own) in NESTED for own in there) > MOST_NESTED:
        raise NoSeal(t("The pack holds more workbooks and documents than a pack of ours has."))
    share = replace(limits, unpacked=limits.unpacked // 4, markup=limits.markup // 4,
                    cells=limits.cells // 4)  # fmt: skip
    parts = tuple(_parts(archive, there, share))
    beside = {_beside(own) for own in there}
    spoken = {part.name.partition(": ")[0] for part in parts} | beside
    plain = {own: archive.read(name) for own, name in there.items() if own not in spoken}
    return Whole(parts, listing, how, plain)


def _parts(archive: Archive, there: Mapping[str, str], limits: Limits) -> Iterator[Part]:
    for own, name in there.items():
        ending = _ending(own)
        try:
            if ending == "xlsx":
                sheets = read_sheets(archive.read(name), limits)
                yield from (replace(one, name=f"{own}: {one.name}") for one in sheets)
            elif ending in ("png", "svg", "docx"):
                yield Part(own, read_stamp(archive.read(name), own, limits))
            elif ending == "csv" and _beside(own) in there:
                with no_seal_if_refused():
                    told = archive.read(there[_beside(own)])
                    yield Part(own, read_table(told, archive.read(name), limits))
        except NoSeal as problem:
            yield Part(own, None, str(problem))


def _beside(own: str) -> str:
    return own.removesuffix(".csv") + METADATA


def _ending(name: str) -> str:
    return name.lower().rpartition(".")[2]
