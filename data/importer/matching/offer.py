"""What a file that does not fit has to offer: its sheets, their columns, what stands in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from data.columns import Column, Kind
from data.findings import Findings, shortened
from data.importer.languages.countries import country_names
from data.importer.layouts import ogp_columns as ogp
from data.importer.layouts.headers import ENOUGH, OGP_NAMES, UNUSED, areas, header_of
from data.importer.matching import guesses
from data.importer.matching.mapping import EXPORT, TABLE, Matching, targets
from data.importer.opening import sources
from data.importer.readers.limits import UPLOAD, Limits
from data.importer.readers.plain import normal
from data.importer.readers.sheets import Refusal, Source, head
from data.raw import read_public_record

SAMPLES = 3
"""Values of a column that are shown beside its name."""
MEANINGS = 40
"""Different words of one column that a reader is asked to match to ours."""
_LOOKED_AT = 20_000  # rows within which the words of a column are looked for
_GUESSED_BY = 20
_CODED = (Kind.WORD, Kind.COUNTRY, Kind.PLAN)


@dataclass(frozen=True)
class SheetOffer:
    """A sheet with its row of column names."""

    source: Source
    header: int
    columns: tuple[str, ...]
    limits: Limits

    @property
    def name(self) -> str:
        return self.source.name

    @cached_property
    def layout(self) -> str:
        """OGP's export if it nearly is it, else one table of commitments."""
        met = {*map(normal, self.columns)} & OGP_NAMES.keys()
        return EXPORT if len(met) >= ENOUGH else TABLE

    @property
    def targets(self) -> Sequence[Column]:
        return targets(self.layout)

    @cached_property
    def samples(self) -> Mapping[str, tuple[str, ...]]:
        """Each column with the first of what stands in it."""
        return {name: self._distinct(name, _GUESSED_BY, self.limits.head) for name in self.columns}

    @cached_property
    def guessed(self) -> Mapping[str, str]:
        """Ours → the column of the sheet that comes nearest to it."""
        taken = UNUSED | areas().keys() if self.layout == EXPORT else frozenset()
        free = {name: values for name, values in self.samples.items() if normal(name) not in taken}
        return guesses.best(self.targets, free)

    def words(self, column: Column, theirs: str) -> tuple[str, ...]:
        """What stands in a column and is none of our words, as far as it can be asked of people."""
        if column.kind not in _CODED or (column.kind is Kind.WORD and not column.words):
            return ()
        texts = self._distinct(theirs, MEANINGS, _LOOKED_AT)
        return tuple(text for text in texts if not guesses.is_read(column, text))

    def _distinct(self, name: str, most: int, rows: int) -> tuple[str, ...]:
        at = self._places[name]
        texts: dict[str, None] = {}
        below = (cells for number, cells in self.source.rows() if number > self.header)
        for cells in islice(below, rows):
            text = cells[at].strip() if at < len(cells) else ""
            if text and len(text) <= 2_000:
                texts[text] = None
            if len(texts) >= most:
                break
        return tuple(texts)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        row = next((cells for number, cells in self.source.rows() if number == self.header), [])
        return {cell.strip(): at for at, cell in reversed([*enumerate(row)]) if cell.strip()}


def offered(name: str, content: bytes, limits: Limits = UPLOAD) -> tuple[SheetOffer, ...]:
    """The sheets of a file that have columns with names; none where it is no table at all."""
    try:
        read = sources(name, content, limits, Findings())
        sheets = [_sheet(source, limits) for source in read if not source.hidden]
    except Refusal:
        return ()
    return tuple(sheet for sheet in sheets if sheet.columns)


@lru_cache
def known_plans() -> Mapping[str, str]:
    """The plans of the public record a file's rows may belong to, newest first in each place."""
    rows = read_public_record()["action_plans"].to_pylist()
    rows.sort(key=lambda row: (row["jurisdiction"], row["period"]), reverse=True)
    rows.sort(key=lambda row: (row["country"], row["level"] != "national", row["jurisdiction"]))
    return {row["plan_id"]: f"{row['jurisdiction']} {row['period']}" for row in rows}


def choices(column: Column) -> Sequence[str]:
    """The words of ours that a file's own may mean."""
    if column.kind is Kind.PLAN:
        return tuple(known_plans())
    return country_names() if column.kind is Kind.COUNTRY else column.words


def may_be_fixed(column: Column) -> bool:
    """Whether one value may hold for every row of a file that has no such column."""
    return column.name in _FIXABLE


_FIXABLE = {
    *("plan_id", "country", "period", "stage", "source_kind", "report_year", "observed_date"),
    *("lead_institution", ogp.PLACE, ogp.PLAN_NUMBER, ogp.FIRST_YEAR, ogp.LAST_YEAR),
}


def made(
    sheet: SheetOffer,
    columns: Mapping[str, str],
    fixed: Mapping[str, str],
    meanings: Mapping[str, Mapping[str, str]],
) -> Matching:
    """The matching a reader chose. An export that rates plans once has no data for the other."""
    same = dict(fixed)
    if sheet.layout == EXPORT:
        same |= {name: "ND" for name in (ogp.MID_TERM, ogp.FINAL) if name not in columns}
    same = {name: value for name, value in same.items() if value and name not in columns}
    return Matching(
        layout="ogp_export" if sheet.layout == EXPORT else "table",
        sheet=sheet.name,
        columns=dict(columns),
        fixed=same,
        words={name: dict(meant) for name, meant in meanings.items() if meant},
    )


def samples_line(values: Sequence[str]) -> str:
    """Some of what stands in a column, on one line."""
    return ", ".join(shortened(value, 30) for value in values[:SAMPLES])


def _sheet(source: Source, limits: Limits) -> SheetOffer:
    number, cells = header_of(head(source, limits))
    names = dict.fromkeys(cell.strip() for cell in cells if cell.strip() and len(cell) <= 2_000)
    return SheetOffer(source, number, tuple(names), limits)
