"""Figures of the overview: countries side by side, plans over time, ratings, the map.

Each is made of queries and filters alone, so a page, a link, a slide and a file draw the same.
"""

from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

import pandas as pd

from analytics.charts.bars import mix, mix_rows
from analytics.charts.intervals.dots import ROWS, dot_rows, dots
from analytics.charts.maps.drawing import region, region_rows
from analytics.charts.trend import trend, trend_rows
from analytics.codelists import PARTICIPATION, STAGES
from analytics.metrics.catalogue import COMMITMENTS, METRICS
from analytics.metrics.kinds import Metric
from analytics.presentation import findings, group_findings
from analytics.presentation.columns import country_column, fact, plan_column
from analytics.presentation.figure import Figure, absent, standing_labels
from analytics.presentation.numbers import headline, is_small, resting_on, too_few
from analytics.presentation.tables import (
    Column,
    Row,
    Table,
    answer_table,
    metric_column,
    share_column,
)
from analytics.presentation.words import state_in_words
from analytics.query.ask import Answer, records
from analytics.query.dimensions import COUNTRY, PLAN, RATING
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, Queries, question
from analytics.query.vocabulary import Vocabulary
from i18n import labelled, lowered, parted, t, tn

RATE, PUBLISHED = METRICS["implementation_rate"], METRICS["published_implementation_rate"]


def side_by_side(queries: Queries, filters: Filters) -> Figure:
    """Countries side by side: the computed rate with its interval, the published one beside it."""
    answer = queries.answer([RATE, PUBLISHED], filters, [COUNTRY])
    assessed = sum(row[f"{RATE.key}_denominator"] or 0 for row in answer.rows)
    labels = standing_labels(queries.vocabulary, answer)
    read_out = parted(
        f"{queries.vocabulary.label(COUNTRY.key, row['country'])} {headline(RATE, row)}"
        for row in answer.rows
    )
    return Figure(
        dots(COUNTRY.key, RATE.key, PUBLISHED.key),
        {ROWS: dot_rows(answer.frame, RATE, COUNTRY.key, labels, PUBLISHED)},
        title=t("Countries side by side: {metric}", metric=lowered(t(RATE.label))),
        subtitle=tn(
            "Dot: computed from {count} commitment, with its 95 % interval; fewer than "
            "five: counts in grey. Diamond: the IRM’s own plan totals. Where intervals "
            "overlap, differences may be due to chance.",
            "Dot: computed from {count} commitments, with its 95 % interval; fewer than "
            "five: counts in grey. Diamond: the IRM’s own plan totals. Where intervals "
            "overlap, differences may be due to chance.",
            assessed,
        ),
        alternative=labelled(t(RATE.label), read_out),
        table=answer_table(answer, [RATE, PUBLISHED], [COUNTRY], queries.vocabulary),
        answer=answer,
        finding=group_findings.ranging(answer.rows, RATE, COUNTRY.key)
        if len(filters.countries) > 1
        else findings.carried_out(queries.answer([COMMITMENTS, RATE], filters).rows[0]),
    )


def ratings_mix(queries: Queries, filters: Filters) -> Figure:
    """Latest ratings by country, or of each chosen plan, in shares with their counts."""
    by = PLAN if filters.plans else COUNTRY
    answer = queries.answer([COMMITMENTS], filters, [by, RATING])
    labels, groups, without = _groups(queries, filters, answer)
    by_rating = findings.by_rating(answer.rows)
    return Figure(
        mix(by.key, RATING.key),
        mix_rows(answer.frame, by.key, RATING.key, labels, groups, without),
        title=t("Latest IRM ratings by action plan")
        if by is PLAN
        else t("Latest IRM ratings of all commitments listed"),
        subtitle=findings.in_the_bars(by_rating),
        alternative=t(
            "Bars of commitments by latest rating and action plan; the same as a table below."
        )
        if by is PLAN
        else t("Bars of commitments by latest rating and country; the same as a table below."),
        table=answer_table(answer, [COMMITMENTS], [by, RATING], queries.vocabulary),
        answer=answer,
        # Of several that were chosen the sum is nobody's.
        finding="" if len(filters.plans or filters.countries) > 1 else findings.mixed(by_rating),
    )


def _groups(
    queries: Queries, filters: Filters, counted: Answer
) -> tuple[dict[str, str], Sequence[str], dict[str, str]]:
    """What the bars are of, chosen plans or else countries: their names, their order, and in words
    why one has no commitments."""
    if filters.plans:
        names = {code: queries.vocabulary.label(PLAN.key, code) for code in filters.plans}
        listed = {row[PLAN.key] for row in counted.rows}
        none = state_in_words("none_in_view")
        return names, filters.plans, {code: none for code in names if code not in listed}
    # It knows those without any commitments, too.
    countries = queries.answer([RATE, PUBLISHED], filters, [COUNTRY])
    labels = standing_labels(queries.vocabulary, countries)
    return labels, list(labels), absent(counted, countries)


