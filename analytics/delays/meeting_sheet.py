"""The meeting sheet: what to ask whom, grouped by lead institution, newest due date first."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from operator import itemgetter
from typing import Any

import pandas as pd

from analytics.codelists import COMPLETION, OBSERVED_BASES, STAGES
from analytics.delays.questions_to_ask import to_ask
from analytics.presentation.columns import fact
from analytics.presentation.source_links import source_links
from analytics.presentation.tables import Table, group
from analytics.presentation.words import named, when
from analytics.query.address import number_of, outward, written
from analytics.query.ask import records
from analytics.query.named import NamedQuery
from analytics.query.vocabulary import Vocabulary
from i18n import N_, NO_DATA, day, lowered, number, parted, t, tn

PAGE = 24
"""Commitments on a page: printed, with the headings, they fill two sheets of A4."""
NAME = "delays/meeting_sheet"
ORDERS: Mapping[str, str] = {
    "newest": N_("Newest due date first"),
    "oldest": N_("Oldest due date first"),
    "days": N_("Most days late first"),
    "institution": N_("By name of the institution"),
}
"""The orders a link may ask for; the first is the usual one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A commitment on the sheet, all in words; `source` is where to read it, blank if nowhere."""

    number: str
    country: str
    label: str
    lead: str
    due: str
    days_late: int | None
    evidence: str
    rated: bool
    source: str
    question: str

    @property
    def facts(self) -> str:
        """When it was due and how late it was found, without the evidence."""
        parts = t("Due {day}", day=self.due) if self.due else t("No due date stated")
        if self.days_late is None:
            return parts
        late = tn("{count} day late", "{count} days late", self.days_late)
        return f"{parts} · {late}"


@dataclass(frozen=True, slots=True)
class Group:
    """Commitments of the same lead institutions: their name, also with how many, and the lines."""

    name: str
    heading: str
    lines: tuple[Line, ...]


def arranged(frame: pd.DataFrame, order: str = "newest") -> pd.DataFrame:
    """The sheet in a key of `ORDERS`, commitments of the same institutions together.

    Institutions stand in the order of what each has first. `frame` answers the question `NAME`.
    """
    ways = {"oldest": ("due_day", True), "days": ("days_overdue", False)}
    if order in ways:
        by, ascending = ways[order]
        frame = frame.sort_values(by, ascending=ascending, kind="stable", na_position="last")
    if order == "institution":
        names = frame["lead_institution"].str.casefold()
        first = names.groupby(frame["led_by"]).transform("first")
        frame = frame.assign(first=first).sort_values(
            ["first", "led_by"], kind="stable", na_position="last"
        )
        return frame.drop(columns="first")
    places = {key: place for place, key in enumerate(frame["led_by"].unique())}
    return frame.iloc[frame["led_by"].map(places).argsort(kind="stable")]


def pages(count: int) -> int:
    """How many pages a sheet of `count` commitments has; an empty one has one."""
    return max(-(-count // PAGE), 1)


def page_of(count: int, page: str) -> int:
    """The page a link asks for, or the nearest there is. Pages start at one."""
    return min(max(number_of(page), 1), pages(count))


def leaf(sheet: pd.DataFrame, page: int) -> pd.DataFrame:
    """The rows of one page of an arranged sheet."""
    return sheet.iloc[(page - 1) * PAGE : page * PAGE]


def groups(sheet: pd.DataFrame, page: pd.DataFrame, vocabulary: Vocabulary) -> list[Group]:
    """The shown rows under their institutions; headings count those of the whole sheet."""
    of_all, several = sheet["led_by"].value_counts(), sheet["country"].nunique() > 1
    led: dict[str, list[dict[str, Any]]] = {}
    for row in records(page):
        led.setdefault(row["led_by"], []).append(row)
    return [
        Group(
            name := _name(rows[0], vocabulary, with_country=several),
            tn(
                "{name}: {count} commitment",
                "{name}: {count} commitments",
                int(of_all[key]),
                name=name,
            ),
            tuple(_line(row, vocabulary) for row in rows),
        )
        for key, rows in led.items()
    ]


def _name(row: Mapping[str, Any], vocabulary: Vocabulary, *, with_country: bool) -> str:
    lead = row["lead_institution"] or t("Lead institution not stated")
    return f"{vocabulary.label('country', row['country'])} · {lead}" if with_country else str(lead)


def lines(sheet: pd.DataFrame, vocabulary: Vocabulary) -> list[Line]:
    """Rows of the sheet in words."""
    return [_line(row, vocabulary) for row in records(sheet)]


def table(sheet: pd.DataFrame, vocabulary: Vocabulary, title: str) -> Table:
    """All pages of the sheet, to take along."""
    columns = (
        fact("number", t("Number"), t("The commitment’s number, the same in every file and link.")),
        group(t("Country"), itemgetter("country")),
        fact("label", t("Commitment"), t("The commitment’s title as published.")),
        group(t("Lead institution"), itemgetter("lead")),
        fact("due", t("Due", context="a date"),
             t("As the plan writes it; blank where it names none.")),
        fact("days_late", t("Days late when last assessed"),
             t("From the due date to the last assessment, for open ones.")),
        fact("evidence", t("Last evidence"),
             t("The IRM’s latest rating and the day it describes.")),
        fact("source", t("Source"), t("Where the facts of the row can be read.")),
        fact("question", t("Question to ask"),
             t("A question for the meeting, made from the last evidence.")),
    )  # fmt: skip
    rows = [asdict(line) for line in lines(sheet, vocabulary)]
    return Table(columns, rows, title=title, queries=(NamedQuery(NAME),))


def permalink(number: str, shared: Mapping[str, str]) -> str:
    """The address of a commitment's own page, from any other page of ours."""
    return written("", "commitments", {"commitment": number, **shared}.items())


def title(day_in_words: str) -> str:
    """What the sheet is called where it leaves the monitor."""
    return t("Meeting sheet as of {day}", day=day_in_words)


def how_many_in_words(count: int, page: int) -> str:
    """What stands on the sheet, and which page of it this is."""
    sentence = tn(
        "{count} commitment is past its due date and not known to be finished.",
        "{count} commitments are past their due date and not known to be finished.",
        count,
    )
    if pages(count) == 1:
        return sentence
    where = t("Page {page} of {pages}.", page=number(page), pages=number(pages(count)))
    return f"{sentence} {where}"


def _line(row: Mapping[str, Any], vocabulary: Vocabulary) -> Line:
    links = [outward(link.url) for link in source_links(row["source"]) if link.url]
    late = row["days_overdue"]
    return Line(
        number=row["commitment_id"],
        country=vocabulary.label("country", row["country"]),
        label=named(row["label"], row["commitment_number"]),
        lead=row["lead_institution"] or t("Not stated"),
        due=when(row["due_text"]) if row["due_day"] else "",
        days_late=None if late is None else int(late),
        evidence=evidence(row),
        rated=bool(row["rating"]),
        source=links[0] if links else "",
        question=to_ask(row, sourced=bool(links)),
    )


def evidence(row: Mapping[str, Any]) -> str:
    """The latest rating, the day it describes, and where that day is from unless it is stated."""
    if not row["rating"]:
        return t("Not assessed by the IRM")
    stage, basis = row["rating_stage"], row["observed_basis"]
    stated = basis == "stated"
    of = [lowered(t(STAGES[stage])) if stage else NO_DATA,
          "" if stated else t(OBSERVED_BASES[basis])]  # fmt: skip
    return t(
        "{rating}, {day} ({stage})",
        rating=t(COMPLETION[row["rating"]].label),
        day=day(row["observed_on"]),
        stage=parted(of),
    )
