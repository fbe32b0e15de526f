"""Columns that tables of several subjects have: a heading and what it means, said once."""

from operator import itemgetter

from analytics.codelists import OBSERVED_BASES
from analytics.presentation.tables import Column, group
from analytics.query.vocabulary import Vocabulary
from i18n import t


def fact(key: str, heading: str, meaning: str, share: bool = False, unit: str = "") -> Column:
    """A cell of the row as it stands there."""
    return Column(heading, meaning, itemgetter(key), share, unit)


def number_column() -> Column:
    """By which number a commitment is found again."""
    meaning = t("The commitment’s number, the same in every file and link.")
    return fact("commitment_id", t("Number"), meaning)


def title_column(untitled: str = "") -> Column:
    """What a commitment promises; `untitled` where no source says it."""
    meaning = t("The commitment’s title as published.")
    return Column(t("Commitment"), meaning, lambda row: row["label"] or untitled)


def country_column(vocabulary: Vocabulary) -> Column:
    """The country of a row, as a group."""
    return group(t("Country"), lambda row: vocabulary.label("country", row["country"]))


def plan_column(vocabulary: Vocabulary) -> Column:
    """The action plan of a row, as a group."""
    return group(t("Action plan"), lambda row: vocabulary.label("plan", row["plan_id"]))


def source_column() -> Column:
    """The pages a row rests on."""
    return fact("source_url", t("Source"), t("Where the facts of the row can be read."))


def note_column() -> Column:
    """What the record says besides."""
    return fact("note", t("Note"), t("What the record adds in words."))


def basis_column() -> Column:
    """Where the day of an assessment is from."""
    return Column(
        t("Basis of the date"),
        t("Whether that day is stated, follows from the plan period or was capped."),
        lambda row: t(OBSERVED_BASES[row["observed_basis"]]) if row["observed_basis"] else "",
    )
