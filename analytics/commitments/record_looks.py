"""The assessments of one commitment in words: the rating, why, and where it can be read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from analytics.codelists import SOURCE_KINDS, STAGES
from analytics.commitments.record import Record
from analytics.presentation.source_links import SourceLink, source_links
from analytics.presentation.words import Row, dated, rating_in_words
from i18n import N_, capital, lowered, t

MEANS: Mapping[str, str] = {
    "not_started": N_("nothing of it was begun"),
    "limited": N_("it was begun, and most of it was still to be done"),
    "substantial": N_("most of it was carried out, and not all"),
    "complete": N_("it was carried out in full"),
    "withdrawn": N_("the government took it back"),
    "no_evidence": N_("the assessor found too little evidence to judge"),
    "unclear": N_("the assessor could not tell how far it was carried out"),
}
"""What each rating says of a commitment, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Look:
    """One assessment in words. `report` is where its reasons are, None where no source is stated.

    `finding` is blank where the dataset does not hold the reasons.
    """

    rating: str
    means: str
    who: str
    dated: str
    standing: str
    finding: str
    note: str
    report: SourceLink | None


def looks(record: Record) -> list[Look]:
    """Every assessment, oldest first."""
    return [
        Look(
            rating=rating_in_words(look["completion"]),
            means=t(MEANS[look["completion"]]),
            who=t(
                "{source}, {stage}",
                source=t(SOURCE_KINDS[look["source_kind"]]),
                stage=lowered(t(STAGES[look["stage"]])),
            ),
            dated=" · ".join(filter(None, (capital(dated(look)), _year(look)))),
            standing=_counts(look),
            finding=" ".join((look["finding"] or "").split()),
            note=look["note"] or "",
            report=_at_page(report(look), look["source_page"]),
        )
        for look in record.looks
    ]


def report(look: Row) -> SourceLink | None:
    """The document an assessment was read in: by its title where that is stated.

    A document speaks before OGP's page of the commitment, which says the rating and seldom why.
    """
    links = source_links(look["source_url"])
    documents = [link for link in links if link.url and not link.is_ogp_page]
    document = next(iter([*documents, *links]), None)
    if not look["source_title"]:
        return document
    return SourceLink(" ".join(look["source_title"].split()), document.url if document else None)


def _at_page(document: SourceLink | None, page: str | None) -> SourceLink | None:
    """The document with the page its reasons stand on, where that is stated."""
    if document is None or not page:
        return document
    label = t("{report}, page {page}", report=document.label, page=page)
    return replace(document, label=label)


def _year(look: Row) -> str:
    """The year of the report; blank where the report's title, shown beneath, says it."""
    if not look["report_year"]:
        return "" if look["source_title"] else t("year of the report not stated")
    return t("report of {year}", year=int(look["report_year"]))


def _counts(look: Row) -> str:
    if look["later"]:
        return t("After the as-of date: does not count yet")
    if look["counts"]:
        return t("Rating used here")
    if look["source_kind"] != "irm":
        return t("Shown beside the IRM’s ratings, not part of any rate")
    return t("Replaced by a later rating")


def sources(record: Record) -> list[SourceLink]:
    """Every source of the commitment and its assessments, once each, OGP's own page first."""
    titled = {
        document.url: document
        for look in record.looks
        if look["source_title"] and (document := report(look)) and document.url
    }
    links = source_links(record.facts["source_url"], *(look["source_url"] for look in record.looks))
    return [titled.get(link.url or "", link) for link in links]
