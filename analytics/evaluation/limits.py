"""What a reader of these numbers must know is missing: sentences, each computed from the data."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from analytics.metrics.catalogue import COMMITMENTS, COVERAGE
from analytics.metrics.sums import SMALL
from analytics.presentation.numbers import counts, share, too_few
from analytics.presentation.words import state_in_words
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
    said: str


# (code, which count, out of which, the sentence). Said where the count is not zero.
_COUNTED: tuple[tuple[str, str, str, str], ...] = (
    ("dated_by_plan", "dated_by_plan", "rated", N_(
        "{count} of {whole} ratings state no date: they are dated from the plan’s period, "
        "mid-term in its middle and final at its end, but never after the year of the report.")),
    ("no_due_day", "without_due_day", "commitments", N_(
        "{count} of {whole} commitments have no due date and are left out of all delay "
        "figures.")),
    ("one_source", "one_source", "rated", N_(
        "{count} of {whole} ratings rest on one kind of assessor alone; nobody else confirms or "
        "disputes them.")),
    ("seen_long_ago", "seen_long_ago", "rated", N_(
        "{count} of {whole} rated commitments were last assessed more than three years "
        "before the as-of date; what has been done since is not on record.")),
    ("several_sectors", "in_several_sectors", "commitments", N_(
        "{count} of {whole} commitments are in two or more sectors, so figures by sector, "
        "theme or policy area overlap and do not sum to the total.")),
    ("suspended", "of_suspended", "commitments", N_(
        "{count} of {whole} commitments are of countries that OGP has suspended or made inactive; "
        "they stay in unless the filters leave them out.")),
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What the sentences are computed from; nothing in it is worded yet."""

    counts: Mapping[str, Any]
    countries: Answer
    years: Answer
    made_up: bool
    narrowed: bool
    """Whether filters beyond countries and day leave some out, which is then no gap of the data."""


def known(dataset: Dataset, filters: Filters) -> Known:
    """Count what is there within `filters`."""
    [counts] = records(question(dataset, filters, name=NAME)) or [{}]
    return Known(
        counts,
        ask(dataset, [COMMITMENTS, COVERAGE], filters, [COUNTRY]),
        ask(dataset, [COVERAGE], filters, [PLAN_YEAR]),
        dataset.made_up,
        filters.with_(countries=(), as_of=None, everywhere=False) != Filters(),
    )


def limits(of: Known, words: Vocabulary) -> tuple[Limit, ...]:
    """What is missing, the gravest first."""
    found = {
        "made_up": t("This is a made-up portfolio: no number describes a real country.")
        if of.made_up
        else "",
        "no_commitments": "" if of.narrowed else _nothing_listed(of.countries, words),
        "low_coverage": _low_coverage(of.countries, words),
        "late_plans": _late_plans(of.years),
        "small": _small(of.countries, words),
        **{limit.key: limit.said for limit in _of_counts(of.counts)},
    }
    return tuple(Limit(key, said) for key, said in found.items() if said)


def _nothing_listed(countries: Answer, words: Vocabulary) -> str:
    silent = [
        f"{words.label('country', row['country'])} ({state_in_words(row['state'])})"
        for row in countries.rows
        if not row["commitments"]
    ]
    if not silent:
        return ""
    return t(
        "No commitments in view for {countries}. No data. This does not mean 0 %.",
        countries=", ".join(silent),
    )


def _low_coverage(countries: Answer, words: Vocabulary) -> str:
    def low(row: Mapping[str, Any]) -> bool:
        return bool(row["commitments"]) and row["coverage"] < HALF

    said = _of_countries(countries, words, low)
    if not said:
        return ""
    return t(
        "Fewer than half of the commitments have a rating in {countries}. Rates there may be "
        "unrepresentative.",
        countries=said,
    )


def _small(countries: Answer, words: Vocabulary) -> str:
    def small(row: Mapping[str, Any]) -> bool:
        return bool(row["coverage_numerator"]) and too_few(row["coverage_numerator"])

    said = _of_countries(countries, words, small)
    if not said:
        return ""
    return t(
        "Fewer than {small} rated commitments in {countries}: not compared.",
        small=number(SMALL),
        countries=said,
    )


def _of_countries(
    countries: Answer, words: Vocabulary, asked: Callable[[Mapping[str, Any]], bool]
) -> str:
    return ", ".join(
        t(
            "{country} ({counts})",
            country=words.label("country", row["country"]),
            counts=counts(row["coverage_numerator"], row["coverage_denominator"]),
        )
        for row in countries.rows
        if asked(row)
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
        since=share(since),
        before=share(before),
    )


def _share(rows: list[dict[str, Any]]) -> float:
    rated = sum(row["coverage_numerator"] for row in rows)
    return float(rated / sum(row["coverage_denominator"] for row in rows))


def _of_counts(row: Mapping[str, Any]) -> Iterator[Limit]:
    if not row.get("commitments"):
        return
    if row["complete"] and not row["dated_done"]:
        said = t("No completion is dated, so how long it took and how many were on time is known "
                 "only within bounds.")  # fmt: skip
        yield Limit("no_completion_days", said)
    if row["plans_short"]:
        yield Limit("plans_short", _plans_short(row))
    for key, counted, whole, said in _COUNTED:
        if row[counted]:
            yield Limit(key, t(said, count=number(row[counted]), whole=number(row[whole])))
    if row["early_results"] < row["commitments"] * HALF:
        said = t(
            "Early results are coded for {count} of {whole} commitments only.",
            count=number(row["early_results"]),
            whole=number(row["commitments"]),
        )
        yield Limit("early_results", said)


def _plans_short(row: Mapping[str, Any]) -> str:
    return tn(
        "{count} plan states more commitments than are listed here: {listed} of {stated}.",
        "{count} plans state more commitments than are listed here: {listed} of {stated}.",
        int(row["plans_short"]),
        listed=number(row["listed_there"]),
        stated=number(row["stated_there"]),
    )
