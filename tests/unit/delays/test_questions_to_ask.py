"""Which question is asked of a commitment, each shown by one commitment of Georgia, 2016–2018."""

from datetime import date

import pytest

from analytics.delays.meeting_sheet import NAME, lines
from analytics.delays.questions_to_ask import QUESTIONS, kind, to_ask
from analytics.query.ask import records
from analytics.query.filters import Filters
from analytics.query.named import question
from analytics.query.vocabulary import Vocabulary
from tests.spec.examples import dataset_of

# kind | due date | mid-term | final | the question. Mid-term is 1 Jul 2017, final 31 Dec 2018.
EXAMPLES = {
    "withdrawn": ("2018-06-30", "", "withdrawn", "It was withdrawn. What takes its place?"),
    "done": (
        "2018-06-30", "", "complete", "It is complete. What has changed since, and for whom?"
    ),
    "undated_unseen": (
        "", "", "",
        "No due date is stated and the IRM has not rated it. What has been done, and by when will "
        "it be finished?",
    ),
    "undated": (
        "", "", "limited",
        "On 31 Dec 2018 (from the plan period) the IRM found it limited, and no due date is "
        "stated. By when will it be finished?",
    ),
    "not_due_unseen": (
        "2030-06-30", "", "",
        "Its due date is 30 Jun 2030. What has been done so far, and what shows it?",
    ),
    "not_due": (
        "2030-06-30", "", "limited",
        "Its due date is 30 Jun 2030; on 31 Dec 2018 (from the plan period) the IRM found it "
        "limited. What is still to be done?",
    ),
    "unseen": (
        "2018-06", "", "",
        "The IRM has not rated it. Has it been done, and what shows it?",
    ),
    "seen_before_due": (
        "2018-12-31", "", "substantial",
        "On 31 Dec 2018 (from the plan period), before its due date had passed, the IRM found it "
        "substantial. Has it been finished since?",
    ),
    "mid_term": (
        "2016-06-30", "limited", "",
        "It has a mid-term rating only: on 1 Jul 2017 (from the plan period) the IRM found it "
        "limited. What has been done since?",
    ),
    "not_started": (
        "2018-06-30", "", "not started",
        "On 31 Dec 2018 (from the plan period) the IRM found it not started. Has work begun, and "
        "if not, what stands in the way?",
    ),
    "limited": (
        "2018-06-30", "", "limited",
        "On 31 Dec 2018 (from the plan period) the IRM found it limited. What has been done since, "
        "and what is still missing?",
    ),
    "substantial": (
        "2018-06-30", "", "substantial",
        "On 31 Dec 2018 (from the plan period) the IRM found it substantial. What is left, and by "
        "when will it be finished?",
    ),
}  # fmt: skip


HEAD = "plan | commitment | end_date | plan_end | mid_term | final | lead_institution | source_url"


def drawn(plan, due, mid_term, final, lead="Treasury", source="https://example.org/report"):
    return f"{plan} | A {plan} | {due} | 2018-12-31 | {mid_term} | {final} | {lead} | {source}"


def sheet_of(plan, *rows):
    """The only commitment of a plan: its row, and its line of the meeting sheet."""
    dataset = dataset_of("\n".join([HEAD, *rows]))
    answer = question(dataset, Filters(plans=(plan,)), name=NAME)
    [row], [line] = records(answer), lines(answer, Vocabulary.of(dataset))
    return row, line


def row_of(*given, **more):
    return sheet_of("P", drawn("P", *given, **more))


@pytest.mark.parametrize("key", EXAMPLES)
def test_the_question_fits_rating_stage_and_what_is_missing(key):
    expected = EXAMPLES[key][-1]
    row, line = sheet_of(key, *(drawn(plan, *given) for plan, (*given, _) in EXAMPLES.items()))
    assert kind(row) == key
    assert to_ask(row, sourced=True) == expected
    assert line.question.startswith(expected)


def test_every_question_has_its_example():
    assert set(QUESTIONS) - set(EXAMPLES) == {"other"}


def test_without_a_lead_institution_it_is_asked_for():
    _, line = row_of("2018-06-30", "", "limited", lead="")
    assert line.question.endswith("No lead institution is stated: who answers for it?")


def test_without_a_source_it_is_asked_for():
    _, line = row_of("2018-06-30", "", "limited", source="Interview")
    assert line.question.endswith("No source is linked: where can the rating be read?")
    _, unseen = row_of("2018-06-30", "", "", source="Interview")
    assert "No source is linked" not in unseen.question


def test_a_rating_there_is_no_sentence_for_still_has_a_question():
    row = {
        "timeliness": "open_overdue", "due_day": date(2018, 6, 30), "due_text": "2018-06-30",
        "rating": "complete", "rating_stage": "final", "observed_on": date(2018, 12, 31),
        "observed_basis": "stated", "lead_institution": "Treasury",
    }  # fmt: skip
    assert to_ask(row, sourced=True) == "What has been done since 31 Dec 2018?"
