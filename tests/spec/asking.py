"""Short ways to ask a dataset, so that a test shows facts and numbers and little else."""

from datetime import date

from analytics.metrics.catalogue import METRICS
from analytics.query.ask import ask
from analytics.query.compose import column
from analytics.query.dimensions import DIMENSIONS
from analytics.query.filters import Filters

EVER = date(2020, 12, 31)
"The as-of date of a drawn dataset that says no other."


def number_of(dataset, key, as_of=EVER, **filters):
    """One number over everything in view."""
    return parts_of(dataset, key, as_of, **filters)["value"]


def parts_of(dataset, key, as_of=EVER, **filters):
    """Every part of one number: value, numerator, denominator and the rest."""
    [row] = rows_of(dataset, key, as_of=as_of, **filters)
    return parts_in(row, METRICS[key])


def parts_in(row, metric):
    """Every part of a number in a row of an answer."""
    return {part: row[column(metric, part)] for part in metric.columns()}


def parts_by(dataset, dimension, key, as_of=EVER, **filters):
    """Every part of one number for each code of a dimension."""
    metric = METRICS[key]
    return {
        row[dimension]: parts_in(row, metric)
        for row in rows_of(dataset, key, dimension, as_of=as_of, **filters)
    }


def numbers_by(dataset, dimension, key, as_of=EVER, **filters):
    """One number for each code of a dimension."""
    return {
        row[dimension]: row[key] for row in rows_of(dataset, key, dimension, as_of=as_of, **filters)
    }


def states(dataset, as_of=EVER, **filters):
    """What can be said of each country at all."""
    rows = rows_of(dataset, "implementation_rate", "country", as_of=as_of, **filters)
    return {row["country"]: row["state"] for row in rows}


def rows_of(dataset, key, *by, as_of=EVER, **filters):
    chosen = Filters(as_of=as_of, **filters)
    return ask(dataset, [METRICS[key]], chosen, [DIMENSIONS[one] for one in by]).rows
