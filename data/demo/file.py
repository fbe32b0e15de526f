"""The demonstration portfolio as a file that can be loaded like anybody's own."""

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path

import pyarrow as pa
from pyarrow import csv

from data.columns import TABLES, sheet_name
from data.demo import INVENTED, context, invented

BLOCK = 1 << 20


def write(path: Path, how_many: int, seed: int) -> None:
    """Write a ZIP of CSV files in the layout of our template. The same seed gives the same bytes.

    One jurisdiction at a time is held in memory; CSV files, because a workbook's sheet ends at
    1,048,576 rows. Raises ValueError for another ending than .zip, too few commitments or a
    negative seed.
    """
    if seed < 0:
        raise ValueError(f"{seed} is no seed: it is a whole number, 0 or more.")
    if path.suffix.lower() != ".zip":
        raise ValueError(
            f"“{path.name}” does not end in .zip: the portfolio is a ZIP of CSV files."
        )
    batches = invented(how_many, seed)
    first = next(batches)
    with tempfile.TemporaryDirectory(dir=path.absolute().parent) as folder:
        parts = _parts(Path(folder), first, batches)
        aside = Path(folder) / path.name
        _zip(aside, parts)
        aside.replace(path)


def _parts(
    folder: Path, first: dict[str, pa.Table], more: Iterator[dict[str, pa.Table]]
) -> dict[str, Path]:
    """A CSV file a table, written side by side as the batches come. Raw table → file."""
    paths = {table: folder / f"{sheet_name(table)}.csv" for table in TABLES}
    facts = context()
    with ExitStack() as files:
        writers = {
            table: files.enter_context(csv.CSVWriter(paths[table], _columns(table, rows).schema))
            for table, rows in (facts | first).items()
        }
        for table, rows in facts.items():
            writers[table].write_table(_columns(table, rows))
        for batch in chain([first], more):
            for table in INVENTED:
                writers[table].write_table(_columns(table, batch[table]))
    return paths


def _columns(table: str, rows: pa.Table) -> pa.Table:
    return rows.select([column.name for column in TABLES[table]])


def _zip(path: Path, parts: dict[str, Path]) -> None:
    """Pack the files. No time of day gets in: a ZipInfo made by hand is dated 1980."""
    with zipfile.ZipFile(path, "w") as archive:
        for part in parts.values():
            entry = zipfile.ZipInfo(part.name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with part.open("rb") as plain, archive.open(entry, "w", force_zip64=True) as packed:
                while block := plain.read(BLOCK):
                    packed.write(block)
            part.unlink()
