"""What a file says stays text in every file made of it: no link, no picture, nothing that runs."""

import io
import re
import zipfile

import openpyxl
import pytest
from docx import Document
from pptx import Presentation

from analytics.forum.storyboard import of_country, usual
from analytics.query.filters import Filters
from data.importer import open_upload
from exports.files.files import image_file, table_file
from exports.files.lists import list_paper
from exports.pack.pack import evidence_pack
from exports.slides.deck import deck
from tests.unit.exports.made import compared, mixed, paper
from tests.unit.importer.hostile_words import HOST, NAME, WORDS, workbook

ADDRESS = "http://monitor.example/"
LONG = Filters(words=f"a {WORDS}"[:200])


@pytest.fixture(scope="module")
def hostile():
    return open_upload(NAME, workbook()).dataset


def parts(content):
    """Every part of a file, those of a file within it too."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            inside = archive.read(name)
            if name.endswith((".docx", ".xlsx", ".pptx")):
                yield from parts(inside)
            yield name, inside


def alive(content):
    """Links out, pictures by address, fields and formulas: what a reader's program would follow."""
    targets = []
    for name, inside in parts(content):
        if name.endswith(".rels"):
            targets += re.findall(rb'Target="([^"]*)"[^>]*TargetMode="External"', inside)
        if name.endswith(".xml"):
            targets += re.findall(rb"<(?:w:instrText|w:hyperlink|a:hlinkClick|f>)[^>]*>", inside)
        if name.endswith(".svg"):
            targets += re.findall(rb"<(?:a|image|script|foreignObject)\b[^>]*>", inside)
    return [one.decode() for one in targets]


@pytest.mark.parametrize("filters", [Filters(), LONG], ids=["all", "words"])
def test_an_evidence_pack_holds_words_as_words(hostile, filters):
    pack = evidence_pack(hostile, filters, ADDRESS, lambda _: None)
    assert alive(pack) == []
    if filters == LONG:
        [document] = [inside for name, inside in parts(pack) if name.endswith(".docx")]
        text = "\n".join(one.text for one in Document(io.BytesIO(document)).paragraphs)
        assert "![a](http://evil.example/i.png)" in text


@pytest.mark.parametrize("views", [usual(Filters()), of_country("UKR")], ids=["region", "country"])
def test_slides_hold_words_as_words(hostile, views):
    made = deck(hostile, LONG, views, ADDRESS)
    linked = [one for one in alive(made) if HOST in one]
    assert linked == []
    assert len(Presentation(io.BytesIO(made)).slides) >= len(views)


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_a_picture_holds_words_as_words(hostile, ending):
    figure = mixed(hostile, LONG)
    made = image_file(paper(hostile, figure, LONG), figure, ending)
    assert not re.search(rb"<(?:a|image|script|foreignObject)\b", made) or ending == "png"


def test_a_list_holds_words_as_words(hostile):
    made = table_file(list_paper(hostile, Filters()), "xlsx", "list")
    sheet = openpyxl.load_workbook(io.BytesIO(made))["Table"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [cell for cell in cells if cell.hyperlink or cell.data_type == "f"] == []
    assert any(f"![a](http://{HOST}/i.png)" in str(cell.value) for cell in cells)
    assert alive(table_file(paper(hostile, compared(hostile)), "zip", "compared")) == []
