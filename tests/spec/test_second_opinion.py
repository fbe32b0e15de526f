"""The composed SQL and the naive second opinion agree: on the record and on made-up portfolios."""

from datetime import date

import pytest
from hypothesis import Phase, given, settings

from analytics.metrics.catalogue import METRICS
from analytics.query.ask import ask
from analytics.query.compose import column
from analytics.query.dimensions import DIMENSIONS
from analytics.query.filters import MANY, Filters
from data import demo
from data.raw import PUBLIC_RECORD
from data.store import in_memory
from tests.spec import naive, naive_dated
from tests.spec.examples import raw_of
from tests.spec.portfolios import portfolios

NEWEST = date(2026, 11, 25)
DAYS = [
    date(2010, 1, 1),
    date(2013, 6, 30),
    date(2014, 12, 31),
    date(2016, 12, 31),
    date(2018, 6, 30),
    date(2020, 12, 31),
    date(2024, 10, 14),
    NEWEST,
]
CHOICES = [
    {"countries": ("GEO",)},
    {"countries": ("AZE", "BLR")},
    {"levels": ("local",)},
    {"jurisdictions": ("Tbilisi", "Georgia")},
    {"plans": ("UKR-1", "AZE-3")},
    {"from_year": 2017},
    {"to_year": 2013},
    {"from_year": 2014, "to_year": 2016},
    {"from_year": 2016, "to_year": 2014},
    {"sectors": ("justice", "education")},
    {"sectors": ("none",)},
    {"themes": ("digital_governance",)},
    {"policy_areas": ("public_procurement", "none")},
    {"ratings": ("not_assessed",)},
    {"ratings": ("complete", "withdrawn", "unclear")},
    {"timeliness": ("open_overdue", "done_undated")},
    {"timeliness": ("unknown",)},
    {"ambitions": ("high",)},
    {"ambitions": ("not_coded",), "countries": ("MDA",)},
    {"participation": ("active",)},
    {"participation": ("suspended", "not_participating")},
    {"institutions": ("none",)},
    {"institutions": ("arm_ministry_of_finance",)},
    {"due_quarters": ("2013-Q4", "none")},
    {"agreement": ("differ",)},
    {"agreement": ("nobody", "agree")},
    {"government": ("complete",), "ratings": ("limited", "substantial")},
    {"civil_society": ("complete", "not_assessed")},
    {"words": "public procurement"},
    {"words": "Ministry  ARM"},
    {"countries": ("UKR",), "sectors": ("anti_corruption",), "ratings": ("limited",)},
    {"everywhere": True},
]


@pytest.fixture(scope="module")
def facts():
    return naive.read(PUBLIC_RECORD)


def asked_again(dataset, as_of, filters, by):
    """The monitor's answer in the shape of the naive one."""
    metrics = list(METRICS.values())
    chosen = Filters(as_of=as_of, **filters)
    answer = ask(dataset, metrics, chosen, [DIMENSIONS[key] for key in by])
    rows = {tuple(row[key] for key in by): row for row in answer.rows}
    assert len(rows) == len(answer.rows), "no group stands twice in an answer"
    figures = {
        key: {
            metric.key: {part: row[column(metric, part)] for part in metric.columns()}
            for metric in metrics
        }
        for key, row in rows.items()
    }
    return figures, {row.get("country"): row["state"] for row in answer.rows}


def agree(dataset, tables, as_of, filters, by):
    rows, states = asked_again(dataset, as_of, filters, by)
    expected = naive_dated.answer(tables, as_of, filters, by)
    assert rows.keys() == expected.keys()
    for key, numbers in expected.items():
        for metric, parts in numbers.items():
            assert rows[key][metric] == pytest.approx(parts, abs=1e-9), (key, metric)
    if by == ("country",):
        assert states == naive.states(tables, as_of, filters)


def test_the_second_opinion_knows_every_number_and_every_dimension():
    assert {*naive_dated.NUMBERS, naive.PUBLISHED} == set(METRICS)
    assert set(naive.FIELDS.values()) | {"plan_year"} >= set(DIMENSIONS)


def test_the_second_opinion_is_asked_about_every_filter():
    assert {field: key for key, many in MANY.items() for field in [many.field]} == naive.FIELDS
    assert {field for choice in CHOICES for field in choice} >= set(naive.FIELDS)


def test_the_day_of_compiling_is_the_default_day(record):
    assert record.newest == NEWEST


@pytest.mark.parametrize("as_of", DAYS, ids=str)
@pytest.mark.parametrize("dimension", [None, *DIMENSIONS])
def test_they_agree_on_the_record(record, facts, dimension, as_of):
    agree(record, facts, as_of, {}, (dimension,) if dimension else ())


@pytest.mark.parametrize("filters", CHOICES, ids=str)
@pytest.mark.parametrize("by", [(), ("country",), ("plan_year",)], ids=str)
def test_they_agree_whatever_is_filtered(record, facts, filters, by):
    agree(record, facts, date(2020, 12, 31), filters, by)


@pytest.mark.parametrize(
    "by",
    [
        ("country", "sector"),
        ("country", "plan_year"),
        ("sector", "theme"),
        ("level", "rating"),
        ("timeliness", "institution"),
        ("country", "sector", "policy_area"),
    ],
    ids=str,
)
def test_they_agree_where_dimensions_cross(record, facts, by):
    agree(record, facts, NEWEST, {}, by)


# Every try builds a dataset, so shrinking a failure would take minutes; the seed is fixed instead.
@pytest.mark.timeout(600)  # a machine that is busy elsewhere has time to finish
@settings(max_examples=50, phases=[Phase.generate])
@given(portfolio=portfolios())
def test_they_agree_on_any_portfolio(portfolio):
    dataset = in_memory(raw_of(portfolio.tables), key="made", title="Made up", made_up=True)
    for by in portfolio.breakdowns:
        agree(dataset, portfolio.tables, portfolio.as_of, {}, by)
    agree(dataset, portfolio.tables, portfolio.as_of, portfolio.filters, ("country",))


@pytest.fixture(scope="module")
def invented():
    """A demonstration portfolio as naive rows; its dataset is the fixture `portfolio`."""
    return {name: table.to_pylist() for name, table in demo.tables(800, 7).items()}


@pytest.mark.parametrize("as_of", [date(2016, 6, 30), date(2026, 6, 30)], ids=str)
@pytest.mark.parametrize("by", [(), ("country",), ("sector",), ("plan",), ("timeliness",)], ids=str)
def test_they_agree_where_every_date_is_there(portfolio, invented, as_of, by):
    agree(portfolio, invented, as_of, {}, by)
