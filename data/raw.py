"""The raw tables a dataset is built from: names and columns, every value text or null.

The public record's CSV files and every importer meet here: whatever can fill these tables
can fill the whole monitor.
"""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

_COLUMNS = {
    "countries": (
        "country name_en name_uk name_own capital capital_lat capital_lon ogp_join_year source_url"
    ),
    "participation": "country status from_date to_date note source_url",
    "action_plans": (
        "plan_id country jurisdiction level plan_number period start_date end_date"
        " commitments_stated note source_url"
    ),
    "plan_results": (
        "plan_id stage source_kind commitments complete substantial limited not_started high"
        " starred major_or_outstanding source_url note"
    ),
    "policy_areas": "tag policy_area theme sector",
    "commitments": (
        "commitment_id plan_id country jurisdiction commitment_number label description"
        " lead_institution supporting_institutions policy_areas start_date end_date"
        " completion_date verifiable relevant ambition high_ambition early_results"
        " carried_forward carried_into evidence source_url id_basis"
    ),
    "assessments": (
        "commitment_id stage source_kind report_year observed_date completion finding source_title"
        " source_page source_url note"
    ),
    "milestones": "milestone_id commitment_id label due_date done_date source_url",
    "due_date_revisions": "commitment_id revised_on new_due_date reason revised_by",
    "events": "country date event source_url",
    "objectives_results": "level number label source_url",
    "programme_milestones": "date country kind label source_url",
    "forums": "country name established members notes source_url",
    "grants": (
        "grantee country kind topic sector funder amount_eur paid_eur paid_until start end"
        " place lat lon linked_commitment source_url"
    ),
    "indicators": (
        "country year indicator unit value baseline baseline_year target result period_start"
        " period_end source_url"
    ),
    "places": "place country lat lon source_url",
    "compiled": "compiled_on note",
}

RAW: Mapping[str, tuple[str, ...]] = {name: tuple(c.split()) for name, c in _COLUMNS.items()}
SCHEMAS = {name: pa.schema(dict.fromkeys(names, pa.string())) for name, names in RAW.items()}

MADE_UP = "made up"
"""What stands in `id_basis` of a commitment nobody made. One of them makes its dataset made up."""

PUBLIC_RECORD = Path(__file__).parent / "public_record"

RawTables = Mapping[str, pa.Table]


def read_public_record(folder: Path = PUBLIC_RECORD) -> dict[str, pa.Table]:
    """Read the shipped facts. Tables without a file are left out (the record has none)."""
    files = {
        path.stem
        if path.parent == folder or path.stem != "milestones"
        else "programme_milestones": path
        for path in sorted(folder.rglob("*.csv"))
    }
    return {name: _read(name, path) for name, path in files.items()}


def _read(name: str, path: Path) -> pa.Table:
    return csv.read_csv(
        path,
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types=SCHEMAS.get(name),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
        ),
    )


def completed(raw: RawTables) -> dict[str, pa.Table]:
    """Every raw table with every column as text, absent ones empty; unknown names are refused."""
    if unknown := sorted(set(raw) - set(RAW)):
        raise KeyError(f"No such raw table: {', '.join(unknown)}. Tables are {', '.join(RAW)}.")
    return {name: whole(name, raw.get(name)) for name in RAW}


def holds_made_up(tables: RawTables) -> bool:
    """A made-up commitment keeps its mark in every file it travels in, and marks its dataset."""
    return bool(pc.any(pc.equal(tables["commitments"]["id_basis"], MADE_UP)).as_py())


def whole(name: str, table: pa.Table | None) -> pa.Table:
    """A raw table with all its columns as text, null where it has none of that name."""
    given = SCHEMAS[name].empty_table() if table is None else table
    nothing = pa.nulls(given.num_rows, pa.string())
    return pa.table(
        {
            column: given[column].cast(pa.string()) if column in given.column_names else nothing
            for column in RAW[name]
        }
    )
