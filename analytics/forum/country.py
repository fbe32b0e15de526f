"""Messages of one country: its plans one by one, and what is and is not known of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from analytics.country.words import is_confirmed, standing_in_short, standing_note
from analytics.forum.bars import plan_bars
from analytics.forum.message import Message
from analytics.metrics.catalogue import (
    COMMITMENTS,
    COVERAGE,
    IMPLEMENTATION_RATE,
    PUBLISHED_IMPLEMENTATION_RATE,
)
from analytics.presentation import group_findings
from analytics.presentation.numbers import too_few
from analytics.presentation.words import state_in_words
from analytics.query.ask import records
from analytics.query.dimensions import COUNTRY, PLAN
from analytics.query.filters import Filters
from analytics.query.named import Queries, question
from i18n import number, t, tn

MEASURES = (COMMITMENTS, IMPLEMENTATION_RATE, PUBLISHED_IMPLEMENTATION_RATE)


def plan_by_plan(queries: Queries, filters: Filters, country: str) -> Message:
    """How much of each plan was carried out, as published and as computed."""
    plans = PlansInView.of(queries, filters)
    newest = plans.newest()
    if newest is None:
        return on_record(queries, filters, country)
    answer = queries.answer(MEASURES, filters, [PLAN])
    name = queries.vocabulary.label("country", country)
    place = name if newest["level"] == "national" else t(newest["jurisdiction"])
    rated = [row for row in plans.rows if row["published"] is not None or row["assessed"]]
    rated_plans = {row["plan_id"] for row in rated}
    states = [
        "" if row["plan_id"] in rated_plans else plans.states[row["plan_id"]] for row in plans.rows
    ]
    beside = [
        t("Computed from the commitments in view: the IRM’s own totals are for whole plans.")
        if filters.reach_commitments
        else group_findings.whose_count(newest),
        plans.later(newest),
        _set_apart(queries, filters, country),
        plans.left_out,
    ]
    return Message(
        group_findings.plan_carried_out(place, newest),
        " ".join(filter(None, beside)),
        answer,
        plan_bars(plans.rows, list(plans.labels.values()), states),
        aside=_aside(queries, filters, country),
        meanings={
            t("Published by the IRM"): t(PUBLISHED_IMPLEMENTATION_RATE.definition),
            t("Computed from commitments"): t(IMPLEMENTATION_RATE.definition),
        },
    )


def on_record(queries: Queries, filters: Filters, country: str) -> Message:
    """What is and is not known of a country, in words; the only slide where nothing is rated."""
    answer = queries.answer([COMMITMENTS, COVERAGE, IMPLEMENTATION_RATE], filters, [COUNTRY])
    # A participation filter may leave no row of this country.
    row = next(iter(answer.rows), {"commitments": 0, "coverage_numerator": 0})
    plans = queries.run(question, filters, name="country/plans")
    name = queries.vocabulary.label("country", country)
    whole = Filters(countries=(country,), as_of=filters.as_of, everywhere=filters.everywhere)
    if not row["commitments"] and filters != whole:
        [everything] = queries.answer([COMMITMENTS, COVERAGE], whole).rows
        if everything["commitments"]:
            message = on_record(queries, whole, country)
            finding = t("{name}: no commitments in this view", name=name)
            return Message(
                finding, t("Known without these filters:"), answer, points=message.points
            )
    rated = row["coverage_numerator"] or 0
    points = [
        _standing(queries, filters, country),
        _plans_on_record(len(plans), row["commitments"], rated, parted=filters.reach_commitments),
        _beside_it(queries, filters, country),
    ]
    if not row["commitments"]:
        points.append(
            t("Not on record: how much was promised, carried out or late. This does not mean 0.")
        )
    finding = _in_short(name, len(plans), row["commitments"])
    aside = _aside(queries, filters, country)
    return Message(finding, "", answer, points=tuple(filter(None, points)), aside=aside)


def _in_short(name: str, plans: int, commitments: int) -> str:
    if commitments:
        return t("{name}: what is and is not on record", name=name)
    if plans:
        return t("{name}: plans are on record, their commitments are not", name=name)
    return t("{name}: no action plan, so nothing to rate. This does not mean 0 %", name=name)


def _plans_on_record(plans: int, commitments: int, rated: int, *, parted: bool) -> str:
    """`parted`: a filter leaves only some of the plans' commitments in view."""
    if not plans:
        return t("On record: no action plan, no commitment, no independent rating.")
    cells = {
        "plans": tn("{count} action plan", "{count} action plans", plans),
        "listed": tn("{count} commitment", "{count} commitments", commitments),
        "rated": number(rated),
    }
    if parted:
        return t(
            "In this view: {listed}, {rated} of them rated; plans on record: {plans}.", **cells
        )
    return t("On record: {plans} with {listed} listed, {rated} of them rated.", **cells)


