"""A figure: a chart with its words, table and source, and what all of them say of countries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analytics.codelists import PARTICIPATION
from analytics.presentation.words import state_in_words
from analytics.query.ask import Answer
from analytics.query.named import NamedQuery
from analytics.query.stamp import Stamp
from analytics.query.vocabulary import Vocabulary
from i18n import day, t


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with what belongs to it: its table, which columns are shares, the words for it.

    For what leaves the monitor: `answer` is what the table was made of and carries the stamp,
    `asked` are the named questions behind it, within the answer's filters; `meanings` says what
    columns mean that no metric explains. Without an answer the reader's own view is stamped.
    """

    chart: Any
    table: pd.DataFrame
    shares: tuple[str, ...]
    alternative: str
    answer: Answer | None = None
    asked: tuple[NamedQuery, ...] = ()
    meanings: Mapping[str, str] = field(default_factory=dict)


def source_line(answer: Answer) -> str:
    """Where the numbers come from, on which day they stand, and which version they are."""
    return source_of(answer.stamp)


def source_of(stamp: Stamp) -> str:
    """The source line of anything stamped."""
    said = t(
        "{credit} ({licence}); {title} {version}, as of {day}.",
        credit=t(stamp.credit),
        licence=stamp.licence,
        title=t(stamp.title),
        version=stamp.dataset_version,
        day=day(pd.Timestamp(stamp.as_of).date()) if stamp.as_of else "–",
    )
    return f"{t('Made-up data.')} {said}" if stamp.made_up else said


def absent(answer: Answer, countries: Answer) -> dict[str, str]:
    """Why countries have no commitments in view, in words, by country."""
    present = set(answer.frame.loc[answer.frame["commitments"] > 0, "country"])
    return {
        row["country"]: state_in_words(row["state"])
        for row in countries.rows
        if row["country"] not in present
    }


def standing_labels(words: Vocabulary, countries: Answer) -> dict[str, str]:
    """Country names, with the standing of those that OGP has set apart."""
    return {row["country"]: _with_standing(words, row) for row in countries.rows}


def set_apart(row: Mapping[Any, Any]) -> bool:
    """Whether a country's name carries its standing: where its place does not say it already."""
    outside = row["participation"] == "not_participating"
    return row["participation"] in ("suspended", "inactive") or (
        outside and row["state"] != "not_participating"
    )


def _with_standing(words: Vocabulary, row: dict[str, Any]) -> str:
    name = words.label("country", row["country"])
    if set_apart(row):
        standing = t(PARTICIPATION[row["participation"]]).lower()
        return t("{country} ({standing})", country=name, standing=standing)
    return name
