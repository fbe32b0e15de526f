"""Answers as tables for people: wording for codes, one column a fact, numbers left as numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from analytics.codelists import STATES
from analytics.metrics.kinds import Metric
from analytics.query.ask import Answer, column
from analytics.query.dimensions import Dimension
from analytics.query.named import NamedQuery
from analytics.query.stamp import Stamp
from analytics.query.vocabulary import Vocabulary
from i18n import N_, t

PARTS = {
    "value": "",
    "numerator": N_("counted"),
    "denominator": N_("out of"),
    "low": N_("interval from"),
    "high": N_("interval to"),
    "missing": N_("not known"),
    "at_least": N_("at least"),
    "at_most": N_("at most"),
    "lower_quartile": N_("lower quartile"),
    "upper_quartile": N_("upper quartile"),
    "count": N_("number"),
    "later": N_("moved later"),
    "earlier": N_("moved earlier"),
    "moved_once": N_("moved once"),
    "moved_twice": N_("moved twice"),
    "moved_more": N_("moved more often"),
    "never_seen": N_("never seen"),
    "commitments": N_("commitments with such milestones"),
    "milestones": N_("milestones with a due date"),
    "done": N_("done"),
    "withdrawn": N_("withdrawn"),
    "open": N_("open when last seen"),
    "plans": N_("plans with totals"),
    "mid_term_plans": N_("of them mid-term"),
    "days_1_30": N_("1–30 days"),
    "days_31_90": N_("31–90 days"),
    "days_91_180": N_("91–180 days"),
    "days_181_365": N_("181–365 days"),
    "days_over_365": N_("over 365 days"),
}
SHARES = ("low", "high", "at_least", "at_most")


def table(
    answer: Answer, metrics: Sequence[Metric], by: Sequence[Dimension], vocabulary: Vocabulary
) -> pd.DataFrame:
    """The answer with headings and codes in the reader's language. Shares stay between 0 and 1."""
    frame = answer.frame
    shown = {
        t(dimension.label): [vocabulary.label(dimension.key, code) for code in frame[dimension.key]]
        for dimension in by
    }
    if any(dimension.key == "country" for dimension in by):
        shown[t("State")] = [t(STATES[state].label) for state in frame["state"]]
    for metric in metrics:
        for part in metric.columns():
            if part in PARTS:
                shown[heading(metric, part)] = frame[column(metric, part)].tolist()
    return pd.DataFrame(shown)


def heading(metric: Metric, part: str = "value") -> str:
    """A column's heading: `Implementation rate`, `Implementation rate: out of`."""
    return t(metric.label) if part == "value" else f"{t(metric.label)}: {t(PARTS[part])}"


def share_headings(metrics: Sequence[Metric]) -> list[str]:
    """The headings of columns that hold shares of one, to be written as percentages."""
    return [
        heading(metric, part)
        for metric in metrics
        if "denominator" in metric.columns()
        for part in ("value", *SHARES)
        if part in metric.columns()
    ]


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table as the reader sees it, under its title.

    `asked` are the named questions behind it, within the filters of `stamp`; without a stamp the
    reader's own view is stamped. `piece` names the table of an evidence pack it is. With neither
    it is known only as it left. `meanings` says what columns mean that no metric explains.
    """

    title: str
    table: pd.DataFrame
    shares: tuple[str, ...] = ()
    subtitle: str = ""
    stamp: Stamp | None = None
    asked: tuple[NamedQuery, ...] = ()
    piece: str = ""
    meanings: Mapping[str, str] = field(default_factory=dict)
