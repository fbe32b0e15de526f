"""From what is shown to what leaves: papers of figures and lists, and their seals."""

from collections.abc import Sequence
from dataclasses import replace

from analytics.exchange.asked_again import fingerprint, question_again
from analytics.presentation.figure import Figure, source_of
from analytics.presentation.tables import Table
from analytics.query.named import NamedQuery
from analytics.query.stamp import Stamp
from data.store import Dataset
from exports.paper.paper import Paper
from exports.paper.seal import MOST_CELLS, Meaning, Question, Seal
from exports.paper.table import Sheet, digest
from i18n import language


def paper_of(
    figure: Figure, stamp: Stamp, filters: str, dataset: Dataset, address: str = ""
) -> Paper:
    """A figure as it stands on the screen. `stamp` is the answer's, or the view's without one."""
    question = _question(figure, stamp, dataset)
    paper = plain_paper(figure.table, figure.heading, stamp, question, filters, address)
    return replace(paper, subtitle=figure.beneath, source=figure.source)


def paper_of_table(
    table: Table, stamp: Stamp, filters: str, dataset: Dataset, address: str = ""
) -> Paper:
    """A table as it stands on the screen."""
    question = Question(piece=table.piece)
    if table.queries:
        question = _named_questions(table.queries, stamp, dataset)
    paper = plain_paper(table, table.title, stamp, question, filters, address)
    return replace(paper, subtitle=table.subtitle)


def plain_paper(
    table: Table, title: str, stamp: Stamp, question: Question, filters: str, address: str
) -> Paper:
    """A table under a title, with nothing said of it beneath."""
    return Paper(
        title, "", source_of(stamp), Sheet.of(table.frame, table.shares), stamp, question,
        filters, language(), address, meanings_of(table, stamp),
    )  # fmt: skip


def meanings_of(table: Table, stamp: Stamp) -> tuple[Meaning, ...]:
    """The codebook of a table, which names as source whom the data are credited to."""
    return tuple(Meaning.of(column, stamp) for column in table.columns)


def seal_of(paper: Paper) -> Seal:
    """The seal of a paper's table, which it carries where that is small enough, with its words."""
    table, headings = paper.table, paper.table.headings
    small = len(table) * len(headings) <= MOST_CELLS
    rows = list(table.canonical()) if small else None
    sha256 = digest(headings, table.canonical() if rows is None else rows)
    bare = seal_of_file(paper, sha256)
    return replace(
        bare, question=paper.question, headings=headings, count=len(table), rows=rows,
        maker=paper.maker, subtitle=paper.subtitle, meanings=list(paper.meanings),
    )  # fmt: skip


def seal_of_file(paper: Paper, sha256: str) -> Seal:
    """The seal of a file that is known by `sha256`, its digest; it carries no table."""
    return Seal(
        format=2, title=paper.title, source=paper.source, language=paper.language,
        filters=paper.filters, address=paper.address, stamp=paper.stamp, question=Question(),
        sha256=sha256,
    )  # fmt: skip


def _question(figure: Figure, stamp: Stamp, dataset: Dataset) -> Question:
    if figure.table.queries:
        return _named_questions(figure.table.queries, stamp, dataset)
    if figure.answer is not None:
        return Question("ask", fingerprint([figure.answer.frame]))
    return Question()


def _named_questions(queries: Sequence[NamedQuery], stamp: Stamp, dataset: Dataset) -> Question:
    frames = [question_again(dataset, stamp, one) for one in queries]
    named = tuple((query.name, query.more or {}) for query in queries)
    return Question("named", fingerprint(frames), named)
