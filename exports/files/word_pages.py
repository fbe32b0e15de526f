"""What every document of ours has: its properties, typeface and paper."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.text.paragraph import Paragraph

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
