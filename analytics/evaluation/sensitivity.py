"""Sensitivity: the implementation rate counted in other ways that could be defended."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from analytics.codelists import PARTICIPATION
from analytics.presentation.columns import fact
from analytics.presentation.numbers import counts, counts_and_rate, share, span, too_few
from analytics.presentation.tables import Column, Table, share_column
from analytics.query.ask import records
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, question
from data.store import Dataset
from i18n import N_, t

NAME = "evaluation/votes"
"""The question, sql/votes.sql."""
WAYS: Mapping[str, str] = {
    "usual": N_("Standard method"),
    "no_suspended": N_("Without suspended countries"),
    "no_inactive": N_("Without suspended and inactive countries"),
    "all_fail": N_("All unknown count as failed"),
    "all_succeed": N_("All unknown count as succeeded"),
    "milestones": N_("Weighted by milestones"),
}
WHY: Mapping[str, str] = {
    "nothing": N_("Nothing rated is left"),
    "no_milestones": N_("No milestones on record"),
    "weights": N_("Over the rated commitments that have milestones"),
}
FIELDS = ("way", "counted", "whole", "value", "low", "high", "why")
DROPPED = {"no_suspended": ("suspended",), "no_inactive": ("suspended", "inactive")}


def sensitivity(dataset: Dataset, filters: Filters) -> pd.DataFrame:
    """The rate in each way. One row a way.

    Columns `way`, `counted`, `whole`, `value` (share of one, null where not known), `low`, `high`
    (Wilson; null for weights, which are no independent votes) and `why`, a code of WHY.
    """
    [usual] = records(question(dataset, filters, name=NAME))
    rows = [_plain("usual", usual)]
    rows += [_dropping(dataset, filters, way) for way in DROPPED]
    return pd.DataFrame([*rows, *_unknowns(usual), _weighted(usual)], columns=list(FIELDS))


def sensitivity_ranges(frame: pd.DataFrame) -> pd.DataFrame:
    """The ways as `charts.ranges` draws them."""
    return pd.DataFrame(
        [
            {
                "code": row["way"],
                "label": t(WAYS[row["way"]]),
                **_drawn(row),
                "resting": t(WHY[row["why"]]) if row["why"] else _counts(row),
            }
            for row in records(frame)
        ]
    )


def _drawn(row: Mapping[str, Any]) -> dict[str, Any]:
    """What a way is drawn from; out of fewer than five only its counts."""
    few = row["value"] is not None and too_few(row["whole"])
    value, low, high = (None if few else row[part] for part in ("value", "low", "high"))
    nothing = counts(row["counted"], row["whole"]) if few else t(WHY.get(row["why"], ""))
    return {
        "at_least": value, "at_most": value, "low": low, "high": high, "small": few,
        "said": "" if few else _counts(row), "state": nothing if value is None else "",
    }  # fmt: skip


def sensitivity_table(frame: pd.DataFrame) -> Table:
    """The ways for people. Shares stay between 0 and 1."""
    counted = t("Commitments, or milestones where these are the weights.")
    columns = (
        Column(t("Way of counting"), t(
            "What is done with suspended countries, with unrated commitments and with weights."
        ), lambda row: t(WAYS[row["way"]])),
        share_column(t("Rate"), t("Substantial or complete out of those counted."),
                     "value", "whole"),
        fact("counted", t("counted"), counted),
        fact("whole", t("out of"), counted),
        share_column(t("interval from"),
                     t("Lower end of Wilson’s 95 % interval; none for weights."), "low", "whole"),
        share_column(t("interval to"),
                     t("Upper end of Wilson’s 95 % interval; none for weights."), "high", "whole"),
        Column(t("Note"), t("Why there is no rate, where there is none."),
               lambda row: t(WHY[row["why"]]) if row["why"] else ""),
    )  # fmt: skip
    return Table(columns, records(frame), queries=(NamedQuery(NAME),))


def spread_in_words(frame: pd.DataFrame) -> str:
    """How far the answer moves with the way of counting; blank with nothing to count."""
    rated = frame[frame["value"].notna()]
    if rated.empty or too_few(frame["whole"].iloc[0]):
        return ""
    low, high = rated["value"].min(), rated["value"].max()
    return t(
        "{usual} by the standard method; {span} depending on how unassessed commitments are "
        "treated.",
        usual=share(frame["value"].iloc[0]),
        span=span(low, high),
    )


def _plain(way: str, row: Mapping[str, Any]) -> tuple[Any, ...]:
    why = "" if row["rated"] else "nothing"
    return way, row["high"], row["rated"], row["value"], row["low"], row["upper"], why


def _dropping(dataset: Dataset, filters: Filters, way: str) -> tuple[Any, ...]:
    kept = tuple(
        standing
        for standing in filters.participation or PARTICIPATION
        if standing not in DROPPED[way]
    )
    if not kept:
        return way, None, None, None, None, None, "nothing"
    [row] = records(question(dataset, filters.with_(participation=kept), name=NAME))
    return _plain(way, row)


def _unknowns(row: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Both ends of what the unrated could be; withdrawn commitments are not among them."""
    whole = row["rated"] + row["unknown"]
    for way, counted in (("all_fail", row["high"]), ("all_succeed", row["high"] + row["unknown"])):
        value, why = (counted / whole, "") if whole else (None, "nothing")
        yield way, counted, whole, value, row[f"{way}_low"], row[f"{way}_high"], why


def _weighted(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Sums of milestones, over rated commitments that have any."""
    steps, high = row["steps"], row["high_steps"]
    if not steps:
        return "milestones", None, None, None, None, None, "no_milestones"
    return "milestones", high, steps, high / steps, None, None, "weights"


def _counts(row: Mapping[str, Any]) -> str:
    return "" if row["value"] is None else counts_and_rate(row["counted"], row["whole"])