def plan_trend(queries: Queries, filters: Filters) -> Figure:
    """Each plan's computed and published rate over the years it ran.

    What the IRM published is of whole plans: where single commitments are chosen it has no place.
    """
    plans = queries.run(question, filters, name="overview/plan_trend")
    if filters.reach_commitments:
        plans = plans.assign(**dict.fromkeys(OF_WHOLE_PLANS))
    stamped, vocabulary = queries.answer([RATE, PUBLISHED], filters, [COUNTRY]), queries.vocabulary
    rated = plans[plans["computed"].notna() | plans["published"].notna()]
    labels = {code: vocabulary.label("country", code) for code in sorted(set(rated["country"]))}
    return Figure(
        trend(),
        trend_rows(rated, labels),
        title=t("Implementation rate by action plan"),
        subtitle=tn(
            "{count} plan with figures. Bar: computed from single commitments; fewer than five: "
            "counts in grey. Diamond: published by the IRM for the whole plan.",
            "{count} plans with figures. Bar: computed from single commitments; fewer than five: "
            "counts in grey. Diamond: published by the IRM for the whole plan.",
            len(rated),
        ),
        alternative=t("Bars of the implementation rate of each action plan, by country."),
        table=Table(
            _plan_columns(vocabulary), records(plans), queries=(NamedQuery("overview/plan_trend"),)
        ),
        answer=stamped,
        finding=group_findings.half_done(_firm(records(plans))),
    )


OF_WHOLE_PLANS = ("published", "published_high", "published_commitments", "published_stage")


def _firm(plans: Sequence[Row]) -> list[float]:
    """The rates that rest on at least five: the published ones or, without any, the computed."""
    kinds = (("published", "published_commitments"), ("computed", "assessed"))
    of_kinds = (
        [float(plan[kind]) for plan in plans if plan[kind] is not None and not too_few(plan[whole])]
        for kind, whole in kinds
    )
    return next(filter(None, of_kinds), [])


def _plan_columns(vocabulary: Vocabulary) -> tuple[Column, ...]:
    def stage(row: Row) -> str:
        return t(STAGES[row["published_stage"]]) if row["published_stage"] else ""

    return (
        country_column(vocabulary),
        plan_column(vocabulary),
        fact("commitments", t("Commitments listed"),
             t("Commitments of the plan that the data has one by one.")),
        replace(metric_column(METRICS["assessed"]), value=itemgetter("assessed")),
        fact("high", t("High completion"),
             t("Commitments whose latest IRM rating is substantial or complete.")),
        share_column(t("Computed rate"),
                     t("High completion out of assessed, from single commitments."),
                     "computed", "assessed"),
        share_column(t("Published rate"),
                     t("The IRM’s own totals for the whole plan: high out of commitments."),
                     "published", "published_commitments"),
        fact("published_high", t("Published: high"),
             t("Substantial and complete ones in the IRM’s own total for the plan.")),
        fact("published_commitments", t("Published: commitments"),
             t("Commitments in the IRM’s own total for the plan.")),
        Column(t("Published stage"), t("The stage of the IRM’s report with the published totals."),
               stage),
    )  # fmt: skip


def region_figure(queries: Queries, filters: Filters, metric: str) -> Figure:
    """The map of all six countries, whatever country is filtered; those filtered are outlined."""
    chosen, vocabulary = METRICS[metric], queries.vocabulary
    answer = queries.answer([chosen], filters.with_(countries=()), [COUNTRY])
    frame = pd.DataFrame([_on_map(chosen, row, vocabulary) for row in answer.rows])
    texts = parted(f"{row['name']} {row['shown']}" for row in frame.to_dict("records"))
    return Figure(
        region(metric),
        region_rows(frame, metric, filters.countries),
        title=t("{metric} by country", metric=t(chosen.label)),
        subtitle=tn(
            "{unit}; n = {count} commitment on the map",
            "{unit}; n = {count} commitments on the map",
            _all_behind(answer, chosen),
            unit=t(chosen.unit),
        ),
        alternative=labelled(t(chosen.label), texts),
        table=answer_table(answer, [chosen], [COUNTRY], vocabulary),
        answer=answer,
        finding=group_findings.ranging(answer.rows, chosen, COUNTRY.key),
    )


def _all_behind(answer: Answer, metric: Metric) -> int:
    """The commitments a map's values are of: a rate's denominators, else all in view."""
    whole = f"{metric.key}_denominator"
    if whole not in answer.frame:
        return answer.stamp.commitments
    return sum(row[whole] or 0 for row in answer.rows)


def _on_map(metric: Metric, row: Row, vocabulary: Vocabulary) -> dict[str, Any]:
    """A country as the map takes it: under five the counts stand in place of the rate."""
    small = f"{metric.key}_denominator" in row and is_small(metric, row)
    rated = row[metric.key] is not None
    return {
        "country": row["country"],
        "name": vocabulary.label("country", row["country"]),
        "value": row[metric.key],
        "small": small and rated,
        "shown": headline(metric, row),
        "resting": resting_on(metric, row),
        "state": row["state"],
        "participation": row["participation"],
        "standing": t(PARTICIPATION.get(row["participation"], "Participation not known")),
    }
