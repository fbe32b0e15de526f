"""The evidence for each objective and result: what bears on it, in a table."""

from dataclasses import replace
from operator import itemgetter

from analytics.metrics.catalogue import COMMITMENTS, IMPLEMENTATION_RATE, METRICS
from analytics.presentation.columns import fact, source_column
from analytics.presentation.tables import Column, Row, Table, metric_column
from analytics.programme.evidence import Beside, evidence
from analytics.programme.results_framework import PARTS
from analytics.query.filters import Filters
from analytics.query.named import Queries
from i18n import N_, number, t

KINDS = {
    "commitments": N_("Commitments"),
    "rate": N_("High completion"),
    "forums": N_("Forums"),
    "grants": N_("Grants"),
    "milestones": N_("Milestones"),
    "indicators": N_("Indicators"),
}
"""What may bear on an objective, as the columns of the page's table have it."""


def bearing_table(queries: Queries, filters: Filters, part: str) -> Table:
    """Objectives and results down, kinds of evidence across, for a part of the programme."""
    besides: tuple[Beside, ...] = queries.run(evidence, filters, part=part)
    chosen = PARTS[part]
    start, end = chosen.years
    topic = t("Evidence for each objective and result: {part}", part=t(chosen.label))
    explained = t(
        "How many of each the record holds; {n} objectives and results. Commitments of plans "
        "running in {start}–{end}. High completion is out of those assessed, grey under "
        "five, “…” where none is assessed. Evidence listed here is not proof that the "
        "programme caused it.",
        n=number(len(besides)),
        start=str(start),
        end=str(end),
    )
    return Table(
        _bearing_columns(),
        [_bearing_row(beside) for beside in besides],
        title=t(
            "{some} of {all} objectives and results have evidence on record",
            some=number(sum(not beside.nothing for beside in besides)),
            all=number(len(besides)),
        ),
        subtitle=f"{topic} · {explained}",
    )


def _bearing_row(beside: Beside) -> Row:
    return {
        **(beside.commitments or {}), **beside.counts,
        "number": beside.number, "label": t(beside.label), "why": beside.why,
        "source_url": beside.source_url,
    }  # fmt: skip


def _bearing_columns() -> tuple[Column, ...]:
    rate, assessed = metric_column(IMPLEMENTATION_RATE), metric_column(METRICS["assessed"])
    key = IMPLEMENTATION_RATE.key
    return (
        fact("number", t("Number"),
             t("The number under which the row’s subject is found everywhere.")),
        fact("label", t("Objective or result"), t("As the programme words it.")),
        replace(metric_column(COMMITMENTS), value=itemgetter("commitments")),
        replace(rate, value=lambda row: row.get(key)),
        Column(t("High completion"),
               t("Substantially or fully carried out, of those the IRM rated."),
               lambda row: row.get(f"{key}_numerator"), unit=t("commitments")),
        replace(assessed, value=lambda row: row.get(f"{key}_denominator")),
        fact("forums", t("Forums"), t("Forums of state and civil society that bear on it.")),
        fact("grants", t("Grants"), t("Grants with a named grantee that bear on it.")),
        fact("milestones", t("Milestones"), t("Steps of the programme that bear on it.")),
        fact("indicators", t("Indicators"),
             t("Outside indicators that measure its subject: context, not effect.")),
        Column(t("What can be concluded"), t("How far the evidence beside it reaches."),
               lambda row: t(row["why"])),
        source_column(),
    )  # fmt: skip
