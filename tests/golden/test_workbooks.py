"""The structure of a workbook, sheet by sheet and cell by cell. `make golden` writes it anew.

Numbers and versions are facts of the data and stay out: another dataset is no other structure.
"""

import io
import json
import os
import re
from pathlib import Path

import openpyxl
import pytest

from exports.files.files import table_file
from exports.files.lists import list_paper
from tests.unit.exports import made

HERE = Path(__file__).parent
FACTS = ("SHA-256 of the data", "Version of the data", "Definitions", "The same view")


def structure(content):
    """Every sheet with its state, its frozen rows and what its cells hold, numbers as formats."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {
        sheet.title: {
            "state": sheet.sheet_state,
            "frozen": sheet.freeze_panes,
            "filtered": bool(sheet.auto_filter.ref),
            "rows": [] if sheet.sheet_state == "hidden" else rows(sheet),
        }
        for sheet in book
    }


def rows(sheet):
    """The first rows, a line each; what a version of the data decides is three dots."""
    return [
        f"{row[0].value} | …"
        if row[0].value in FACTS
        else " | ".join(held(cell) for cell in row).rstrip(" |")
        for row in sheet.iter_rows(max_row=min(sheet.max_row, 24))
    ]


def held(cell):
    if cell.value is None:
        return ""
    if isinstance(cell.value, str):
        return re.sub(r"record [0-9a-f]{12}", "record …", cell.value)
    return f"{type(cell.value).__name__} {cell.number_format}"


@pytest.mark.parametrize("name", ["compared", "trended", "list"])
def test_a_workbook_is_laid_out_as_it_was(record, name):
    if name == "list":
        paper = list_paper(record, made.BOTH, behind="overdue.value")
    else:
        paper = made.paper(record, getattr(made, name)(record))
    structure_now = json.dumps(
        structure(table_file(paper, "xlsx", name)), ensure_ascii=False, indent=1
    )
    golden = HERE / f"workbook_{name}.json"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(structure_now + "\n", encoding="utf-8")
    assert structure_now + "\n" == golden.read_text(encoding="utf-8")
