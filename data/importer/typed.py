"""The values of our template's columns: read each by itself, or said to be wrong."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from data.columns import COUNTRIES, TABLES, Column, Kind
from data.findings import Findings, Problem
from data.importer.draft import Draft
from data.importer.languages import numbers
from data.importer.languages.countries import assumed_iso3, english_name
from data.importer.languages.dates import reading
from data.importer.languages.no_value import without_nobody
from data.importer.languages.readings import NOTHING, Reading
from data.importer.layouts.ogp_dates import Orders
from data.importer.layouts.values import Wrong, day, is_nothing, read
from data.importer.layouts.words import Nearest
from data.importer.readers.sheets import one_piece
from data.importer.tidying import CELL_ERRORS
from data.problems import CountryRead, MissingValue, NotADay, SeasonRead, TwoDays

_WITH_DECIMALS = {Kind.NUMBER, Kind.AMOUNT, Kind.FIGURE}


def values_read(table: str, draft: Draft, findings: Findings, nearest: Nearest) -> Draft:
    """Every value of a table as the raw tables hold it; what cannot be read becomes null."""
    if table == "indicators":
        _silent(draft, findings)
    columns = [column for column in TABLES[table] if column.name in draft.table.column_names]
    orders = _orders(draft, [column for column in columns if column.kind is Kind.DAY])
    for column in columns:
        reader = _Column(column, draft, findings, nearest, orders)
        draft = draft.with_column(column.name, reader.values())
    return draft


def _silent(draft: Draft, findings: Findings) -> None:
    """An indicator says what is, what was or what is aimed at."""
    rows = zip(*map(draft.values, ("value", "baseline", "target")), strict=True)
    for index, text in enumerate(rows):
        if not any(text):
            findings.add(MissingValue(**draft.at(index, "value")))


def _orders(draft: Draft, columns: Sequence[Column]) -> Orders:
    """How a sheet writes its dates: all of it is taken to be of one hand."""
    return Orders((None, text) for column in columns for text in draft.values(column.name))


class _Column:
    """One column in the making."""

    def __init__(
        self, column: Column, draft: Draft, findings: Findings, nearest: Nearest, orders: Orders
    ) -> None:
        self.column, self.draft, self.findings = column, draft, findings
        self.nearest, self.orders = nearest, orders
        self.notes: dict[str, tuple[type[Problem], str, str]] = {}
        self.decimals: frozenset[str] = frozenset()

    def values(self) -> pa.Array:
        given = one_piece(self.draft.table[self.column.name])
        encoded = given.dictionary_encode()
        texts = encoded.dictionary.to_pylist()
        if self.column.kind in _WITH_DECIMALS:
            self.decimals = numbers.decimals(texts)
        read_texts = pa.array([self._value(text) for text in texts], pa.string())
        self._report(given)
        values = read_texts.take(encoded.indices)
        if self.column.needed:
            lacking = pc.and_(values.is_null(), pc.invert(self._noted(given)))
            for index in pc.indices_nonzero(lacking).to_pylist():
                self.findings.add(MissingValue(**self.draft.at(index, self.column.name)))
        return values

    def _value(self, text: str) -> str | None:
        if text in CELL_ERRORS or is_nothing(self.column, text):
            return None
        try:
            if self.column.kind is Kind.DAY:
                return self._day(text)
            if self.column.kind in COUNTRIES and (meant := assumed_iso3(text)):
                self.notes[text] = (CountryRead, english_name(meant), "")
                return meant
            value = read(self.column, text, self.nearest, self.decimals)
        except Wrong as why:
            self.notes[text] = (why.kind, why.other, why.choices)
            return None
        if self.column.institution:
            return without_nobody(value)
        return value

    def _day(self, text: str) -> str:
        """A day in our own form, else in any that can be read one way only."""
        try:
            return day(text)
        except Wrong:
            meant = reading(text)
            if meant is NOTHING:
                raise
        if meant.undecided:
            value = self.orders.settled(None, meant)
            if not value:
                raise Wrong(TwoDays)
            return value
        value = _within(meant, self.column.span)
        if meant.inferred:
            self.notes[text] = (SeasonRead, value, "")
        return value

    def _report(self, given: pa.Array) -> None:
        wanted = pa.array(list(self.notes), pa.string())
        if self.notes:
            for index in pc.indices_nonzero(pc.is_in(given, value_set=wanted)).to_pylist():
                place = self.draft.at(index, self.column.name)
                kind, other, choices = self.notes[place["value"]]
                self.findings.add(kind(**place, other=other, choices=choices))

    def _noted(self, given: pa.Array) -> pa.Array:
        """Where it has been said already what is wrong."""
        wrong = [text for text, (kind, _, _) in self.notes.items() if kind.keeps_out]
        wrong += CELL_ERRORS
        return pc.is_in(given, value_set=pa.array(wrong, pa.string()))


def _within(meant: Reading, span: str) -> str:
    """The day of a span: its start, its end, or what holds all of it."""
    if span == "start" or meant.start == meant.end:
        return meant.start
    if span == "end":
        return meant.end
    if meant.start[:4] != meant.end[:4]:
        raise Wrong(NotADay)
    return meant.start[:4]
