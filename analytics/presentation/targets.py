"""What a programme set out to reach beside what it reached, and what it granted beside what it
paid, as tables for people. Numbers stay numbers; what is not known is blank, never 0."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analytics.presentation.columns import fact, source_column
from analytics.presentation.tables import Column, Row, Table
from analytics.presentation.words import when
from analytics.query.ask import records
from analytics.query.named import NamedQuery
from analytics.query.vocabulary import Vocabulary
from data.importer.layouts.words import WHOLE_REGION
from i18n import t


def targets_table(
    frame: pd.DataFrame, vocabulary: Vocabulary, title: str, *query: NamedQuery
) -> Table:
    """A row an indicator, place and period. `frame` answers programme/ or country/targets."""
    rows = records(frame)
    columns = (
        fact("indicator", t("Indicator"), t("What is measured, as the programme words it.")),
        _place(vocabulary),
        Column(t("Period"), t("What target and actual value are about."), _period),
        fact("baseline", t("Baseline"), t("Where it stood before.")),
        fact("target", t("Target"), t("What was to be reached in the period.")),
        fact("value", t("Actual"),
             t("What was reached; blank until the period is over or where no source states it.")),
        *_filled(rows, Column(
            t("Actual, in words"), t("As it was published, where that is no number."), _in_words,
        )),
        fact("unit", t("Unit"), t("What the value is measured in, as published.")),
        *_filled(
            rows,
            Column(t("Baseline year"), t("The year of the baseline."), _year("baseline_year")),
            Column(t("Result"),
                   t("The objective or result it measures; blank where none is named."), _result),
        ),
        source_column(),
    )  # fmt: skip
    return Table(columns, rows, title=title, queries=query)


def grants_table(
    frame: pd.DataFrame, vocabulary: Vocabulary, title: str, *query: NamedQuery
) -> Table:
    """A row a grant; columns nobody filled in are left out. `frame` answers programme/ or
    country/grants."""
    rows, euro = records(frame), t("euro")
    sums = (
        fact("amount_eur", t("Agreed, EUR"), t("The sum agreed, in euro."), unit=euro),
        fact("paid_eur", t("Paid, EUR"),
             t("What was paid of it by the as-of date, in euro."), unit=euro),
    )  # fmt: skip
    columns = (
        fact("grantee", t("Grantee"), t("Who receives the grant.")),
        _place(vocabulary),
        *_filled(
            rows,
            Column(t("Sector"), t("The programme’s view."),
                   lambda row: row["sector"] and vocabulary.label("sector", row["sector"])),
            fact("funder", t("Funder"), t("Who gives the money.")),
        ),
        *(sums if _filled(rows, *sums) else ()),
        fact("topic", t("Topic"), t("What the grant is for.")),
        *_filled(
            rows,
            Column(t("Last payment"), t("The day of the last payment."), _day("paid_text")),
            Column(t("From", context="the first day of a grant"),
                   t("The first day of the grant."), _day("start_text")),
            Column(t("To"), t("The last day of the grant."), _day("end_text")),
            fact("place", t("Place"), t("Where the grant works, if at one place.")),
            fact("linked_commitment", t("Commitment"), t("The commitments it helps.")),
        ),
        source_column(),
    )  # fmt: skip
    return Table(columns, rows, title=title, queries=query)


def _filled(rows: Sequence[Row], *columns: Column) -> list[Column]:
    """Those of the columns in which anything stands."""
    return [one for one in columns if any(one.value(row) is not None for row in rows)]


def _place(vocabulary: Vocabulary) -> Column:
    return Column(
        t("Where"),
        t("One country, or the whole region."),
        lambda row: (
            t("The whole region")
            if row["country"] == WHOLE_REGION
            else vocabulary.label("country", row["country"])
        ),
    )


def _result(row: Row) -> str | None:
    return " ".join(part for part in (row["result"], row["result_label"]) if part) or None


def _period(row: Row) -> str | None:
    start, end = row["period_start_text"], row["period_end_text"]
    if start and end == f"{start[:4]}-12-31" and start.endswith("-01-01"):
        return str(start[:4])
    if start and end:
        return t("{start} – {end}", start=when(start), end=when(end))
    if end or start:
        return when(end or start)
    return None if row["year"] is None else str(int(row["year"]))


def _in_words(row: Row) -> Any:  # noqa: ANN401 - a cell
    return row["value_text"] if row["value"] is None else None


def _day(name: str) -> Any:  # noqa: ANN401 - a reader of rows
    return lambda row: when(row[name]) if row[name] else None


def _year(name: str) -> Any:  # noqa: ANN401 - a reader of rows
    return lambda row: None if row[name] is None else int(row[name])
