"""The Data page's tables: freshness, sources, where the record disagrees, worked examples."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from analytics.codelists import SOURCE_KINDS, STAGES
from analytics.metrics.catalogue import METRICS
from analytics.metrics.kinds import Metric
from analytics.presentation.numbers import share
from analytics.presentation.tables import PARTS, SHARES, part_of
from analytics.presentation.words import state_in_words
from analytics.query.filters import Filters
from analytics.query.named import question
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
OUTSIDE = ("not_participating", "suspended", "inactive")


def freshness_table(frame: pd.DataFrame, words: Vocabulary) -> pd.DataFrame:
    """The oldest and newest observation of each country; a country without says why."""
    rows = frame.to_dict("records")
    return pd.DataFrame(
        {
            t("Country"): [words.label("country", row["country"]) for row in rows],
            t("OGP participation"): [_standing(row["participation"]) for row in rows],
            t("Oldest assessment"): [day(row["oldest"]) for row in rows],
            t("Newest assessment"): [day(row["newest"]) for row in rows],
            t("Assessments"): [_seen(row, "looks") for row in rows],
            **{t(SOURCE_KINDS[kind]): [_seen(row, kind) for row in rows] for kind in SOURCE_KINDS},
            t("With a stated day"): [_seen(row, "stated") for row in rows],
        }
    )


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


def sources_table(found: pd.DataFrame) -> pd.DataFrame:
    """Sources for people: site, link, how many facts, which."""
    return pd.DataFrame(
        {
            t("Site"): [_site(row) for row in found.to_dict("records")],
            t("Link"): [
                source if where else None
                for source, where in zip(found["source"], found["host"], strict=True)
            ],
            t("Facts"): found["facts"],
            t("What rests on it"): [
                ", ".join(f"{t(KINDS[kind])} {count}" for kind, count in kinds.items())
                for kinds in found["kinds"]
            ],
        }
    )


def _site(row: Mapping[Any, Any]) -> str:
    if row["source"] is None:
        return t("No source named")
    return row["host"] or t("unpublished note")


def totals_told(frame: pd.DataFrame) -> str:
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


def totals_table(frame: pd.DataFrame, words: Vocabulary) -> pd.DataFrame:
    """Plan totals as published beside the same counted from single ratings."""
    return pd.DataFrame(
        {
            t("Action plan"): [words.label("plan", code) for code in frame["plan_id"]],
            t("Stage"): [t(STAGES[code]) for code in frame["stage"]],
            t("Commitments, published"): frame["published_commitments"],
            t("Commitments, counted"): frame["single_commitments"],
            t("Complete, published"): frame["published_complete"],
            t("Complete, counted"): frame["single_complete"],
            t("High completion, published"): frame["published_high"],
            t("High completion, counted"): frame["single_high"],
            t("Agree"): [t("yes") if same else t("no") for same in _same(frame)],
        }
    )


def _same(frame: pd.DataFrame) -> pd.Series:
    """Whether every total that is published equals what was counted."""
    pairs = [
        (frame[f"published_{part}"], frame[f"single_{part}"])
        for part in ("commitments", "complete", "high")
    ]
    same = pd.Series(True, index=frame.index)
    for published, single in pairs:
        same &= published.isna() | (published == single).fillna(False)
    return same


def counts_table(frame: pd.DataFrame, words: Vocabulary) -> pd.DataFrame:
    """Plans whose number of commitments is told differently."""
    return pd.DataFrame(
        {
            t("Action plan"): [words.label("plan", code) for code in frame["plan_id"]],
            t("Stated for the plan"): [number(count) for count in frame["stated"]],
            t("In IRM totals"): [number(count) for count in frame["in_totals"]],
            t("Listed here"): [number(count) for count in frame["listed"]],
            t("Note"): frame["note"].fillna(NO_DATA),
        }
    )


def notes_table(frame: pd.DataFrame, words: Vocabulary) -> pd.DataFrame:
    """What the record notes about itself."""
    return pd.DataFrame(
        {
            t("Country"): [words.label("country", code) for code in frame["country"]],
            t("Of"): [t(KINDS[kind]) for kind in frame["kind"]],
            t("About"): [words.label("plan", about) for about in frame["about"]],
            t("Note"): frame["note"].fillna(NO_DATA),
        }
    )


def reckoning(metric: Metric) -> str:
    """The SQL of a metric: its row conditions, else its sum over published totals."""
    parts = metric.conditions or {"value": metric.columns()["value"]}
    listed = {part: sql for part, sql in parts.items() if part != "value" or len(parts) == 1}
    return "\n\n".join(f"-- {_part(metric, part)}\n{sql}" for part, sql in listed.items())


def _part(metric: Metric, part: str) -> str:
    return part_of(metric, part) if PARTS.get(part) else t("counted")


def definitions(words: str) -> list[Metric]:
    """The metrics whose name or definition has all these words, in the reader's language."""
    wanted = words.casefold().split()
    said = {key: f"{t(one.label)} {t(one.definition)}" for key, one in METRICS.items()}
    return [one for key, one in METRICS.items()
            if all(word in said[key].casefold() for word in wanted)]  # fmt: skip


def example_table(metric: Metric) -> pd.DataFrame:
    """The commitments of a metric's worked example, as they are drawn in the catalogue."""
    head, *body = [
        [cell.strip() for cell in line.split("|")]
        for line in metric.example.given.strip().splitlines()
    ]
    return pd.DataFrame(body, columns=head)


def example_gives(metric: Metric) -> Sequence[tuple[str, str]]:
    """The parts of the worked answer as a reader writes them: `answer`, `50 %`."""
    shares = {"value", *SHARES} if "denominator" in metric.columns() else set()
    return [
        (
            part_of(metric, part) if PARTS.get(part) else t("answer"),
            share(value) if part in shares else number(value, metric.decimals),
        )
        for part, value in metric.example.gives.items()
    ]
