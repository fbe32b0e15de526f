"""One commitment's record: all facts, how they are known, and "not stated" where they are not."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest

from analytics.commitments import record_looks, record_words
from analytics.commitments.record import Record, likest, record
from analytics.commitments.record_cards import cards
from analytics.query.ask import records
from analytics.query.filters import Filters
from analytics.query.vocabulary import Vocabulary
from tests.spec.examples import dataset_of

EVER = date(2020, 12, 31)
LATE = """
    commitment | end_date   | plan_end   | mid_term | final
    A          | 2018-11-21 | 2018-12-31 | limited  | limited
    B          | 2018-11    | 2018-12-31 |          | complete
    C          |            | 2018-12-31 |          |
"""


@pytest.fixture(scope="module")
def drawn():
    return dataset_of(
        LATE,
        milestones="""
            milestone_id | commitment_id | label        | due_date | done_date
            A-1          | A             | Draft of law | 2017-06  | 2017-07-02
            A-2          | A             | Vote         | 2018     |
        """,
        due_date_revisions="""
            commitment_id | revised_on | new_due_date | reason    | revised_by
            A             | 2018-01-10 | 2019-06      | elections |
        """,
    )


def of(dataset, number, as_of=EVER):
    return record(dataset, Filters(as_of=as_of), commitment=number)


def card_of(dataset, number, place, as_of=EVER):
    return cards(of(dataset, number, as_of), Vocabulary.of(dataset))[place]


def facts_of(commitment, dataset):
    promised = record_words.promised(commitment, Vocabulary.of(dataset))
    basis = record_words.basis(commitment)
    return dict((*promised, *record_words.coded(commitment), *basis))


@pytest.mark.parametrize("number", ["UA0038", "ua0038", " Ua0038 "])
def test_a_commitment_is_found_by_its_number_in_any_case(record, number):
    assert of(record, number).facts["commitment_id"] == "UA0038"


@pytest.mark.parametrize("number", ["", "UA9999", "' or true --", "UA003%", "x" * 100_000])
def test_a_number_nobody_knows_finds_nothing(record, number):
    assert of(record, number) is None


def test_the_nearest_numbers_come_first(record):
    near = likest(record, Filters(), commitment="uao038")
    assert near[0]["commitment_id"] == "UA0038"
    assert len(near) == 5


def test_a_number_of_any_length_has_nearest_ones(record):
    assert len(likest(record, Filters(), commitment="U" * 100_000)) == 5


def test_commitments_of_every_kind_can_be_told(record):
    words = Vocabulary.of(record)
    for number in every_seventh(record):
        commitment = of(record, number, date(2026, 7, 31))
        assert record_words.title(commitment)
        assert record_words.place_in_words(commitment, words)
        assert len(cards(commitment, words)) == 4 + any(
            look["source_kind"] != "irm" for look in commitment.looks
        )
        assert facts_of(commitment, record)
        assert len(record_looks.looks(commitment)) == len(commitment.looks)


def every_seventh(dataset):
    rows = dataset.cursor().execute("select commitment_id from commitments order by all")
    return [number for (number,) in rows.fetchall()][::7]


def test_it_knows_its_neighbours_in_the_plan(drawn):
    first, middle, last = (of(drawn, number).place for number in "ABC")
    assert (first["before_id"], first["after_id"]) == (None, "B")
    assert (middle["before_id"], middle["after_id"], middle["place"]) == ("A", "C", 2)
    assert (last["before_id"], last["after_id"], last["listed"]) == ("B", None, 3)


def test_one_look_counts_the_one_before_is_replaced(drawn):
    texts = [(look.who, look.standing) for look in record_looks.looks(of(drawn, "A"))]
    assert texts == [
        ("IRM, mid-term", "Replaced by a later rating"),
        ("IRM, final", "Rating used here"),
    ]


def test_a_look_after_the_as_of_day_does_not_count_yet(drawn):
    texts = [look.standing for look in record_looks.looks(of(drawn, "A", date(2018, 1, 1)))]
    assert texts == ["Rating used here", "After the as-of date: does not count yet"]


def test_a_look_says_where_its_day_is_from(drawn):
    looks = record_looks.looks(of(drawn, "B"))
    assert [look.dated for look in looks] == [
        "Describes 31 Dec 2018 (from the plan period) · year of the report not stated"
    ]


def test_three_sources_stand_side_by_side(record):
    card = card_of(record, "GE0071", -1, date(2026, 7, 31))
    assert card.label == "Agreement of sources"
    assert card.value in ("Sources differ", "Sources agree")
    assert [part.split(": ")[0] for part in card.note.split(" · ")] == [
        "IRM", "Government", "Civil society",
    ]  # fmt: skip


def test_milestones_are_counted_as_known_on_the_day(drawn):
    now, before = card_of(drawn, "A", -1), card_of(drawn, "A", -1, date(2017, 7, 1))
    assert (now.label, now.value) == ("Milestones", "1 of 2 done")
    assert now.note == "2 were due by the as-of date"
    assert (before.value, before.note) == ("0 of 2 done", "1 was due by the as-of date")


def test_a_date_moved_after_the_as_of_day_is_not_known_on_it(drawn):
    assert len(of(drawn, "A").revisions) == 1
    assert of(drawn, "A", date(2018, 1, 9)).revisions == []


def test_other_sources_stand_beside_the_irm(record):
    commitment = of(record, "GE0071")
    kinds = {look["source_kind"] for look in commitment.looks}
    assert kinds - {"irm"}
    beside = [look.standing for look in record_looks.looks(commitment) if "IRM" not in look.who]
    assert set(beside) == {"Shown beside the IRM’s ratings, not part of any rate"}


def test_days_late_are_those_at_the_last_look(drawn):
    card = card_of(drawn, "A", 2)
    assert (card.value, card.note) == ("Open, overdue", "40 days late when last assessed")


def test_a_completion_known_to_the_year_is_not_blamed_on_the_irm():
    given = dataset_of("""
        commitment | end_date   | completion_date
        A          | 2018-06-30 | 2018
    """)
    shown = card_of(given, "A", 2)
    assert shown.value == "Done, date unknown"
    assert shown.note == "Known as done in 2018: that can be in time or late"


def test_a_moved_due_date_is_said(drawn):
    card = card_of(drawn, "A", 1)
    assert (card.value, card.note) == ("21 Nov 2018", "moved 1 time; now 30 Jun 2019")


def test_a_partial_date_is_said_as_stated_and_as_read(drawn):
    card = card_of(drawn, "B", 1)
    assert (card.value, card.note) == ("Nov 2018", "read as 30 Nov 2018")
    assert facts_of(of(drawn, "B"), drawn)["Due"] == "Nov 2018, read as 30 Nov 2018"


def test_without_a_due_date_it_says_what_follows(drawn):
    card = card_of(drawn, "C", 1)
    assert card.value == "Not stated in the source"
    assert card.note == "Without a due date it counts neither as due nor as overdue"


def test_before_its_plan_began_nothing_is_said_of_its_rating(drawn):
    rating, timely = (card_of(drawn, "A", place, date(2015, 6, 30)) for place in (0, 2))
    assert (rating.value, timely.value) == ("Plan not begun", "Plan not begun")
    assert rating.note == "It begins on 1 Jan 2016, after the as-of date"


def test_what_was_not_seen_is_never_a_no(drawn):
    facts = facts_of(of(drawn, "C"), drawn)
    assert "no" not in facts.values()
    assert facts["Ambition"] == facts["Early results"] == "not stated in the source"
    assert (
        facts["Carried into the next plan"]
        == facts["Relevant to OGP values"]
        == "not stated in the source"
    )
    assert facts["Lead institution"] == facts["Completed"] == "not stated in the source"


def test_azerbaijan_stood_otherwise_when_its_plan_ran(record):
    [*_, standing] = cards(of(record, "AZ0010"), Vocabulary.of(record))
    assert (standing.label, standing.note) == (
        "Azerbaijan in OGP", "While the plan ran: active",
    )  # fmt: skip
    [*_, now] = cards(of(record, "AZ0010", date(2026, 7, 31)), Vocabulary.of(record))
    assert now.value == "Suspended"


def test_milestones_and_moved_dates_are_told_where_there_are_any(drawn):
    assert record_words.milestones(of(drawn, "A")) == [
        {"Milestone": "Draft of law", "Due": "Jun 2017, read as 30 Jun 2017", "Done": "2 Jul 2017"},
        {
            "Milestone": "Vote",
            "Due": "2018, read as 31 Dec 2018",
            "Done": "not stated in the source",
        },
    ]
    [moved] = record_words.revisions(of(drawn, "A"))
    assert moved == {
        "Moved on": "10 Jan 2018", "New due date": "Jun 2019, read as 30 Jun 2019",
        "Reason": "elections", "Moved by": "not stated in the source",
    }  # fmt: skip


def test_the_public_record_has_no_milestones_to_tell(record):
    commitment = of(record, "UA0038")
    assert record_words.milestones(commitment) == record_words.revisions(commitment) == []


def test_tags_lead_to_policy_area_theme_and_sector(record):
    assert {
        "Policy area": "Open Data", "Theme": "Cross-cutting", "Sector": "Access to information",
    } in record_words.filed_under(of(record, "UA0038"))  # fmt: skip


def test_a_tag_that_reads_otherwise_than_its_policy_area_is_said(record):
    areas = [row["Policy area"] for row in record_words.filed_under(of(record, "UA0039"))]
    assert "Anti-Corruption and Integrity (tagged “Anti Corruption and Integrity”)" in areas


def test_a_commitment_may_carry_another_on():
    carried = dataset_of("""
        commitment | carried_into
        A          | B
        B          |
    """)
    assert facts_of(of(carried, "A"), carried)["Carried on by"] == "B"
    assert facts_of(of(carried, "B"), carried)["Carries on"] == "A"


def test_a_commitment_without_wording_is_called_by_its_number(record):
    assert record_words.title(of(record, "MD0005")) == (
        f"Commitment {of(record, 'MD0005').facts['commitment_number']} "
        "(title not stated in the source)"
    )


@pytest.fixture(scope="module")
def reasoned():
    return dataset_of(
        """
        commitment | description
        A          | One law.
        B          |
        C          |
        D          |
        """,
        assessments="""
            commitment_id|stage|source_kind|completion|finding|source_title|source_page|source_url
            B | final | IRM | limited | Halved. | Report, 2024 | 4–5 | https://a.org
            C | final | IRM | limited |  |  | 7 | https://a.org
            D | final | IRM | limited |  |  | 7 |
        """,
    )


def test_the_full_text_is_told_paragraph_by_paragraph(reasoned):
    commitment = of(reasoned, "A")
    assert record_words.full_text(commitment) == ["One law."]
    longer = replace(
        commitment, facts={**commitment.facts, "description": "One law.\n\n Two books. "}
    )
    assert record_words.full_text(longer) == ["One law.", "Two books."]
    assert record_words.full_text(of(reasoned, "B")) == []


def test_a_finding_and_its_report_stand_with_the_rating(reasoned):
    [look] = record_looks.looks(of(reasoned, "B"))
    assert (look.finding, look.report.label, look.report.url) == (
        "Halved.", "Report, 2024, page 4–5", "https://a.org",
    )  # fmt: skip


def test_the_page_of_a_report_stands_with_the_rating_and_not_in_the_list_of_sources(reasoned):
    [untitled], [bare] = (record_looks.looks(of(reasoned, one)) for one in "CD")
    assert [source.label for source in record_looks.sources(of(reasoned, "B"))] == ["Report, 2024"]
    assert untitled.report.label == "a.org, page 7"
    assert bare.report is None


def test_the_year_of_a_report_is_not_called_unknown_beside_a_title_that_says_it(reasoned):
    [titled], [untitled] = (record_looks.looks(of(reasoned, one)) for one in "BC")
    assert "not stated" not in titled.dated
    assert untitled.dated.endswith("year of the report not stated")


def test_why_ua0090_is_substantial_says_what_the_rating_means_and_where_its_reasons_are(record):
    commitment = of(record, "UA0090", date(2026, 11, 25))
    [look] = record_looks.looks(commitment)
    assert (look.rating, look.who) == ("Substantial", "IRM, final")
    assert look.means == "most of it was carried out, and not all"
    assert look.report.label == "Ukraine Action Plan Review 2023–2025, IRM, 2024"
    assert look.report.url == "https://opengovpartnership.org/?p=84397"
    assert "state policy of open science" in record_words.full_text(commitment)[0]
    labels = [source.label for source in record_looks.sources(commitment)]
    assert labels[1:] == ["Ukraine Action Plan Review 2023–2025, IRM, 2024"]


def test_no_source_of_the_record_is_named_by_a_bare_number(record):
    """All are read at once: their sources hang on no day; to ask for each took half a minute."""
    looks = defaultdict(list)
    for look in records(record.cursor().execute("from looks order by observed_on").df()):
        looks[look["commitment_id"]].append(look)
    for facts in records(record.cursor().execute("from commitments").df()):
        commitment = Record(facts, {}, [], looks[facts["commitment_id"]], [], [])
        labels = [source.label for source in record_looks.sources(commitment)]
        assert labels
        assert not [label for label in labels if "?p=" in label]
