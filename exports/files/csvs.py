"""CSV that no spreadsheet runs, and what its columns are in the words of Table Schema."""

import csv
from datetime import date
from io import TextIOBase
from typing import Any

from data.findings import inert
from exports.paper.paper import Paper
from exports.paper.table import PLAIN_NUMBER, Cell

TYPES = {bool: "boolean", int: "integer", float: "number", date: "date", str: "string"}
"""The type of a column by the kind of its cells; whole numbers and others together are numbers."""


def write_csv(out: TextIOBase, paper: Paper) -> list[dict[str, Any]]:
    """Write the table alone and return its fields: name, title, meaning, type, unit, source.

    Shares are fractions of one, days ISO, unknown is blank. Row by row: a list of a million rows is
    never held as text.
    """
    writer, kinds = csv.writer(out), [set[type]() for _ in paper.table.headings]
    writer.writerow(map(_written, paper.table.headings))
    for part in paper.table.parts():
        for seen, (_, column) in zip(kinds, part.frame.items(), strict=True):
            seen.update(map(type, column))
        writer.writerows(map(_written, row) for row in part.rows())
    return [
        {"name": _written(one.heading), "title": one.heading, "type": _type(seen)}
        | _filled(description=one.definition, unit=one.unit, source=one.source)
        for one, seen in zip(paper.codebook(), kinds, strict=True)
    ]


def _filled(**values: str) -> dict[str, str]:
    return {key: word for key, word in values.items() if word}


def _type(seen: set[type]) -> str:
    kinds = seen - {type(None)}
    if kinds == {int, float}:
        return "number"
    return TYPES[kinds.pop()] if len(kinds) == 1 else "string"


def _written(cell: Cell) -> str:
    """A cell that no spreadsheet runs as a formula; a number may keep its minus."""
    if isinstance(cell, str):
        return cell if cell[:1] == "-" and PLAIN_NUMBER.fullmatch(cell) else inert(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.isoformat() if isinstance(cell, date) else repr(cell)
