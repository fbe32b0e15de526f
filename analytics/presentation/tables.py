"""Answers as tables for people: wording for codes, one column a fact, numbers left as numbers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import pandas as pd

from analytics.codelists import STATES
from analytics.metrics.kinds import Count, Metric, Rate
from analytics.presentation.numbers import is_small, too_few
from analytics.query.ask import Answer
from analytics.query.compose import column
from analytics.query.dimensions import Dimension
from analytics.query.named import NamedQuery
from analytics.query.stamp import Stamp
from analytics.query.vocabulary import Vocabulary
from i18n import N_, labelled, t

PARTS = {
    "value": "",
    "numerator": N_("counted"),
    "denominator": N_("out of"),
    "whole": N_("out of"),
    "low": N_("interval from"),
    "high": N_("interval to"),
    "missing": N_("not assessed"),
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
    "never_seen": N_("never assessed"),
    "commitments": N_("commitments with such milestones"),
    "milestones": N_("milestones with a due date"),
    "done": N_("done"),
    "withdrawn": N_("withdrawn"),
    "open": N_("open when last assessed"),
    "plans": N_("plans with totals"),
    "mid_term_plans": N_("of them mid-term"),
    "days_1_30": N_("1–30 days"),
    "days_31_90": N_("31–90 days"),
    "days_91_180": N_("91–180 days"),
    "days_181_365": N_("181–365 days"),
    "days_over_365": N_("over 365 days"),
}
SHARES = ("low", "high", "at_least", "at_most")


PART_MEANINGS: Mapping[str, str] = {
    "numerator": N_("How many the rate counts."),
    "denominator": N_("How many the rate is out of."),
    "whole": N_("How many can be counted. With none of them there is no number."),
    "low": N_("Lower end of Wilson’s 95 % interval."),
    "high": N_("Upper end of Wilson’s 95 % interval."),
    "missing": N_("How many could not be judged; they are in neither part of the rate."),
    "at_least": N_("The rate if everything unknown had failed."),
    "at_most": N_("The rate if everything unknown had succeeded."),
    "lower_quartile": N_("A quarter lies below."),
    "upper_quartile": N_("A quarter lies above."),
    "count": N_("How many the median rests on."),
    "plans": N_("How many action plans have published totals."),
    "mid_term_plans": N_("How many of them have mid-term totals only."),
}
BUCKET = N_("How many fall into this group.")
UNSURE = N_("Of how many it is not known: the number lies between bounds as far apart.")


def heading(metric: Metric, part: str = "value") -> str:
    """A column's heading: `Implementation rate`, `Implementation rate: out of`."""
    return t(metric.label) if part == "value" else labelled(t(metric.label), part_of(metric, part))


def part_of(metric: Metric, part: str) -> str:
    """What a part of a metric is called: `out of`; what a coding lacks is not coded."""
    if part == "missing" and isinstance(metric, Rate) and metric.coding:
        return t("not coded")
    return t("not known") if part == "missing" and _is_bounded(metric) else t(PARTS[part])


def _is_bounded(metric: Metric) -> bool:
    """Whether what nobody knows widens the number to bounds, in place of being left out of it."""
    return isinstance(metric, Count | Rate) and bool(metric.unsure)


Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column of a table for people, in the reader's language.

    `value` takes a row and gives the cell: text, a number, a day or None where nothing is known.
    `meaning` is the column's line in the codebook, `unit` what its numbers count, `source` whose
    they are; a `share` lies between 0 and 1 and is written as a percentage.
    """

    heading: str
    meaning: str
    value: Callable[[Row], Any]
    share: bool = False
    unit: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Shaded:
    """A cell in words on a colour, or on none: with what is short enough for a phone, and a note
    seen above it."""

    words: str
    brief: str
    note: str
    colour: str


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Rows under columns, and what belongs to them when they leave the monitor.

    `queries` are the named queries behind it, within the filters of `stamp`; without a stamp the
    reader's own view is stamped. `piece` names the table of an evidence pack it is. With neither
    it is known only as it left.
    """

    columns: tuple[Column, ...]
    rows: Sequence[Row]
    title: str = ""
    subtitle: str = ""
    stamp: Stamp | None = None
    queries: tuple[NamedQuery, ...] = ()
    piece: str = ""

    @property
    def headings(self) -> list[str]:
        """The columns' headings. Where two are one word in a language, the later has a number."""
        return distinct([column.heading for column in self.columns])

    @property
    def frame(self) -> pd.DataFrame:
        """The cells under their headings; shares stay between 0 and 1."""
        named = dict(zip(self.headings, self.columns, strict=True))
        return pd.DataFrame(
            {name: [column.value(row) for row in self.rows] for name, column in named.items()},
            columns=list(named),
        )

    @property
    def shares(self) -> tuple[str, ...]:
        """The headings of columns that hold shares of one."""
        shared = zip(self.headings, self.columns, strict=True)
        return tuple(name for name, column in shared if column.share)


