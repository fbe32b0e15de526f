"""A file of no layout known: what was looked for, and which of its columns come nearest to it."""

from collections.abc import Sequence

from data.findings import Findings
from data.importer.layouts import ogp_columns as ogp
from data.importer.layouts.headers import (
    ENOUGH,
    OGP_NAMES,
    UNUSED,
    areas,
    first_row,
    header_of,
    known_in,
    listed,
)
from data.importer.layouts.words import Nearest
from data.importer.matching import guesses
from data.importer.matching.mapping import TABLE, targets
from data.importer.readers.plain import normal
from data.importer.readers.sheets import Row, Source
from data.problems import NotRecognised

COMMITMENT_COLUMNS = ("commitment_id", "plan_id")
_LONGEST = 80  # letters of what may be the name of a column


def not_recognised(
    sheets: Sequence[tuple[Source, Sequence[Row]]], findings: Findings, nearest: Nearest
) -> NotRecognised:
    """Says what was looked for, and what comes nearest to it among the names of columns."""
    wanted = (*ogp.NEEDED, *COMMITMENT_COLUMNS)
    headers = [(source, rows, header_of(rows)) for source, rows in sheets]
    for source, rows, (number, cells) in headers:
        if len(known_in(cells)) >= ENOUGH:
            first_row(source, number, rows, findings)
    # A column of OGP's with a name of its own is not one of those looked for.
    named = {*OGP_NAMES, *areas(), *UNUSED} - {*map(normal, wanted)}
    given = {cell.strip() for _, _, (_, cells) in headers for cell in cells}
    free = [cell for cell in given if 1 < len(cell) < _LONGEST and normal(cell) not in named]
    free = sorted(free)[:400]
    near = []
    for name in wanted:
        if one_near := nearest.to(name, free):
            near.append(one_near)
            free.remove(one_near)
    for _, rows, (number, cells) in headers if len(near) < ENOUGH else ():
        examples = {
            name: values for name, values in _samples(rows, number, cells).items() if name in free
        }
        guessed = guesses.best(targets(TABLE), examples)
        near += [name for name in guessed.values() if name not in near]
    return NotRecognised(value=", ".join(wanted), other=listed(near))


def _samples(rows: Sequence[Row], header: int, cells: Sequence[str]) -> dict[str, list[str]]:
    """The columns of a sheet, each with the first of what stands in it."""
    below = [row for number, row in rows if number > header]
    return {
        cell.strip(): [row[at].strip() for row in below if at < len(row) and row[at].strip()]
        for at, cell in enumerate(cells)
        if 1 < len(cell.strip()) < _LONGEST
    }