def _standing(queries: Queries, filters: Filters, country: str) -> str:
    spells = queries.run(question, filters, name="country/standing", country=country)
    note = standing_note(spells)
    sentences = [standing_in_short(queries.vocabulary.label("country", country), spells)]
    return " ".join([*sentences, note] if note and is_confirmed(spells) else sentences)


def _aside(queries: Queries, filters: Filters, country: str) -> tuple[str, ...]:
    """What is reported of the standing and not confirmed."""
    spells = queries.run(question, filters, name="country/standing", country=country)
    note = standing_note(spells)
    return () if not note or is_confirmed(spells) else (note,)


def _set_apart(queries: Queries, filters: Filters, country: str) -> str:
    """The country's standing where OGP has set it apart; blank for one that takes part."""
    spells = records(queries.run(question, filters, name="country/standing", country=country))
    active = not spells or spells[-1]["status"] == "active"
    return "" if active else _standing(queries, filters, country)


def _beside_it(queries: Queries, filters: Filters, country: str) -> str:
    """What speaks of a country besides its commitments."""
    events = queries.run(question, filters, name="country/events", country=country)
    context = queries.run(question, filters, name="country/indicators", country=country)
    return t(
        "Also on record, as context and not as effect: {values}, {events}.",
        values=tn("{count} value of outside indicators", "{count} values of outside indicators",
                  len(context)),
        events=tn("{count} dated event", "{count} dated events", len(events)),
    )  # fmt: skip


MOST = 5
"""Plans on one slide."""

PUBLISHED = ("published", "published_high", "published_commitments", "published_stage")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PlansInView:
    """`rows` answer plan_trend, oldest first; `labels` and `states` stand by plan id.

    National plans are shown where there are any, else local ones, the newest MOST of them;
    `left_out` says how many are not.
    """

    rows: Sequence[Row]
    labels: dict[str, str]
    states: dict[str, str]
    left_out: str

    @classmethod
    def of(cls, queries: Queries, filters: Filters) -> Self:
        every = records(queries.run(question, filters, name="overview/plan_trend"))
        if filters.reach_commitments:
            # The IRM's totals are of whole plans: beside a part of one they would be another claim.
            every = [{**row, **dict.fromkeys(PUBLISHED)} for row in every]
        national = [row for row in every if row["level"] == "national"]
        plans = sorted(national or every, key=lambda row: row["plan_start"])[-MOST:]
        states = {row[PLAN.key]: row["state"] for row in
                queries.answer([COMMITMENTS], filters, [PLAN]).rows}  # fmt: skip
        more = len(every) - len(plans)
        return cls(
            plans,
            {row["plan_id"]: queries.vocabulary.label("plan", row["plan_id"]) for row in plans},
            {row["plan_id"]: _state(states.get(row["plan_id"]), filters) for row in plans},
            tn("{count} local or older plan is not shown.",
               "{count} local or older plans are not shown.", more) if more else "",
        )  # fmt: skip

    def unlisted(self) -> dict[str, str]:
        """Why plans without commitments in view have none, by plan id."""
        return {row["plan_id"]: self.states[row["plan_id"]]
                for row in self.rows if not row["commitments"]}  # fmt: skip

    def newest(self) -> Row | None:
        """The newest plan shown with IRM totals or at least five ratings; else with any rating.

        A plan of which one commitment in six is rated would speak for more than it knows.
        """
        assessed = [row for row in self.rows if row["published_commitments"] or row["assessed"]]
        firm = [
            row for row in assessed if row["published_commitments"] or not too_few(row["assessed"])
        ]
        plans = firm or assessed
        return plans[-1] if plans else None

    def later(self, plan: Row) -> str:
        """That plans after the one told have too little to tell; blank where there is none."""
        after = [row for row in self.rows if row["plan_start"] > plan["plan_start"]]
        return tn("The plan after it has too few ratings on record.",
                  "The {count} plans after it have too few ratings on record.",
                  len(after)) if after else ""  # fmt: skip


def _state(state: str | None, filters: Filters) -> str:
    if state is None and not filters.reach_commitments:
        return t("None listed")
    if state is None:
        return state_in_words("none_in_view")
    return "" if state == "rated" else state_in_words(state)
