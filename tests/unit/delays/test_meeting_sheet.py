"""The meeting sheet: which commitments stand on it, in which order, in which words."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from analytics.delays.meeting_sheet import PAGE, headings, lines, page_of, pages, permalink
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
    seen on its due day | 2018-12-31 | 2018-12-31 |             | limited     | Treasury
    never seen          | 2018-06    | 2018-12-31 |             |             | Treasury
"""


@pytest.fixture(scope="module")
def drawn():
    return dataset_of(DRAWN)


@pytest.fixture(scope="module")
def record():
    return public_record()


def sheet(dataset, filters=None):
    filters = filters or Filters(as_of=None)
    return lines(question(dataset, filters, name="delays/meeting_sheet"), Vocabulary.of(dataset))


def test_only_what_was_open_after_its_due_date_is_on_it_oldest_first(drawn):
    assert [line.number for line in sheet(drawn)] == ["late by half a year", "late by a month"]


def test_days_late_end_at_the_last_look(drawn):
    """30 June to 31 December 2018, whatever day the reader stands on."""
    [oldest, _] = sheet(drawn, Filters(as_of=date(2020, 12, 31)))
    assert oldest.days_late == 184


def test_the_question_names_the_last_look_and_what_it_found(drawn):
    [oldest, newer] = sheet(drawn)
    assert oldest.question == (
        "What has been done since 31 Dec 2018, when the IRM found it substantial?"
    )
    assert newer.evidence == "Limited, 31 Dec 2018 (final)"


def test_the_second_of_a_day_stands_before_the_tenth():
    rows = "\n".join(f"T{n} | 2018-06-30 | 2018-12-31 | limited" for n in (10, 2, 1))
    found = sheet(dataset_of(f"commitment | end_date | plan_end | final\n{rows}"))
    assert [line.number for line in found] == ["T1", "T2", "T10"]


def test_a_partial_due_date_stays_partial(drawn):
    assert sheet(drawn)[0].due == "Jun 2018"


def test_a_missing_institution_is_not_stated(drawn):
    assert [line.lead for line in sheet(drawn)] == ["Not stated", "Treasury"]


def test_the_sheet_holds_what_the_card_counts(record):
    assert len(sheet(record)) == how_many(record, Filters(), behind="overdue.value") == 80


def test_every_source_can_be_opened_or_is_blank(record):
    sources = [line.source for line in sheet(record) if line.source]
    assert sources
    assert [source for source in sources if urlsplit(source).scheme not in ("http", "https")] == []


@pytest.mark.parametrize(("count", "expected"), [(0, 1), (1, 1), (PAGE, 1), (PAGE + 1, 2)])
def test_how_many_pages_there_are(count, expected):
    assert pages(count) == expected


@pytest.mark.parametrize(
    ("asked", "page"),
    [("", 1), ("2", 2), ("0", 1), ("99", 3), ("-1", 1), ("two", 1), ("٣", 1), ("9" * 5000, 1)],
)
def test_a_link_gets_the_page_it_asks_for_or_the_nearest(asked, page):
    assert page_of(range(2 * PAGE + 5), asked)[0] == page


def test_the_pages_together_are_the_sheet(record):
    everything = sheet(record)
    leaves = [page_of(everything, str(n + 1))[1] for n in range(pages(len(everything)))]
    assert [line for leaf in leaves for line in leaf] == everything
    assert max(len(leaf) for leaf in leaves) <= 25


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


def test_every_field_has_its_heading(drawn):
    assert [key for key in headings() if not hasattr(sheet(drawn)[0], key)] == []
