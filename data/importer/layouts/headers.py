"""The row of column names: which it is, what it names, and what it lacks."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from data.columns import TABLES
from data.findings import Findings, Problem
from data.importer.layouts import ogp_columns as ogp
from data.importer.layouts.words import Nearest
from data.importer.readers.plain import normal
from data.importer.readers.sheets import Row, Source
from data.problems import ColumnTwice, HeaderFurtherDown, MissingColumn
from data.raw import read_public_record

OGP_NAMES = {normal(name): name for name in (*ogp.NEEDED, *ogp.WELCOME)}
UNUSED = frozenset(map(normal, ogp.UNUSED))
ENOUGH = 3  # this many columns of a layout, and a row is meant to name them
_LISTED = 40  # more names than this in one note nobody reads


class Named(str):
    """A column by our name, matched to the one that is `written` in the file."""

    __slots__ = ("written",)
    written: str

    def __new__(cls, name: str, written: str) -> "Named":
        named = super().__new__(cls, name)
        named.written = written
        return named


def as_written(cell: str) -> str:
    """The name of a column as the file writes it."""
    return cell.written if isinstance(cell, Named) else cell.strip()


@lru_cache
def known_headers() -> frozenset[str]:
    """All headers some layout knows, as `normal` writes them."""
    columns = {normal(column.name) for table in TABLES.values() for column in table}
    return frozenset({*OGP_NAMES, *areas(), *columns})


def first_row(source: Source, header: int, rows: Sequence[Row], findings: Findings) -> None:
    """The header has to be the first row with anything in it."""
    above = [number for number, cells in rows if number < header and any(map(str.strip, cells))]
    if above:
        findings.add(HeaderFurtherDown(sheet=source.name, value=str(header)))


def area_columns(
    source: Source, cells: Sequence[str], free: Sequence[int], findings: Findings
) -> dict[str, str]:
    """Columns of policy areas. One nobody knows yet counts if it stands between two known ones."""
    areas_by_name = areas()
    at = [place for place in free if normal(cells[place]) in areas_by_name]
    columns: dict[str, str] = {}
    for place in free:
        cell = cells[place]
        if not at or not at[0] <= place <= at[-1] or normal(cell) in ("", *UNUSED):
            continue
        if cell in columns:
            findings.add(ColumnTwice(sheet=source.name, value=cell))
        tag = areas_by_name.get(normal(cell), " ".join(cell.replace(";", ",").split()))
        columns[cell] = tag
    return columns


@lru_cache
def areas() -> dict[str, str]:
    """Policy areas as a header may write them → as they are spelled here."""
    record = read_public_record()["policy_areas"]["tag"].to_pylist()
    return {normal(tag): tag for tag in (*ogp.POLICY_AREAS, *record)}


def picked_columns(
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


def missing_column(
    source: Source, name: str, free: Sequence[str], findings: Findings, nearest: Nearest
) -> None:
    """The nearest is one of those nobody needs: a column in use cannot be the missing one."""
    near = nearest.to(name, free)
    findings.add(MissingColumn(sheet=source.name, value=name, other=near))


def header_of(rows: Sequence[Row]) -> Row:
    """The row of column names: the one with most names we know, else the first that has words."""
    filled = [row for row in rows if any(map(str.strip, row[1]))]
    best = max(filled, key=lambda row: len(known_in(row[1])), default=(0, []))
    if len(known_in(best[1])) >= ENOUGH:
        return best
    return next((row for row in filled if _has_words(row[1])), (0, []))


def known_in(cells: Sequence[str]) -> frozenset[str]:
    """The names of columns among these that some layout knows."""
    return (known_headers() | UNUSED).intersection(map(normal, cells)) - {""}


def _has_words(cells: Sequence[str]) -> bool:
    """More than one cell, and more words among them than numbers."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    texts = [cell for cell in filled if any(map(str.isalpha, cell))]
    return 2 * len(texts) > len(filled) and (len(filled) > 1 or len(cells) < 2)


def tell(kind: type[Problem], names: Sequence[str], findings: Findings, sheet: str = "") -> None:
    """One line for all of these names; none where there are none."""
    if names:
        findings.add(kind(sheet=sheet, value=listed(names), count=len(names)))


def listed(names: Sequence[str]) -> str:
    return ", ".join([*names[:_LISTED], "…"] if len(names) > _LISTED else names)
