"""The review matrix with its numbers: each question, what speaks to it, and how strongly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analytics.codelists import FOCUS_SECTORS
from analytics.evaluation.grades import Mix, grade_mixes, mix_in_words
from analytics.evaluation.matrix import CRITERIA, MATRIX, Line
from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.presentation.numbers import headline, resting_on
from analytics.presentation.tables import Column, Row, Table
from analytics.query.ask import Answer, ask
from analytics.query.filters import Filters
from analytics.query.listing import how_many
from data.store import Dataset
from i18n import N_, number, t

NO_EVIDENCE = N_("No evidence here")
FOCUS = N_("In the programme’s sectors")


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """One indicator of one question: the answer it came from and the mix of grades beneath it.

    `mix` is empty where the number rests on no single commitments. `whole` is what a mere count
    is out of, where it is out of anything.
    """

    metric: Metric
    filters: Filters
    answer: Answer
    mix: Mix
    whole: int | None = None

    @property
    def row(self) -> Row:
        return self.answer.rows[0]

    @property
    def label(self) -> str:
        """The metric's own, or what a count narrowed to the programme's sectors counts."""
        return FOCUS if self.whole is not None else self.metric.label

    @property
    def has_number(self) -> bool:
        """Whether there is a number at all, be it only bounds; none of nothing is no number."""
        key = self.metric.key
        if self.whole is not None:
            return self.whole > 0
        return bool(self.row[key] is not None or self.row.get(f"{key}_at_least") is not None)

    @property
    def source(self) -> str:
        """Who states the facts behind the number."""
        return t(self.answer.stamp.source_of(self.metric))

    @property
    def graded(self) -> str:
        return mix_in_words(self.mix) if self.mix else t("not graded: the IRM’s own totals")


@dataclass(frozen=True, slots=True, eq=False)
class Reviewed:
    """A question of the matrix with what the data answers; without findings it is silent."""

    line: Line
    findings: tuple[Finding, ...]

    @property
    def silent(self) -> bool:
        return not any(finding.has_number for finding in self.findings)


def review(dataset: Dataset, filters: Filters) -> tuple[Reviewed, ...]:
    """The matrix within `filters`, in the order of `MATRIX`."""
    return tuple(Reviewed(line, tuple(_findings(dataset, filters, line))) for line in MATRIX)


def review_table(reviewed: Sequence[Reviewed]) -> Table:
    """The judgement chain in the order evaluators read it, a row an indicator."""
    rows = [row for one in reviewed for row in _rows(one)]
    return Table(_columns(), rows, title=t("Review matrix"), piece="review-matrix")


def _columns() -> tuple[Column, ...]:
    def fact(key: str, heading: str, meaning: str, share: bool = False) -> Column:
        return Column(heading, meaning, lambda row: row.get(key), share)

    return (
        fact("criterion", t("Criterion"), t("One of the six criteria of the OECD’s DAC.")),
        fact("question", t("Evaluation question"),
             t("What an evaluator asks under the criterion.")),
        fact("judged_by", t("Judged by"), t("What is needed to answer the question.")),
        fact("indicator", t("Indicator"),
             t("Evidence for it in the data; blank where there is none.")),
        fact("value", t("Value"), t("The indicator as the page shows it, rounded.")),
        fact("unit", t("Unit"), t("What the value is a number or a share of.")),
        fact("counted", t("counted"), t("How many the value counts.")),
        fact("whole", t("out of"), t("How many it is out of; blank for what is no share.")),
        fact("low", t("interval from"), t("Lower end of Wilson’s 95 % interval."), True),
        fact("high", t("interval to"), t("Upper end of Wilson’s 95 % interval."), True),
        fact("at_least", t("at least"), t("The rate if everything unknown had failed."), True),
        fact("at_most", t("at most"), t("The rate if everything unknown had succeeded."), True),
        fact("missing", t("not assessed or not coded"),
             t("How many could not be judged; they are in neither part of the rate.")),
        fact("grades", t("Evidence grades"), t(
            "How many of the value’s commitments have evidence of each strength, A to X."
        )),
        fact("source", t("Source"), t("Who states the facts behind the value.")),
        fact("silence", t("What the data does not show"), t("What no number here can answer.")),
    )  # fmt: skip


def _findings(dataset: Dataset, filters: Filters, line: Line) -> Iterator[Finding]:
    within = in_focus(filters) if line.focus else filters
    if within is None:
        return
    mixes = grade_mixes(dataset, within, metrics=line.indicators)
    whole = how_many(dataset, filters) if line.focus else None
    for key in line.indicators:
        metric = METRICS[key]
        yield Finding(metric, within, ask(dataset, [metric], within), mixes.get(key, {}), whole)


def in_focus(filters: Filters) -> Filters | None:
    """The sectors the programme names, of those the reader left in view; None if that is none."""
    left = tuple(s for s in FOCUS_SECTORS if not filters.sectors or s in filters.sectors)
    return filters.with_(sectors=left) if left else None


def _rows(one: Reviewed) -> Iterator[Row]:
    chain = {
        "criterion": t(CRITERIA[one.line.criterion]),
        "question": t(one.line.question),
        "judged_by": t(one.line.judged_by),
        "silence": t(one.line.silence),
    }
    if one.silent:
        yield chain | {"value": t(NO_EVIDENCE)}
        return
    for finding in one.findings:
        yield chain | _numbers(finding)


def _numbers(finding: Finding) -> dict[str, object]:
    row, key = finding.row, finding.metric.key
    parts = {name: row.get(f"{key}_{name}")
             for name in ("low", "high", "at_least", "at_most", "missing")}  # fmt: skip
    whole = row.get(f"{key}_denominator")
    return {
        **parts,
        "indicator": t(finding.label),
        "value": headline(finding.metric, row),
        "unit": t(finding.metric.unit),
        "counted": _counted(finding),
        "whole": finding.whole if whole is None else whole,
        "grades": finding.graded,
        "source": finding.source,
    }


def _counted(finding: Finding) -> object:
    key = finding.metric.key
    beside = (finding.row.get(f"{key}_{part}") for part in ("numerator", "count"))
    own = finding.row[key] if finding.whole is not None else None
    return next((count for count in beside if count is not None), own)


def rests_on(finding: Finding) -> str:
    """What a number rests on, in words."""
    if finding.whole is None:
        return resting_on(finding.metric, finding.row)
    return t(
        "{part} of {whole}", part=number(finding.row[finding.metric.key]),
        whole=number(finding.whole),
    )  # fmt: skip
