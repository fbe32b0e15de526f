"""The Data page's tables: freshness, sources, where the record disagrees, worked examples."""

from collections.abc import Mapping
from dataclasses import replace
from operator import itemgetter
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from analytics.codelists import OUTSIDE, SOURCE_KINDS, STAGES
from analytics.presentation.columns import country_column, note_column, plan_column
from analytics.presentation.tables import Column, Table
from analytics.presentation.words import state_in_words
from analytics.query.ask import records
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, question
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset
from i18n import N_, NO_DATA, day, number, t, tn

KINDS: Mapping[str, str] = {
    "countries": N_("countries"),
    "participation": N_("participation"),
    "action_plans": N_("action plans"),
    "plan_results": N_("plan totals"),
    "commitments": N_("commitments"),
    "assessments": N_("assessments"),
    "events": N_("events"),
    "programme": N_("programme"),
    "indicators": N_("indicators"),
    "places": N_("places"),
}


def freshness_table(frame: pd.DataFrame, vocabulary: Vocabulary) -> Table:
    """The oldest and newest observation of each country; a country without says why."""

    def seen(key: str, heading: str, meaning: str) -> Column:
        return Column(heading, meaning, lambda row: _seen(row, key))

    columns = (
        country_column(vocabulary),
        Column(t("OGP participation"), t("The country’s standing in OGP on the as-of date."),
               lambda row: _standing(row["participation"])),
        Column(t("Oldest assessment"), t("The first day an assessment describes."),
               lambda row: day(row["oldest"])),
        Column(t("Newest assessment"), t("The last day an assessment describes."),
               lambda row: day(row["newest"])),
        seen("looks", t("Assessments"), t("Assessments of commitments, by any source.")),
        *(seen(kind, t(SOURCE_KINDS[kind]), t(meaning)) for kind, meaning in BY.items()),
        seen("stated", t("With a stated day"), t("Of them with a day that the source states.")),
    )  # fmt: skip
    return Table(columns, records(frame), title=t("Oldest and newest assessment"),
                 queries=(NamedQuery("quality/freshness"),))  # fmt: skip


BY: Mapping[str, str] = {
    "irm": N_("Of them by the Independent Reporting Mechanism."),
    "government": N_("Of them by the government itself."),
    "civil_society": N_("Of them by civil society."),
}
"""The kinds of sources of assessments, and what their columns count."""


def _seen(row: Mapping[Any, Any], what: str) -> str:
    """A count, or a dash where the country has no assessment at all."""
    return number(row[what] if row["looks"] else None)


def _standing(code: object) -> str:
    """A standing nobody recorded is a dash: a country is not active for lack of a word."""
    if code in OUTSIDE:
        return state_in_words(str(code))
    return t("Active") if code == "active" else NO_DATA


def sources(dataset: Dataset, filters: Filters, *, find: str = "") -> pd.DataFrame:
    """Every source with its facts, most facts first. One row a source.

    Columns `source` (as recorded, null where none is named), `host` (blank for what is no
    address), `facts` and `kinds` (facts by kind). `find` keeps what holds all its words.
    """
    frame = question(dataset, filters, name="quality/source_facts")
    rows = [
        {
            "source": source if isinstance(source, str) else None,
            "host": host(source),
            "facts": int(some["facts"].sum()),
            "kinds": dict(zip(some["kind"], some["facts"], strict=True)),
        }
        for source, some in frame.groupby("source", sort=False, dropna=False)
    ]
    table = pd.DataFrame(rows, columns=["source", "host", "facts", "kinds"])
    wanted = find.lower().split()
    kept = [all(word in str(source).lower() for word in wanted) for source in table["source"]]
    return table[kept].sort_values("facts", ascending=False, kind="stable", ignore_index=True)


def host(source: object) -> str:
    """The site an address leads to, without www.; blank for what is no address."""
    if not isinstance(source, str) or not source.lower().startswith(("http://", "https://")):
        return ""
    return (urlsplit(source).hostname or "").removeprefix("www.").rstrip(".")


def sources_table(sources: pd.DataFrame) -> Table:
    """Sources for people: site, link, how many facts, which."""
    columns = (
        Column(t("Site"), t("Whose page it is."), _site),
        Column(t("Link"), t("The address of the source."),
               lambda row: row["source"] if row["host"] else None),
        Column(t("Facts"), t("How many facts rest on it."), itemgetter("facts")),
        Column(t("What rests on it"), t("Which kinds of facts these are."), lambda row: ", ".join(
            f"{t(KINDS[kind])} {count}" for kind, count in row["kinds"].items()
        )),
    )  # fmt: skip
    return Table(columns, records(sources), title=t("Sources"))


