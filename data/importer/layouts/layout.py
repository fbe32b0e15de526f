"""Which file is this? Decided by the column names alone, whatever the file is called.

Every sheet is looked at. Several may be sheets of OGP's export, one for each country or plan, and
sheets of our template may stand beside them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.columns import NUMBERS, SHEETS, TABLES, Kind, sheet_name
from data.findings import Findings
from data.importer.layouts import ogp_columns as ogp
from data.importer.layouts.headers import (
    ENOUGH,
    OGP_NAMES,
    UNUSED,
    area_columns,
    as_written,
    first_row,
    listed,
    missing_column,
    picked_columns,
    tell,
)
from data.importer.layouts.unknown import COMMITMENT_COLUMNS, not_recognised
from data.importer.layouts.words import Nearest, code_of
from data.importer.readers.limits import Limits
from data.importer.readers.plain import normal
from data.importer.readers.sheets import Part, Refusal, Row, Source, head
from data.problems import (
    ColumnsAbsent,
    ColumnsIgnored,
    EmptyFile,
    HiddenOnly,
    HiddenSheets,
    SheetsIgnored,
    SheetTwice,
)

CODEBOOK = "codebook"
EXPORT = "ogp_export"

_NEARLY = 5  # this many and the identifier, and it is one more sheet of it
_NUMERIC = NUMBERS | {Kind.FIGURE, Kind.DAY, Kind.YES_NO}


@dataclass(frozen=True, slots=True)
class Export:
    """A sheet of OGP's export. `areas`: the header of each policy area's column → its tag."""

    part: Part
    areas: dict[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """What the sheets of a file are. `tables`: sheets of our template by their raw table."""

    exports: tuple[Export, ...] = ()
    tables: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    unused: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """A sheet and its first rows; `row` is the one that has most of OGP's columns."""

    source: Source
    rows: list[Row]
    row: Row
    familiar: int

    @property
    def lacks(self) -> list[str]:
        headers = {*map(normal, self.row[1])}
        return [name for name in ogp.NEEDED if normal(name) not in headers]


def recognised(
    sources: Sequence[Source], limits: Limits, findings: Findings, nearest: Nearest
) -> Layout:
    """The file's layout. Raises `Refusal` where none fits; columns missing are findings."""
    hidden = [source for source in sources if source.hidden]
    seen = [_seen(source, limits) for source in sources if not source.hidden]
    if not hidden and not any(map(_has_cells, seen)):
        raise Refusal(EmptyFile())
    exports = _exports(seen)
    tables = {id(one): table for one in seen if one not in exports and (table := _table_of(one))}
    ours = "commitments" in tables.values()
    if ours and not any(one.familiar == len(ogp.NEEDED) for one in exports):
        exports = []
    elif not ours and not exports:
        sheets = [(one.source, one.rows) for one in seen]
        raise Refusal(_behind(hidden, limits) or not_recognised(sheets, findings, nearest))
    unused = [one for one in seen if one not in exports and id(one) not in tables]
    if exports:  # beside an export a sheet is ours only if nothing is missing in it
        unused += [one for one in seen if id(one) in tables and _missing_of(one, tables[id(one)])]
    _report_unused([one.source for one in unused], hidden, findings)
    ready = [(one, tables[id(one)]) for one in seen if id(one) in tables and one not in unused]
    export_parts = tuple(_export(one, findings, nearest) for one in exports)
    table_parts = _tables(ready, findings, nearest)
    parts = [one.part for one in export_parts] + [p for ps in table_parts.values() for p in ps]
    used = {id(part.source) for part in parts}
    left = tuple(source for source in sources if id(source) not in used)
    return Layout(export_parts, table_parts, left)


def _seen(source: Source, limits: Limits) -> _Seen:
    rows = head(source, limits)
    wanted = {normal(name) for name in ogp.NEEDED}
    familiar = [len(wanted.intersection(map(normal, cells))) for _, cells in rows]
    at = max(range(len(rows)), key=familiar.__getitem__, default=-1)
    return _Seen(source, rows, rows[at] if rows else (0, []), familiar[at] if rows else 0)


def _has_cells(one: _Seen) -> bool:
    return any(cell.strip() for _, cells in one.rows for cell in cells)


def _exports(seen: Sequence[_Seen]) -> list[_Seen]:
    """The sheets of an export; one that nearly is it counts too, so that it says what it lacks."""
    whole = [one for one in seen if one.familiar == len(ogp.NEEDED)]
    if whole:
        return [
            one for one in seen
            if one in whole or (one.familiar >= _NEARLY and ogp.ID not in one.lacks)
        ]  # fmt: skip
    best = max(seen, key=lambda one: one.familiar, default=None)
    return [best] if best and best.familiar >= ENOUGH else []


