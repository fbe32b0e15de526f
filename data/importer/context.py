"""What a file leaves out and the monitor needs: taken from the public record, and said so.

The six partner countries always stand, with their participation, so that Belarus and Azerbaijan
keep their state whatever is loaded.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pyarrow as pa

from data.columns import COUNTRIES, TABLES, of_kind, sheet_name
from data.findings import Findings
from data.importer.draft import Draft, Drafts
from data.importer.languages.countries import english_name
from data.importer.layouts.ogp_columns import POLICY_AREAS
from data.importer.layouts.words import PARTNERS, WHOLE_REGION
from data.problems import BeyondTheSix, FromPublicRecord, NewPolicyArea
from data.raw import SCHEMAS, RawTables, whole, whole_public_record
from i18n import number

# Facts about the countries and the programme, not about commitments: never missing from a page.
_CONTEXT = (
    *("participation", "policy_areas", "events", "objectives_results", "programme_milestones"),
    *("forums", "grants", "indicators", "places"),
)


def with_context(drafts: Drafts, names: Mapping[str, str], findings: Findings) -> Drafts:
    """All raw tables: the file's, and what it leaves out. `names`: countries as the file writes."""
    record = whole_public_record()
    full = {table: drafts.get(table) or Draft(record[table].slice(0, 0)) for table in TABLES}
    taken = [table for table in _CONTEXT if table not in drafts]
    full |= {table: Draft(record[table]) for table in taken}
    full["action_plans"] = _plans(full, record)
    full["commitments"] = _commitments(full)
    full["policy_areas"], full["commitments"] = _policy_areas(full, findings)
    full["countries"] = _countries(full, record, names)
    _say_beyond(full["commitments"], findings)
    if taken:
        findings.add(FromPublicRecord(value=", ".join(map(sheet_name, taken))))
    return full


def _plans(full: Drafts, record: RawTables) -> Draft:
    """A plan the file names without describing it is the public record's plan of that id."""
    plans = full["action_plans"]
    own_plans = set(plans.values("plan_id"))
    wanted = {
        plan for table in ("commitments", "plan_results") for plan in full[table].values("plan_id")
    }
    on_record = record["action_plans"].to_pylist()
    return with_rows(
        plans, [r for r in on_record if r["plan_id"] in wanted - own_plans], "action_plans"
    )


def _commitments(full: Drafts) -> Draft:
    """A commitment without a country or jurisdiction has its plan's."""
    plans, commitments = full["action_plans"], full["commitments"]
    for column in ("country", "jurisdiction"):
        of_plan = dict(zip(plans.values("plan_id"), plans.values(column), strict=True))
        pairs = zip(commitments.values(column), commitments.values("plan_id"), strict=True)
        commitments = commitments.with_column(column, [own or of_plan.get(p) for own, p in pairs])
    return commitments


def _policy_areas(full: Drafts, findings: Findings) -> tuple[Draft, Draft]:
    """Every tag in use has its area, theme and sector; a tag not known is filed under “other”."""
    commitments, areas = full["commitments"], full["policy_areas"]
    by_name = {tag.casefold(): tag for tag in areas.values("tag") if tag}
    added: list[Mapping[str, str]] = []
    spelled: dict[str | None, str | None] = {None: None}
    for index, cell in enumerate(commitments.values("policy_areas")):
        if cell in spelled:
            continue
        tags = [" ".join(tag.split()) for tag in (cell or "").split(";")]
        for tag in tags:
            if tag and tag.casefold() not in by_name:
                by_name[tag.casefold()] = tag
                added.append(POLICY_AREAS.get(tag) or _new_area(tag))
                if tag not in POLICY_AREAS:
                    place = {**commitments.at(index, "policy_areas"), "value": tag}
                    sheet = sheet_name("policy_areas") if place["column"] else ""
                    findings.add(NewPolicyArea(**place, choices=sheet))
        spelled[cell] = "; ".join(dict.fromkeys(by_name[t.casefold()] for t in tags if t)) or None
    texts = [spelled[cell] for cell in commitments.values("policy_areas")]
    return with_rows(areas, added, "policy_areas"), commitments.with_column("policy_areas", texts)


def _new_area(tag: str) -> dict[str, str]:
    return {"tag": tag, "policy_area": tag, "theme": "Cross-cutting", "sector": "other"}


def _countries(full: Drafts, record: RawTables, names: Mapping[str, str]) -> Draft:
    countries = full["countries"]
    own_countries = set(countries.values("country"))
    rows = [row for row in record["countries"].to_pylist() if row["country"] not in own_countries]
    own_countries |= {row["country"] for row in rows}
    for country in sorted(_countries_used(full) - own_countries - {WHOLE_REGION}):
        name = names.get(country) or english_name(country)
        rows.append({"country": country, "name_en": name})
    return with_rows(countries, rows, "countries")


def _say_beyond(commitments: Draft, findings: Findings) -> None:
    """Pages show the six unless asked for more; where a file has none of the six, they show all."""
    stated = [country for country in commitments.values("country") if country]
    beyond = sum(country not in PARTNERS for country in stated)
    if 0 < beyond < len(stated):
        findings.add(BeyondTheSix(count=beyond, other=number(len(stated))))


def _countries_used(full: Drafts) -> set[str]:
    columns = (full[table].values(name) for table, name in of_kind(*COUNTRIES))
    return {value for values in columns for value in values if value}


def with_rows(draft: Draft, rows: Iterable[Mapping[str, str | None]], table: str) -> Draft:
    """The draft with these rows below its own; they stand in no row of the file."""
    more = pa.Table.from_pylist(list(rows), SCHEMAS[table])
    return replace(draft, table=pa.concat_tables([whole(table, draft.table), more]))
