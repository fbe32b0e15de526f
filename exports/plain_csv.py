"""CSV for spreadsheets, with cells that cannot run as formulas."""

import csv
import io
from collections.abc import Iterable, Sequence

RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")
BOM = "\ufeff"
"""Without it Excel reads UTF-8 as the local code page."""


def as_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A head and rows as UTF-8 CSV. Text that a spreadsheet might run is put behind a quote."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([inert(cell) for cell in head])
    writer.writerows([[inert(cell) for cell in row] for row in rows])
    return (BOM + out.getvalue()).encode()


def inert(cell: object) -> object:
    """A cell that a spreadsheet shows and never runs. Numbers stay numbers, None stays empty."""
    if isinstance(cell, str) and cell.startswith(RUNS):
        return f"'{cell}"
    return cell
