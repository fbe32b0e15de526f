"""Bars as values: what a native chart on a slide and the chart on the stage are both drawn from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.codelists import ACCENT, NEUTRAL, Swatch
from analytics.metrics.catalogue import DAYS_OVERDUE
from analytics.metrics.kinds import Metric
from analytics.presentation.numbers import counts, headline, is_small, parts, rate, span, too_few
from analytics.presentation.tables import PARTS
from analytics.presentation.words import state_in_words
from i18n import number, t

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Series:
    """One bar a group: its value (None: nothing known), what stands at it, what it rests on.

    A `small` bar rests on fewer than five: it is drawn hollow and says its counts.
    """

    name: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    resting: tuple[str, ...]
    colours: tuple[str, ...]
    small: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Groups in their order, each with a bar of every series; `states` says why one has none.

    `share`: values are shares of one and the axis is 0–100 %. `stacked`: series are parts of a
    whole. `spans` are the 95 % intervals of a single series.
    """

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    states: tuple[str, ...]
    share: bool = False
    stacked: bool = False
    spans: tuple[tuple[float, float] | None, ...] = ()

    def headed(self) -> tuple[str, ...]:
        """The labels, with the state in words where a group has no value, so that none reads 0."""
        return tuple(
            f"{label}\n{state}" if state else label
            for label, state in zip(self.labels, self.states, strict=True)
        )

    def headline(self, *, intervals: bool = False) -> str:
        """The title and what its marks mean; `intervals` where they are drawn as lines."""
        parts = [self.title]
        if intervals and any(self.spans):
            parts.append(t("line: 95 % interval"))
        if any(few and value is not None for series in self.series
               for few, value in zip(series.small, series.values, strict=True)):  # fmt: skip
            parts.append(t("dashed: fewer than five, no rate"))
        return " · ".join(parts)

    def in_legend(self) -> list[bool]:
        """Of each series whether there is anything of it to see; a legend names no others."""
        return [any(series.values) or not self.stacked for series in self.series]

    def at_the_bar(self, series: Series, at: int) -> str:
        """What stands at the end of a bar: `57 % · 17 of 30` at a rate, elsewhere the count."""
        label, resting = series.texts[at], series.resting[at]
        if series.values[at] is None:
            return ""
        if not self.share or label == resting:
            return label
        return t("{share} · {counts}", share=label, counts=resting)

    def highest(self) -> float:
        """The tallest column: of stacked series the largest sum over a group."""
        columns = zip(*(series.values for series in self.series), strict=True)
        return max((sum(value or 0 for value in column) for column in columns), default=0)

    def intervals(self) -> list[str]:
        """The 95 % intervals in words, a dash where there is none."""
        return [span(*(ends or (None, None))) for ends in self.spans]

    def table(self) -> pd.DataFrame:
        """One row a group and series: `group`, `series`, `value`, `resting`."""
        rows = [
            (label, series.name, series.values[at], series.resting[at])
            for at, label in enumerate(self.headed())
            for series in self.series
        ]
        return pd.DataFrame(rows, columns=["group", "series", "value", "resting"])


def rate_bars(
    rows: Sequence[Row], metric: Metric, labels: Sequence[str], colours: Sequence[str]
) -> Bars:
    """A rate a row, with its interval; without one the state of the row in words."""
    small = tuple(is_small(metric, row) for row in rows)
    rated = [row[metric.key] is not None for row in rows]
    return Bars(
        title=f"{t(metric.label)}, {t(metric.unit)}",
        labels=tuple(labels),
        series=(
            Series(
                t(metric.label),
                tuple(row[metric.key] for row in rows),
                tuple(headline(metric, row) if row[metric.key] is not None else "" for row in rows),
                tuple(
                    parts(metric, row) if is_known else "–"
                    for row, is_known in zip(rows, rated, strict=True)
                ),
                tuple(colours),
                small,
            ),
        ),
        states=tuple(
            "" if is_known else without_rate(row) for row, is_known in zip(rows, rated, strict=True)
        ),
        share=True,
        spans=tuple(_span(metric, row) for row in rows),
    )


def without_rate(row: Row) -> str:
    """Why a row has no rate. Commitments may be rated and still not be what the rate is out of."""
    return t("Nothing to count") if row["state"] == "rated" else state_in_words(row["state"])


def mix_bars(
    title: str,
    counts: Mapping[tuple[str, str], int],
    swatches: Mapping[str, Swatch],
    labels: Mapping[str, str],
    absent: Mapping[str, str],
) -> Bars:
    """Counts by group and part, stacked; a group without any says why (`absent`)."""
    return Bars(
        title=title,
        labels=tuple(labels.values()),
        series=tuple(
            _piece(t(swatch.label), swatch.colour, [counts.get((group, code)) for group in labels])
            for code, swatch in swatches.items()
        ),
        states=tuple(absent.get(group, "") for group in labels),
        stacked=True,
    )


def plan_bars(rows: Sequence[Row], labels: Sequence[str], states: Sequence[str]) -> Bars:
    """Plans of plan_trend: the IRM's own totals beside what single commitments give.

    Where no plan has one of the two, the other stands alone.
    """
    both = (
        _of_plans(rows, t("Published by the IRM"), "published", "published_commitments"),
        _of_plans(rows, t("Computed from commitments"), "computed", "assessed"),
    )
    return Bars(
        title=t("Substantially or fully carried out, by action plan"),
        labels=tuple(labels),
        series=tuple(one for one in both if any(value is not None for value in one.values)),
        states=tuple(states),
        share=True,
    )


def bucket_bars(row: Row) -> Bars:
    """How late open commitments were when last seen, in days; `row` answers days_overdue."""
    counts = [row[f"{DAYS_OVERDUE.key}_{bucket}"] for bucket in DAYS_OVERDUE.buckets]
    labels = tuple(t(PARTS[bucket]) for bucket in DAYS_OVERDUE.buckets)
    return Bars(
        title=t("Days from due date to last assessment, commitments still open then"),
        labels=labels,
        series=(_piece(t("Commitments"), ACCENT, counts),),
        states=("",) * len(labels),
    )


def _span(metric: Metric, row: Row) -> tuple[float, float] | None:
    low, high = row[f"{metric.key}_low"], row[f"{metric.key}_high"]
    return None if low is None or is_small(metric, row) else (low, high)


def _piece(name: str, colour: str, counts: Sequence[int | None]) -> Series:
    return Series(
        name,
        tuple(counts),
        tuple("" if count is None else number(count) for count in counts),
        tuple("–" if count is None else number(count) for count in counts),
        (colour,) * len(counts),
        (False,) * len(counts),
    )


COLOURS = {"published": "#C98A1B", "computed": NEUTRAL}
COUNTED = {"published": "published_high", "computed": "high"}


def _of_plans(rows: Sequence[Row], name: str, kind: str, whole: str) -> Series:
    ends = [(row[COUNTED[kind]], row[whole]) for row in rows]
    return Series(
        name,
        tuple(row[kind] for row in rows),
        tuple(rate(*one) if one[1] else "" for one in ends),
        tuple(counts(*one) for one in ends),
        (COLOURS[kind],) * len(rows),
        tuple(bool(of) and too_few(of) for _, of in ends),
    )
