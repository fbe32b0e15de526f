"""The tables and charts of an evidence pack: the Evaluation page's own, each with its stamp."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from analytics.evaluation import cohorts, figures
from analytics.evaluation.grades import GRADES, grade_mixes
from analytics.evaluation.limits import Limit, basis, limits
from analytics.evaluation.review import Reviewed, review, review_table
from analytics.exchange.asked_again import fingerprint
from analytics.metrics.catalogue import METRICS
from analytics.overview.figures import side_by_side
from analytics.presentation.figure import Figure
from analytics.presentation.tables import Column, Table, answer_table
from analytics.query.ask import Answer, stamped
from analytics.query.filters import Filters
from analytics.query.named import Queries
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset
from exports.files.lists import list_paper
from exports.pack.pack_queries import METRIC_KEYS, Breakdown, answers
from exports.paper.paper import Paper
from exports.paper.seal import Question
from exports.paper.sealing import paper_of, plain_paper
from i18n import N_, t

TITLES = {
    "together": N_("Every indicator, all in view"),
    "by-country": N_("Every indicator by country"),
    "by-plan-year": N_("Every indicator by the year the plan began"),
    "in-programme-sectors": N_("Commitments in the sectors the programme names"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A table of the pack under its file name, with the figure it belongs to, if any."""

    name: str
    paper: Paper
    figure: Figure | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """Everything a pack says, before it is written as files."""

    dataset: Dataset
    filters: Filters
    pieces: tuple[Piece, ...]
    reviewed: tuple[Reviewed, ...]
    limits: tuple[Limit, ...]
    breakdowns: tuple[Breakdown, ...]
    ground: Answer

    def piece(self, name: str) -> Piece:
        return next(piece for piece in self.pieces if piece.name == name)


def contents(dataset: Dataset, filters: Filters, address: str = "") -> Contents:
    """Ask everything the Evaluation page asks, within `filters`."""
    vocabulary, reviewed = Vocabulary.of(dataset), review(dataset, filters)
    gaps = limits(basis(dataset, filters), vocabulary)
    answered = answers(dataset, filters)
    ground = answered[0].answer
    make = _Maker(dataset, filters, vocabulary, address)
    pieces = [
        make.page("review-matrix", review_table(reviewed)),
        *(make.breakdown(one) for one in answered),
        make.page("evidence-grades", _grades(dataset, filters)),
        *make.figures(),
        make.page("limits", _limits(gaps)),
        Piece("commitments", list_paper(dataset, filters, address=address)),
    ]
    named = tuple(map(_named, pieces))
    return Contents(dataset, filters, named, reviewed, gaps, answered, ground)


def _named(piece: Piece) -> Piece:
    """A piece whose seal says which table of the pack it is, so that it can be made again."""
    paper = piece.paper
    question = replace(paper.question, piece=piece.name)
    return replace(piece, paper=replace(paper, question=question))


@dataclass(frozen=True, slots=True, eq=False)
class _Maker:
    dataset: Dataset
    filters: Filters
    vocabulary: Vocabulary
    address: str

    def page(self, name: str, table: Table) -> Piece:
        """A table that is made again with the whole pack."""
        stamp = stamped(self.dataset, self.filters, [METRICS[key] for key in METRIC_KEYS])
        text = self.filters.describe(self.vocabulary)
        return Piece(name, plain_paper(table, table.title, stamp, Question(), text, self.address))

    def breakdown(self, one: Breakdown) -> Piece:
        """The plain table of an answer, which can be asked again from its stamp."""
        table = answer_table(one.answer, one.metrics, one.by, self.vocabulary)
        stamp, question = one.answer.stamp, Question("ask", fingerprint([one.answer.frame]))
        title, text = t(TITLES[one.name]), one.filters.describe(self.vocabulary)
        return Piece(one.name, plain_paper(table, title, stamp, question, text, self.address))

    def figures(self) -> Iterator[Piece]:
        queries, filters = Queries.of(self.dataset), self.filters
        yield self._drawn("countries-side-by-side", side_by_side(queries, filters))
        for months in cohorts.MONTHS:
            for by in cohorts.COHORTS:
                drawn = figures.cohort_figure(queries, filters, months, by)
                yield self._drawn(f"cohorts-{months}-months-{by.replace('_', '-')}", drawn)
        yield self._drawn("transitions", figures.transition_figure(queries, filters))
        yield self._drawn("sensitivity", figures.sensitivity_figure(queries, filters))

    def _drawn(self, name: str, drawn: Figure) -> Piece:
        stamp = drawn.answer.stamp if drawn.answer else stamped(self.dataset, self.filters)
        text = self.filters.describe(self.vocabulary)
        return Piece(name, paper_of(drawn, stamp, text, self.dataset, self.address), drawn)


def _grades(dataset: Dataset, filters: Filters) -> Table:
    mix = grade_mixes(dataset, filters)[""]
    columns = (
        Column(t("Grade"), t("How strong the evidence is, from A to X."), itemgetter("grade")),
        Column(t("Meaning"), t("Who assessed, and whether it can be read."),
               lambda row: t(GRADES[row["grade"]])),
        Column(t("Commitments"),
               t("Commitments in view whose best evidence is of this grade."),
               lambda row: mix[row["grade"]]),
    )  # fmt: skip
    rows = [{"grade": grade} for grade in GRADES]
    return Table(columns, rows, title=t("Strength of the evidence"))


def _limits(gaps: Sequence[Limit]) -> Table:
    meaning = t("A gap in the data in view, in a sentence.")
    column = Column(t("What is missing"), meaning, itemgetter("gap"))
    return Table((column,), [{"gap": gap.sentence} for gap in gaps], title=t("Limits"))
