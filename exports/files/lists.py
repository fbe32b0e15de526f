"""The list behind a number as a paper: all its rows, with what is listed and why."""

from functools import partial

from analytics.commitments.list_table import (
    MOST,
    headings,
    in_words,
    listed,
    meanings,
)
from analytics.metrics.catalogue import METRICS
from analytics.presentation.figure import source_of
from analytics.query.ask import stamped
from analytics.query.filters import Filters
from analytics.query.listing import Behind, Order, commitments, how_many
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset
from exports.paper.paper import Paper
from exports.paper.seal import Meaning, Question
from exports.paper.table import LongSheet
from i18n import language, number, t

MOST_IN_A_SHEET = 100_000
"""Rows a workbook is offered for; it is written in memory."""


def list_paper(
    dataset: Dataset, filters: Filters, *, behind: str = "", sort: str = "", address: str = ""
) -> Paper:
    """Every commitment a number counted, up to a million. `behind` is the code of a `Behind`."""
    counted = Behind.from_code(behind)
    metrics = [METRICS[counted.metric]] if counted.metric else []
    stamp, vocabulary = stamped(dataset, filters, metrics), Vocabulary.of(dataset)
    count = how_many(dataset, filters, behind=behind)
    rows = commitments(dataset, filters, behind=behind, sort=sort, limit=MOST)
    return Paper(
        title=listed(counted, count),
        subtitle=_left_out(count),
        source=source_of(stamp),
        table=LongSheet(rows, partial(in_words, vocabulary=vocabulary)),
        stamp=stamp,
        question=Question("list", behind=counted.code, sort=Order.from_code(sort).code),
        filters=filters.describe(vocabulary),
        language=language(),
        address=address,
        meanings=tuple(
            Meaning(heading, "", meaning)
            for heading, meaning in zip(headings(), meanings(), strict=True)
        ),
    )


def _left_out(count: int) -> str:
    if count <= MOST:
        return t("One row a commitment.")
    return t("One row a commitment; the first {most} of {count}.",
             most=number(MOST), count=number(count))  # fmt: skip
