"""What changed between two days: the same commitments, looked at twice."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from analytics.codelists import RATINGS
from analytics.query.filters import Filters
from analytics.query.named import question
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset
from i18n import NN_, day, t, tn

KINDS = {
    "listed": NN_("{count} commitment newly listed", "{count} commitments newly listed"),
    "first_rated": NN_(
        "{count} commitment rated for the first time",
        "{count} commitments rated for the first time",
    ),
    "moved_up": NN_("{count} rating moved up", "{count} ratings moved up"),
    "moved_down": NN_("{count} rating moved down", "{count} ratings moved down"),
    "overdue": NN_("{count} commitment newly overdue", "{count} commitments newly overdue"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """What changed since a day. `frame` has a row a commitment and a flag a kind of KINDS."""

    since: date
    frame: pd.DataFrame

    def sentences(self) -> list[str]:
        """One short sentence for each kind that occurred."""
        counts = {kind: int(self.frame[kind].sum()) for kind in KINDS}
        return [tn(*KINDS[kind], count) for kind, count in counts.items() if count]

    def table(self, words: Vocabulary) -> pd.DataFrame:
        """The commitments that changed, in the reader's words."""
        return pd.DataFrame(
            {
                t("Commitment"): self.frame["commitment_id"],
                t("Country"): [words.label("country", code) for code in self.frame["country"]],
                t("Label"): [_label(row) for row in self.frame.to_dict("records")],
                t("Rating before"): [_rating(code) for code in self.frame["rating_before"]],
                t("Rating now"): [_rating(code) for code in self.frame["rating_now"]],
                t("Last assessed"): [day(_date(seen)) for seen in self.frame["observed_on"]],
            }
        )


def changes(dataset: Dataset, filters: Filters, *, since: date) -> Changes:
    """What changed within `filters` from the end of the day `since` to the as-of day."""
    return Changes(since, question(dataset, filters, name="overview/changed_since", since=since))


def day_before(filters: Filters, newest: date, asked: str) -> date:
    """The earlier day: the one asked for, else two years before the as-of day."""
    until = filters.as_of or newest
    try:
        return min(date.fromisoformat(asked), until)
    except ValueError:
        return (pd.Timestamp(until) - pd.DateOffset(years=2)).date()


def _label(row: dict[Any, Any]) -> str:
    number = row["commitment_number"]
    return (
        row["label"] if isinstance(row["label"], str) else t("Commitment {number}", number=number)
    )


def _rating(code: object) -> str:
    return t(RATINGS[code]) if isinstance(code, str) else t("Not listed")


def _date(seen: Any) -> date | None:  # noqa: ANN401 - a Timestamp or NaT
    return None if pd.isna(seen) else pd.Timestamp(seen).date()
