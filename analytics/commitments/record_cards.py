"""What to see first of a commitment: rating, due date, timeliness, standing in OGP."""

from dataclasses import dataclass

from analytics.codelists import AGREEMENT, PARTICIPATION, SOURCE_KINDS, STAGES
from analytics.commitments.assessors import RATED_BY
from analytics.commitments.record import Record
from analytics.presentation.words import Row, dated, rating_in_words, timeliness_in_words, when
from analytics.query.vocabulary import Vocabulary
from i18n import N_, day, lowered, number, t, tn

_UNTIMED = {
    "done_undated": N_("The IRM gives no completion dates"),
    "open_not_due": N_("Its due date lies after the as-of date"),
}


STEPS = ("not_started", "limited", "substantial")
"""The ratings of work that is still open."""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to see first: what it is, how it stands, what that rests on."""

    label: str
    value: str
    note: str


def cards(record: Record, vocabulary: Vocabulary) -> list[Card]:
    """Latest rating, due date, timeliness, and the country's standing then and now.

    Where other sources rated it or it has milestones, a card each for that too.
    """
    facts = record.facts
    usual = [_rating(facts), _due(facts), _timeliness(facts), _participation(facts, vocabulary)]
    return [*usual, *_sources(facts), *_steps(record)]


def _rating(facts: Row) -> Card:
    if not facts["begun"]:
        return Card(t("Latest IRM rating"), t("Plan not begun"), _begins(facts))
    if not facts["rating"]:
        note = t("No IRM rating by the as-of date")
    else:
        note = f"{t(STAGES[facts['rating_stage']])} · {dated(facts)}"
    return Card(t("Latest IRM rating"), rating_in_words(facts["rating_code"]), note)


def _sources(facts: Row) -> list[Card]:
    """The three sources side by side, where one beside the IRM has spoken."""
    ratings = {kind: facts[field] for kind, field in RATED_BY.items()}
    if not (ratings["government"] or ratings["civil_society"]):
        return []
    note = " · ".join(
        t("{source}: {rating}", source=t(SOURCE_KINDS[kind]), rating=rating_in_words(rating))
        for kind, rating in ratings.items()
    )
    return [Card(t("Agreement of sources"), t(AGREEMENT[facts["agreement"]]), note)]


def _steps(record: Record) -> list[Card]:
    """Milestones done, where there are any."""
    count = len(record.milestones)
    if not count:
        return []
    done = sum(step["done_day"] is not None for step in record.milestones)
    due = sum(bool(step["due"]) for step in record.milestones)
    return [
        Card(
            t("Milestones"),
            t("{done} of {count} done", done=number(done), count=number(count)),
            tn("{count} was due by the as-of date", "{count} were due by the as-of date", due),
        )
    ]


def _begins(facts: Row) -> str:
    return t("It begins on {day}, after the as-of date", day=day(facts["plan_start"]))


def _due(facts: Row) -> Card:
    if not facts["due_text"]:
        note = t("Without a due date it counts neither as due nor as overdue")
        return Card(t("Due", context="a date"), t("Not stated in the source"), note)
    moved = facts["replans"] or 0
    if moved:
        text = tn("moved {count} time; now {day}", "moved {count} times; now {day}", int(moved),
                  day=day(facts["current_due_day"]))  # fmt: skip
        return Card(t("Due", context="a date"), when(facts["due_text"]), text)
    return Card(
        t("Due", context="a date"),
        when(facts["due_text"]),
        _read_as(facts["due_text"], facts["due_day"]),
    )


def _read_as(text: str, read: object) -> str:
    if when(text) == day(read):
        return t("stated to the day")
    return t("read as {day}", day=day(read))


def _timeliness(facts: Row) -> Card:
    if not facts["begun"]:
        return Card(t("Timeliness"), t("Plan not begun"), _begins(facts))
    code = facts["timeliness"]
    note = t(_UNTIMED.get(code, ""))
    if code == "open_overdue":
        late = int(facts["days_overdue"])
        note = tn(
            "{count} day late when last assessed", "{count} days late when last assessed", late
        )
    if code == "unknown":
        note = _why_unknown(facts)
    if code == "done_undated" and facts["done_day"] and facts["due_text"]:
        note = t(
            "Known as done in {when}: that can be in time or late", when=when(facts["done_text"])
        )
    if code in ("done_on_time", "done_late"):
        note = t("Done on {day}", day=day(facts["done_day"]))
    return Card(t("Timeliness"), timeliness_in_words(code), note)


def _why_unknown(facts: Row) -> str:
    if not facts["due_text"]:
        return t("No due date is stated")
    if not facts["rating"]:
        return t("No rating to tell by")
    if facts["rating"] in STEPS:
        return t("Open when last assessed, on or before its due date")
    return t("Its latest rating does not say")


def _participation(facts: Row, vocabulary: Vocabulary) -> Card:
    then = facts["stood_then"]
    # Neighbouring spells of one status are one.
    stood = [t(PARTICIPATION[code]) for code in dict.fromkeys(then if then is not None else ())]
    return Card(
        t("{country} in OGP", country=vocabulary.label("country", facts["country"])),
        t(PARTICIPATION.get(facts["stands_now"], "Participation not known")),
        t(
            "While the plan ran: {standing}",
            standing=", ".join(map(lowered, stood)) or t("not stated in the source"),
        ),
    )
