"""What a seal's table is today: asked, listed, told or made for a pack once more."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from analytics.commitments.list_table import in_words, rows_behind
from analytics.exchange.asked_again import (
    NotAsked,
    ask_again,
    dimensions_of,
    filters_of,
    fingerprint,
    metrics_of,
    question_again,
)
from analytics.forum.storyboard import sequence
from analytics.presentation.tables import share_headings, table
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset
from exports.pack.document import SUMMARY, document
from exports.pack.document_table import document_table
from exports.pack.pack_papers import Contents, contents
from exports.paper.seal import Seal
from exports.paper.table import Sheet
from exports.slides.deck import Told
from exports.slides.deck_table import deck_table
from i18n import LANGUAGES, language, use

Rows = list[list[str]]


class MadeAgain:
    """Tables of today from one dataset, for one file: what a pack says is asked only once."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._held: dict[tuple[Filters, str], Contents] = {}
        self._known: dict[str, tuple[bool | None, Rows | None]] = {}

    def of(self, seal: Seal) -> tuple[bool | None, Rows | None]:
        """Whether the answer is the same today, and the table; None for what cannot be told."""
        # A table of a pack comes back as CSV, sheet and picture: the same question three times.
        key = repr((seal.stamp, seal.question, seal.headings, seal.language, seal.address))
        if key not in self._known:
            self._known[key] = self._answered(seal), self._rows(seal)
        return self._known[key]

    def _answered(self, seal: Seal) -> bool | None:
        """Whether the answer is the same today; None for what is not asked again."""
        asked = seal.question
        if asked.kind == "page":
            return True if asked.piece else None
        if asked.kind == "ask":
            return fingerprint([ask_again(self.dataset, seal.stamp).frame]) == asked.sha256
        if asked.kind == "named":
            frames = [
                question_again(self.dataset, seal.stamp, NamedQuery(name, more))
                for name, more in asked.named
            ]
            return fingerprint(frames) == asked.sha256
        return True  # lists and decks are compared row by row, in `rows`

    def _rows(self, seal: Seal) -> Rows | None:
        """The table as the monitor makes it today, in the file's language; None where it cannot."""
        with speaking(seal.language):
            if seal.question.kind == "list":
                return self._listed(seal)
            if seal.question.kind == "deck":
                return self._told(seal)
            if seal.question.piece == SUMMARY:
                return self._summarised(seal)
            if seal.question.piece:
                return self._piece(seal)
            return self._plain_answer(seal) if seal.question.kind == "ask" else None

    def held(self, seal: Seal) -> Contents:
        """Everything a pack within the seal's filters says today. Raises NotAsked."""
        filters = filters_of(seal.stamp, self.dataset)
        key = filters, language()
        if key not in self._held:
            self._held[key] = contents(self.dataset, filters, seal.address)
        return self._held[key]

    def _plain_answer(self, seal: Seal) -> Rows | None:
        """The answer as the plain table of it, if that is how the file shows it."""
        metrics, by = metrics_of(seal.stamp), dimensions_of(seal.stamp)
        answer = ask_again(self.dataset, seal.stamp)
        frame = table(answer, metrics, by, Vocabulary.of(self.dataset))
        if list(frame.columns) != seal.headings:
            return None
        return Sheet.of(frame, share_headings(metrics)).canonical()

    def _told(self, seal: Seal) -> Rows:
        """Every number of the deck's messages, from the data of today."""
        codes = ",".join(str(more.get("views", "")) for _, more in seal.question.named)
        filters = filters_of(seal.stamp, self.dataset)
        return deck_table(Told.of(self.dataset, filters, sequence(codes)).messages).canonical()

    def _listed(self, seal: Seal) -> Rows:
        filters, asked = filters_of(seal.stamp, self.dataset), seal.question
        frame = rows_behind(self.dataset, filters, behind=asked.behind, sort=asked.sort)
        return Sheet.of(in_words(frame, Vocabulary.of(self.dataset))).canonical()

    def _piece(self, seal: Seal) -> Rows:
        found = [one for one in self.held(seal).pieces if one.name == seal.question.piece]
        if not found:
            raise NotAsked(seal.question.piece)
        return list(found[0].paper.table.canonical())

    def _summarised(self, seal: Seal) -> Rows:
        # The file's own stamp: versions are compared by name, not as numbers that are wrong.
        held = self.held(seal)
        own = replace(held.pieces[0].paper, stamp=seal.stamp, address=seal.address)
        return document_table(document(held, {}, own))


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """The language a file is in, for as long as it is made again."""
    spoken = language()
    use(code if code in LANGUAGES else spoken)
    try:
        yield
    finally:
        use(spoken)
