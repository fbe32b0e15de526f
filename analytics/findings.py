"""Findings in words, computed from the numbers."""

from typing import Any

from analytics.ask import Answer
from analytics.metrics import IMPLEMENTATION_RATE
from analytics.spoken import interval
from i18n import number, percent, t


def standing_in_words(answer: Answer) -> str:
    """One or two sentences on how much was carried out and how much of the picture is known.

    `answer` has one row with commitments, assessed and implementation rate.
    """
    [row] = answer.rows
    if not row["commitments"]:
        return t("No commitments in view.")
    if not row["implementation_rate_denominator"]:
        return t(
            "{all} commitments are listed; none has an independent rating on record.",
            all=number(row["commitments"]),
        )
    return _carried_out(row)


def _carried_out(row: dict[str, Any]) -> str:
    return t(
        "{high} of {assessed} assessed commitments were substantially or fully carried out: "
        "{share} ({interval}). {all} are listed; {unknown} have no rating on the four-step scale.",
        high=number(row["implementation_rate_numerator"]),
        assessed=number(row["implementation_rate_denominator"]),
        share=percent(row["implementation_rate"]),
        interval=interval(IMPLEMENTATION_RATE, row),
        all=number(row["commitments"]),
        unknown=number(row["implementation_rate_missing"]),
    )
