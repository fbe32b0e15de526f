"""XLSX workbooks, read as a stream of cells.

Our own small reader, because a stranger's file must not be able to hurt: the quick readers lay out
the rectangle between the first and the last cell, and one cell in the last corner of a sheet of
5 kB asks for 500 GB (measured with calamine: the process ends). Here a cell costs what it holds.
Formulas are never evaluated: the result stored with them is read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import join, normpath

from data.findings import Findings, Problem
from data.importer.readers import cells, markup, merged
from data.importer.readers.archive import Archive
from data.importer.readers.cell_reader import Reading, Shared
from data.importer.readers.limits import Limits
from data.importer.readers.sheets import Manner, Refusal, Row
from data.problems import Formulas, HiddenRows, OtherWorkbook, OutsideLinks


@dataclass(slots=True)
class WorkbookSheet:
    """One sheet. Every call of `rows` reads the part anew, from the archive in memory."""

    name: str
    part: str
    archive: Archive
    shared: Shared
    hidden: bool = False
    _done: int = 0
    _areas: tuple[merged.Area, ...] | None = None
    _last: Reading | None = None

    def rows(self) -> Iterator[Row]:
        if self._areas is None:
            with self.archive.stream(self.part) as part:
                self._areas = merged.areas(part)
        plain = self._plain_rows()
        limit = self.shared.limits.cells
        return merged.spread(plain, self._areas, self.name, limit) if self._areas else plain

    def _plain_rows(self) -> Iterator[Row]:
        reading = self._last = Reading(self.name, self.shared)
        with self.archive.stream(self.part) as part:
            handlers = (reading.start, reading.end, reading.text)
            for done in markup.read(part, self.shared.limits.markup, *handlers):
                self._done = done
                yield from reading.finished
                reading.finished.clear()

    @property
    def manner(self) -> Manner:
        dressed = any(form.shape is cells.Shape.WRITTEN for form in self.shared.styles)
        return Manner(merged=bool(self._areas), dressed=dressed)

    def share(self) -> float:
        return self._done / max(self.archive.size(self.part), 1)

    def remarks(self) -> Iterator[Problem]:
        last = self._last
        if last and last.formulas:
            yield Formulas(sheet=self.name, count=last.formulas)
        if last and last.hidden_rows:
            yield HiddenRows(sheet=self.name, count=last.hidden_rows)


def sheets(archive: Archive, limits: Limits, findings: Findings) -> list[WorkbookSheet]:
    """The workbook's sheets, in its own order. Charts and macros are left alone."""
    if "xl/workbook.xml" not in archive.names():
        raise Refusal(
            OtherWorkbook(value="XLSB" if "xl/workbook.bin" in archive.names() else "ZIP")
        )
    targets, kinds = _relations(archive, "xl/_rels/workbook.xml.rels")
    if any(kind.endswith("/externalLink") for kind in kinds.values()):
        findings.add(OutsideLinks())
    listed: list[tuple[str, str, str]] = []
    options: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            state = attributes.get("state", "visible")
            listed.append((attributes.get("name", ""), _relation_of(attributes), state))
        elif name == "workbookPr":
            options.update(attributes)

    _read_part(archive, "xl/workbook.xml", start)
    since_1904 = options.get("date1904", "0") in ("1", "true")
    shared = Shared(_shared_texts(archive), _styles(archive), since_1904, limits)
    return [
        WorkbookSheet(name, targets[relation], archive, shared, state != "visible")
        for name, relation, state in listed
        if kinds.get(relation, "").endswith("/worksheet")
    ]


def _relation_of(attributes: dict[str, str]) -> str:
    return next((v for k, v in attributes.items() if k.rpartition(":")[2] == "id" and ":" in k), "")


def _relations(archive: Archive, part: str) -> tuple[dict[str, str], dict[str, str]]:
    """Relation id to the part it names, and to its kind."""
    targets: dict[str, str] = {}
    kinds: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            key, target = attributes.get("Id", ""), attributes.get("Target", "")
            targets[key] = target.lstrip("/") if target[:1] == "/" else normpath(join("xl", target))
            kinds[key] = attributes.get("Type", "")

    _read_part(archive, part, start)
    return targets, kinds


def _shared_texts(archive: Archive) -> list[str]:
    texts: list[str] = []
    reading = cells.Text()

    def start(name: str, _: dict[str, str]) -> None:
        reading.open(name)

    def end(name: str) -> None:
        reading.close(name)
        if name == "si":
            texts.append(reading.taken())

    name = _named(archive, "sharedStrings.xml")
    if name:
        with archive.stream(name) as part:
            for _ in markup.read(part, archive.limits.markup, start, end, reading.add):
                pass
    return texts


def _styles(archive: Archive) -> list[cells.Format]:
    """How each cell style writes a number: as a day, a share, an identifier or as it is."""
    formats: dict[str, str] = {}
    used: list[str] = []
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        inside.append(name)
        if name == "numFmt":
            formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "xf" and "cellXfs" in inside[-2:]:
            used.append(attributes.get("numFmtId", "0"))

    def end(_: str) -> None:
        inside.pop()

    name = _named(archive, "styles.xml")
    if name:
        _read_part(archive, name, start, end)
    by_style: dict[str, cells.Format] = {}
    for key in used:
        by_style.setdefault(key, cells.format_of(key, formats.get(key)))
    return [by_style[key] for key in used]


def _named(archive: Archive, ending: str) -> str:
    wanted = f"xl/{ending}".casefold()
    return next((name for name in archive.names() if name.casefold() == wanted), "")


def _read_part(
    archive: Archive,
    name: str,
    start: markup.Start,
    end: markup.End = lambda _: None,
) -> None:
    with archive.stream(name) as part:
        for _ in markup.read(part, archive.limits.markup, start, end, lambda _: None):
            pass
