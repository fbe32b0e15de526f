"""The tables of one country's story: what stands under each heading, and what it means."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from operator import itemgetter
from typing import Any

import pandas as pd

from analytics.codelists import (
    COMPLETION,
    LEVELS,
    NOT_STATED,
    SPELLS,
    STAGES,
)
from analytics.country.facts import single_values
from analytics.country.words import lasted, onward_in_words, plans_in_short
from analytics.metrics.catalogue import IMPLEMENTATION_RATE, METRICS
from analytics.metrics.kinds import Metric
from analytics.presentation.columns import (
    basis_column,
    fact,
    note_column,
    plan_column,
    source_column,
)
from analytics.presentation.tables import Column, Row, Table, metric_column
from analytics.presentation.words import when
from analytics.query.ask import Answer, records
from analytics.query.compose import column
from analytics.query.dimensions import PLAN
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, Queries, question
from analytics.query.vocabulary import Vocabulary
from i18n import labelled, t


def history(spells: pd.DataFrame, events: pd.DataFrame, country: str) -> Table:
    """Spells and events in one table, spells first."""
    stood = [
        {"when": lasted(row), "what": t(SPELLS[row["status"]].label), "note": t(row["note"] or ""),
         "source_url": row["source_url"]}
        for row in records(spells)
    ]  # fmt: skip
    happened = [
        {"when": when(row["date_text"]), "what": row["event"],
         "note": t("reported, unconfirmed") if row["unconfirmed"] else "",
         "source_url": row["source_url"]}
        for row in records(events)
    ]  # fmt: skip
    queried = (
        NamedQuery(f"country/{name}", {"country": country}) for name in ("standing", "events")
    )
    columns = (_when(itemgetter("when")), _what(itemgetter("what")), note_column(), source_column())
    return Table(columns, [*stood, *happened], queries=tuple(queried))


def plans(frame: pd.DataFrame, vocabulary: Vocabulary) -> Table:
    """A row a plan."""
    columns = (
        plan_column(vocabulary),
        Column(t("National or local plan"), t("The group of the row."),
               lambda row: t(LEVELS[row["level"]].label)),
        Column(t("Planned from"), t("The first day of the plan’s period."), _day("plan_start")),
        Column(t("Planned to"), t("The last day of the plan’s period."), _day("plan_end")),
        fact("commitments_stated", t("Commitments stated"),
             t("How many the plan or its page says it has."), unit=t("commitments")),
        fact("commitments", t("Commitments listed"),
             t("Commitments of the plan that the data has one by one."), unit=t("commitments")),
        replace(metric_column(METRICS["assessed"]), value=itemgetter("assessed")),
        fact("carried", t("Carried forward"),
             t("Commitments that the next plan goes on with."), unit=t("commitments")),
        Column(t("Last IRM assessment"),
               t("The newest day that an IRM rating of the plan describes."), _day("observed_on")),
        basis_column(),
        note_column(),
        source_column(),
    )  # fmt: skip
    return Table(columns, records(frame), queries=(NamedQuery("country/plans"),))


def plans_and_rates(plans: Table, answer: Answer) -> Table:
    """`plans` with what came of their commitments, of an answer by plan."""
    rate = IMPLEMENTATION_RATE
    rates = {row[PLAN.key]: row for row in answer.rows}
    unrated = dict.fromkeys(column(rate, part) for part in rate.columns())
    return replace(
        plans,
        columns=(*plans.columns, *(metric_column(rate, part) for part in ("value", "numerator"))),
        rows=[{**rates.get(row["plan_id"], unrated), **row} for row in plans.rows],
        title=plans_in_short(plans.rows),
        subtitle=labelled(t(rate.label), t(rate.plain)),
        stamp=answer.stamp,
    )


def commitments(frame: pd.DataFrame, plan: str, limit: int) -> Table:
    """A row a commitment of one plan, the first `limit` of them."""
    columns = (
        fact("commitment_id", t("Commitment"),
             t("The number under which the row’s subject is found everywhere.")),
        fact("label", t("Label"), t("The commitment’s title as published.")),
        fact("lead_institution", t("Lead institution"), t("Who leads it, as the plan names it.")),
        Column(t("Latest IRM rating"),
               t("The IRM’s newest: from the end of the plan if there is one, else mid-term."),
               lambda row: t(COMPLETION[row["rating_code"]].label)),
        Column(t("Stage"), t("Mid-term or final: the stage of the plan that was assessed."),
               lambda row: t(STAGES.get(row["rating_stage"], ""))),
        Column(t("Start"), t("As the plan writes it."), lambda row: when(row["start_text"])),
        Column(t("Due", context="a date"), t("As the plan writes it."),
               lambda row: when(row["due_text"])),
        Column(t("Last assessed"), t("The day the latest IRM rating describes."),
               _day("observed_on")),
        basis_column(),
        fact("days_overdue", t("Days late when last assessed"),
             t("From the due date to the last assessment, for open ones."), unit=t("days")),
        Column(t("Carried forward"), t("Whether and where the next plan goes on with it."),
               onward_in_words),
    )  # fmt: skip
    query = NamedQuery("country/commitments", {"plan": plan, "limit": limit})
    return Table(columns, records(frame), queries=(query,))


def sectors(
    own: Answer, region: Answer, metric: Metric, labels: Mapping[str, str], name: str
) -> Table:
    """A row a sector: the rate of the country `name` and the region's, with what each rests on."""
    here, there = (
        {row["sector"] or NOT_STATED: row for row in answer.rows} for answer in (own, region)
    )
    rows = [{"label": label, "own": here.get(code, {}), "region": there.get(code, {})}
            for code, label in labels.items()]  # fmt: skip
    columns = (
        fact("label", t("Sector"), t("The group of the row.")),
        *_rate(metric, "own", name),
        *_rate(metric, "region", t("The region")),
    )
    return Table(columns, rows)


