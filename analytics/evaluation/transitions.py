"""From mid-term to the end: what became of the same commitments.

Plans differ in what they promise, so a rate may change because the portfolio did. Here both ratings
are of the same commitment, and what changes is how it fared.
"""

from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

import pandas as pd

from analytics.codelists import RATINGS
from analytics.presentation.columns import country_column, number_column, plan_column, title_column
from analytics.presentation.numbers import counts
from analytics.presentation.tables import Column, Table
from analytics.query.ask import records
from analytics.query.named import NamedQuery
from analytics.query.vocabulary import Vocabulary
from i18n import N_, lowered, number, t

NAME = "evaluation/transitions"
"""The question, sql/transitions.sql."""
STEPS = ("not_started", "limited", "substantial", "complete")
MOVES = {
    "improved": N_("Improved"),
    "same": N_("Same"),
    "worse": N_("Worse"),
    "other": N_("Left the scale"),
}


def move(mid_term: str, final: str) -> str:
    """How a commitment moved: improved, same, worse, or other where a rating is off the scale."""
    if mid_term not in STEPS or final not in STEPS:
        return "other"
    before, after = STEPS.index(mid_term), STEPS.index(final)
    return "same" if before == after else "improved" if after > before else "worse"


def moves(frame: pd.DataFrame) -> dict[str, int]:
    """How many commitments moved in each way, all ways named."""
    counts = Counter(map(move, frame["mid_term"], frame["final"]))
    return {key: counts[key] for key in MOVES}


def cells(frame: pd.DataFrame) -> pd.DataFrame:
    """The matrix as long rows: `mid_term`, `final`, `count`, `move`; every cell of the scale."""
    counts = Counter(zip(frame["mid_term"], frame["final"], strict=True))
    return pd.DataFrame(
        [
            {"mid_term": one, "final": other, "count": counts[(one, other)],
             "move": move(one, other)}
            for one in STEPS
            for other in STEPS
        ]
    )  # fmt: skip


def transition_table(frame: pd.DataFrame) -> Table:
    """The matrix for people: a row a mid-term rating, a column a final one, and the sum."""
    counts = Counter(zip(frame["mid_term"], frame["final"], strict=True))
    rows = [{"mid_term": row, **{step: counts[(row, step)] for step in STEPS}} for row in STEPS]
    columns = (
        _mid_term(),
        *(Column(t("Final: {rating}", rating=t(RATINGS[step])),
                 t("How many of them the IRM rated so at the end."), itemgetter(step))
          for step in STEPS),
        Column(t("Together"), t("Commitments with this mid-term rating and a final one."),
               lambda row: sum(row[step] for step in STEPS)),
    )  # fmt: skip
    return Table(columns, rows, queries=(NamedQuery(NAME),))


def _mid_term() -> Column:
    meaning = t("The IRM’s rating in the middle of the plan.")
    return Column(t("Mid-term"), meaning, lambda row: t(RATINGS[row["mid_term"]]))


def moved_table(frame: pd.DataFrame, vocabulary: Vocabulary) -> Table:
    """The commitments themselves, one a row."""
    columns = (
        number_column(),
        title_column(t("Not stated")),
        country_column(vocabulary),
        plan_column(vocabulary),
        _mid_term(),
        Column(t("Final"), t("The IRM’s rating at the end of the plan."),
               lambda row: t(RATINGS[row["final"]])),
        Column(t("Moved"), t("Whether the second rating is better, worse or the same."),
               lambda row: t(MOVES[move(row["mid_term"], row["final"])])),
    )  # fmt: skip
    title = t("Commitments rated at mid-term and at the end")
    return Table(columns, records(frame), title=title, queries=(NamedQuery(NAME),))


def moves_in_words(frame: pd.DataFrame, commitments: int) -> str:
    """What became of them, in a sentence or two. `commitments` is how many are in view."""
    if frame.empty:
        return t(
            "None of the commitments in view ({all}) has both a mid-term and a final IRM rating on "
            "record, so no change can be shown.",
            all=number(commitments),
        )
    sentence = t(
        "Commitments in view rated at mid-term and again at the end: {counts}.",
        counts=counts(len(frame), commitments),
    )
    return " ".join([sentence, t("{moves}.", moves=", ".join(_each(moves(frame))))])


def moves_in_short(frame: pd.DataFrame) -> str:
    """What became of those rated twice; blank with none."""
    if frame.empty:
        return ""
    return t("From mid-term to the end: {moves}", moves=", ".join(_each(moves(frame))))


def _each(counts: dict[str, int]) -> Sequence[str]:
    labels = {key: lowered(t(label)) for key, label in MOVES.items()}
    return [
        t("{count} {way}", count=number(count), way=labels[key])
        for key, count in counts.items()
        if count or key != "other"
    ]
