"""From a sheet of OGP's export to raw tables: commitments, plans and the IRM's ratings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from data.columns import Kind
from data.findings import Problem
from data.importer.draft import Draft, Drafts
from data.importer.languages.countries import assumed_iso3, country_names, distinctive
from data.importer.languages.no_value import without_nobody
from data.importer.layouts import ogp_columns as ogp
from data.importer.layouts.ogp_cells import ExportCells, Texts, mapped
from data.importer.layouts.ogp_dates import days_of
from data.importer.layouts.ogp_places import Place, place_of
from data.importer.layouts.words import YES_NO
from data.importer.readers.cells import written
from data.importer.readers.sheets import Places, Sheet, one_piece
from data.problems import (
    CountryRead,
    LinkLeftOut,
    MissingValue,
    NotAPeriod,
    PeriodsDiffer,
    UnknownCountry,
)
from data.raw import SCHEMAS

EVIDENCE = "OGP database export"

_LONG_DECIMAL = re.compile(r"-?[0-9]{1,9}\.[0-9]{9,}")
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_TAGGED = pa.array(["1", "1.0", "yes"])


@dataclass(frozen=True, slots=True)
class Export:
    """The export's sheet. `areas` names the columns of policy areas: header → tag."""

    cells: ExportCells
    areas: Mapping[str, str]

    @property
    def sheet(self) -> Sheet:
        return self.cells.sheet

    def drafts(self) -> tuple[Drafts, dict[str, str]]:
        """The raw tables in the making, and the names of the countries as OGP writes them."""
        places = self._places()
        plan_ids, plans = self._plans(places)
        commitments = self._commitments(places, plan_ids)
        drafts = {
            "commitments": Draft(pa.table(commitments), self.sheet.places, _HEADERS),
            "action_plans": plans,
            "assessments": self._assessments(commitments),
        }
        return drafts, {place.country: place.country_name for place in places if place}

    def _places(self) -> list[Place | None]:
        names = self.cells.texts(ogp.PLACE).to_pylist()
        codes = self.cells.texts(ogp.PLACE_CODE).to_pylist()
        levels = self.cells.words(ogp.LEVEL, ogp.LEVELS).to_pylist()
        by_key: dict[tuple[str | None, ...], Place | None] = {}
        assumed: dict[tuple[str | None, ...], str] = {}
        places = []
        for index, key in enumerate(zip(names, codes, levels, strict=True)):
            if key not in by_key:
                by_key[key] = place_of(key[0] or "", key[1] or "", key[2])
            place = by_key[key]
            if place is None and (meant := assumed_iso3(key[0] or "")):
                place = by_key[key] = place_of(meant, "", key[2])
                assumed[key] = place.country_name if place else ""
            if key in assumed:
                self.cells.report(CountryRead, index, ogp.PLACE, key[0] or "", assumed[key])
            if place is None:
                kind: type[Problem] = UnknownCountry if key[0] else MissingValue
                near = key[0] and self.cells.nearest.to(key[0], country_names(), distinctive)
                self.cells.report(kind, index, ogp.PLACE, key[0] or "", near or "")
            places.append(place)
        return places

    def _plans(self, places: Sequence[Place | None]) -> tuple[Texts, Draft]:
        number = self.cells.read(ogp.PLAN_NUMBER, Kind.COUNT)
        first = self.cells.read(ogp.FIRST_YEAR, Kind.YEAR)
        last = self.cells.read(ogp.LAST_YEAR, Kind.YEAR)
        ids: Texts = []
        rows: dict[str, dict[str, str | None]] = {}
        stated: dict[str, set[tuple[str, str]]] = {}
        for index, (place, n, start, end) in enumerate(
            zip(places, number, first, last, strict=True)
        ):
            if not (place and n and start and end):
                ids.append(None)
                continue
            if end < start:
                self.cells.report(NotAPeriod, index, ogp.LAST_YEAR, f"{start}-{end}")
                ids.append(None)
                continue
            plan = place.plan_id(n)
            ids.append(plan)
            stated.setdefault(plan, set()).add((start, end))
            rows.setdefault(plan, place.plan_row(n))
        for plan, years in stated.items():
            start, end = min(s for s, _ in years), max(e for _, e in years)
            rows[plan]["period"] = start if start == end else f"{start}-{end}"
            if len(years) > 1:
                note = PeriodsDiffer(value=plan, other=rows[plan]["period"] or "")
                self.cells.findings.add(note)
        return ids, Draft(pa.Table.from_pylist(list(rows.values()), SCHEMAS["action_plans"]))

    def _commitments(self, places: Sequence[Place | None], plan_ids: Texts) -> dict[str, pa.Array]:
        rows = self.sheet.table.num_rows
        start, due = days_of(self.cells, places, plan_ids)
        ambition, high = self._ambition()
        identifiers = pa.array(self.cells.read(ogp.ID, Kind.KEY), pa.string())
        before = self.cells.words(ogp.RESULTS_BEFORE, ogp.RESULT_WORDS)
        titles = pc.coalesce(self.cells.texts(ogp.SHORT_TITLE), self.cells.texts(ogp.TITLE))
        return {
            "commitment_id": identifiers,
            "plan_id": pa.array(plan_ids, pa.string()),
            "country": pa.array([place and place.country for place in places], pa.string()),
            "jurisdiction": pa.array([p and p.jurisdiction for p in places], pa.string()),
            "commitment_number": mapped(self.cells.texts(ogp.NUMBER), _short_number),
            "label": mapped(titles, _one_line),
            "description": self.cells.texts(ogp.FULL_TEXT),
            "lead_institution": self._institutions(ogp.LEAD),
            "supporting_institutions": self._institutions(ogp.SUPPORT),
            "policy_areas": self._policy_areas(),
            "start_date": pa.array(start, pa.string()),
            "end_date": pa.array(due, pa.string()),
            "verifiable": self.cells.words(ogp.VERIFIABLE, YES_NO),
            "relevant": self.cells.words(ogp.RELEVANT, YES_NO),
            "ambition": ambition,
            "high_ambition": high,
            "early_results": pc.coalesce(self.cells.words(ogp.RESULTS, ogp.RESULT_WORDS), before),
            "carried_forward": self.cells.words(ogp.CARRIED, YES_NO),
            "evidence": pa.array([EVIDENCE] * rows, pa.string()),
            "source_url": self._links(),
            "id_basis": pa.array(["stated"] * rows, pa.string()),
        }

    def _institutions(self, header: str) -> pa.Array:
        return mapped(self.cells.texts(header), lambda text: without_nobody(_one_line(text)))

    def _assessments(self, commitments: Mapping[str, pa.Array]) -> Draft:
        """The progress report is a mid-term look, the end-of-term report a final one."""
        tables, places = [], Places()
        for stage, header, year in (
            ("mid-term", ogp.MID_TERM, ogp.MID_TERM_YEAR),
            ("final", ogp.FINAL, ogp.FINAL_YEAR),
        ):
            rating = self.cells.words(header, ogp.RATINGS)
            rated = rating.is_valid()
            count = pc.sum(rated).as_py() or 0
            columns = {
                "commitment_id": commitments["commitment_id"].filter(rated),
                "stage": pa.array([stage] * count, pa.string()),
                "source_kind": pa.array(["IRM"] * count, pa.string()),
                "report_year": mapped(self.cells.texts(year), _year_or_none).filter(rated),
                "completion": rating.filter(rated),
                "source_url": commitments["source_url"].filter(rated),
            }
            tables.append(pa.table(columns))
            places = places.before(self.sheet.places.taken(pc.indices_nonzero(rated).to_pylist()))
        headers = {"commitment_id": ogp.ID, "completion": ogp.FINAL, "observed_date": ""}
        return Draft(pa.concat_tables(tables).combine_chunks(), places, headers)

    def _ambition(self) -> tuple[pa.Array, pa.Array]:
        """The IRM's word, the newer scale before the older one, and whether it is high."""
        for header in (ogp.POTENTIAL, ogp.IMPACT):
            self.cells.words(header, ogp.AMBITIONS)  # says which words are not known
        coded = pc.utf8_lower(
            pc.coalesce(self.cells.texts(ogp.POTENTIAL), self.cells.texts(ogp.IMPACT))
        )
        return coded, mapped(coded, ogp.AMBITIONS.get)

    def _policy_areas(self) -> pa.Array:
        tags: list[list[str]] = [[] for _ in self.sheet.places.rows]
        for header, tag in self.areas.items():
            tagged = pc.is_in(one_piece(self.sheet.table[header]), value_set=_TAGGED)
            for index in pc.indices_nonzero(tagged).to_pylist():
                tags[index].append(tag)
        return pa.array(["; ".join(row) or None for row in tags], pa.string())

    def _links(self) -> pa.Array:
        given = self.cells.texts(ogp.URL)
        links = mapped(given, lambda text: text if _LINK.fullmatch(text) else None)
        lost = pc.and_(given.is_valid(), links.is_null())
        for index in pc.indices_nonzero(lost).to_pylist():
            self.cells.report(LinkLeftOut, index, ogp.URL, given[index].as_py())
        return links


_HEADERS = {
    "commitment_id": ogp.ID,
    "plan_id": ogp.PLAN_NUMBER,
    "country": ogp.PLACE,
    "start_date": ogp.START,
    "end_date": ogp.END,
    "policy_areas": "",  # a column each
}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _short_number(text: str) -> str:
    """5.0999999999999996 is what a spreadsheet makes of 5.1."""
    return written(float(text)) if _LONG_DECIMAL.fullmatch(text) else text


def _year_or_none(text: str) -> str | None:
    return text if re.fullmatch(r"(?:19|20)[0-9]{2}", text) else None
