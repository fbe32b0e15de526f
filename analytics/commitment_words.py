"""One commitment in words: its name, its rating, when it was seen. A null is "not seen"."""

from collections.abc import Mapping
from typing import Any

from analytics.palette import COMPLETION, STATES, TIMELINESS, Swatch
from i18n import day, t

Row = Mapping[str, Any]


def named(label: object, number: object = None) -> str:
    """A commitment's wording, or what there is to call it by: `Commitment 23 (wording not seen)`.

    Line breaks and the like become single spaces.
    """
    if isinstance(label, str) and label.strip():
        return " ".join(label.split())
    if isinstance(number, str) and number:
        return t("Commitment {number} (wording not seen)", number=number)
    return t("Wording not seen")


def rating_in_words(code: object) -> str:
    """A rating with its mark: `× Withdrawn`. Without a code it was not assessed."""
    return _marked(COMPLETION, code, "not_assessed")


def timeliness_in_words(code: object) -> str:
    """A timeliness class with its mark: `› Open, not yet due`."""
    return _marked(TIMELINESS, code, "unknown")


def seen_in_words(day_seen: object, basis: object) -> str:
    """The day a rating speaks of, and whether the plan period had to lend it."""
    if basis == "plan_period":
        return t("{day} (plan period)", day=day(day_seen))
    return day(day_seen)


def dated(look: Row) -> str:
    """The day a look speaks of and where that day is from, as the end of a sentence."""
    said = day(look["observed_on"])
    if look["observed_basis"] == "stated":
        return t("speaks of {day}, as stated", day=said)
    return t("speaks of {day}, taken from the plan period", day=said)


def standing_beside(name: str, participation: object) -> str:
    """A country's name, with the mark of its standing in OGP where that is not active."""
    known = isinstance(participation, str) and participation in STATES
    return f"{name} {STATES[str(participation)].mark}" if known else name


def or_not_seen(text: object) -> str:
    """Words of the record, or that there were none."""
    return text if isinstance(text, str) and text.strip() else t("not seen")


def _marked(scale: Mapping[str, Swatch], code: object, without: str) -> str:
    swatch = scale[code if isinstance(code, str) and code in scale else without]
    return f"{swatch.mark} {t(swatch.label)}"
