"""The ledger of due dates that were moved."""

from typing import Any

import pandas as pd

from analytics.codelists import TIMELINESS
from analytics.presentation.columns import country_column, fact, number_column, title_column
from analytics.presentation.tables import Column, Table, group
from analytics.query.ask import records
from analytics.query.named import NamedQuery
from analytics.query.vocabulary import Vocabulary
from i18n import day, t

LEDGER = 50
"""Rows of the slip ledger; the list behind the number holds them all."""


def slip_ledger(moved: pd.DataFrame, vocabulary: Vocabulary) -> Table:
    """Commitments whose due date was moved, in the reader's words."""
    columns = (
        number_column(),
        fact("slip_days", t("Days moved"), t("From the date first promised to the one in force.")),
        fact("replans", t("Times moved"), t("How often the due date was changed.")),
        Column(t("First due"), t("The date first promised; delays count from it."),
               lambda row: _day(row["due_day"])),
        Column(t("Now due"), t("The date in force."), lambda row: _day(row["current_due_day"])),
        country_column(vocabulary),
        title_column(),
        group(t("Lead institution"), lambda row: row["lead_institution"] or ""),
        Column(t("Last reason"), t("Why it was moved last, as the source states."),
               lambda row: row["reason"] or ""),
        group(t("Timeliness"), lambda row: t(TIMELINESS[row["timeliness"]].label)),
    )  # fmt: skip
    title, parameters = t("Due dates that were moved furthest"), {"how_many": LEDGER}
    queries = (NamedQuery("delays/slip_ledger", parameters),)
    return Table(columns, records(moved), title=title, queries=queries)


def _day(when: Any) -> str:  # noqa: ANN401 - a timestamp of pandas
    return day(pd.Timestamp(when).date())
