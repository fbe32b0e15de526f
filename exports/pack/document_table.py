"""All words of a document as one table: what its seal carries and what is compared on return."""

from collections.abc import Iterator

from docx.document import Document as Open
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.paper.found import letters
from exports.paper.table import canonical

HEADINGS = ["Place", "Text"]


def document_table(book: Open) -> list[list[str]]:
    """A row for each paragraph and each cell that says something: its place, its text.

    Read from the markup: the library would repeat a cell as often as a stranger's file says it
    spans columns.
    """
    return [[place, said] for place, text in _texts(book) if (said := canonical(text))]


def _texts(book: Open) -> Iterator[tuple[str, str]]:
    paragraphs = tables = 0
    for part in book.element.body:
        if part.tag == qn("w:p"):
            # A paragraph without words has no number: pictures stand in one.
            if text := _text(part).strip():
                paragraphs += 1
                yield f"P{paragraphs}", text
        elif part.tag == qn("w:tbl"):
            tables += 1
            for at, row in enumerate(part.iterchildren(qn("w:tr")), start=1):
                for place, cell in enumerate(row.iterchildren(qn("w:tc"))):
                    yield f"T{tables}.{letters(place)}{at}", _text(cell)


def _text(part: BaseOxmlElement) -> str:
    return "".join(one.text or "" for one in part.iter(qn("w:t")))
