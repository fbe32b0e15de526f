"""The review matrix: complete, honest where the data is silent, and equal to what ask says."""

from analytics.codelists import FOCUS_SECTORS
from analytics.evaluation.matrix import CRITERIA, MATRIX
from analytics.evaluation.review import rests_on, review, review_table
from analytics.metrics.catalogue import METRICS
from analytics.query.ask import ask
from analytics.query.filters import Filters
from analytics.query.listing import how_many

NBSP = "\N{NO-BREAK SPACE}"


def named(reviewed, key):
    return next(one for one in reviewed if one.line.key == key)


def test_every_criterion_has_a_question():
    assert {line.criterion for line in MATRIX} == set(CRITERIA)


def test_every_indicator_is_in_the_catalogue():
    assert [key for line in MATRIX for key in line.indicators if key not in METRICS] == []


def test_nothing_stands_in_for_impact_and_sustainability(record):
    silent = {one.line.criterion for one in review(record, Filters()) if one.silent}
    assert {"impact", "sustainability"} <= silent
    assert [
        line for line in MATRIX if line.criterion in ("impact", "sustainability") and
        line.indicators
    ] == []  # fmt: skip


def test_the_numbers_are_those_of_ask(record):
    view = Filters(countries=("UKR",))
    [finding] = [
        finding
        for finding in named(review(record, view), "carried_out").findings
        if finding.metric.key == "implementation_rate"
    ]
    [row] = ask(record, [METRICS["implementation_rate"]], view).rows
    assert finding.row == row
    assert sum(finding.mix.values()) == how_many(record, view)


def test_the_overlap_counts_the_sectors_the_programme_names(record):
    [finding] = named(review(record, Filters()), "overlap").findings
    assert finding.row["commitments"] == how_many(record, Filters(sectors=FOCUS_SECTORS))
    assert rests_on(finding) == "330 of 412"


def test_the_overlap_is_silent_where_the_reader_left_those_sectors_out(record):
    assert named(review(record, Filters(sectors=("parliament",))), "overlap").silent


def test_with_nothing_in_view_every_question_is_silent(record):
    assert all(one.silent for one in review(record, Filters(countries=("BLR",))))


def test_a_rate_of_under_five_says_so(record):
    finding = named(review(record, Filters(plans=("UKR-3",))), "carried_out").findings[0]
    assert finding.row["implementation_rate_denominator"] == 4
    assert rests_on(finding).startswith("fewer than five: not compared")


def test_a_median_of_under_five_says_so(record):
    days = named(review(record, Filters(countries=("AZE",))), "timeliness").findings[-1]
    assert days.row["days_overdue_count"] == 4
    assert rests_on(days).endswith("fewer than five: not compared")


def test_the_table_follows_the_chain_of_judgement(record):
    table = review_table(review(record, Filters())).frame
    assert list(table)[:4] == ["Criterion", "Evaluation question", "Judged by", "Indicator"]
    assert all(column.meaning for column in review_table([]).columns)
    rated = table[table["Indicator"] == "Implementation rate"].iloc[0]
    assert (rated["Value"], rated["counted"], rated["out of"]) == (f"53{NBSP}%", 132, 247)
    assert table["Value"].iloc[-1] == "No evidence here"


def test_what_is_no_fact_of_ogp_names_no_source_of_ogp(record, portfolio):
    sources = {
        row["source"] for row in review_table(review(portfolio, Filters())).rows if "source" in row
    }
    assert sources == {"EaP Open Government Monitor"}
    of_record = review_table(review(record, Filters())).rows
    credit = "Open Government Partnership, Independent Reporting Mechanism"
    assert credit in {row.get("source") for row in of_record}