def distinct(headings: Sequence[str]) -> list[str]:
    """Headings that tell columns apart: `Due`, `Due (2)`."""
    times = [headings[: at + 1].count(name) for at, name in enumerate(headings)]
    return [name if n == 1 else f"{name} ({n})" for name, n in zip(headings, times, strict=True)]


def group(heading: str, value: Callable[[Row], Any]) -> Column:
    """A column that says which group the row is of: a country, a plan, an institution."""
    return Column(heading, t("The group of the row."), value)


def answer_table(
    answer: Answer, metrics: Sequence[Metric], by: Sequence[Dimension], vocabulary: Vocabulary
) -> Table:
    """The answer with a column a dimension and a part of a metric, in the reader's language."""
    columns = [_group(dimension, vocabulary) for dimension in by]
    if any(dimension.key == "country" for dimension in by):
        columns.append(state_column())
    columns += [
        metric_column(metric, part)
        for metric in metrics
        for part in metric.columns()
        if part in PARTS
    ]
    return Table(tuple(columns), answer.rows)


def metric_column(metric: Metric, part: str = "value") -> Column:
    """A part of a metric as a column: its meaning is the metric's definition."""
    meaning = t(metric.definition)
    if part != "value":
        own = t(UNSURE if part == "missing" and _is_bounded(metric)
                else PART_MEANINGS.get(part, BUCKET))  # fmt: skip
        meaning = " ".join([own, t("See “{label}”.", label=t(metric.label))])
    share = "denominator" in metric.columns() and part in ("value", *SHARES)
    if share:
        meaning = " ".join([meaning, t("Blank out of fewer than five.")])
    return Column(
        heading(metric, part), meaning, _value(metric, part, share), share,
        _unit(metric, part, share), t(metric.source.credit),
    )  # fmt: skip


def _value(metric: Metric, part: str, share: bool) -> Callable[[Row], Any]:
    """A part of a metric; the shares of fewer than five are blank, their counts are not."""
    name = column(metric, part)
    if not share:
        return itemgetter(name)
    return lambda row: None if is_small(metric, row) else row[name]


def share_column(heading: str, meaning: str, share: str, whole: str) -> Column:
    """A share of a row, by its name, blank where what it is out of is fewer than five."""
    return Column(
        heading,
        " ".join([meaning, t("Blank out of fewer than five.")]),
        lambda row: None if too_few(row[whole]) else row[share],
        share=True,
    )


def _unit(metric: Metric, part: str, share: bool) -> str:
    if share:
        return t("share of one, {unit}", unit=t(metric.unit))
    if part in ("value", "lower_quartile", "upper_quartile"):
        return t(metric.unit)
    of_plans = part in ("plans", "mid_term_plans") or (
        part == "missing" and metric.over == "published"
    )
    return t("action plans") if of_plans else t("commitments")


def state_column() -> Column:
    """Why there is a number or none."""
    states = ", ".join(t(swatch.label) for swatch in STATES.values())
    return Column(
        t("State"),
        t("Why there is a number or none: {states}.", states=states),
        lambda row: t(STATES[row["state"]].label),
    )


def _group(dimension: Dimension, vocabulary: Vocabulary) -> Column:
    return group(
        t(dimension.label), lambda row: vocabulary.label(dimension.key, row[dimension.key])
    )
