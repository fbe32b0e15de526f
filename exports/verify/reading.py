"""Files brought back: the seal inside, and the cells a person may have changed.

Whatever comes in is a stranger's file; archives and markup are opened by the importer's careful
readers, within its limits.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from data.findings import Findings, spoken
from data.importer.readers import plain, workbook
from data.importer.readers.archive import Archive
from data.importer.readers.cells import bare
from data.importer.readers.limits import UPLOAD, Limits
from data.importer.readers.sheets import Refusal, Row, Source
from exports.files import images
from exports.files.workbook import STAMP_SHEET, sheet_name
from exports.paper.found import Cells, Found, Part
from exports.paper.seal import NoSeal, Seal
from exports.paper.table import canonical
from exports.verify.deck_reading import read_deck
from exports.verify.document_reading import read_document
from i18n import t

METADATA = ".metadata.json"
MOST_SEALS = 100
"""What a workbook may hold; ours has about twenty."""


def read_stamp(content: bytes, name: str, limits: Limits = UPLOAD) -> Found:
    """Read a file of ours by the ending of its name. Raises NoSeal where it carries none."""
    ending = name.lower().rpartition(".")[2]
    reader = READERS.get(ending)
    if reader is None:
        raise NoSeal(t("Files ending in “.{ending}” carry no stamp.", ending=ending[:20]))
    with no_seal_if_refused():
        return reader(content, limits)


@contextmanager
def no_seal_if_refused() -> Iterator[None]:
    """What the importer's readers refuse carries no seal that could be read."""
    try:
        yield
    except Refusal as refused:
        raise NoSeal(refused.problem.sentence()) from refused


def _svg(content: bytes, _: Limits) -> Found:
    seal, intact = images.read_svg(content)
    return Found(seal, drawing_intact=intact)


def _png(content: bytes, _: Limits) -> Found:
    seal, intact = images.read_png(content)
    return Found(seal, drawing_intact=intact)


def _json(content: bytes, _: Limits) -> Found:
    return Found(Seal.from_metadata(content))


def _csv(content: bytes, _: Limits) -> Found:
    raise NoSeal(t("The stamp of a CSV file lies beside it: bring the whole ZIP file."))


def _zip(content: bytes, limits: Limits) -> Found:
    archive = Archive(content, limits)
    held = [part for part in archive.names() if part.endswith(METADATA)]
    if len(held) != 1:
        raise NoSeal(t("The archive holds no metadata of ours."))
    table = held[0].removesuffix(METADATA) + ".csv"
    if table not in archive.names():
        raise NoSeal(t("The archive holds no table beside its metadata."))
    return read_table(archive.read(held[0]), archive.read(table), limits)


def read_table(metadata: bytes, table: bytes, limits: Limits) -> Found:
    """The seal in a metadata JSON with the CSV file beside it. Raises NoSeal or Refusal."""
    seal = Seal.from_metadata(metadata)
    known = frozenset(map(plain.normal, seal.headings))
    text = plain.opened(table, known, limits, Findings())
    return Found(seal, _below(text.rows(), seal, spoken))


def read_sheets(content: bytes, limits: Limits = UPLOAD) -> tuple[Part, ...]:
    """Every sealed table of a workbook, by the name of its sheet. Raises NoSeal."""
    with no_seal_if_refused():
        sheets = workbook.sheets(Archive(content, limits), limits, Findings())
        by_name: dict[str, Source] = {sheet.name: sheet for sheet in sheets}
        if STAMP_SHEET not in by_name:
            raise NoSeal(t("The workbook carries no stamp."))
        seals = [Seal.from_json(text) for text in _columns(by_name.pop(STAMP_SHEET).rows())]
        if len(seals) == 1:
            return (Part("", _in_any(by_name, seals[0])),)
        return tuple(_in_its_own(by_name, seal) for seal in seals[:MOST_SEALS])


def _columns(rows: Iterable[Row]) -> list[str]:
    """The text that runs down each column; a seal may be longer than a cell."""
    said: list[str] = []
    for _, cells in rows:
        said += [""] * (min(len(cells), MOST_SEALS) - len(said))
        for at, cell in enumerate(cells[: len(said)]):
            said[at] += cell
    return said or [""]


def _in_any(sheets: Mapping[str, Source], seal: Seal) -> Found:
    for sheet in sheets.values():
        if cells := _below(sheet.rows(), seal, bare):
            return Found(seal, cells)
    raise NoSeal(t("The workbook’s table is gone."))


def _in_its_own(sheets: Mapping[str, Source], seal: Seal) -> Part:
    name = sheet_name(seal.question.piece)
    cells = _below(sheets[name].rows(), seal, bare) if name in sheets else None
    return Part(name, Found(seal, cells or Cells([], 1)))


def _xlsx(content: bytes, limits: Limits) -> Found:
    return next((one.found for one in read_sheets(content, limits) if one.found), None) or _none()


def _none() -> Found:
    raise NoSeal(t("The workbook carries no stamp."))


def _below(rows: Iterable[Row], seal: Seal, meant: Callable[[str], str]) -> Cells | None:
    """The rows below the seal's headings, cut and filled to their width; None without them."""
    wanted, width = [canonical(heading) for heading in seal.headings], len(seal.headings)
    found: list[list[str]] | None = None
    first = 0
    for number, cells in rows:
        told = [canonical(meant(cell)) for cell in cells[:width]]
        told += [""] * (width - len(told))
        if found is not None:
            # A workbook leaves out rows with nothing in them.
            gap = min(number - first, seal.count) - len(found)
            found.extend([[""] * width] * gap)
            found.append(told)
        elif told == wanted:
            found, first = [], number + 1
    return None if found is None else Cells(_without_blank_end(found), first)


def _without_blank_end(rows: list[list[str]]) -> list[list[str]]:
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


READERS: Mapping[str, Callable[[bytes, Limits], Found]] = {
    "svg": _svg, "png": _png, "json": _json, "csv": _csv, "zip": _zip, "xlsx": _xlsx,
    "pptx": read_deck, "docx": read_document,
}  # fmt: skip