def _table_of(one: _Seen) -> str | None:
    """The raw table a sheet holds by its name, else by its columns."""
    if table := getattr(one.source, "table", "") or SHEETS.get(code_of(one.source.name)):
        return table
    rows = [{code_of(cell) for cell in cells} for _, cells in one.rows]
    if any({*COMMITMENT_COLUMNS} <= cells for cells in rows):
        return "commitments"
    for table, columns in TABLES.items():
        needed = {column.name for column in columns if column.needed}
        keys = {column.name for column in columns if column.kind is Kind.KEY}
        enough = len(needed) > 2 or (keys and len(needed) > 1)
        if enough and any(needed <= cells for cells in rows):
            return table
    return None


def _missing_of(one: _Seen, table: str) -> list[str]:
    headers = {code_of(cell) for _, cells in one.rows for cell in cells}
    return [c.name for c in TABLES[table] if c.needed and c.name not in headers]


def _report_unused(unused: Sequence[Source], hidden: Sequence[Source], findings: Findings) -> None:
    names = [source.name for source in unused if code_of(source.name) != CODEBOOK]
    tell(SheetsIgnored, names, findings)
    tell(HiddenSheets, [source.name for source in hidden], findings)


def _export(one: _Seen, findings: Findings, nearest: Nearest) -> Export:
    source, (header, cells) = one.source, one.row
    first_row(source, header, one.rows, findings)
    picked, ignored = picked_columns(source, cells, OGP_NAMES, normal, findings)
    areas = area_columns(source, cells, ignored, findings)
    absent = [name for name in ogp.WELCOME if name not in picked]
    tell(ColumnsAbsent, absent, findings, source.name)
    left = [as_written(cells[place]) for place in ignored if cells[place] not in areas]
    left = [cell for cell in left if cell and normal(cell) not in UNUSED]
    for name in ogp.NEEDED:
        if name not in picked:
            missing_column(source, name, left, findings, nearest)
    tell(ColumnsIgnored, left, findings, source.name)
    places = {cell: place for place, cell in enumerate(cells) if cell in areas}
    numeric = frozenset({*ogp.NUMERIC, *places})
    names = tuple(map(as_written, cells))
    picked |= places
    part = Part(source, header, names, picked, ogp.BEARINGS, numeric,
                long={ogp.FULL_TEXT}, free=ogp.FREE)  # fmt: skip
    return Export(part, areas)


def _tables(
    seen: Sequence[tuple[_Seen, str]], findings: Findings, nearest: Nearest
) -> dict[str, tuple[Part, ...]]:
    """The sheets of our template. A table may lie on several sheets, unless they share its name."""
    parts: dict[str, tuple[Part, ...]] = {}
    named: set[str] = set()
    for one, table in seen:
        code = code_of(one.source.name)
        if code in named and SHEETS.get(code) == table:
            findings.add(SheetTwice(value=sheet_name(table)))
        elif part := _table_part(one, table, findings, nearest):
            parts[table] = (*parts.get(table, ()), part)
        named.add(code)
    return parts


def _table_part(one: _Seen, table: str, findings: Findings, nearest: Nearest) -> Part | None:
    source, columns = one.source, TABLES[table]
    names = {column.name: column.name for column in columns}
    filled = [row for row in one.rows if any(map(str.strip, row[1]))]
    if not filled:
        return None
    header, cells = max(filled, key=lambda row: len(names.keys() & {*map(code_of, row[1])}))
    first_row(source, header, one.rows, findings)
    picked, ignored = picked_columns(source, cells, names, code_of, findings)
    left = [name for place in ignored if (name := as_written(cells[place]))]
    for column in columns:
        if column.needed and column.name not in picked:
            missing_column(source, column.name, left, findings, nearest)
    tell(ColumnsIgnored, left, findings, source.name)
    return Part(
        source,
        header,
        tuple(map(as_written, cells)),
        picked,
        tuple(column.name for column in columns if column.needed),
        frozenset(column.name for column in columns if column.kind in _NUMERIC),
        {name: as_written(cells[at]) for name, at in picked.items()},
        free={column.name for column in columns if column.is_free},
    )


def _behind(hidden: Sequence[Source], limits: Limits) -> HiddenOnly | None:
    """Says so where the sheets looked for are there, and all of them hidden."""
    seen = (_seen(source, limits) for source in hidden)
    names = [one.source.name for one in seen if _exports([one]) or _table_of(one) == "commitments"]
    return HiddenOnly(value=listed(names), count=len(names)) if names else None
