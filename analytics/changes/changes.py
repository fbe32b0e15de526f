"""What changed between two days: the same commitments, looked at twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from analytics.codelists import RATINGS
from analytics.presentation.columns import basis_column
from analytics.presentation.tables import Column, Row, Table
from analytics.presentation.words import named, seen_in_words
from analytics.query.ask import records
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, Queries, question
from analytics.query.vocabulary import Vocabulary
from i18n import N_, NN_, day, sentences, t, tn

NAME = "changes/changed_since"
SINCE = "since"
"""The part of a link that holds the earlier day."""
YEARS_BACK = (1, 2, 4, 8)
"""How far before the chosen day is looked for a change, where there is none since."""
COUNTED = {
    "listed": NN_("{count} commitment newly listed", "{count} commitments newly listed"),
    "first_rated": NN_(
        "{count} commitment rated for the first time",
        "{count} commitments rated for the first time",
    ),
    "moved_up": NN_("{count} rating moved up", "{count} ratings moved up"),
    "moved_down": NN_("{count} rating moved down", "{count} ratings moved down"),
    "overdue": NN_(
        "{count} commitment newly known to be unfinished after its due date",
        "{count} commitments newly known to be unfinished after their due dates",
    ),
}
ALONE = {
    "listed": N_("Newly listed"),
    "first_rated": N_("Rated for the first time"),
    "moved_up": N_("Rating moved up"),
    "moved_down": N_("Rating moved down"),
    "overdue": N_("Newly known to be unfinished after its due date"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """What changed since a day. Each row is a commitment with a flag a kind of `COUNTED`."""

    since: date
    rows: Sequence[Mapping[str, Any]]

    def sentences(self) -> list[str]:
        """One short sentence for each kind that occurred."""
        counts = {kind: sum(row[kind] for row in self.rows) for kind in COUNTED}
        return [tn(*COUNTED[kind], count) for kind, count in counts.items() if count]

    def table(self, vocabulary: Vocabulary) -> Table:
        """The commitments that changed: what, before and now."""
        return Table(
            _columns(vocabulary),
            self.rows,
            title=t("What changed since {day}", day=day(self.since)),
            queries=(NamedQuery(NAME, {SINCE: str(self.since)}),),
        )


def changes(queries: Queries, filters: Filters, *, since: date) -> Changes:
    """What changed within `filters` from the end of the day `since` to the as-of date."""
    return Changes(since, records(queries.run(question, filters, name=NAME, since=since)))


def day_before(filters: Filters, newest: date, wanted: str = "") -> date:
    """The earlier day: the one asked for, else a year before the as-of date."""
    until = filters.as_of or newest
    try:
        return min(date.fromisoformat(wanted), until)
    except ValueError:
        return (pd.Timestamp(until) - pd.DateOffset(years=1)).date()


def further_back(queries: Queries, filters: Filters, *, since: date) -> date | None:
    """The next earlier day since which something did change; None where nothing ever did."""
    first = earliest(queries.vocabulary)
    days = [(pd.Timestamp(since) - pd.DateOffset(years=years)).date() for years in YEARS_BACK]
    earlier = [day for day in (*days, first) if first <= day < since]
    return next((day for day in earlier if changes(queries, filters, since=day).rows), None)


def earliest(vocabulary: Vocabulary) -> date:
    """The day before the first plan began: since then everything is new."""
    return vocabulary.first_day - timedelta(days=1)


def what(row: Row) -> str:
    """What changed of a commitment, in words."""
    return sentences(t(ALONE[kind]) for kind in ALONE if row[kind])


def before(row: Row) -> str:
    """Its rating on the earlier day."""
    return _rating(row["rating_before"])


def now(row: Row) -> str:
    """Its rating on the as-of date."""
    return _rating(row["rating_now"])


def seen(row: Row) -> str:
    """The day its rating now describes, and where that day is from unless a source states it."""
    return seen_in_words(row["observed_on"], row["observed_basis"])


def label(row: Row) -> str:
    """A commitment by its label, or its number where it has none."""
    return named(row["label"], row["commitment_number"])


def _columns(vocabulary: Vocabulary) -> tuple[Column, ...]:
    return (
        Column(t("Number"), t("The commitment’s number."), lambda row: row["commitment_id"]),
        Column(t("Country"), t("The country of the commitment’s plan."),
               lambda row: vocabulary.label("country", row["country"])),
        Column(t("Commitment"), t("What was promised, in short."), label),
        Column(t("What changed"), t("Between the earlier day and the as-of date."), what),
        Column(t("Rating before"), t("The IRM’s latest rating on the earlier day."), before),
        Column(t("Rating now"), t("The IRM’s latest rating on the as-of date."), now),
        Column(t("Last assessed"), t("The day that rating describes."),
               lambda row: row["observed_on"].date() if row["observed_on"] else None),
        basis_column(),
    )  # fmt: skip


def _rating(code: object) -> str:
    return t(RATINGS[code]) if isinstance(code, str) else t("Not listed")
