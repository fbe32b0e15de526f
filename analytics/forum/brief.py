"""A country's brief: what somebody reads on the way to a meeting, on two pages of paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from analytics.country.words import headline_in_words
from analytics.delays import meeting_sheet
from analytics.delays.meeting_sheet import Group
from analytics.delays.words import delays_in_words
from analytics.metrics.catalogue import (
    COMMITMENTS,
    DAYS_OVERDUE,
    DUE,
    METRICS,
    OVERDUE,
    OVERDUE_RATE,
)
from analytics.overview.present import EXPLAINED, NO_RESULT, present
from analytics.presentation.numbers import spoken
from analytics.presentation.source_links import SourceLink, source_links
from analytics.presentation.tables import Column, Row, Table
from analytics.query.ask import records
from analytics.query.dimensions import SECTOR
from analytics.query.filters import Filters
from analytics.query.named import NamedQuery, Queries, question
from i18n import number, t

RATE = METRICS["implementation_rate"]
MOST_QUESTIONS, SECTORS, SOURCES = 10, 8, 8
"""Commitments to ask about, sectors and sources that two pages hold."""


@dataclass(frozen=True, slots=True, eq=False)
class Brief:
    """What the brief says, part by part. `sectors` are name, listed, assessed, rate.

    `groups` hold the first of the `late` commitments past their due date and not known to be done.
    """

    title: str
    standing: str
    now: tuple[tuple[str, str], ...]
    sectors: tuple[tuple[str, str, str, str], ...]
    delays: str
    late: int
    groups: tuple[Group, ...]
    sources: tuple[SourceLink, ...]

    def table(self) -> Table:
        """All of it as one table, which is what the seal of the document holds."""
        columns = (
            Column(t("Part"), t("The part of the brief."), itemgetter("part")),
            Column(t("What"), t("What is told."), itemgetter("what")),
            Column(t("Said"), t("What the brief says of it."), itemgetter("said")),
        )
        return Table(
            columns,
            [dict(zip(("part", "what", "said"), row, strict=True)) for row in self._rows()],
            title=self.title,
            queries=(NamedQuery("overview/present"), NamedQuery(meeting_sheet.NAME)),
        )

    def _rows(self) -> Iterator[tuple[str, str, str]]:
        yield t("Standing"), "", self.standing
        yield from ((t("Latest and current plan"), what, text) for what, text in self.now)
        for sector, *counts in self.sectors:
            yield t("Sectors"), sector, " · ".join(counts)
        if self.delays:
            yield t("Overdue"), "", self.delays
        for group in self.groups:
            for line in group.lines:
                yield t("What to ask"), f"{line.number} {line.label}", line.question
        yield from ((t("Sources"), source.label, source.url or "") for source in self.sources)

    @property
    def shortened(self) -> str:
        """That only the newest are asked about, of how many; blank where all are."""
        here = sum(len(group.lines) for group in self.groups)
        if here >= self.late:
            return ""
        return t("The {shown} with the newest due dates, of {count} that are past theirs and not "
                 "known to be finished.", shown=number(here), count=number(self.late))  # fmt: skip


def brief(queries: Queries, filters: Filters) -> Brief:
    """The brief of the one country of `filters`; of the rest only the as-of date counts."""
    [country] = filters.countries
    whole, name = (
        Filters(countries=(country,), as_of=filters.as_of),
        queries.vocabulary.label("country", country),
    )
    spells = queries.run(question, whole, name="country/standing", country=country)
    sheet = queries.run(question, whole, name=meeting_sheet.NAME)
    late = sheet if len(sheet) and sheet["to_ask"].iloc[0] else sheet[:0]
    # Told of are the newest of all; only then do those of the same institutions stand together.
    first = meeting_sheet.arranged(late.head(MOST_QUESTIONS))
    return Brief(
        title=t("{country}: brief", country=name),
        standing=headline_in_words(name, spells, queries.answer([COMMITMENTS, RATE], whole)),
        now=_now(queries, whole),
        sectors=_sectors(queries, whole),
        delays=_delays(queries, whole),
        late=len(late),
        groups=tuple(meeting_sheet.groups(late, first, queries.vocabulary)) if len(late) else (),
        sources=_sources(queries, whole, records(spells)),
    )


def _delays(queries: Queries, filters: Filters) -> str:
    """What was late; blank where nothing is listed that could be."""
    metrics = [COMMITMENTS, DUE, OVERDUE, OVERDUE_RATE, DAYS_OVERDUE]
    answer = queries.answer(metrics, filters)
    return delays_in_words(answer) if answer.rows[0][COMMITMENTS.key] else ""


def sector_headings() -> tuple[str, str, str, str]:
    """The headings of `Brief.sectors`."""
    return t("Sector"), t("Listed"), t("Assessed"), t(RATE.label)


def _now(queries: Queries, filters: Filters) -> tuple[tuple[str, str], ...]:
    """The row of the overview's table, but for the country and the report's address."""
    table = present(queries, filters)
    cells = [
        (column.heading, _explained(cell, column) if place in EXPLAINED else str(cell))
        for row in table.rows
        for place, column in list(enumerate(table.columns))[1:-1]
        if (cell := column.value(row)) not in (None, "")
    ]
    return tuple(cells)


def _explained(cell: object, column: Column) -> str:
    """A cell with what it means; that there is none needs no meaning."""
    return str(cell) if cell == t(NO_RESULT) else f"{cell}. {column.meaning}"


def _sectors(queries: Queries, filters: Filters) -> tuple[tuple[str, str, str, str], ...]:
    """The sectors with most commitments; of fewer than five assessed the counts alone."""
    rows = queries.answer([COMMITMENTS, METRICS["assessed"], RATE], filters, [SECTOR]).rows
    named = sorted((row for row in rows if row["sector"]), key=lambda row: -row["commitments"])
    return tuple(_sector(row, queries) for row in named[:SECTORS])


def _sector(row: Row, queries: Queries) -> tuple[str, str, str, str]:
    name = queries.vocabulary.label("sector", row["sector"])
    return name, number(row["commitments"]), number(row["assessed"]), spoken(RATE, row)


def _sources(
    queries: Queries, filters: Filters, spells: list[dict[str, object]]
) -> tuple[SourceLink, ...]:
    """Where standing and results were read, the newest first."""
    results = [row["latest_source"] for row in present(queries, filters).rows]
    plans = records(queries.run(question, filters, name="country/plans"))
    national = [row["source_url"] for row in reversed(plans) if row["level"] == "national"]
    links = source_links(*results, spells[-1]["source_url"] if spells else None, *national[:2])
    return tuple(link for link in links if link.url)[:SOURCES]
