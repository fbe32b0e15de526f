"""What IRM, government and civil society say of the same commitments."""

import pandas as pd

from analytics.charts.squares import crossed, crossed_rows
from analytics.codelists import AGREEMENT, RATINGS, SOURCE_KINDS
from analytics.metrics.catalogue import COMMITMENTS
from analytics.presentation.columns import country_column, fact, number_column, title_column
from analytics.presentation.figure import Figure
from analytics.presentation.numbers import counts_and_rate
from analytics.presentation.tables import Column, Table
from analytics.query.ask import records
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, Queries, question
from analytics.query.vocabulary import Vocabulary
from i18n import NO_DATA, lowered, number, t, tn

LONGEST = 50
"""Rows of the table on a page; the list behind the number holds them all."""
BESIDE = "commitments/sources_beside"
FEWEST = 5
"""Commitments two sources rated; fewer are told in the table, not drawn as a square of blanks."""
RATED_BY = {"irm": "rating", "government": "government_rating",
            "civil_society": "civil_society_rating"}  # fmt: skip
"""Each source kind and the field of its latest rating."""


def agreement_sentence(several: int, differing: int) -> str:
    """How often assessors who rate the same commitment agree."""
    if not several:
        return t("No commitment in view is rated by more than one kind of assessor.")
    rated = tn(
        "{count} commitment is rated by more than one of IRM, government and civil society.",
        "{count} commitments are rated by more than one of IRM, government and civil society.",
        several,
    )
    if not differing:
        return " ".join([rated, t("They agree in every case.")])
    return " ".join([rated, tn("They differ on {count}.", "They differ on {count}.", differing)])


def crossing(queries: Queries, filters: Filters, kind: str) -> Figure:
    """The IRM's rating against another source's, for commitments rated by both."""
    pairs = queries.run(question, filters, name="commitments/sources_crossed")
    answer = queries.answer([COMMITMENTS], filters)
    some = pairs[pairs["source_kind"] == kind]
    n = int(some["commitments"].sum())
    same = int(some.loc[some["rating"] == some["other"], "commitments"].sum())
    other = t(SOURCE_KINDS[kind])
    columns = (
        Column(t("IRM"), t("Its latest rating."), lambda row: t(RATINGS[row["rating"]])),
        Column(other, t("Its latest rating."), lambda row: t(RATINGS[row["other"]])),
        fact("commitments", t("Commitments"), t("How many were rated so by both.")),
    )
    return Figure(
        crossed(kind),
        {"cells": crossed_rows(some, kind)},
        title=t("The IRM and {source} on the same commitments", source=lowered(other)),
        subtitle=t("Figures in the squares are counts."),
        alternative=tn("{count} commitment rated by both; they agree on {same}",
                       "{count} commitments rated by both; they agree on {same}", n,
                       same=number(same)),
        table=Table(columns, records(some), queries=(NamedQuery("commitments/sources_crossed"),)),
        answer=answer,
        finding=tn("{count} commitment rated by both; they agree on {same}",
                   "{count} commitments rated by both; they agree on {same}", n,
                   same=counts_and_rate(same, n)),
    )  # fmt: skip


def worth_crossing(pairs: pd.DataFrame) -> list[str]:
    """The sources that rated enough of the same commitments as the IRM to draw a square."""
    rated = pairs.groupby("source_kind")["commitments"].sum()
    return [kind for kind in RATED_BY if rated.get(kind, 0) >= FEWEST]


def beside(rated: pd.DataFrame, vocabulary: Vocabulary) -> Table:
    """Commitments rated by several sources, rating beside rating, in the reader's words."""

    def by(kind: str, field: str) -> Column:
        meaning = t("Its latest rating; – where it rated nothing.")
        return Column(
            t(SOURCE_KINDS[kind]),
            meaning,
            lambda row: t(RATINGS[row[field]]) if row[field] in RATINGS else NO_DATA,
        )

    columns = (
        number_column(),
        Column(t("Agreement of sources"), t("Whether those who rated it agree."),
               lambda row: t(AGREEMENT[row["agreement"]])),
        *(by(kind, field) for kind, field in RATED_BY.items()),
        country_column(vocabulary),
        title_column(),
    )  # fmt: skip
    title = t("Ratings of IRM, government and civil society side by side")
    return Table(
        columns, records(rated), title=title, queries=(NamedQuery(BESIDE, {"how_many": LONGEST}),)
    )
