"""The figures of the pages: which answer, which chart, which words. No Streamlit here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analytics.again import Asked
from analytics.ask import Answer
from analytics.charts.dots import dots, state_in_words
from analytics.charts.mix import mix
from analytics.charts.trend import trend
from analytics.dimensions import COUNTRY, PARTICIPATION, RATING, Dimension
from analytics.metric import Metric
from analytics.metrics import COMMITMENTS
from analytics.palette import COMPLETION
from analytics.spoken import headline
from analytics.stamp import Stamp
from analytics.tables import share_headings, table
from analytics.vocabulary import Vocabulary
from i18n import day, number, t


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with what belongs to it: its table, which columns are shares, the words for it.

    For what leaves the monitor: `answer` is what the table was made of and carries the stamp,
    `asked` are the named questions behind it, within the answer's filters; `meanings` says what
    columns mean that no metric explains. Without an answer the reader's own view is stamped.
    """

    chart: Any
    table: pd.DataFrame
    shares: tuple[str, ...]
    alternative: str
    answer: Answer | None = None
    asked: tuple[Asked, ...] = ()
    meanings: Mapping[str, str] = field(default_factory=dict)


def source_line(answer: Answer) -> str:
    """Where the numbers come from, on which day they stand, and which version they are."""
    return source_of(answer.stamp)


def source_of(stamp: Stamp) -> str:
    """The source line of anything stamped."""
    said = t(
        "{credit} ({licence}); {title} {version}, as of {day}.",
        credit=t(stamp.credit),
        licence=stamp.licence,
        title=t(stamp.title),
        version=stamp.dataset_version,
        day=day(pd.Timestamp(stamp.as_of).date()) if stamp.as_of else "–",
    )
    return f"{t('Made-up data.')} {said}" if stamp.made_up else said


def side_by_side(answer: Answer, metric: Metric, beside: Metric, words: Vocabulary) -> Figure:
    """Countries side by side: the computed rate with its interval, the published one beside it."""
    assessed = int(answer.frame[f"{metric.key}_denominator"].fillna(0).sum())
    return Figure(
        dots(
            answer.frame,
            metric,
            COUNTRY.key,
            standing_labels(words, answer),
            beside=beside,
            title=t("Countries side by side: {metric}", metric=t(metric.label).lower()),
            subtitle=t(
                "Dot: computed from {n} commitments, with its 95 % interval; hollow under five. "
                "Diamond: the IRM’s own plan totals. Overlapping intervals: no best or worst.",
                n=number(assessed),
            ),
            source=source_line(answer),
        ),
        table(answer, [metric, beside], [COUNTRY], words),
        tuple(share_headings([metric, beside])),
        _read_out(answer, metric, COUNTRY, words),
        answer,
    )


def ratings_mix(answer: Answer, countries: Answer, words: Vocabulary) -> Figure:
    """Latest ratings by country, in shares with their counts.

    `answer` is by country and rating, `countries` by country alone: it knows those without any.
    """
    groups = tuple(countries.frame["country"])
    labels = standing_labels(words, countries)
    total = int(answer.frame["commitments"].sum())
    return Figure(
        mix(
            answer.frame,
            COUNTRY.key,
            RATING.key,
            COMPLETION,
            labels,
            groups=groups,
            absent=absent(answer, countries),
            title=t("Latest IRM ratings of all commitments listed"),
            subtitle=t("{n} commitments; the figures in the bars are counts", n=number(total)),
            source=source_line(answer),
        ),
        table(answer, [COMMITMENTS], [COUNTRY, RATING], words),
        (),
        t("Bars of commitments by latest rating and country; the same as a table below."),
        answer,
    )


def absent(answer: Answer, countries: Answer) -> dict[str, str]:
    """Why countries have no commitments in view, in words, by country."""
    present = set(answer.frame.loc[answer.frame["commitments"] > 0, "country"])
    return {
        row["country"]: state_in_words(row["state"])
        for row in countries.rows
        if row["country"] not in present
    }


def plan_trend(frame: pd.DataFrame, stamped: Answer, words: Vocabulary) -> Figure:
    """Each plan's computed and published rate over the years it ran."""
    known = frame["computed"].notna() | frame["published"].notna()
    labels = _labels(words, "country", sorted(set(frame.loc[known, "country"])))
    plans = int(known.sum())
    return Figure(
        trend(
            frame,
            labels,
            years=(words.years[0], words.years[-1]),
            title=t("Implementation rate by action plan"),
            subtitle=t(
                "{n} plans with figures, each band from 0 to 100 %. Bar: computed from single "
                "commitments over the plan’s years, pale under five. Diamond: published by the "
                "IRM for the whole plan.",
                n=number(plans),
            ),
            source=source_line(stamped),
        ),
        _plan_table(frame, words),
        (t("Computed rate"), t("Published rate")),
        t("Implementation rate of each action plan over time, by country."),
        stamped,
        (Asked("plan_trend"),),
        _plan_meanings(),
    )


def _plan_meanings() -> dict[str, str]:
    return {
        t("Computed rate"): t("High completion out of assessed, from single commitments."),
        t("Published rate"): t("The IRM’s own totals for the whole plan: high out of commitments."),
        t("High completion"): t("Commitments whose latest IRM rating is substantial or complete."),
        t("Published stage"): t("The stage of the IRM’s report with the published totals."),
    }


def _plan_table(frame: pd.DataFrame, words: Vocabulary) -> pd.DataFrame:
    return pd.DataFrame(
        {
            t("Country"): [words.label("country", code) for code in frame["country"]],
            t("Action plan"): [words.label("plan", code) for code in frame["plan_id"]],
            t("Commitments listed"): frame["commitments"],
            t("Assessed"): frame["assessed"],
            t("High completion"): frame["high"],
            t("Computed rate"): frame["computed"],
            t("Published rate"): frame["published"],
            t("Published: high"): frame["published_high"],
            t("Published: commitments"): frame["published_commitments"],
            t("Published stage"): [
                "" if pd.isna(stage) else t("Final") if stage == "final" else t("Mid-term")
                for stage in frame["published_stage"]
            ],
        }
    )


def _labels(words: Vocabulary, kind: str, codes: Any) -> dict[str, str]:  # noqa: ANN401
    return {code: words.label(kind, code) for code in codes}


def standing_labels(words: Vocabulary, countries: Answer) -> dict[str, str]:
    """Country names, with the standing of those that OGP has set apart."""
    return {row["country"]: _with_standing(words, row) for row in countries.rows}


def set_apart(row: Mapping[Any, Any]) -> bool:
    """Whether a country's name carries its standing: where its place does not say it already."""
    outside = row["participation"] == "not_participating"
    return row["participation"] in ("suspended", "inactive") or (
        outside and row["state"] != "not_participating"
    )


def _with_standing(words: Vocabulary, row: dict[str, Any]) -> str:
    name = words.label("country", row["country"])
    if set_apart(row):
        standing = t(PARTICIPATION[row["participation"]]).lower()
        return t("{country} ({standing})", country=name, standing=standing)
    return name


def _read_out(answer: Answer, metric: Metric, by: Dimension, words: Vocabulary) -> str:
    said = "; ".join(
        f"{words.label(by.key, row[by.key])} {headline(metric, row)}" for row in answer.rows
    )
    return f"{t(metric.label)}: {said}"
