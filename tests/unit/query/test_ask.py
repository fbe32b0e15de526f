"""The composer: names from our registries, values as parameters, one row a group."""

from datetime import date

import pytest

from analytics.metrics.catalogue import (
    COMMITMENTS,
    COVERAGE,
    METRICS,
    PUBLISHED_IMPLEMENTATION_RATE,
)
from analytics.metrics.estimated import Estimated
from analytics.query.ask import ask, parameters, records, run
from analytics.query.compose import compose
from analytics.query.dimensions import COUNTRY, DIMENSIONS, PLAN, RATING, SECTOR
from analytics.query.filters import Filters
from data.importer import open_upload
from data.store import in_memory
from tests.spec.examples import dataset_of
from tests.unit.importer.made import filled

EVERYTHING = list(METRICS.values())


def test_an_answer_has_a_column_for_each_part_of_each_metric(record):
    frame = ask(record, [COMMITMENTS, COVERAGE], Filters(), [COUNTRY]).frame
    assert list(frame.columns) == [
        *("country", "participation", "state", "commitments"),
        *("coverage", "coverage_numerator", "coverage_denominator", "coverage_low"),
        *("coverage_high", "coverage_small", "coverage_missing"),
    ]


def test_with_no_dimension_there_is_one_row(record):
    assert len(ask(record, EVERYTHING, Filters()).frame) == 1


def test_a_choice_that_leaves_nothing_is_still_one_row_of_nothing_known(record):
    [row] = ask(record, EVERYTHING, Filters(words="no such words anywhere")).rows
    assert row.pop("commitments") == 0
    assert row.pop("state") == "none_in_view"
    assert set(row.values()) == {None}


def test_what_is_not_known_is_none_in_rows(record):
    [belarus] = ask(record, [COVERAGE], Filters(countries=("BLR",)), [COUNTRY]).rows
    assert belarus["coverage"] is None


def test_what_a_reader_types_never_becomes_sql(record):
    hostile = Filters(
        countries=("GEO'); drop table commitments; --",),
        words="' or 1=1 --",
        institutions=('"; select 1',),
    )
    answer = ask(record, [COMMITMENTS], hostile)
    assert answer.rows[0]["commitments"] == 0
    assert "drop" not in answer.sql
    assert ask(record, [COMMITMENTS], Filters()).rows[0]["commitments"] == 412


def test_the_question_is_the_same_text_whatever_the_choice():
    assert compose([COVERAGE], [COUNTRY]) == compose([COVERAGE], [COUNTRY])


@pytest.mark.parametrize(
    "by",
    [(), (COUNTRY,), (PLAN,), (RATING,), (COUNTRY, SECTOR)],
    ids=lambda by: "-".join(one.key for one in by) or "all",
)
@pytest.mark.parametrize(
    "chosen",
    [
        Filters(),
        Filters(words="law", as_of=date(2019, 6, 30)),
        Filters(countries=("BLR", "AZE"), participation=("suspended",)),
        Filters(words="no such words anywhere"),
    ],
    ids=["all", "words-then", "suspended", "nothing"],
)
def test_the_sql_of_an_answer_gives_its_numbers_to_the_last_digit(portfolio, by, chosen):
    """`ask` lets the database count and puts the rest together; the SQL that is told does both.

    An estimate is no sum: there the SQL gives the lists it is made of.
    """
    summed = [metric for metric in EVERYTHING if not isinstance(metric, Estimated)]
    answer = ask(portfolio, summed, chosen, by)
    values = parameters(portfolio, answer.sql, chosen)
    told = portfolio.cursor().execute(answer.sql, values).df()
    assert records(told[answer.frame.columns]) == answer.rows


@pytest.mark.parametrize(
    ("dimension", "codes"),
    [
        (COUNTRY, ["ARM", "AZE", "BLR", "GEO", "MDA", "UKR"]),
        (
            RATING,
            [
                *("not_started", "limited", "substantial", "complete", "withdrawn", "unclear"),
                "not_assessed",
            ],
        ),
    ],
    ids=["country", "rating"],
)
def test_rows_stand_in_the_order_of_their_codes(record, dimension, codes):
    rows = ask(record, [COMMITMENTS], Filters(), [dimension]).rows
    assert [row[dimension.key] for row in rows] == codes


def test_what_is_not_stated_comes_last(record):
    sectors = [row["sector"] for row in ask(record, [COMMITMENTS], Filters(), [SECTOR]).rows]
    assert sectors[:3] == ["anti_corruption", "justice", "public_administration"]
    assert sectors[-1] is None


