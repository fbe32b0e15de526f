"""What every document of ours has: its properties, typeface and paper."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.text.paragraph import Paragraph

from analytics.delays.meeting_sheet import Line
from exports.paper.paper import MADE, Paper
from i18n import language_tag

MARGIN, EDGE = Cm(2), Cm(2.54)


def dress(
    book: Document,
    paper: Paper,
    *,
    margin: Length = MARGIN,
    edge: Length = EDGE,
    size: float = 10,
) -> None:
    """Properties that name no person and no moment, one typeface, A4 with its margins.

    `margin` is left free at the sides, `edge` above and below; letters have `size` points.
    """
    properties = book.core_properties
    properties.title, properties.subject = paper.title, paper.filters[:255]
    properties.author = properties.comments = ""
    properties.language = language_tag()
    for spoken in book.styles.element.xpath("w:docDefaults//w:lang"):
        spoken.set(qn("w:val"), language_tag())
    properties.created = properties.modified = MADE
    book.styles["Normal"].font.name = "Noto Sans"
    book.styles["Normal"].font.size = Pt(size)
    for section in book.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = margin
        section.top_margin = section.bottom_margin = edge


def tight(paragraph: Paragraph, after: float, spacing: float | None = None) -> None:
    """A paragraph that no page parts, with so many points below it and none above."""
    looks = paragraph.paragraph_format
    looks.space_before, looks.space_after, looks.keep_together = Pt(0), Pt(after), True
    looks.line_spacing = spacing


def to_ask(book: Document, line: Line) -> Paragraph:
    """A commitment in one paragraph: its name, what is known of it, what to ask."""
    paragraph = book.add_paragraph()
    paragraph.add_run(f"{line.number} {line.label}").bold = True
    paragraph.add_run(f"\n{line.facts} · {line.evidence}")
    paragraph.add_run(f"\n{line.question}").italic = True
    return paragraph


def grid(
    book: Document, rows: Sequence[Sequence[str]], widths: Sequence[Length], size: float, head: bool
) -> Any:  # noqa: ANN401 - python-docx's table
    """A table, no row of it parted; bold is its first row where that is a `head`, else the first
    cell of each."""
    table = book.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width  # LibreOffice asks the columns, Word the cells
    for down, row in enumerate(rows):
        line = table.add_row()
        line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for across, (cell, text, width) in enumerate(zip(line.cells, row, widths, strict=True)):
            cell.width = width
            run = cell.paragraphs[0].add_run(text)
            run.bold, run.font.size = not (down if head else across), Pt(size)
    return table
