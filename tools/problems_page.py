"""docs/problems.md: every kind of problem with an example.

Written anew by `python -m tools.problems_page`; the examples stand in `problem_examples.csv`.
"""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import data.problems  # noqa: F401  (fills the catalogue)
from data.findings import CATALOGUE, Problem
from data.importer.readers.limits import UPLOAD

PAGE = Path(__file__).parent.parent / "docs" / "problems.md"
EXAMPLES = Path(__file__).with_name("problem_examples.csv")


def page() -> str:
    """The page in English, from the catalogue itself."""
    return "\n".join([*_head(), *_kinds(True), "", "## Notes: the file loads", "", *_kinds(False)])


def example(kind: type[Problem]) -> Problem:
    """A finding of this kind as it might come up."""
    return kind(**_examples().get(kind.code, {}))


@cache
def _examples() -> dict[str, dict[str, Any]]:
    """The fields of each kind's example, by its code; what an example leaves blank is left out."""
    with EXAMPLES.open(encoding="utf-8", newline="") as lines:
        return {row.pop("code"): dict(_fields(row)) for row in csv.DictReader(lines)}


def _fields(row: dict[str, str]) -> Iterator[tuple[str, str | int]]:
    for name, cell in row.items():
        if cell:
            yield name, int(cell) if name in ("row", "count") else cell


def _head() -> Iterator[str]:
    yield "# What can be wrong with a file"
    yield ""
    yield "Written by `python -m tools.problems_page`; do not edit by hand."
    yield ""
    yield "A file loads whole or not at all. Everything wrong is said at once: what, where, remedy."
    yield (
        f"Limits: {UPLOAD.packed // 1_000_000} MB for a workbook or ZIP "
        f"({UPLOAD.unpacked // 1_000_000} MB unpacked), {UPLOAD.plain // 1_000_000} MB for a CSV "
        f"file, {UPLOAD.rows:,} rows and {UPLOAD.cells:,} cells a sheet, "
        f"{UPLOAD.text:,} characters a cell."
    )
    yield ""
    yield "## Problems: the file stays out"
    yield ""


def _kinds(keeps_out: bool) -> Iterator[str]:
    yield "| kind | for example | remedy |"
    yield "| --- | --- | --- |"
    for code, kind in CATALOGUE.items():
        if kind.keeps_out is keeps_out:
            one = example(kind)
            place = one.where()
            text = f"{place}: {one.what()}" if place else one.what()
            yield f"| `{code}` | {text} | {one.advice()} |"
    if not keeps_out:
        yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
