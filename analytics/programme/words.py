"""What the programme's page says in words: facts, figures, context indicators, policy frame."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

import pandas as pd

from analytics.presentation.tables import Row
from analytics.presentation.words import state_in_words
from analytics.programme.results_framework import FIGURES, FIRST_DAY, GRANTEES, LAST_DAY, NUMBER
from analytics.query.ask import Answer
from analytics.query.vocabulary import Vocabulary
from data.importer.readers.cells import written
from i18n import N_, NO_DATA, day, number, parted, t

FRAME: tuple[tuple[str, str, str, str], ...] = (
    (
        N_("20 Deliverables for 2020"),
        N_(
            "The work plan the EU and the six partners agreed in 2017. It asks for stronger "
            "governance, with less corruption and more open administration, and for room for "
            "civil society."
        ),
        "https://eeas.europa.eu/delegations/georgia/18161/eastern-partnership-20-deliverables-2020_en",
        N_("The paper, as the European External Action Service presents it"),
    ),
    (
        N_("Eastern Partnership policy beyond 2020"),
        N_(
            "The joint communication of 18 March 2020 puts accountable institutions, the rule of "
            "law and resilient societies among five aims for the years after."
        ),
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=JOIN:2020:7:FIN",
        "JOIN(2020) 7",
    ),
)


def facts() -> list[tuple[str, str]]:
    """What the EU's project page says of the project, heading and fact."""
    return [
        (t("Full name"), t("EU for Integrity – OGP Action for the Eastern Partnership")),
        (t("EU project number"), NUMBER),
        (t("Ran"), t("{start} to {end}", start=day(FIRST_DAY), end=day(LAST_DAY))),
        (t("Paid for by"), t("European Union")),
        (t("Carried out by"), t("Open Government Partnership")),
        (
            t("Sister part"),
            t("OECD Anti-Corruption Network, 2021 to 2023; a second phase runs 2024 to 2026"),
        ),
        (t("For"), t("The six Eastern Partnership countries")),
    ]


def figures_of(indicators: Sequence[Row]) -> Iterator[tuple[str, str, str]]:
    """The programme's own figures that the record holds: value with unit, wording, source."""
    by_name = {row["indicator"]: row for row in indicators}
    for indicator, label in FIGURES.items():
        if indicator in by_name:
            row = by_name[indicator]
            money = row["unit"] == "EUR million"
            value = t("EUR {n} million", n=row["value_text"]) if money else row["value_text"]
            yield value, t(label), row["source_url"]


def indicator_lines(indicators: Sequence[Row], vocabulary: Vocabulary) -> list[str]:
    """A line an indicator: its newest value in each country, and where it stood at the start."""
    return [
        t(
            "{indicator}: {values}",
            indicator=t(name),
            values=parted(_value(r, vocabulary) for r in some),
        )
        for name, some in groupby(indicators, key=itemgetter("indicator"))
    ]


def result_lines(indicators: Sequence[Row], vocabulary: Vocabulary) -> list[str]:
    """A line an indicator of the programme's own: its newest value, and what it is held against."""
    return [
        t(
            "{indicator}: {value}; baseline {baseline}, target {target}",
            indicator=t(row["indicator"]),
            value=_value(row, vocabulary),
            baseline=_figure(row["baseline"]),
            target=_figure(row["target"]),
        )
        for row in indicators
    ]


def _figure(value: float | None) -> str:
    return NO_DATA if value is None else written(value)


def _value(row: Row, vocabulary: Vocabulary) -> str:
    place = t("region") if row["country"] == "EAP" else vocabulary.label("country", row["country"])
    year = "" if row["year"] is None else str(int(row["year"]))
    if row["has_earlier"] and row["earlier"] != row["value_text"]:
        return t(
            "{place} {value} ({year}; before {earlier})",
            place=place, value=row["value_text"], year=year, earlier=row["earlier"],
        )  # fmt: skip
    return t("{place} {value} ({year})", place=place, value=row["value_text"], year=year or "–")


def absences(answer: Answer, vocabulary: Vocabulary) -> list[str]:
    """Countries that were asked for and have no commitments to stand beside anything, and why."""
    return [
        t(
            "{country}: {state}. It has no commitments to list beside the objectives.",
            country=vocabulary.label("country", row["country"]),
            state=state_in_words(row["state"]),
        )
        for row in answer.rows
        if not row["commitments"]
    ]


def named_grantees(grants: pd.DataFrame, indicators: Sequence[Row]) -> str:
    """How many of the programme's grants are named, and why not more; `grants` answers
    programme/grants. Those an IATI file reports are none of the number the programme states."""
    names = {row["indicator"]: row["value_text"] for row in indicators}
    own = grants[grants["kind"] != "IATI"]
    if GRANTEES not in names:  # two of nobody knows how many are two
        return t("Grants publicly named: {named}.", named=number(len(own)))
    counted = {"named": number(len(own)), "all": names[GRANTEES]}
    if own[["amount_eur", "start_text"]].notna().any(axis=None):
        return t("Grants publicly named: {named} of {all}.", **counted)
    return t(
        "Grants publicly named: {named} of {all}. The record holds neither the other grantees nor "
        "any amount or term.",
        **counted,
    )
