"""A country's plans on one slide: as many as a room can read, and why one shows no number."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from analytics.ask import records
from analytics.asking import Asking
from analytics.charts.dots import state_in_words
from analytics.dimensions import PLAN
from analytics.filters import Filters
from analytics.metric import SMALL
from analytics.metrics import COMMITMENTS
from analytics.questions import question
from i18n import t, tn

MOST = 5
"""Plans on one slide."""

PUBLISHED = ("published", "published_high", "published_commitments", "published_stage")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PlansTold:
    """`rows` answer plan_trend, oldest first; `labels` and `states` stand by plan id.

    National plans are shown where there are any, else local ones, the newest MOST of them;
    `left_out` says how many are not.
    """

    rows: Sequence[Row]
    labels: dict[str, str]
    states: dict[str, str]
    left_out: str

    @classmethod
    def of(cls, asking: Asking, filters: Filters) -> Self:
        every = records(asking.asked(question, filters, name="plan_trend"))
        if filters.reach_commitments:
            # The IRM's totals are of whole plans: beside a part of one they would be another claim.
            every = [{**row, **dict.fromkeys(PUBLISHED)} for row in every]
        national = [row for row in every if row["level"] == "national"]
        shown = sorted(national or every, key=lambda row: row["plan_start"])[-MOST:]
        told = {row[PLAN.key]: row["state"] for row in
                asking.answer([COMMITMENTS], filters, [PLAN]).rows}  # fmt: skip
        more = len(every) - len(shown)
        return cls(
            shown,
            {row["plan_id"]: asking.words.label("plan", row["plan_id"]) for row in shown},
            {row["plan_id"]: _state(told.get(row["plan_id"]), filters) for row in shown},
            tn("{count} local or older plan is not shown.",
               "{count} local or older plans are not shown.", more) if more else "",
        )  # fmt: skip

    def unlisted(self) -> dict[str, str]:
        """Why plans without commitments in view have none, by plan id."""
        return {row["plan_id"]: self.states[row["plan_id"]]
                for row in self.rows if not row["commitments"]}  # fmt: skip

    def newest(self) -> Row | None:
        """The newest plan shown with IRM totals or at least five ratings; else with any rating.

        A plan of which one commitment in six is rated would speak for more than it knows.
        """
        known = [row for row in self.rows if row["published_commitments"] or row["assessed"]]
        firm = [row for row in known if row["published_commitments"] or row["assessed"] >= SMALL]
        told = firm or known
        return told[-1] if told else None

    def later(self, told: Row) -> str:
        """That plans after the one told have too little to tell; blank where there is none."""
        after = [row for row in self.rows if row["plan_start"] > told["plan_start"]]
        return tn("The plan after it has too few ratings on record.",
                  "The {count} plans after it have too few ratings on record.",
                  len(after)) if after else ""  # fmt: skip


def _state(state: str | None, filters: Filters) -> str:
    if state is None and not filters.reach_commitments:
        return t("– none listed")
    if state is None:
        return state_in_words("none_in_view")
    return "" if state == "rated" else state_in_words(state)