def _rate(metric: Metric, side: str, whose: str) -> Iterator[Column]:
    cells = {
        "value": (whose, t("The rate, of {name}.", name=whose)),
        "low": (t("{name}: interval from", name=whose), t("Lower end of Wilson’s 95 % interval.")),
        "high": (t("{name}: interval to", name=whose), t("Upper end of Wilson’s 95 % interval.")),
        "numerator": (t("{name}: counted", name=whose), t("How many the rate counts.")),
        "denominator": (t("{name}: out of", name=whose), t("How many the rate is out of.")),
    }
    for part, (heading, meaning) in cells.items():
        own = metric_column(metric, part)
        if own.share:
            meaning = " ".join([meaning, t("Blank out of fewer than five.")])
        yield replace(own, heading=heading, meaning=meaning, value=_side(side, own))


def _side(side: str, own: Column) -> Callable[[Row], Any]:
    return lambda row: own.value(row[side]) if row[side] else None


def values(frame: pd.DataFrame, country: str, title: str = "") -> Table:
    """Indicator values as they were published, words and all."""
    columns = (
        Column(t("Indicator"), t("An outside measure: context, not effect."),
               lambda row: t(row["indicator"])),
        Column(t("Year"), t("The year of the value."),
               lambda row: t("not stated") if row["year"] is None else str(row["year"])),
        fact("value_text", t("Value"), t("As it was published, words and all.")),
        Column(t("Unit"), t("What the value is measured in, as published."),
               lambda row: t(row["unit"])),
        source_column(),
    )  # fmt: skip
    query = NamedQuery("country/indicators", {"country": country})
    return Table(columns, records(frame), title=title, queries=(query,))


def other_values(queries: Queries, filters: Filters, country: str) -> Table:
    """The outside indicators of a country that no picture shows."""
    frame = queries.run(question, filters, name="country/indicators", country=country)
    name = queries.vocabulary.label("country", country)
    return values(single_values(frame), country, t("Outside indicators of {country}", country=name))


def programme(queries: Queries, filters: Filters, country: str) -> Table:
    """Steps and grants of the programme, here and in the whole region."""
    name = queries.vocabulary.label("country", country)
    frame = queries.run(question, filters, name="country/programme", country=country)
    columns = (
        _when(lambda row: when(row["date_text"])),
        Column(t("Where"), t("One country, or the whole region."),
               lambda row: name if row["own"] else t("The whole region")),
        _what(itemgetter("what")),
        source_column(),
    )  # fmt: skip
    return Table(
        columns,
        records(frame),
        title=t("Timeline of EU for Integrity in {country}", country=name),
        queries=(NamedQuery("country/programme", {"country": country}),),
    )


def _when(value: Callable[[Row], Any]) -> Column:
    meaning = t("As the source states it; a year or month alone is no more exact than that.")
    return Column(t("When"), meaning, value)


def _what(value: Callable[[Row], Any]) -> Column:
    return Column(t("What"), t("What happened, or the subject of the row."), value)


def _day(key: str) -> Callable[[Row], date | None]:
    return lambda row: None if row[key] is None else pd.Timestamp(row[key]).date()
