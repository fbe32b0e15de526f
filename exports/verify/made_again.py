"""What a seal's table is today: asked, listed or made for a pack once more.

A workbook is written anew as well, without the rows of its tables: these are compared apart. What
may rightly be another is taken from its seal: the address of the server, what the monitor is called
there, and its version. Of figures that are drawn for a page the title stands in the seal alone.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from analytics.exchange.asked_again import (
    NotAsked,
    ask_again,
    dimensions_of,
    filters_of,
    fingerprint,
    metrics_of,
    question_again,
)
from analytics.presentation.tables import Table, answer_table
from analytics.query.ask import Answer, stamped
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery
from analytics.query.stamp import Stamp
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset
from exports.files.lists import list_paper
from exports.files.workbook import workbook
from exports.pack.pack_papers import Contents, Piece, contents
from exports.pack.pack_workbook import pack_workbook
from exports.paper.paper import Paper
from exports.paper.seal import Seal
from exports.paper.sealing import meanings_of
from exports.paper.table import Sheet
from i18n import LANGUAGES, language, use

Rows = list[list[str]]


class MadeAgain:
    """Tables of today from one dataset, for one file: what a pack says is asked only once."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._packs: list[Contents] = []

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
                return True, list(self._list(seal).table.canonical())
            if question.kind == "ask":
                answer = ask_again(self.dataset, seal.stamp)
                return fingerprint([answer.frame]) == question.sha256, self._plain(answer, seal)
        if question.kind == "page":
            return None, None
        named = [NamedQuery(name, more) for name, more in question.named]
        frames = [question_again(self.dataset, seal.stamp, one) for one in named]
        return fingerprint(frames) == question.sha256, None

    def book(self, seals: Sequence[Seal], *, today: bool) -> bytes:
        """A workbook with these seals, written anew; without `today`, in the words it left with.

        Raises NotAsked.
        """
        seal = seals[0]
        with _speaking(seal.language):
            if len(seals) == 1:
                return workbook(self._now(seal) if today else _as_it_left(seal), seal)
            self._piece(seal)
            pack = next(pack for pack in self._packs if _held(pack, seal))
            pieces = tuple(_without_rows(piece, seal) for piece in pack.pieces)
            return pack_workbook(replace(pack, pieces=pieces))

    def _now(self, seal: Seal) -> Paper:
        """The words round a table as the monitor has them now, as far as it can say."""
        codes, vocabulary = seal.stamp.filters, Vocabulary.of(self.dataset)
        filters = Filters.from_query(codes, vocabulary)[0].describe(vocabulary)
        paper = replace(_as_it_left(seal), stamp=self._stamp(seal), filters=filters)
        if seal.question.kind == "ask":
            table = self._plain_table(ask_again(self.dataset, seal.stamp), seal)
            meanings = meanings_of(table, paper.stamp) if table else paper.meanings
            return replace(paper, meanings=meanings)
        if seal.question.kind == "list":
            return _worded_as(paper, self._list(seal))
        return _worded_as(paper, self._piece(seal)) if seal.question.piece else paper

    def _stamp(self, seal: Seal) -> Stamp:
        """The stamp with what is counted and credited now."""
        left, filters = seal.stamp, filters_of(seal.stamp, self.dataset)
        now = stamped(self.dataset, filters, metrics_of(left))
        dated = {"as_of": left.as_of} if "as_of" in left.filters else {}
        return replace(now, filters={**left.filters, **dated}, by=left.by,
                       app_version=left.app_version)  # fmt: skip

    def _plain(self, answer: Answer, seal: Seal) -> Rows | None:
        table = self._plain_table(answer, seal)
        return Sheet.of(table.frame, table.shares).canonical() if table else None

    def _plain_table(self, answer: Answer, seal: Seal) -> Table | None:
        """The answer as the plain table of it, if that is how the file shows it."""
        metrics, by = metrics_of(seal.stamp), dimensions_of(seal.stamp)
        table = answer_table(answer, metrics, by, Vocabulary.of(self.dataset))
        return table if table.headings == seal.headings else None

    def _list(self, seal: Seal) -> Paper:
        question, filters = seal.question, filters_of(seal.stamp, self.dataset)
        return list_paper(self.dataset, filters, behind=question.behind, sort=question.sort)

    def _piece(self, seal: Seal) -> Paper:
        """A table of a pack; the whole pack is asked for the first of them."""
        papers = [paper for pack in self._packs for paper in _held(pack, seal)]
        if not papers:
            filters = filters_of(seal.stamp, self.dataset)
            self._packs.append(contents(self.dataset, filters, seal.address))
            papers = _held(self._packs[-1], seal)
        if not papers:
            raise NotAsked(seal.question.piece)
        return papers[0]


def _as_it_left(seal: Seal) -> Paper:
    """What a seal says of its table, without the rows."""
    return Paper(
        seal.title, seal.subtitle, seal.source, Sheet.empty(seal.headings), seal.stamp,
        seal.question, seal.filters, seal.language, seal.address, tuple(seal.meanings), seal.maker,
    )  # fmt: skip


def _worded_as(paper: Paper, now: Paper) -> Paper:
    return replace(paper, title=now.title, subtitle=now.subtitle, source=now.source,
                   meanings=now.meanings)  # fmt: skip


def _without_rows(piece: Piece, seal: Seal) -> Piece:
    """A piece of a pack with its headings alone, from where and by whom the seal says it is."""
    stamp = piece.paper.stamp
    # The day is among the codes of a view where a reader chose it.
    dated = "as_of" in seal.stamp.filters
    codes = {key: code for key, code in stamp.filters.items() if dated or key != "as_of"}
    paper = replace(piece.paper.without_rows(), address=seal.address, maker=seal.maker,
                    stamp=replace(stamp, filters=codes))  # fmt: skip
    return replace(piece, paper=paper)


def _held(pack: Contents, seal: Seal) -> list[Paper]:
    return [piece.paper for piece in pack.pieces if _meant(piece.paper) == _meant(seal)]


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
