"""What a seal's table is today: asked, listed or made for a pack once more."""

from collections.abc import Iterator
from contextlib import contextmanager

from analytics.commitments.list_table import MOST, in_words
from analytics.exchange.asked_again import (
    NotAsked,
    ask_again,
    dimensions_of,
    filters_of,
    fingerprint,
    metrics_of,
    question_again,
)
from analytics.presentation.tables import answer_table
from analytics.query.ask import Answer
from analytics.query.listing import commitments
from analytics.query.named import NamedQuery
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset
from exports.pack.pack_papers import contents
from exports.paper.paper import Paper
from exports.paper.seal import Seal
from exports.paper.table import Sheet
from i18n import LANGUAGES, language, use

Rows = list[list[str]]


class MadeAgain:
    """Tables of today from one dataset, for one file: what a pack says is asked only once."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._papers: list[Paper] = []

    def of(self, seal: Seal) -> tuple[bool | None, Rows | None]:
        """Whether the answer is the same today, and the table; None for what cannot be told.

        The table is in the file's language. Raises NotAsked.
        """
        question = seal.question
        with _speaking(seal.language):
            if question.piece:
                paper = self._piece(seal)
                return paper.question.sha256 == question.sha256, list(paper.table.canonical())
            if question.kind == "list":
                return True, self._listed(seal)
            if question.kind == "ask":
                answer = ask_again(self.dataset, seal.stamp)
                return fingerprint([answer.frame]) == question.sha256, self._plain(answer, seal)
        if question.kind == "page":
            return None, None
        named = [NamedQuery(name, more) for name, more in question.named]
        frames = [question_again(self.dataset, seal.stamp, one) for one in named]
        return fingerprint(frames) == question.sha256, None

    def _plain(self, answer: Answer, seal: Seal) -> Rows | None:
        """The answer as the plain table of it, if that is how the file shows it."""
        metrics, by = metrics_of(seal.stamp), dimensions_of(seal.stamp)
        table = answer_table(answer, metrics, by, Vocabulary.of(self.dataset))
        if table.headings != seal.headings:
            return None
        return Sheet.of(table.frame, table.shares).canonical()

    def _listed(self, seal: Seal) -> Rows:
        filters, question = filters_of(seal.stamp, self.dataset), seal.question
        frame = commitments(
            self.dataset, filters, behind=question.behind, sort=question.sort, limit=MOST
        )
        return Sheet.of(in_words(frame, Vocabulary.of(self.dataset))).canonical()

    def _piece(self, seal: Seal) -> Paper:
        """A table of a pack; the whole pack is asked for the first of them."""
        if not (paper := self._held(seal)):
            filters = filters_of(seal.stamp, self.dataset)
            pieces = contents(self.dataset, filters, seal.address).pieces
            self._papers += [piece.paper for piece in pieces]
            paper = self._held(seal)
        if not paper:
            raise NotAsked(seal.question.piece)
        return paper[0]

    def _held(self, seal: Seal) -> list[Paper]:
        return [paper for paper in self._papers if _meant(paper) == _meant(seal)]


def _meant(made: Paper | Seal) -> tuple[object, ...]:
    chosen = {key: code for key, code in made.stamp.filters.items() if key != "as_of"}
    return made.question.piece, chosen, made.stamp.as_of, made.language


@contextmanager
def _speaking(code: str) -> Iterator[None]:
    """The language a file is in, for as long as it is made again."""
    spoken = language()
    use(code if code in LANGUAGES else spoken)
    try:
        yield
    finally:
        use(spoken)
