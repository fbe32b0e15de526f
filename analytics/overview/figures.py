"""The figures of the pages: which answer, which chart, which words. No Streamlit here."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analytics.charts.bars import mix
from analytics.charts.intervals import dots
from analytics.charts.map_drawing import region
from analytics.charts.trend import trend
from analytics.codelists import COMPLETION
from analytics.metrics.catalogue import COMMITMENTS
from analytics.metrics.kinds import Metric
from analytics.presentation.figure import Figure, absent, source_line, standing_labels
from analytics.presentation.numbers import headline
from analytics.presentation.tables import share_headings, table
from analytics.query.ask import Answer
from analytics.query.dimensions import COUNTRY, RATING, Dimension
from analytics.query.named import NamedQuery
from analytics.query.vocabulary import Vocabulary
from i18n import number, t


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
        (NamedQuery("overview/plan_trend"),),
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


def _read_out(answer: Answer, metric: Metric, by: Dimension, words: Vocabulary) -> str:
    said = "; ".join(
        f"{words.label(by.key, row[by.key])} {headline(metric, row)}" for row in answer.rows
    )
    return f"{t(metric.label)}: {said}"


def region_figure(
    answer: Answer,
    metric: Metric,
    frame: pd.DataFrame,
    words: Vocabulary,
    selected: Sequence[str] = (),
) -> Figure:
    """`answer` is the metric by country, `frame` the same as `maps.region_map` takes it."""
    said = "; ".join(f"{row['name']} {row['shown']}" for row in frame.to_dict("records"))
    return Figure(
        region(
            frame,
            metric.key,
            selected=selected,
            title=t("{metric} by country", metric=t(metric.label)),
            subtitle=t(
                "{unit}; n = {n} commitments in view",
                unit=t(metric.unit),
                n=number(answer.stamp.commitments),
            ),
            source=source_line(answer),
        ),
        table(answer, [metric], [COUNTRY], words),
        tuple(share_headings([metric])),
        f"{t(metric.label)}: {said}",
        answer,
    )
