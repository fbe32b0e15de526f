"""A country's brief as DOCX: two portrait pages of A4, sealed like every file of ours."""

from collections.abc import Sequence

from docx import Document
from docx.document import Document as Open
from docx.shared import Cm, Length, Pt

from analytics.forum.brief import Brief, brief, sector_headings
from analytics.query.ask import stamped
from analytics.query.filters import Filters
from analytics.query.named import Queries
from data.store import Dataset
from exports.files.office import office_file
from exports.files.word_pages import dress, grid, tight, to_ask
from exports.paper.paper import Paper
from exports.paper.sealing import paper_of_table
from exports.paper.stamp_text import view_line
from i18n import labelled, t

MARGIN, LETTERS = Cm(1.8), 8.5
PAIR = (Cm(5), Cm(12.4))
FOUR = (Cm(5.6), Cm(2.6), Cm(3.2), Cm(6))


def brief_file(dataset: Dataset, filters: Filters, address: str = "") -> bytes:
    """The brief of the one country of `filters`, as known on their as-of date."""
    queries = Queries.of(dataset)
    whole = Filters(countries=filters.countries, as_of=filters.as_of)
    content = brief(queries, whole)
    text = whole.describe(queries.vocabulary)
    paper = paper_of_table(content.table(), stamped(dataset, whole), text, dataset, address)
    return _document(content, paper)


def _document(content: Brief, paper: Paper) -> bytes:
    book = Document()
    dress(book, paper, margin=MARGIN, edge=Cm(1.5), size=LETTERS)
    _heading(book, content.title, 1, 16)
    _line(book, view_line(paper))
    _line(book, content.standing)
    _heading(book, t("Latest and current plan"), 2)
    _table(book, (), content.now, PAIR)
    if content.sectors:
        _heading(book, t("Sectors with most commitments"), 2)
        _table(book, sector_headings(), content.sectors, FOUR)
        _line(book, t("A commitment counts once in each of its sectors."))
    if content.delays:
        _heading(book, t("Overdue"), 2)
        _line(book, content.delays)
    if content.groups:
        _questions(book, content)
    if content.sources:
        _heading(book, t("Sources"), 2)
        for source in content.sources:
            _line(book, labelled(source.label, source.url), after=1)
    for text in filter(None, (paper.source, paper.address)):
        _line(book, text, after=1)
    return office_file(book, paper)


def _questions(book: Open, content: Brief) -> None:
    """The first of what is past its due date, with a question each."""
    _heading(book, t("What to ask"), 2)
    if content.shortened:
        _line(book, content.shortened)
    for group in content.groups:
        _heading(book, group.name, 3, LETTERS)
        for line in group.lines:
            tight(to_ask(book, line), after=3)


def _heading(book: Open, text: str, level: int, points: float = LETTERS + 2.5) -> None:
    heading = book.add_heading(text, level)
    heading.runs[0].font.size = Pt(points)
    heading.paragraph_format.space_before = Pt(0 if level == 1 else 7)
    heading.paragraph_format.space_after = Pt(2)


def _line(book: Open, text: str, after: float = 3) -> None:
    tight(book.add_paragraph(text), after)


def _table(
    book: Open, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[Length]
) -> None:
    """A table with a heading row, or of pairs whose first is the heading of the second."""
    table = grid(book, [heads, *rows] if heads else rows, widths, LETTERS, head=bool(heads))
    for row in table.rows:
        for cell in row.cells:
            tight(cell.paragraphs[0], after=0)
