"""Papers to test with: figures of the public record, and small tables with anything in them."""

from dataclasses import replace
from datetime import date
from functools import cache

from analytics.metrics.catalogue import METRICS
from analytics.overview.figures import plan_trend, ratings_mix, region_figure, side_by_side
from analytics.query.ask import stamped
from analytics.query.filters import Filters
from analytics.query.named import Queries
from analytics.query.vocabulary import Vocabulary
from exports.paper.seal import Meaning, Question
from exports.paper.sealing import paper_of, seal_of
from exports.paper.table import Sheet

RATE, PUBLISHED, COMMITMENTS = (
    METRICS[key] for key in ("implementation_rate", "published_implementation_rate", "commitments")
)
BOTH = Filters(countries=("GEO", "UKR"))
LONG_AGO = date(2019, 12, 31)


def compared(dataset, filters=BOTH):
    """Countries side by side: an answer shown as the plain table of it."""
    return side_by_side(Queries.of(dataset), filters)


def mixed(dataset, filters=BOTH):
    return ratings_mix(Queries.of(dataset), filters)


def trended(dataset, filters=BOTH):
    """A figure made of a named question."""
    return plan_trend(Queries.of(dataset), filters)


def mapped(dataset, filters=BOTH):
    return region_figure(Queries.of(dataset), filters, RATE.key)


def worked_out(dataset, filters=BOTH):
    """A figure of which nothing is known but what it shows."""
    return replace(compared(dataset, filters), answer=None)


def paper(dataset, figure, filters=BOTH, address="http://monitor.example/?country=GEO"):
    stamp = figure.answer.stamp if figure.answer else stamped(dataset, filters)
    vocabulary = Vocabulary.of(dataset)
    words = Filters.from_query(stamp.filters, vocabulary)[0].describe(vocabulary)
    return paper_of(figure, stamp, words, dataset, address)


@cache
def blank(dataset):
    """A paper of which only the table is wanted."""
    return replace(paper(dataset, compared(dataset)), question=Question())


def paper_of_table(dataset, frame, shares=()):
    """A paper of any table at all."""
    meanings = tuple(Meaning(str(name), "", "As drawn.") for name in frame)
    return replace(blank(dataset), table=Sheet.of(frame, shares), meanings=meanings)


def sealed(dataset, figure):
    made = paper(dataset, figure)
    return made, seal_of(made)


FIGURES = (compared, mixed, trended, mapped)
