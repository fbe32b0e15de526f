"""What a reader of these numbers must know is missing: sentences, each computed from the data."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from analytics.metrics.catalogue import COMMITMENTS, COVERAGE
from analytics.metrics.sums import SMALL
from analytics.presentation.numbers import counts, share, too_few
from analytics.presentation.words import DATED_BY_PLAN, state_in_words
from analytics.query.ask import Answer, ask, records
from analytics.query.dimensions import COUNTRY, PLAN_YEAR
from analytics.query.filters import Filters
from analytics.query.named import question
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset
from i18n import N_, number, t, tn

NAME = "evaluation/limits"
"""The question, sql/limits.sql."""
HALF = 0.5
"""Rated commitments under this share: a rate may say more of what was chosen for rating."""


@dataclass(frozen=True, slots=True)
class Limit:
    """One thing that is missing: its code and the sentence."""

    key: str
    sentence: str


# (code, which count, out of which, the sentence), where there is any.
_COUNTED: tuple[tuple[str, str, str, str], ...] = (
    ("dated_by_plan", "dated_by_plan", "rated", DATED_BY_PLAN),
    ("no_due_day", "without_due_day", "commitments", N_(
        "Commitments without a due date, left out of all delay figures: {counts}.")),
    ("one_source", "one_source", "rated", N_(
        "Ratings that rest on one kind of assessor alone, which nobody else confirms or disputes: "
        "{counts}.")),
    ("seen_long_ago", "seen_long_ago", "rated", N_(
        "Rated commitments last assessed more than three years before the as-of date: {counts}. "
        "What has been done since is not on record.")),
    ("several_sectors", "in_several_sectors", "commitments", N_(
        "Commitments in two or more sectors: {counts}. Figures by sector, theme or policy area "
        "overlap and do not sum to the total.")),
    ("suspended", "of_suspended", "commitments", N_(
        "Commitments of countries that OGP has suspended or made inactive: {counts}. They stay in "
        "unless the filters leave them out.")),
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """What the sentences are computed from; nothing in it is worded yet."""

    counts: Mapping[str, Any]
    countries: Answer
    years: Answer
    made_up: bool
    narrowed: bool
    """Whether filters beyond countries and day leave some out, which is then no gap of the data."""


def basis(dataset: Dataset, filters: Filters) -> Basis:
    """Count what is there within `filters`."""
    [counts] = records(question(dataset, filters, name=NAME)) or [{}]
    return Basis(
        counts,
        ask(dataset, [COMMITMENTS, COVERAGE], filters, [COUNTRY]),
        ask(dataset, [COVERAGE], filters, [PLAN_YEAR]),
        dataset.made_up,
        filters.with_(countries=(), as_of=None, everywhere=False) != Filters(),
    )


def limits(of: Basis, vocabulary: Vocabulary) -> tuple[Limit, ...]:
    """What is missing, the gravest first."""
    sentences = {
        "made_up": t("This is a made-up portfolio: no number describes a real country.")
        if of.made_up
        else "",
        "no_commitments": "" if of.narrowed else _nothing_listed(of.countries, vocabulary),
        "low_coverage": _low_coverage(of.countries, vocabulary),
        "late_plans": _late_plans(of.years),
        "small": _small(of.countries, vocabulary),
        **{limit.key: limit.sentence for limit in _of_counts(of.counts)},
    }
    return tuple(Limit(key, sentence) for key, sentence in sentences.items() if sentence)


def _nothing_listed(countries: Answer, vocabulary: Vocabulary) -> str:
    silent = [
        f"{vocabulary.label('country', row['country'])} ({state_in_words(row['state'])})"
        for row in countries.rows
        if not row["commitments"]
    ]
    if not silent:
        return ""
    return t(
        "No commitments in view for {countries}. No data. This does not mean 0 %.",
        countries=", ".join(silent),
    )


def _low_coverage(countries: Answer, vocabulary: Vocabulary) -> str:
    def low(row: Mapping[str, Any]) -> bool:
        return bool(row["commitments"]) and row["coverage"] < HALF

    sentence = _of_countries(countries, vocabulary, low)
    if not sentence:
        return ""
    return t(
        "Fewer than half of the commitments have a rating in {countries}. Rates there may be "
        "unrepresentative.",
        countries=sentence,
    )


def _small(countries: Answer, vocabulary: Vocabulary) -> str:
    def small(row: Mapping[str, Any]) -> bool:
        return bool(row["coverage_numerator"]) and too_few(row["coverage_numerator"])

    sentence = _of_countries(countries, vocabulary, small)
    if not sentence:
        return ""
    return t(
        "Fewer than {small} rated commitments in {countries}: not compared.",
        small=number(SMALL),
        countries=sentence,
    )


def _of_countries(
    countries: Answer, vocabulary: Vocabulary, is_meant: Callable[[Mapping[str, Any]], bool]
) -> str:
    return ", ".join(
        t(
            "{country} ({counts})",
            country=vocabulary.label("country", row["country"]),
            counts=counts(row["coverage_numerator"], row["coverage_denominator"]),
        )
        for row in countries.rows
        if is_meant(row)
    )


def _late_plans(years: Answer) -> str:
    """The year from which plans are rated far less than those before, where there is one."""
    rows = [row for row in years.rows if row["plan_year"] is not None]
    splits = [(_share(rows[:at]) - _share(rows[at:]), at) for at in range(1, len(rows))]
    if not splits:
        return ""
    _, at = max(splits)
    before, since = _share(rows[:at]), _share(rows[at:])
    if not since < HALF <= before:
        return ""
    return t(
        "Plans begun since {year} are barely rated: {since} of their commitments, against {before} "
        "of those begun before. A trend over the years is mostly a trend in rating.",
        year=rows[at]["plan_year"],
        since=_with_counts(rows[at:]),
        before=_with_counts(rows[:at]),
    )


def _share(rows: list[dict[str, Any]]) -> float:
    rated, listed = _rated(rows)
    return rated / listed


def _rated(rows: list[dict[str, Any]]) -> tuple[int, int]:
    """How many are rated, and of how many."""
    parts = ("coverage_numerator", "coverage_denominator")
    rated, listed = (int(sum(row[part] for row in rows)) for part in parts)
    return rated, listed


def _with_counts(rows: list[dict[str, Any]]) -> str:
    """`16 % (25 of 156)`; out of fewer than five the counts alone."""
    rated, listed = _rated(rows)
    text = counts(rated, listed)
    return text if too_few(listed) else f"{share(_share(rows))} ({text})"


def _of_counts(row: Mapping[str, Any]) -> Iterator[Limit]:
    if not row.get("commitments"):
        return
    if row["complete"] and not row["dated_done"]:
        yield Limit("no_completion_days", t(
            "No completion is dated, so how long it took and how many were on time is known "
            "only within bounds."))  # fmt: skip
    if row["plans_short"]:
        yield Limit("plans_short", _plans_short(row))
    for key, counted, whole, sentence in _COUNTED:
        if row[counted]:
            yield Limit(key, t(sentence, counts=counts(row[counted], row[whole])))
    if row["early_results"] < row["commitments"] * HALF:
        coded = counts(row["early_results"], row["commitments"])
        yield Limit("early_results", t("Commitments with early results coded: {counts} only.",
                                       counts=coded))  # fmt: skip


def _plans_short(row: Mapping[str, Any]) -> str:
    return tn(
        "{count} plan states more commitments than are listed here: {listed} of {stated}.",
        "{count} plans state more commitments than are listed here: {listed} of {stated}.",
        int(row["plans_short"]),
        listed=number(row["listed_there"]),
        stated=number(row["stated_there"]),
    )
