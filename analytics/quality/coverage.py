"""The Data page's table of coverage: how much of each fact the record holds, plan by plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

import pandas as pd

from analytics.codelists import STATES, ramp_colour
from analytics.metrics.catalogue import COMMITMENTS, COVERAGE
from analytics.presentation.findings import rated
from analytics.presentation.numbers import rate, too_few
from analytics.presentation.tables import Column, Row, Shaded, Table, share_column
from analytics.presentation.words import state_in_words
from analytics.query.ask import records
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, Queries, question
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset
from i18n import N_, NO_DATA, labelled, number, t, tn

FIELDS: Mapping[str, str] = {
    "label": N_("Label"),
    "lead_institution": N_("Lead institution"),
    "due_date": N_("Due date"),
    "start_date": N_("Start date"),
    "policy_areas": N_("Policy areas"),
    "ambition": N_("Ambition"),
    "early_results": N_("Early results"),
    "carried_forward": N_("Carried forward"),
    "rating": N_("IRM rating"),
}
SORTS: Mapping[str, str] = {
    "country": N_("By country"),
    "least": N_("Least complete first", context="data on record"),
    "newest": N_("Newest plans first"),
}
EVERYTHING = N_("All in view")
FIELDS_QUERY = "quality/coverage_fields"


def coverage(dataset: Dataset, filters: Filters) -> pd.DataFrame:
    """Counts of commitments with a value. One row a plan, or a country without a plan in view.

    `share` is the mean share over the fields.
    """
    frame = question(dataset, filters, name=FIELDS_QUERY)
    shares = frame[list(FIELDS)].div(frame["commitments"].where(frame["commitments"] > 0), axis=0)
    return frame.assign(share=shares.mean(axis=1))


def coverage_table(queries: Queries, filters: Filters, sort: str) -> Table:
    """Plans down, facts across: the share of a plan's commitments that have a value."""
    rows = records(_sorted(queries.run(coverage, filters), sort))
    topic = t("Facts on record, plan by plan")
    explained = t(
        "Share of a plan’s listed commitments with a value, dark: all, pale: none; fewer than "
        "five: counts in grey. Commitments: {n}; plans: {plans}.",
        n=number(everything(rows)["commitments"]),
        plans=number(sum(row["plan_id"] is not None for row in rows)),
    )
    finding = rated(queries.answer([COMMITMENTS, COVERAGE], filters).rows[0])
    return Table(
        _columns(queries.vocabulary),
        rows,
        title=finding or topic,
        subtitle=f"{topic} · {explained}" if finding else explained,
        queries=(NamedQuery(FIELDS_QUERY),),
    )


def _sorted(counted: pd.DataFrame, sort: str) -> pd.DataFrame:
    if sort == "least":
        return counted.sort_values("share", na_position="first", kind="stable")
    if sort == "newest":
        return counted.sort_values("plan_year", ascending=False, na_position="last", kind="stable")
    return counted


def everything(rows: Sequence[Row]) -> Row:
    """All in view, as a row of counts like theirs."""
    return {key: sum(row[key] or 0 for row in rows) for key in ("commitments", *FIELDS)}


def with_n(name: str, row: Row) -> str:
    return t("{plan}, n = {n}", plan=name, n=number(row["commitments"]))


def nothing(row: Row) -> str:
    """Why a row has no shares: no commitments listed, or its country has no plan in view."""
    if row["plan_id"] is not None:
        return t("no commitments listed in this view")
    outside = row["participation"] if row["participation"] == "not_participating" else "no_plan"
    return state_in_words(outside)


def shares(row: Row) -> Iterator[Shaded]:
    """The shares of a row in the order of FIELDS: grey out of fewer than five, and without a colour
    where there is nothing to count."""
    of = row["commitments"]
    for part in (row[field] for field in FIELDS):
        if not of:
            yield Shaded(NO_DATA, NO_DATA, t("nothing to count"), "")
            continue
        few, words = too_few(of), rate(part, of)
        yield Shaded(
            words,
            f"{part}/{of}" if few else "".join(words.replace("%", "").split()),
            tn(
                "{part} of {count} commitment",
                "{part} of {count} commitments",
                of,
                part=number(part),
            ),
            STATES["not_assessed"].colour if few else ramp_colour(part / of),
        )


def _columns(vocabulary: Vocabulary) -> tuple[Column, ...]:
    def plan(row: Row) -> str:
        return vocabulary.label("plan", row["plan_id"]) if row["plan_id"] else t("none in view")

    group = t("The group of the row.")
    return (
        Column(t("Country"), group, lambda row: vocabulary.label("country", row["country"])),
        Column(t("Action plan"), group, plan),
        Column(t("Commitments listed"), t("Commitments of the plan that the data has one by one."),
               itemgetter("commitments"), unit=t("commitments")),
        Column(t("Commitments stated"), t("How many the plan or its page says it has."),
               itemgetter("commitments_stated"), unit=t("commitments")),
        *(column for field, label in FIELDS.items() for column in _field(field, label)),
    )  # fmt: skip


def _field(field: str, label: str) -> Iterator[Column]:
    """How much of a plan has a fact on record: the share, and the count it rests on."""
    meaning = t("The share of the plan’s listed commitments that have it on record.")
    yield replace(
        share_column(t(label), meaning, field, "commitments"),
        value=lambda row: None if too_few(row["commitments"]) else row[field] / row["commitments"],
        unit=t("share of one"),
    )
    heading = labelled(t(label), t("counted"))
    yield Column(heading, t("How many the rate counts."), itemgetter(field), unit=t("commitments"))