def test_an_unknown_sector_stands_after_the_known_ones():
    given = """
        commitment | policy_areas
        A          | zebras
        B          | other
    """
    rows = ask(dataset_of(given), [COMMITMENTS], Filters(), [SECTOR]).rows
    assert [row["sector"] for row in rows] == ["other", "zebras"]


@pytest.mark.parametrize("dimension", DIMENSIONS.values(), ids=list(DIMENSIONS))
def test_every_metric_can_be_broken_down_every_way(record, dimension):
    frame = ask(record, EVERYTHING, Filters(), [dimension]).frame
    assert frame[dimension.key].is_unique
    assert frame["commitments"].sum() >= 412


def test_a_plan_without_listed_commitments_still_shows_its_published_totals(record):
    rows = ask(record, [COMMITMENTS, PUBLISHED_IMPLEMENTATION_RATE], Filters(), [PLAN]).rows
    by_plan = {row["plan"]: row for row in rows}
    assert len(rows) == 46
    assert by_plan["AZE-3"]["commitments"] == 0
    assert by_plan["AZE-3"]["published_implementation_rate_missing"] == 1


def test_without_a_published_metric_only_plans_with_commitments_appear(record):
    plans = {row["plan"] for row in ask(record, [COMMITMENTS], Filters(), [PLAN]).rows}
    assert "AZE-3" not in plans


def test_counts_are_whole_numbers_even_beside_what_is_not_known(record):
    for row in ask(record, EVERYTHING, Filters(), [COUNTRY]).rows:
        for name in ("assessed", "coverage_numerator", "published_implementation_rate_numerator"):
            assert row[name] is None or row[name] == int(row[name])


def test_a_dataset_of_nothing_answers_with_nothing():
    nothing = in_memory({}, key="nothing", title="Nothing")
    [row] = ask(nothing, [COMMITMENTS, COVERAGE], Filters()).rows
    assert (row["commitments"], row["coverage"]) == (0, None)
    assert ask(nothing, [COMMITMENTS], Filters(), [COUNTRY]).rows == []


def test_a_query_of_ours_takes_the_parameters_it_names(record):
    frame = run(record, "select $as_of as day, $more as more", Filters(), more=7)
    assert frame.to_dict("records") == [{"day": frame["day"][0], "more": 7}]
    assert frame["day"][0].date() == date(2026, 11, 25)


# The stamp ---------------------------------------------------------------------------------


def test_the_stamp_says_where_an_answer_comes_from(record):
    chosen = Filters(countries=("GEO",), as_of=date(2016, 12, 31))
    stamp = ask(record, [COVERAGE], chosen, [SECTOR]).stamp.as_dict()
    assert stamp["dataset"] == "public_record"
    assert stamp["dataset_version"] == stamp["sha256"][:12] == record.version
    assert (stamp["as_of"], stamp["made_up"]) == ("2016-12-31", False)
    assert stamp["filters"] == {"country": "GEO", "as_of": "2016-12-31"}
    assert stamp["metrics"] == {"coverage": COVERAGE.definition}
    assert stamp["by"] == ["sector"]
    assert stamp["licence"] == "CC BY 4.0"
    assert "Independent Reporting Mechanism" in stamp["credit"]


def test_nobody_is_credited_for_what_is_not_theirs(record):
    own = open_upload("ours.xlsx", filled()).dataset
    made_up = dataset_of("commitment\nA")
    credits = [ask(each, [COVERAGE], Filters()).stamp for each in (record, own, made_up)]
    assert [one.credit.split()[0] for one in credits] == ["Open", "The", "EaP"]
    assert credits[1].credit.startswith("The owner of this file")
    assert [one.licence for one in credits] == ["CC BY 4.0", "CC BY 4.0", "MIT"]


def test_the_stamp_counts_what_is_in_view_once_however_it_is_broken_down(record):
    assert ask(record, [COVERAGE], Filters(), [SECTOR]).stamp.commitments == 412


def test_the_stamp_names_the_newest_day_where_none_was_chosen(record):
    assert ask(record, [COVERAGE], Filters()).stamp.as_of == "2026-11-25"


def test_made_up_data_says_so():
    made_up = dataset_of("commitment\nA")
    assert ask(made_up, [COVERAGE], Filters()).stamp.made_up is True
