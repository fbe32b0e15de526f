"""How a commitment's ratings are known: every look at it, in words, with its sources."""

from dataclasses import dataclass

from analytics.commitment_words import Row, dated, rating_in_words
from analytics.dimensions import SOURCE_KINDS, STAGES
from analytics.record import Record
from analytics.source_links import SourceLink, source_links
from i18n import t


@dataclass(frozen=True, slots=True)
class Look:
    """One assessment in words."""

    rating: str
    who: str
    dated: str
    standing: str
    note: str
    sources: list[SourceLink]


def looks(record: Record) -> list[Look]:
    """Every assessment, oldest first."""
    return [
        Look(
            rating=rating_in_words(look["completion"]),
            who=t(
                "{source}, {stage}",
                source=t(SOURCE_KINDS[look["source_kind"]]),
                stage=t(STAGES[look["stage"]]).lower(),
            ),
            dated=f"{_capital(dated(look))} · {_report(look)}",
            standing=_counts(look),
            note=look["note"] or "",
            sources=source_links(look["source_url"]),
        )
        for look in record.looks
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _report(look: Row) -> str:
    if not look["report_year"]:
        return t("year of the report not seen")
    return t("report of {year}", year=int(look["report_year"]))


def _counts(look: Row) -> str:
    if look["later"]:
        return t("After the as-of day: does not count yet")
    if look["counts"]:
        return t("The rating that counts")
    if look["source_kind"] != "irm":
        return t("Stands beside the IRM’s ratings, never mixed into them")
    return t("Replaced by a later rating")


def sources(record: Record) -> list[SourceLink]:
    """Every source of the commitment and its assessments, OGP's own page first."""
    return source_links(record.facts["source_url"], *(look["source_url"] for look in record.looks))
