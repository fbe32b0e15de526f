"""The structure of the DOCX summary: headings, tables, pictures. `make golden` writes it anew.

Numbers are facts of the data and stay out: what counts is which heading stands over which table.
"""

import io
import json
import os
from pathlib import Path

import docx
import pytest

from analytics.query.filters import Filters
from exports.pack.document import SHOWN, summary
from exports.pack.pack_papers import contents

GOLDEN = Path(__file__).parent / "summary.json"


def structure(book):
    """The document from top to bottom, a line each: headings, tables with their heads, pictures."""
    lines = []
    for part in book.iter_inner_content():
        if hasattr(part, "rows"):
            lines.append("table: " + " | ".join(cell.text for cell in part.rows[0].cells))
        elif part.style.name.startswith(("Heading", "Title")):
            lines.append(f"{part.style.name}: {part.text}")
        elif "graphic" in part._p.xml:
            lines.append("picture")
    return lines


@pytest.fixture(scope="module")
def book(record):
    held = contents(record, Filters(countries=("UKR",)), "http://monitor/evaluation")
    return docx.Document(io.BytesIO(summary(held)))


def test_the_structure_is_the_golden_one(book):
    structure_now = structure(book)
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text(
            json.dumps(structure_now, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
    assert structure_now == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_every_table_repeats_its_head_on_the_next_page(book):
    assert book.tables
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in book.tables)


def test_every_picture_has_words_for_those_who_do_not_see_it(book):
    assert len(book.inline_shapes) == len(SHOWN)
    assert all(shape._inline.docPr.get("descr") for shape in book.inline_shapes)


def test_the_file_names_no_person_and_no_moment(book):
    assert book.core_properties.author == ""
    assert book.core_properties.created.year == 2000
