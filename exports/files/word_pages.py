"""What every document of ours has: its properties, typeface and paper."""

from datetime import datetime

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt

from i18n import language_tag

MADE = datetime(2000, 1, 1)
MARGIN = Cm(2)


def dress(
    book: Document, title: str, subject: str, *, margin: Length = MARGIN, points: float = 10
) -> None:
    """Properties that name no person and no moment, one typeface, A4 with its margins."""
    properties = book.core_properties
    properties.title, properties.subject, properties.author, properties.comments = (
        title,
        subject[:255],
        "",
        "",
    )
    properties.language = language_tag()
    for spoken in book.styles.element.xpath("w:docDefaults//w:lang"):
        spoken.set(qn("w:val"), language_tag())
    properties.created = properties.modified = MADE
    book.styles["Normal"].font.name = "Noto Sans"
    book.styles["Normal"].font.size = Pt(points)
    for section in book.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = margin
