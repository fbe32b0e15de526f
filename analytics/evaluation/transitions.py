"""From mid-term to the end: what became of the same commitments.

Plans differ in what they promise, so a rate may change because the portfolio did. Here both ratings
are of the same commitment, and what changes is how it fared.
"""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from analytics.codelists import RATINGS
from analytics.query.ask import records
from analytics.query.vocabulary import Vocabulary
from i18n import N_, lowered, number, t, tn

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
    found = Counter(map(move, frame["mid_term"], frame["final"]))
    return {key: found[key] for key in MOVES}


def cells(frame: pd.DataFrame) -> pd.DataFrame:
    """The matrix as long rows: `mid_term`, `final`, `count`, `move`; every cell of the scale."""
    found = Counter(zip(frame["mid_term"], frame["final"], strict=True))
    return pd.DataFrame(
        [
            {"mid_term": one, "final": other, "count": found[(one, other)],
             "move": move(one, other)}
            for one in STEPS
            for other in STEPS
        ]
    )  # fmt: skip


def transition_table(frame: pd.DataFrame) -> pd.DataFrame:
    """The matrix for people: a row a mid-term rating, a column a final one, and the sum."""
    found = Counter(zip(frame["mid_term"], frame["final"], strict=True))
    return pd.DataFrame(
        {
            t("Mid-term"): [t(RATINGS[step]) for step in STEPS],
            **{
                t("Final: {rating}", rating=t(RATINGS[step])): [found[(row, step)] for row in STEPS]
                for step in STEPS
            },
            t("Together"): [sum(found[(row, step)] for step in STEPS) for row in STEPS],
        }
    )


def transition_meanings() -> dict[str, str]:
    """What the columns of `transition_table` mean."""
    return {
        t("Mid-term"): t("The IRM’s rating in the middle of the plan."),
        **{
            t("Final: {rating}", rating=t(RATINGS[step])): t(
                "How many of them the IRM rated so at the end."
            )
            for step in STEPS
        },
        t("Together"): t("Commitments with this mid-term rating and a final one."),
    }


def moved_table(frame: pd.DataFrame, words: Vocabulary) -> pd.DataFrame:
    """The commitments themselves, one a row."""
    rows = records(frame)
    return pd.DataFrame(
        {
            t("Number"): [row["commitment_id"] for row in rows],
            t("Commitment"): [row["label"] or t("Not stated") for row in rows],
            t("Country"): [words.label("country", row["country"]) for row in rows],
            t("Action plan"): [words.label("plan", row["plan_id"]) for row in rows],
            t("Mid-term"): [t(RATINGS[row["mid_term"]]) for row in rows],
            t("Final"): [t(RATINGS[row["final"]]) for row in rows],
            t("Moved"): [t(MOVES[move(row["mid_term"], row["final"])]) for row in rows],
        }
    )


def moves_in_words(frame: pd.DataFrame, commitments: int) -> str:
    """What became of them, in a sentence or two. `commitments` is how many are in view."""
    if frame.empty:
        return t(
            "None of the {all} commitments in view has both a mid-term and a final IRM rating on "
            "record, so no change can be shown.",
            all=number(commitments),
        )
    found = moves(frame)
    said = tn(
        "{count} of {all} commitments in view was rated at mid-term and again at the end.",
        "{count} of {all} commitments in view were rated at mid-term and again at the end.",
        len(frame),
        all=number(commitments),
    )
    return " ".join([said, t("{moves}.", moves=", ".join(_each(found)))])


def moves_in_short(frame: pd.DataFrame) -> str:
    """What became of those rated twice; blank with none."""
    if frame.empty:
        return ""
    return t("From mid-term to the end: {moves}", moves=", ".join(_each(moves(frame))))


def _each(found: dict[str, int]) -> Sequence[str]:
    words = {key: lowered(t(label)) for key, label in MOVES.items()}
    return [
        t("{count} {way}", count=number(count), way=words[key])
        for key, count in found.items()
        if count or key != "other"
    ]
