"""The meeting sheet: which commitments stand on it, in which order, under whom, in which words."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from analytics.delays.meeting_sheet import (
    NAME,
    ORDERS,
    PAGE,
    arranged,
    evidence,
    groups,
    leaf,
    lines,
    page_of,
    pages,
    permalink,
    table,
)
from analytics.query.filters import Filters
from analytics.query.listing import how_many
from analytics.query.named import question
from analytics.query.vocabulary import Vocabulary
from data.store import public_record
from tests.spec.examples import dataset_of

DRAWN = """
    commitment          | end_date   | plan_end   | mid_term    | final       | lead_institution
    late by a month     | 2018-11-30 | 2018-12-31 |             | limited     | Treasury
    late by half a year | 2018-06    | 2018-12-31 | not started | substantial |
    done                | 2018-06    | 2018-12-31 |             | complete    | Treasury
    seen on its due day | 2018-12-31 | 2018-12-31 |             | limited     | Bank; Treasury
    never seen          | 2018-05    | 2018-12-31 |             |             | Treasury
    undated             |            | 2018-12-31 |             | limited     | Treasury
    led the other way   | 2018-10-31 | 2018-12-31 |             | limited     | Treasury; Bank
"""


@pytest.fixture(scope="module")
def drawn():
    return dataset_of(DRAWN)


@pytest.fixture(scope="module")
def record():
    return public_record()


def rows_of(dataset, filters=None):
    return question(dataset, filters or Filters(), name=NAME)


def sheet(dataset, filters=None):
    return lines(rows_of(dataset, filters), Vocabulary.of(dataset))


def grouped(dataset, order="newest"):
    whole = arranged(rows_of(dataset), order)
    return {
        group.heading: [line.number for line in group.lines]
        for group in groups(whole, whole, Vocabulary.of(dataset))
    }


def test_what_is_due_and_not_known_to_be_finished_is_on_it_newest_first(drawn):
    assert [line.number for line in sheet(drawn)] == [
        "seen on its due day", "late by a month", "led the other way", "late by half a year",
        "never seen",
    ]  # fmt: skip


def test_commitments_of_the_same_institutions_stand_together_and_once(drawn):
    """Whichever of two is named first; each group where its first commitment would stand."""
    assert list(grouped(drawn).items()) == [
        ("Bank; Treasury: 2 commitments", ["seen on its due day", "led the other way"]),
        ("Treasury: 2 commitments", ["late by a month", "never seen"]),
        ("Lead institution not stated: 1 commitment", ["late by half a year"]),
    ]


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("newest", "seen on its due day", "late by half a year"),
        ("oldest", "never seen", "seen on its due day"),
        ("days", "late by half a year", "never seen"),
        ("institution", "seen on its due day", "late by half a year"),
    ],
)
def test_the_reader_chooses_the_order(drawn, order, first, last):
    numbers = [number for group in grouped(drawn, order).values() for number in group]
    assert (numbers[0], numbers[-1], len(numbers)) == (first, last, 5)


def test_countries_are_named_where_there_are_several():
    two = dataset_of(
        "commitment | plan | country | end_date   | lead_institution\n"
        "A          | P    | GEO     | 2018-06-30 | Ministry\n"
        "B          | Q    | MDA     | 2018-05-31 | Ministry\n"
        "C          | Q    | MDA     | 2018-05-31 |"
    )
    assert list(grouped(two)) == [
        "Georgia · Ministry: 1 commitment",
        "Moldova · Ministry: 1 commitment",
        "Moldova · Lead institution not stated: 1 commitment",
    ]


def test_days_late_end_at_the_last_look(drawn):
    """30 June to 31 December 2018, whatever day the reader stands on; unknown without a look."""
    on_a_day = {line.number: line for line in sheet(drawn, Filters(as_of=date(2020, 12, 31)))}
    assert on_a_day["late by half a year"].days_late == 184
    assert on_a_day["late by half a year"].facts == "Due Jun 2018 · 184 days late"
    assert on_a_day["never seen"].days_late is None
    assert on_a_day["never seen"].facts == "Due May 2018"


def test_the_evidence_names_rating_day_and_stage(drawn):
    texts = {line.number: line.evidence for line in sheet(drawn)}
    assert texts["late by a month"] == "Limited, 31 Dec 2018 (final; from the plan period)"
    assert texts["never seen"] == "Not assessed by the IRM"


def test_a_day_the_source_states_needs_no_word_of_where_it_is_from():
    row = {"rating": "limited", "rating_stage": "final", "observed_on": date(2018, 12, 31)}
    assert evidence({**row, "observed_basis": "stated"}) == "Limited, 31 Dec 2018 (final)"
    assert evidence({**row, "observed_basis": "report_year"}) == (
        "Limited, 31 Dec 2018 (final; capped by the report’s year)"
    )


def test_where_nothing_is_late_all_in_view_is_listed(drawn):
    rows = rows_of(drawn, Filters(due_quarters=("none",)))
    assert (list(rows["commitment_id"]), list(rows["to_ask"])) == (["undated"], [False])
    [line] = lines(rows, Vocabulary.of(drawn))
    assert line.facts == "No due date stated"


def test_the_second_of_a_day_stands_before_the_tenth():
    rows = "\n".join(f"T{n} | 2018-06-30 | 2018-12-31 | limited" for n in (10, 2, 1))
    lines = sheet(dataset_of(f"commitment | end_date | plan_end | final\n{rows}"))
    assert [line.number for line in lines] == ["T1", "T2", "T10"]


def test_a_missing_institution_is_not_stated(drawn):
    assert {line.lead for line in sheet(drawn)} == {"Treasury", "Not stated", "Bank; Treasury",
                                                    "Treasury; Bank"}  # fmt: skip


def test_the_sheet_holds_what_is_overdue_and_what_was_due_and_is_unknown(record):
    rows = rows_of(record)
    overdue = (rows["timeliness"] == "open_overdue").sum()
    assert overdue == how_many(record, Filters(), behind="overdue.value") == 80
    assert len(rows) == 235


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_holds_all_of_it_and_parts_no_institution(record, order):
    rows = arranged(rows_of(record), order)
    assert set(rows["commitment_id"]) == set(rows_of(record)["commitment_id"])
    runs = (rows["led_by"] != rows["led_by"].shift()).sum()
    assert runs == rows["led_by"].nunique()


def test_every_source_can_be_opened_or_is_blank(record):
    sources = [line.source for line in sheet(record) if line.source]
    assert sources
    assert [source for source in sources if urlsplit(source).scheme not in ("http", "https")] == []


@pytest.mark.parametrize(("count", "expected"), [(0, 1), (1, 1), (PAGE, 1), (PAGE + 1, 2)])
def test_how_many_pages_there_are(count, expected):
    assert pages(count) == expected


@pytest.mark.parametrize(
    ("asked_for", "page"),
    [("", 1), ("2", 2), ("0", 1), ("99", 3), ("-1", 1), ("two", 1), ("٣", 1), ("9" * 5000, 1)],
)
def test_a_link_gets_the_page_it_asks_for_or_the_nearest(asked_for, page):
    assert page_of(2 * PAGE + 5, asked_for) == page


def test_the_pages_together_are_the_sheet_and_headings_count_all_of_it(record):
    everything, words = arranged(rows_of(record)), Vocabulary.of(record)
    shown = [
        group
        for n in range(pages(len(everything)))
        for group in groups(everything, leaf(everything, n + 1), words)
    ]
    assert [line for group in shown for line in group.lines] == lines(everything, words)
    counts = {group.heading: 0 for group in shown}
    for group in shown:
        counts[group.heading] += len(group.lines)
    for heading, count in counts.items():
        assert f": {count} commitment" in heading


def test_a_permalink_keeps_language_and_day_and_survives_odd_numbers():
    link = urlsplit(permalink("UA 1&x=2", {"lang": "uk", "as_of": "2020-01-01"}))
    assert link.path == "commitments"
    assert parse_qs(link.query) == {
        "commitment": ["UA 1&x=2"], "lang": ["uk"], "as_of": ["2020-01-01"]
    }  # fmt: skip


def test_an_address_cannot_break_out_of_its_link():
    dataset = dataset_of(
        "commitment | end_date | plan_end | source_url\nA | 2018-06 | 2018-12-31 | x",
        assessments=(
            "commitment_id | stage | source_kind | completion | source_url\n"
            "A | final | IRM | limited | https://example.org/>)![](https://example.org/a.png)"
        ),
    )
    [line] = sheet(dataset)
    assert "<" not in line.source and ">" not in line.source


def test_the_table_has_a_row_for_each_and_a_heading_for_every_field(drawn):
    shown = table(rows_of(drawn), Vocabulary.of(drawn), "Sheet")
    assert shown.headings[:3] == ["Number", "Country", "Commitment"]
    assert shown.headings[-1] == "Question to ask"
    assert len(shown.frame) == 5
