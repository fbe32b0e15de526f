"""The meeting sheet as DOCX: two columns on A4, so that a country's sheet fills two pages."""

from collections.abc import Sequence

import pandas as pd
from docx import Document
from docx.document import Document as Open
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from analytics.delays.meeting_sheet import Group, groups
from analytics.query.vocabulary import Vocabulary
from exports.files.office import office_file
from exports.files.word_pages import dress, tight, to_ask
from exports.paper.paper import Paper
from exports.paper.stamp_text import view_line
from i18n import number, t

MOST = 35
"""Commitments in the document, as many as two pages hold; the table holds all of them."""
MARGIN, LETTERS, SPACING = Cm(1.1), 8, 0.95


def meeting_sheet_file(sheet: pd.DataFrame, vocabulary: Vocabulary, paper: Paper) -> bytes:
    """An arranged sheet as a document with its seal."""
    book = Document()
    dress(book, paper, margin=MARGIN, edge=MARGIN, size=LETTERS)
    _in_two_columns(book)
    book.add_heading(paper.title, 1)
    tight(book.add_paragraph(view_line(paper)), 6, SPACING)
    for group in groups(sheet, sheet.head(MOST), vocabulary):
        _group(book, group)
    _foot(book, paper, len(sheet))
    return office_file(book, paper)


def _in_two_columns(book: Open) -> None:
    columns = OxmlElement("w:cols")
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "400")
    for section in book.sections:
        for old in section._sectPr.findall(qn("w:cols")):
            section._sectPr.replace(old, columns)


def _group(book: Open, group: Group) -> None:
    heading = book.add_heading(group.heading, 2)
    heading.runs[0].font.size = Pt(LETTERS + 1)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(3), Pt(1)
    for line in group.lines:
        tight(to_ask(book, line), 1.5, SPACING)


def _foot(book: Open, paper: Paper, count: int) -> None:
    lines: Sequence[str] = (paper.source, paper.address)
    if count > MOST:
        left = t("The first {most} of {count} commitments.", most=number(MOST), count=number(count))
        lines = (left, *lines)
    for one in filter(None, lines):
        tight(book.add_paragraph(one), 2, SPACING)
