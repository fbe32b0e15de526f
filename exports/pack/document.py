"""The DOCX summary of an evidence pack: real headings, real tables, alternative texts."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docx import Document
from docx.document import Document as Open
from docx.oxml import OxmlElement
from docx.shared import Cm, Length, Pt

from analytics.evaluation.cohorts import METHOD
from analytics.evaluation.grades import CAVEAT, GRADES, strength_lines
from analytics.evaluation.matrix import CRITERIA
from analytics.evaluation.review import NO_EVIDENCE, Reviewed, rests_on
from analytics.presentation.numbers import headline, share
from analytics.presentation.words import standing_in_words
from exports.files.images import bare_png
from exports.files.office import office_file
from exports.files.word_pages import dress, grid
from exports.pack.pack_papers import Contents, Piece
from exports.paper.stamp_text import stamp_lines, view_line
from exports.paper.table import LongSheet, Sheet, is_number
from i18n import number, t

WIDE = Cm(17)
PAIR = (Cm(4.5), Cm(12.5))
"""Columns of a table that explains words."""
SHOWN = ("cohorts-24-months-country", "transitions", "sensitivity")
"""The figures the summary shows, each with its table."""
KEPT = {"cohorts-24-months-country": (0, 1, 3, 4, 5, 10, 11, 12, 13)}
"""The columns a page of paper holds of the widest table; the workbook has them all."""


def summary(held: Contents) -> bytes:
    """The summary as DOCX with its seal."""
    paper, book = replace(held.pieces[0].paper, title=t("Evidence summary")), Document()
    dress(book, paper)
    book.add_heading(paper.title, 0)
    book.add_paragraph(view_line(paper))
    book.add_heading(t("In short"), 1)
    book.add_paragraph(standing_in_words(held.ground))
    _strength(book, held)
    _matrix(book, held.reviewed)
    book.add_heading(t("Figures"), 1)
    book.add_paragraph(t(METHOD))
    for name in SHOWN:
        _figure(book, held.piece(name))
    _list(book, t("Limits"), [gap.sentence for gap in held.limits])
    _grades(book)
    book.add_heading(t("About this file"), 1)
    _table(book, (t("What"), t("Said")), stamp_lines(paper))
    return office_file(book, paper)


def _strength(book: Open, held: Contents) -> None:
    counts = held.piece("evidence-grades").paper.table
    mix = dict(zip(GRADES, counts.frame.iloc[:, 2], strict=True))
    lines = [f"{count} · {meaning}" for count, meaning in strength_lines(mix)]
    _list(book, t("Strength of the evidence"), lines, level=2)


def _matrix(book: Open, reviewed: Sequence[Reviewed]) -> None:
    book.add_heading(t("Review matrix"), 1)
    heads = (t("Indicator"), t("Value"), t("Rests on"), t("Evidence grades"), t("Source"))
    for criterion, label in CRITERIA.items():
        book.add_heading(t(label), 2)
        for one in reviewed:
            if one.line.criterion == criterion:
                book.add_heading(t(one.line.question), 3)
                judged = t("Judged by: {criterion}", criterion=t(one.line.judged_by))
                book.add_paragraph(judged).paragraph_format.keep_with_next = True
                if one.silent:
                    book.add_paragraph(t(NO_EVIDENCE)).runs[0].bold = True
                else:
                    _table(book, heads, list(_findings(one)))
                book.add_paragraph(t(one.line.silence))


def _findings(one: Reviewed) -> Iterator[tuple[str, ...]]:
    for finding in one.findings:
        yield (
            t(finding.label),
            headline(finding.metric, finding.row),
            rests_on(finding),
            finding.graded,
            finding.source,
        )


def _figure(book: Open, piece: Piece) -> None:
    paper = piece.paper
    book.add_heading(paper.title, 2)
    if _says_nothing(paper.table):
        book.add_paragraph(t("Nothing in view can be shown here."))
        return
    # The words stay on the page of the picture they speak of.
    book.add_paragraph(paper.subtitle).paragraph_format.keep_with_next = True
    if piece.figure:
        book.add_picture(io.BytesIO(bare_png(paper, piece.figure)), width=WIDE)
        shape = book.inline_shapes[-1]._inline.docPr
        shape.set("descr", piece.figure.alternative)
        shape.set("title", piece.figure.title)
    heads = paper.table.headings
    kept = KEPT.get(piece.name, range(len(heads)))
    rows = [
        [_cell(row[at], heads[at] in paper.table.shares) for at in kept]
        for row in paper.table.rows()
    ]
    _table(book, [heads[at] for at in kept], rows)
    book.add_paragraph(paper.source)


def _says_nothing(table: Sheet | LongSheet) -> bool:
    """Whether no cell counts anything: a table of noughts would look like a finding."""
    return not any(is_number(cell) and cell for row in table.rows() for cell in row)


def _cell(cell: object, is_share: bool) -> str:
    if cell is None:
        return "–"
    if isinstance(cell, int | float):
        return share(cell) if is_share else number(cell)
    return str(cell)


def _list(book: Open, title: str, lines: Sequence[str], level: int = 1) -> None:
    book.add_heading(title, level)
    for line in lines:
        book.add_paragraph(line, style="List Bullet")


def _grades(book: Open) -> None:
    book.add_heading(t("What the grades mean"), 1)
    _table(book, (t("Grade"), t("Meaning")), [(key, t(meaning)) for key, meaning in GRADES.items()])
    book.add_paragraph(t(CAVEAT))


def _table(book: Open, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table whose first row is a heading that is repeated on every page; no row is parted."""
    widths = PAIR if len(heads) == len(PAIR) else _by_words([heads, *rows])
    table = grid(book, [heads, *rows], widths, 7 if len(heads) > 6 else 9, head=True)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    # Word wants a paragraph after a table: a low one, which makes no page of its own.
    after = book.add_paragraph().paragraph_format
    after.line_spacing, after.space_after = Pt(6), Pt(0)


def _by_words(rows: Sequence[Sequence[str]]) -> tuple[Length, ...]:
    """Widths that part no word: of each column its longest one, and as much again for the sides."""
    longest = [
        max((len(word) for text in column for word in text.split(" ")), default=0) + 3
        for column in zip(*rows, strict=True)
    ]
    return tuple(Length(WIDE * letters // sum(longest)) for letters in longest)
