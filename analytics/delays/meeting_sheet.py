"""The meeting sheet: what to ask about, oldest first, with the question to ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pandas as pd

from analytics.codelists import COMPLETION, STAGES
from analytics.presentation.source_links import source_links
from analytics.presentation.words import named, when
from analytics.query.address import number_of
from analytics.query.ask import records
from analytics.query.vocabulary import Vocabulary
from i18n import day, number, t

PAGE = 20
"""Rows on a page: with its heading they fill a sheet of A4 lying on its side."""


# What an address is made of; anything else, such as a bracket that ends a link, is written as %3E.
_OF_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"


@dataclass(frozen=True, slots=True)
class Line:
    """A commitment on the sheet, all in words; `source` is where to read it, blank if nowhere."""

    number: str
    country: str
    label: str
    lead: str
    due: str
    days_late: int
    evidence: str
    source: str
    question: str


def lines(frame: pd.DataFrame, words: Vocabulary) -> list[Line]:
    """The sheet in words; `frame` answers the question meeting_sheet."""
    return [_line(row, words) for row in records(frame)]


def headings() -> dict[str, str]:
    """The fields of a line and their headings, in the order of the sheet."""
    return {
        "number": t("Number"),
        "country": t("Country"),
        "label": t("Commitment"),
        "lead": t("Lead institution"),
        "due": t("Due"),
        "days_late": t("Days late when last assessed"),
        "evidence": t("Last evidence"),
        "source": t("Source"),
        "question": t("Question to ask"),
    }


def pages(count: int) -> int:
    """How many pages a sheet of `count` lines has; an empty one has one."""
    return max(-(-count // PAGE), 1)


def page_of(sheet: Sequence[Line], asked: str) -> tuple[int, Sequence[Line]]:
    """The page a link asks for, or the nearest there is, with its lines. Pages start at one."""
    page = min(max(number_of(asked), 1), pages(len(sheet)))
    return page, sheet[(page - 1) * PAGE : page * PAGE]


def permalink(number: str, shared: Mapping[str, str]) -> str:
    """The address of a commitment's own page, from any other page of ours."""
    query = "&".join(f"{key}={quote(code)}" for key, code in shared.items())
    own = f"commitments?commitment={quote(number, safe='')}"
    return f"{own}&{query}" if query else own


def _line(row: Mapping[str, Any], words: Vocabulary) -> Line:
    rating, seen = t(COMPLETION[row["rating"]].label), day(row["observed_on"])
    links = [
        quote(link.url, safe=_OF_ADDRESSES) for link in source_links(row["source"]) if link.url
    ]
    return Line(
        number=row["commitment_id"],
        country=words.label("country", row["country"]),
        label=named(row["label"], row["commitment_number"]),
        lead=row["lead_institution"] or t("Not stated"),
        due=when(row["due_text"]),
        days_late=int(row["days_overdue"]),
        evidence=_evidence(row, rating, seen),
        source=links[0] if links else "",
        question=t(
            "What has been done since {day}, when the IRM found it {rating}?",
            day=seen,
            rating=rating.lower(),
        ),
    )


def _evidence(row: Mapping[str, Any], rating: str, seen: str) -> str:
    said = t(
        "{rating}, {day} ({stage})",
        rating=rating,
        day=seen,
        stage=t(STAGES[row["rating_stage"]]).lower(),
    )
    return t("{said}, day stated", said=said) if row["observed_basis"] == "stated" else said


def days_late(line: Line) -> str:
    """The days as a reader writes them."""
    return number(line.days_late)
