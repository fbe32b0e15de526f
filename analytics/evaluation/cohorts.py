"""Cohorts at equal age: what was done within so many months of a plan's start.

Only plans observed that long are compared. IRM ratings are looks at mid-term and at the end, so a
completion is known to lie between two looks and no more (interval-censored): the share is given as
bounds, and the interval runs from Wilson's lower end of the one to the upper end of the other.
"""

from collections.abc import Mapping
from operator import itemgetter
from typing import Any

import pandas as pd

from analytics.presentation.columns import fact
from analytics.presentation.numbers import counts, span, too_few
from analytics.presentation.tables import Column, Table, group, share_column
from analytics.query.ask import records
from analytics.query.named import NamedQuery
from analytics.query.vocabulary import Vocabulary
from i18n import N_, number, t, tn

MONTHS = (12, 24, 28)
"""24 is the usual plan; 28 adds the four months after which the IRM looks."""
COHORTS: Mapping[str, str] = {
    "plan_year": N_("Year the plan began"),
    "country": N_("Country"),
    "plan": N_("Action plan"),
}
METHOD = N_(
    "Older plans had more time. Here each plan is compared at the same age, and only "
    "plans that were assessed that long count. The IRM assesses at mid-term and at the "
    "end, so what was done is only known to lie between two assessments "
    "(interval-censored): each share is given as bounds."
)
RANGE = ("code", "label", "at_least", "at_most", "low", "high", "small", "said", "state",
         "resting")  # fmt: skip
NAME = "evaluation/cohorts"
"""The question, sql/cohorts.sql: parameters `months` and `cohort`."""


def done_in_time(frame: pd.DataFrame, months: int) -> str:
    """Between which shares all rated commitments were done in time; blank out of fewer than five.

    A commitment stands in one cohort alone, so that the cohorts sum to all of them.
    """
    n, done, still_open = (int(frame[part].sum()) for part in ("n", "done", "still_open"))
    if too_few(n):
        return ""
    return t(
        "{share} of {all} rated commitments done within {months} months of the plan’s start, as "
        "far as is known",
        share=span(done / n, (n - still_open) / n),
        all=number(n),
        months=number(months),
    )


def cohort_ranges(frame: pd.DataFrame, cohort: str, vocabulary: Vocabulary) -> pd.DataFrame:
    """The cohorts as `charts.ranges` draws them; those not observed that long say so."""
    drawn = [_range(row, cohort, vocabulary) for row in records(frame)]
    return pd.DataFrame(drawn, columns=list(RANGE))


def cohort_table(frame: pd.DataFrame, months: int, cohort: str, vocabulary: Vocabulary) -> Table:
    """The cohorts for people. One row a cohort; shares stay between 0 and 1."""
    columns = (
        group(t(COHORTS[cohort]), lambda row: _name(row, cohort, vocabulary)),
        Column(t("Plans assessed that long"), t(
            "Action plans whose newest IRM rating or completion day lies at least so many months "
            "after the plan’s start."
        ), itemgetter("plans")),
        Column(t("Plans not assessed that long"), t(
            "Action plans that are younger, or were not assessed again after so many months."
        ), itemgetter("plans_too_short")),
        fact("n", t("Commitments compared"), t("Rated commitments of plans assessed that long.")),
        fact("done", t("Rated done in time"),
             t("Rated substantial or complete within these months.")),
        fact("still_open", t("Rated open afterwards"),
             t("Rated not started or limited when these months were over.")),
        Column(t("Done between two assessments"), t(
            "First rated substantial or complete after these months; the day it was done is not "
            "on record."
        ), itemgetter("between_looks")),
        fact("not_seen_since", t("Not assessed since"),
             t("Open when last assessed, before these months were over.")),
        fact("unrated", t("Never rated"), t("In neither part of the share.")),
        fact("withdrawn", t("Withdrawn"),
             t("Taken back while the plan ran; in neither part of the share.")),
        share_column(t("at least"), t("The share if everything not assessed had failed."),
                     "at_least", "n"),
        share_column(t("at most"), t("The share if everything not assessed had succeeded."),
                     "at_most", "n"),
        share_column(t("interval from"), t("Lower end of Wilson’s 95 % interval of “at least”."),
                     "low", "n"),
        share_column(t("interval to"), t("Upper end of Wilson’s 95 % interval of “at most”."),
                     "high", "n"),
    )  # fmt: skip
    query = NamedQuery(NAME, {"months": months, "cohort": cohort})
    return Table(columns, records(frame), queries=(query,))


def _range(row: Mapping[str, Any], cohort: str, vocabulary: Vocabulary) -> dict[str, Any]:
    few = bool(row["n"]) and too_few(row["n"])
    compared = bool(row["n"]) and not few
    state = counts(row["done"], row["n"]) if few else _why(row)
    ends = ("at_least", "at_most", "low", "high")
    uncompared = t("fewer than five: not compared") if few else state
    return {
        "code": row["cohort"],
        "label": _name(row, cohort, vocabulary),
        **{part: row[part] if compared else None for part in ends},
        "small": few,
        "said": _share_of(row) if compared else "",
        "state": "" if compared else state,
        "resting": _resting(row) if compared else uncompared,
    }


def _name(row: Mapping[str, Any], cohort: str, vocabulary: Vocabulary) -> str:
    code = str(row["cohort"])
    return code if cohort == "plan_year" else vocabulary.label(cohort, code)


def _share_of(row: Mapping[str, Any]) -> str:
    return t("{share} of {n}", share=span(row["at_least"], row["at_most"]), n=number(row["n"]))


def _why(row: Mapping[str, Any]) -> str:
    if row["plans"]:
        return t("Assessed, none rated")
    return tn("Not assessed that long", "Not assessed that long: {count} plans",
              row["plans_too_short"])  # fmt: skip


def _resting(row: Mapping[str, Any]) -> str:
    return t(
        "{done} rated done, {open} rated open afterwards, {unknown} not assessed; 95 % "
        "interval {span}",
        done=number(row["done"]),
        open=number(row["still_open"]),
        unknown=number(row["between_looks"] + row["not_seen_since"]),
        span=span(row["low"], row["high"]),
    )
