"""Which question to ask of a commitment: by its rating, the stage of it, and what is missing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from analytics.codelists import COMPLETION
from analytics.presentation.words import seen_in_words, when
from i18n import N_, lowered, t

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """A question and when it fits. It may name {due}, {seen} and {rating}."""

    fits: Callable[[Row], bool]
    says: str


QUESTIONS: Mapping[str, Question] = {
    "withdrawn": Question(
        lambda row: row["timeliness"] == "withdrawn",
        N_("It was withdrawn. What takes its place?"),
    ),
    "done": Question(
        lambda row: row["timeliness"].startswith("done"),
        N_("It is complete. What has changed since, and for whom?"),
    ),
    "undated_unseen": Question(
        lambda row: not row["due_day"] and not row["rating"],
        N_("No due date is stated and the IRM has not rated it. What has been done, and by when "
           "will it be finished?"),
    ),
    "undated": Question(
        lambda row: not row["due_day"],
        N_("On {seen} the IRM found it {rating}, and no due date is stated. By when will it be "
           "finished?"),
    ),
    "not_due_unseen": Question(
        lambda row: row["timeliness"] == "open_not_due" and not row["rating"],
        N_("Its due date is {due}. What has been done so far, and what shows it?"),
    ),
    "not_due": Question(
        lambda row: row["timeliness"] == "open_not_due",
        N_("Its due date is {due}; on {seen} the IRM found it {rating}. What is still to be done?"),
    ),
    "unseen": Question(
        lambda row: not row["rating"],
        N_("The IRM has not rated it. Has it been done, and what shows it?"),
    ),
    "seen_before_due": Question(
        lambda row: row["observed_on"] <= row["due_day"],
        N_("On {seen}, before its due date had passed, the IRM found it {rating}. Has it been "
           "finished since?"),
    ),
    "mid_term": Question(
        lambda row: row["rating_stage"] == "mid_term",
        N_("It has a mid-term rating only: on {seen} the IRM found it {rating}. What has been "
           "done since?"),
    ),
    "not_started": Question(
        lambda row: row["rating"] == "not_started",
        N_("On {seen} the IRM found it not started. Has work begun, and if not, what stands in "
           "the way?"),
    ),
    "limited": Question(
        lambda row: row["rating"] == "limited",
        N_("On {seen} the IRM found it limited. What has been done since, and what is still "
           "missing?"),
    ),
    "substantial": Question(
        lambda row: row["rating"] == "substantial",
        N_("On {seen} the IRM found it substantial. What is left, and by when will it be "
           "finished?"),
    ),
    "other": Question(lambda row: True, N_("What has been done since {seen}?")),
}  # fmt: skip
"""In this order: the first that fits is asked."""
WHO = N_("No lead institution is stated: who answers for it?")
WHERE = N_("No source is linked: where can the rating be read?")


def kind(row: Row) -> str:
    """The key of the question that fits a row of the meeting sheet."""
    return next(key for key, one in QUESTIONS.items() if one.fits(row))


def to_ask(row: Row, *, sourced: bool) -> str:
    """What to ask of a commitment, with what to ask besides where something is missing."""
    rating = lowered(t(COMPLETION[row["rating"]].label)) if row["rating"] else ""
    questions = [
        t(
            QUESTIONS[kind(row)].says,
            due=when(row["due_text"]),
            seen=seen_in_words(row["observed_on"], row["observed_basis"]) if row["rating"] else "",
            rating=rating,
        )
    ]
    if not row["lead_institution"]:
        questions.append(t(WHO))
    if row["rating"] and not sourced:
        questions.append(t(WHERE))
    return " ".join(questions)
