"""One commitment in words: its name, its rating, its dates. A null is "not stated"."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from babel.dates import format_skeleton

from analytics.codelists import (
    COMPLETION,
    OBSERVED_BASES,
    STATES,
    TIMELINESS,
    Swatch,
)
from analytics.metrics.catalogue import IMPLEMENTATION_RATE
from analytics.presentation.numbers import counts, interval, is_small, share
from analytics.query.ask import Answer
from analytics.query.vocabulary import Vocabulary
from i18n import N_, NO_DATA, day, ended, labelled, lowered, number, parted, t, tn
from i18n.catalogue import locale

Row = Mapping[str, Any]
DATED_BY_PLAN = N_(
    "Ratings that state no date: {counts}. They are dated from the plan’s period, mid-term in "
    "its middle and final at its end, but never after the year of the report."
)


def named(label: object, number: object = None) -> str:
    """A commitment's wording, or what there is to call it by: `Commitment 23 (wording not seen)`.

    Line breaks and the like become single spaces.
    """
    if isinstance(label, str) and label.strip():
        return " ".join(label.split())
    if isinstance(number, str) and number:
        return t("Commitment {number} (title not stated in the source)", number=number)
    return t("Title not stated in the source")


def rating_in_words(code: object) -> str:
    """A rating: `Withdrawn`. Without a code it was not assessed."""
    return _worded(COMPLETION, code, "not_assessed")


def timeliness_in_words(code: object) -> str:
    """A timeliness class: `Open, not yet due`."""
    return _worded(TIMELINESS, code, "unknown")


def seen_in_words(day_seen: object, basis: object) -> str:
    """The day a rating describes, and where that day is from unless the source states it."""
    if not isinstance(basis, str) or basis == "stated":
        return day(day_seen)
    return t("{day} ({basis})", day=day(day_seen), basis=t(OBSERVED_BASES[basis]))


def dated(look: Row) -> str:
    """The day an assessment describes and where that day is from, as the end of a sentence."""
    basis = t(OBSERVED_BASES[look["observed_basis"]])
    return t("describes {day} ({basis})", day=day(look["observed_on"]), basis=basis)


def standing_beside(name: str, participation: object) -> str:
    """A country's name, with its standing in OGP where that is not active."""
    if not (isinstance(participation, str) and participation in STATES):
        return name
    standing = lowered(t(STATES[participation].label))
    return t("{country} ({standing})", country=name, standing=standing)


def or_not_seen(text: object) -> str:
    """Words of the record, or that there were none."""
    return text if isinstance(text, str) and text.strip() else t("not stated in the source")


def _worded(scale: Mapping[str, Swatch], code: object, without: str) -> str:
    return t(scale[code if isinstance(code, str) and code in scale else without].label)


def state_in_words(state: str) -> str:
    """A state: `Not participating`."""
    return t(STATES[state].label)


def when(text: object) -> str:
    """A date text in words: `2016-05-04`, `2016-05` or `2016`. Anything else speaks itself."""
    if not isinstance(text, str) or not text:
        return NO_DATA
    try:
        return _spoken(text)
    except ValueError:
        return text


def spelled(text: str) -> str:
    """A note with the days in it in words."""
    return _DAY.sub(lambda match: when(match[0]), text)


_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def _spoken(text: str) -> str:
    if len(text) == len("2016-05"):
        month = date.fromisoformat(f"{text}-01")
        return str(format_skeleton("yMMM", month, locale=locale()))
    return day(date.fromisoformat(text)) if len(text) == len("2016-05-04") else text


def nothing_in_view(countries: Answer, vocabulary: Vocabulary) -> str:
    """Why there is nothing to show and what to do; blank where there is something.

    `countries` is the answer to `commitments` by country.
    """
    if countries.frame["commitments"].sum():
        return ""
    standing = [
        ended(labelled(vocabulary.label("country", row["country"]), state_in_words(row["state"])))
        for row in countries.rows
        if row["state"] != "none_in_view"  # which is said already
    ]
    sentences = [t("No commitments in view."), *(standing if len(countries.rows) == 1 else [])]
    return " ".join([*sentences, t("Widen the filters at the side, or clear them.")])


def standing_in_words(answer: Answer) -> str:
    """One or two sentences on how much was carried out and how much of the picture is known.

    `answer` has one row with commitments, assessed and implementation rate.
    """
    [row] = answer.rows
    if not row["commitments"]:
        return t("No commitments in view.")
    if not row["implementation_rate_denominator"]:
        return tn(
            "{count} commitment is listed; it is not assessed by the IRM.",
            "{count} commitments are listed; none is assessed by the IRM.",
            row["commitments"],
        )
    return _carried_out(row)


def _carried_out(row: dict[str, Any]) -> str:
    high, assessed = (row[f"{IMPLEMENTATION_RATE.key}_{part}"]
                      for part in ("numerator", "denominator"))  # fmt: skip
    if is_small(IMPLEMENTATION_RATE, row):
        done = t(
            "Assessed commitments substantially or fully carried out: {counts}.",
            counts=counts(high, assessed),
        )
    else:
        done = tn(
            "{count} of {assessed} assessed commitments was substantially or fully carried out: "
            "{share} ({interval}).",
            "{count} of {assessed} assessed commitments were substantially or fully carried out: "
            "{share} ({interval}).",
            high,
            assessed=number(assessed),
            share=share(row[IMPLEMENTATION_RATE.key]),
            interval=interval(IMPLEMENTATION_RATE, row),
        )
    listed = tn("{count} is listed", "{count} are listed", row["commitments"])
    unrated = tn(
        "{count} has no IRM rating on the completion scale",
        "{count} have no IRM rating on the completion scale",
        row[f"{IMPLEMENTATION_RATE.key}_missing"],
    )
    return f"{done} {ended(parted([listed, unrated]))}"
