"""The list behind a number holds exactly the commitments the number counted, on pages that fit."""

from datetime import date
from functools import cache

import pytest

from analytics.metrics.catalogue import METRICS
from analytics.metrics.dates import DATED
from analytics.metrics.estimated import Estimated
from analytics.metrics.kinds import Rate, Spread
from analytics.query.ask import ask
from analytics.query.compose import column
from analytics.query.filters import Filters
from analytics.query.listing import SORTS, Behind, commitments, how_many

PARTS = [(metric, part) for metric in METRICS.values() for part in metric.conditions]
DEMO = [(metric, part) for metric, part in PARTS if metric in DATED]
VIEWS = {
    "everything": Filters(),
    "one country": Filters(countries=("GEO",)),
    "a country without commitments": Filters(countries=("BLR",)),
    "two countries, one sector": Filters(countries=("MDA", "UKR"), sectors=("justice",)),
    "local plans": Filters(levels=("local",)),
    "a day long ago": Filters(as_of=date(2014, 6, 30)),
    "one rating": Filters(ratings=("limited",)),
    "words": Filters(words="ministry open"),
    "nothing at all": Filters(words="no such words anywhere"),
}


@cache
def numbers(record, view):
    """Every number of the catalogue in a view, asked for at once."""
    [row] = ask(record, list(METRICS.values()), VIEWS[view]).rows
    return row


def sentence_of(record, metric, part, view):
    """What the number says; the share of a rate counts its numerator, a median its commitments."""
    if part == "value":
        part = {Rate: "numerator", Spread: "count", Estimated: "count"}.get(type(metric), "value")
    return numbers(record, view)[column(metric, part)] or 0


def lengths(dataset, parts, view):
    """How long the list behind each part of a number is, by its code."""
    codes = [Behind(metric.key, part).code for metric, part in parts]
    return {code: how_many(dataset, VIEWS[view], behind=code) for code in codes}


def counts(dataset, parts, view):
    """What each part of a number says, by its code."""
    return {Behind(m.key, part).code: sentence_of(dataset, m, part, view) for m, part in parts}


@pytest.mark.parametrize("view", VIEWS)
def test_the_list_is_as_long_as_the_number_says(record, view):
    assert lengths(record, PARTS, view) == counts(record, PARTS, view)


def test_so_it_is_where_the_dates_are_there(portfolio):
    counted = counts(portfolio, DEMO, "one country")
    assert min(counted.values()) > 0
    assert lengths(portfolio, DEMO, "one country") == counted


def test_the_list_holds_as_many_rows_as_it_is_long(record):
    codes = [Behind(metric.key, part).code for metric, part in PARTS]
    listed = {code: len(commitments(record, Filters(), behind=code, limit=1000)) for code in codes}
    assert listed == counts(record, PARTS, "everything")


@pytest.mark.parametrize("reverse", ["", "-"], ids=["usual", "reversed"])
@pytest.mark.parametrize("sort", SORTS)
def test_pages_never_overlap_and_hold_every_row(record, sort, reverse):
    pages = [
        commitments(record, Filters(), sort=reverse + sort, offset=offset, limit=60)
        for offset in range(0, 480, 60)
    ]
    seen = [number for page in pages for number in page["commitment_id"]]
    whole = commitments(record, Filters(), limit=1000)["commitment_id"]
    assert len(seen) == len(set(seen))
    assert sorted(seen) == sorted(whole)
