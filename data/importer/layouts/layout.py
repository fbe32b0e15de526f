"""Which file is this? Decided by the column names alone, whatever the file is called."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from data.findings import Findings
from data.importer.layouts import ogp_columns as ogp
from data.importer.layouts.columns import SHEETS, TABLES, sheet_name
from data.importer.layouts.words import Nearest, code_of
from data.importer.readers.limits import Limits
from data.importer.readers.plain import normal
from data.importer.readers.sheets import Refusal, Row, Source, head
from data.problems import (
    ColumnsAbsent,
    ColumnsIgnored,
    ColumnTwice,
    HeaderFurtherDown,
    MissingColumn,
    NotRecognised,
    SheetsIgnored,
    SheetTwice,
)
from data.raw import read_public_record

CODEBOOK = "codebook"

_OGP_NAMES = {normal(name): name for name in (*ogp.NEEDED, *ogp.WELCOME)}
_UNUSED = frozenset(map(normal, ogp.UNUSED))
_COMMITMENT_COLUMNS = ("commitment_id", "plan_id")
_ENOUGH = 3  # this many of OGP's columns, and it is meant to be OGP's export
_LISTED = 40  # more names than this in one note nobody reads


@dataclass(frozen=True, slots=True)
class Part:
    """One sheet to be read: below row `header`, these columns (name → position)."""

    source: Source
    header: int
    picked: dict[str, int]
    titles: dict[str, str] = field(default_factory=dict)  # name → as the file writes it


@dataclass(frozen=True, slots=True)
class Export:
    """OGP's export. `areas`: the header of each policy area's column → its tag."""

    part: Part
    areas: dict[str, str]


@dataclass(frozen=True, slots=True)
class Template:
    """Our template, or any of its sheets: raw table → sheet."""

    parts: dict[str, Part]


def known_headers() -> frozenset[str]:
    """All headers some layout knows, as `normal` writes them."""
    columns = {normal(column.name) for table in TABLES.values() for column in table}
    return frozenset({*_OGP_NAMES, *_areas(), *columns})


def recognised(
    sources: Sequence[Source], limits: Limits, findings: Findings, nearest: Nearest
) -> Export | Template:
    """The file's layout. Raises `Refusal` where none fits; columns missing are findings."""
    heads = [(source, head(source, limits)) for source in sources]
    familiar, source, rows, header = max(
        ((_familiar(row), *one, row) for one in heads for row in one[1]),
        key=lambda candidate: candidate[0],
        default=(0, None, [], (0, [])),
    )
    ours = any(_table_of(*one) == "commitments" for one in heads)
    if ours and familiar < len(ogp.NEEDED):
        return _template(heads, findings, nearest)
    if source is None or familiar < _ENOUGH:
        raise Refusal(_unknown(heads, nearest))
    _first_row(source, header[0], rows)
    return _export(source, header, findings, nearest)


def _familiar(row: Row) -> int:
    """How many of the columns OGP's export cannot do without stand in this row."""
    return len({normal(name) for name in ogp.NEEDED}.intersection(map(normal, row[1])))


def _table_of(source: Source, rows: Sequence[Row]) -> str | None:
    """The raw table a sheet holds by its name, or commitments by their columns."""
    if table := SHEETS.get(code_of(source.name)):
        return table
    wanted = set(_COMMITMENT_COLUMNS)
    has_both = any(wanted <= {code_of(cell) for cell in cells} for _, cells in rows)
    return "commitments" if has_both else None


def _first_row(source: Source, header: int, rows: Sequence[Row]) -> None:
    """The header has to be the first row with anything in it."""
    above = [number for number, cells in rows if number < header and any(map(str.strip, cells))]
    if above:
        raise Refusal(HeaderFurtherDown(sheet=source.name, value=str(header)))


def _export(source: Source, row: Row, findings: Findings, nearest: Nearest) -> Export:
    header, cells = row
    picked, ignored = _picked(source, cells, _OGP_NAMES, normal, findings)
    areas = _area_columns(source, cells, ignored, findings)
    absent = [name for name in ogp.WELCOME if name not in picked]
    if absent:
        findings.add(ColumnsAbsent(sheet=source.name, value=_list(absent), count=len(absent)))
    left = [cells[place].strip() for place in ignored if cells[place] not in areas]
    left = [cell for cell in left if cell and normal(cell) not in _UNUSED]
    for name in ogp.NEEDED:
        if name not in picked:
            _missing(source, name, left, findings, nearest)
    if left:
        findings.add(ColumnsIgnored(sheet=source.name, value=_list(left), count=len(left)))
    places = {cell: place for place, cell in enumerate(cells) if cell in areas}
    return Export(Part(source, header, {**picked, **places}), areas)