def _site(row: Mapping[Any, Any]) -> str:
    if row["source"] is None:
        return t("No source named")
    return row["host"] or t("unpublished note")


def totals_sentence(frame: pd.DataFrame) -> str:
    """How often the IRM's totals and the single ratings give the same counts."""
    if frame.empty:
        return t(
            "No plan in view has both IRM totals and a single rating for each of its commitments."
        )
    whole = tn(
        "{count} plan has IRM totals and a single rating for each commitment in them.",
        "{count} plans have IRM totals and a single rating for each commitment in them.",
        len(frame),
    )
    apart = int((~_same(frame)).sum())
    if not apart:
        return " ".join([whole, t("Totals and ratings agree in every case.")])
    return " ".join([whole, tn("They differ in {count}.", "They differ in {count}.", apart)])


def totals_table(frame: pd.DataFrame, vocabulary: Vocabulary) -> Table:
    """Plan totals as published beside the same counted from single ratings."""

    def published(key: str, heading: str) -> Column:
        return Column(heading, t("In the IRM’s own total for the plan."), itemgetter(key))

    def counted(key: str, heading: str) -> Column:
        return Column(heading, t("Counted from single commitments."), itemgetter(key))

    columns = (
        plan_column(vocabulary),
        Column(t("Stage"), t("Mid-term or final: the stage of the plan that was assessed."),
               lambda row: t(STAGES[row["stage"]])),
        published("published_commitments", t("Commitments, published")),
        counted("single_commitments", t("Commitments, counted")),
        published("published_complete", t("Complete, published")),
        counted("single_complete", t("Complete, counted")),
        published("published_high", t("High completion, published")),
        counted("single_high", t("High completion, counted")),
        Column(t("Agree"), t("Whether total and count are the same."),
               lambda row: t("yes") if row["same"] else t("no")),
    )  # fmt: skip
    return Table(columns, records(frame.assign(same=_same(frame))),
                 title=t("Published totals against single ratings"),
                 queries=(NamedQuery("quality/plan_totals"),))  # fmt: skip


def _same(frame: pd.DataFrame) -> pd.Series:
    """Whether every total that is published equals what was counted."""
    same = pd.Series(True, index=frame.index)
    for part in ("commitments", "complete", "high"):
        published = frame[f"published_{part}"]
        same &= published.isna() | (published == frame[f"single_{part}"]).fillna(False)
    return same


def counts_table(frame: pd.DataFrame, vocabulary: Vocabulary) -> Table:
    """Plans whose number of commitments is told differently."""
    columns = (
        plan_column(vocabulary),
        Column(t("Stated for the plan"),
               t("How many commitments the plan or its page says it has."),
               lambda row: number(row["stated"])),
        Column(t("In IRM totals"), t("How many the IRM’s own total covers."),
               lambda row: number(row["in_totals"])),
        Column(t("Listed here"), t("How many the data has one by one."),
               lambda row: number(row["listed"])),
        _note(),
    )  # fmt: skip
    return Table(columns, records(frame), title=t("How many commitments a plan has"),
                 queries=(NamedQuery("quality/plan_counts"),))  # fmt: skip


def notes_table(frame: pd.DataFrame, vocabulary: Vocabulary) -> Table:
    """What the record notes about itself."""
    columns = (
        country_column(vocabulary),
        Column(t("Of"), t("What kind of fact the note is about."),
               lambda row: t(KINDS[row["kind"]])),
        Column(t("About", context="what a note is about"), t("Which plan, commitment or country."),
               lambda row: vocabulary.label("plan", row["about"])),
        _note(),
    )  # fmt: skip
    return Table(columns, records(frame), title=t("Known doubts about the data"),
                 queries=(NamedQuery("quality/record_notes"),))  # fmt: skip


def beyond(notes: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """The notes without those on plans that the table of counts tells beside its numbers."""
    beside_counts = (notes["kind"] == "action_plans") & notes["about"].isin(counts["plan_id"])
    return notes[~beside_counts]


def _note() -> Column:
    return replace(note_column(), value=lambda row: row["note"] or NO_DATA)