def _area_columns(
    source: Source, cells: Sequence[str], free: Sequence[int], findings: Findings
) -> dict[str, str]:
    """Columns of policy areas. One nobody knows yet counts if it stands between two known ones."""
    known = _areas()
    at = [place for place in free if normal(cells[place]) in known]
    areas: dict[str, str] = {}
    for place in free:
        cell = cells[place]
        if not at or not at[0] <= place <= at[-1] or normal(cell) in ("", *_UNUSED):
            continue
        if cell in areas:
            findings.add(ColumnTwice(sheet=source.name, value=cell))
        tag = known.get(normal(cell), " ".join(cell.replace(";", ",").split()))
        areas[cell] = tag
    return areas


def _areas() -> dict[str, str]:
    """Policy areas as a header may write them → as they are spelled here."""
    record = read_public_record()["policy_areas"]["tag"].to_pylist()
    return {normal(tag): tag for tag in (*ogp.POLICY_AREAS, *record)}


def _template(
    heads: Sequence[tuple[Source, list[Row]]], findings: Findings, nearest: Nearest
) -> Template:
    parts: dict[str, Part] = {}
    unused = []
    for source, rows in heads:
        table = _table_of(source, rows)
        if table is None:
            unused.append(source.name)
        elif table in parts:
            findings.add(SheetTwice(value=sheet_name(table)))
        elif part := _table_part(source, rows, table, findings, nearest):
            parts[table] = part
    unused = [name for name in unused if code_of(name) != CODEBOOK]
    if unused:
        findings.add(SheetsIgnored(value=_list(unused), count=len(unused)))
    return Template(parts)


def _table_part(
    source: Source, rows: Sequence[Row], table: str, findings: Findings, nearest: Nearest
) -> Part | None:
    names = {column.name: column.name for column in TABLES[table]}
    filled = [row for row in rows if any(map(str.strip, row[1]))]
    if not filled:
        return None
    header, cells = max(filled, key=lambda row: len(names.keys() & {*map(code_of, row[1])}))
    _first_row(source, header, rows)
    picked, ignored = _picked(source, cells, names, code_of, findings)
    left = [cells[place].strip() for place in ignored if cells[place].strip()]
    for column in TABLES[table]:
        if column.needed and column.name not in picked:
            _missing(source, column.name, left, findings, nearest)
    if left:
        findings.add(ColumnsIgnored(sheet=source.name, value=_list(left), count=len(left)))
    return Part(source, header, picked, {name: cells[at].strip() for name, at in picked.items()})


def _picked(
    source: Source,
    cells: Sequence[str],
    names: Mapping[str, str],
    written: Callable[[str], str],
    findings: Findings,
) -> tuple[dict[str, int], list[int]]:
    """The columns known (name → position), and the positions of the others."""
    picked: dict[str, int] = {}
    ignored: list[int] = []
    for place, cell in enumerate(cells):
        name = names.get(written(cell))
        if name is None:
            ignored.append(place)
        elif name in picked:
            findings.add(ColumnTwice(sheet=source.name, value=cell))
        else:
            picked[name] = place
    return picked, ignored


def _missing(
    source: Source, name: str, free: Sequence[str], findings: Findings, nearest: Nearest
) -> None:
    """The nearest is one of those nobody needs: a column in use cannot be the missing one."""
    near = nearest.to(name, free)
    findings.add(MissingColumn(sheet=source.name, value=name, other=near))


def _unknown(heads: Sequence[tuple[Source, list[Row]]], nearest: Nearest) -> NotRecognised:
    """Says what was looked for, and what comes nearest to it in the header, or in any row of it."""
    wanted = (*ogp.NEEDED, *_COMMITMENT_COLUMNS)
    known = known_headers() | _UNUSED
    rows = [[cell.strip() for cell in cells] for _, rows in heads for _, cells in rows]
    header = max(rows, key=lambda cells: len(known.intersection(map(normal, cells))), default=[])
    if len(known.intersection(map(normal, header))) >= _ENOUGH:
        rows = [header]
    # A column of OGP's with a name of its own is not one of those looked for.
    named = {*_OGP_NAMES, *_areas(), *_UNUSED} - {*map(normal, wanted)}
    found = {cell for cells in rows for cell in cells if normal(cell) not in named}
    free = sorted(cell for cell in found if 1 < len(cell) < 80)[:400]
    near = []
    for name in wanted:
        if one := nearest.to(name, free):
            near.append(one)
            free.remove(one)
    return NotRecognised(value=", ".join(wanted), other=", ".join(near))


def _list(names: Sequence[str]) -> str:
    return ", ".join([*names[:_LISTED], "…"] if len(names) > _LISTED else names)
