"""The template: what goes out comes back unchanged, from our hands and from LibreOffice's."""

import csv
import io
import shutil
import subprocess
import zipfile
from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import template
from data.columns import MAIN, SHEETS, TABLES, sheet_name
from data.importer import EXAMPLE, load
from data.raw import RAW, completed, read_public_record
from tests.unit.importer.made import changed, codes, filled, notes, parts_of

RECORD = completed(read_public_record())
TODAY = date(2026, 11, 23)
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def same(one, other) -> list[str]:
    """The tables in which the two differ."""
    return [name for name in RAW if not one[name].equals(other[name])]


def test_every_raw_table_has_its_sheet_and_every_column_its_place():
    assert {name: tuple(c.name for c in columns) for name, columns in TABLES.items()} == dict(RAW)


@pytest.mark.parametrize("form", [template.workbook, template.zipped])
def test_the_public_record_comes_back_as_it_went_out(form):
    outcome = load("record", form(RECORD))
    assert codes(outcome) == set()
    assert same(outcome.raw, RECORD) == []


@pytest.mark.parametrize("form", [template.workbook, template.zipped])
def test_the_empty_template_holds_an_example_a_sheet_that_never_loads(form):
    assert codes(load("empty", form())) == {"no-rows"}


def test_the_examples_are_right_when_their_mark_is_taken_away():
    tables = {}
    with zipfile.ZipFile(io.BytesIO(template.zipped())) as archive:
        for name in archive.namelist():
            head, row = csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig")))
            assert row[0] == EXAMPLE
            table = SHEETS[name.removesuffix(".csv")]
            ours = dict.fromkeys(("commitments", "assessments", "due_date_revisions"), "UA0105")
            ours |= {"indicators": "UKR", "compiled": "2026-11-01"}
            row[0] = ours.get(table, "MINE-1")
            tables[table] = " | ".join(head) + "\n" + " | ".join(row)
    outcome = load("x.xlsx", filled(**tables), today=TODAY)
    assert codes(outcome) == set()
    assert outcome.raw["milestones"].num_rows == 1


def test_the_sheets_stand_in_their_order_with_the_codebook_last():
    workbook = parts_of(template.workbook())["xl/workbook.xml"].decode()
    names = [part.split('"')[0] for part in workbook.split('<sheet name="')[1:]]
    assert names == [*map(sheet_name, MAIN), "codebook"]


@pytest.mark.parametrize(
    ("sheet", "offered"),
    [
        (2, '"worsened,did not change,marginal,'),
        (2, '"yes,no"'),
        (4, '"not started,limited,substantial,complete,withdrawn,no evidence,unclear"'),
        (4, "commitments!$A$2:"),
        (2, "plans!$A$2:"),
    ],
)
def test_columns_with_known_words_offer_them(sheet, offered):
    text = parts_of(template.workbook())[f"xl/worksheets/sheet{sheet}.xml"].decode()
    assert offered.replace('"', "&quot;") in text or offered in text


def test_the_header_stays_in_sight():
    assert b'state="frozen"' in parts_of(template.workbook())["xl/worksheets/sheet1.xml"]


def test_a_text_too_long_for_a_cell_is_not_cut_off_in_silence():
    raw = {"commitments": pa.table({"commitment_id": ["X1"], "label": ["x" * 40_000]})}
    with pytest.raises(ValueError, match="40,000"):
        template.workbook(raw)


def test_more_rows_than_a_sheet_has_are_refused(monkeypatch):
    monkeypatch.setattr(template, "LAST_ROW", 2)
    raw = {"commitments": pa.table({"commitment_id": ["X1", "X2"]})}
    with pytest.raises(ValueError, match="zipped"):
        template.workbook(raw)


def test_nothing_in_the_csv_form_runs_as_a_formula():
    raw = {**RECORD, "grants": grants_with("=cmd|'/c calc'!A1")}
    with zipfile.ZipFile(io.BytesIO(template.zipped(raw))) as archive:
        text = archive.read("grants.csv").decode("utf-8-sig")
    assert "\n'=cmd" in text.replace('"', "")


def grants_with(*grantees: str) -> pa.Table:
    given = {
        "grantee": [*grantees],
        "country": ["UKR"] * len(grantees),
        "kind": ["x"] * len(grantees),
    }
    columns = {name: given.get(name, [None] * len(grantees)) for name in RAW["grants"]}
    return pa.table({name: pa.array(column, pa.string()) for name, column in columns.items()})


# Small beside the record, so that many can be tried.
ONE = {name: RECORD[name].slice(0, 1) for name in ("commitments", "action_plans", "countries")}

# Any text an importer may have let in: no invisible characters, no blanks around it, not empty.
texts = (
    st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co")), min_size=1)
    .map(str.strip)
    .filter(lambda text: text and text != EXAMPLE and not text.startswith("#"))
)


# A file takes longer to write and read than its rows do: few files of many rows.
MANY = {"min_size": 20, "max_size": 40}


@pytest.mark.parametrize("form", [template.workbook, template.zipped])
@settings(max_examples=25)
@given(
    st.lists(
        texts | st.sampled_from(["=1+1", "'=1", "_x000D_", "007", "1e5", "a\nb", '"', "-5"]),
        **MANY,
    )
)
def test_any_text_survives_the_round_trip(form, names):
    raw = {**ONE, "grants": grants_with(*names)}
    outcome = load("x", form(raw))
    assert codes(outcome) == set()
    assert outcome.raw["grants"].equals(raw["grants"])


numbers = st.from_regex(r"-?(0|[1-9][0-9]{0,6})(\.[0-9]{1,6})?", fullmatch=True)


@settings(max_examples=25)
@given(st.lists(numbers, **MANY))
def test_any_number_survives_as_it_was_written(values):
    rows = len(values)
    given_columns = {
        "country": ["UKR"] * rows,
        "indicator": ["i"] * rows,
        "unit": ["u"] * rows,
        "value": values,
        "target": values,
    }
    columns = {name: given_columns.get(name, [None] * rows) for name in RAW["indicators"]}
    table = pa.table({name: pa.array(column, pa.string()) for name, column in columns.items()})
    outcome = load("x", template.workbook({**ONE, "indicators": table}))
    assert outcome.raw["indicators"].equals(table)


def test_a_single_csv_of_commitments_is_enough():
    outcome = load("x.csv", b"commitment_id;plan_id;label\nX1;UKR-6;A promise\n")
    assert codes(outcome) == set()
    [row] = outcome.raw["commitments"].to_pylist()
    assert (row["country"], row["jurisdiction"]) == ("UKR", "Ukraine")
    assert [plan["period"] for plan in outcome.raw["action_plans"].to_pylist()] == ["2023-2025"]


def test_what_a_file_leaves_out_is_taken_from_the_public_record_and_named():
    outcome = load("x.csv", b"commitment_id,plan_id\nX1,UKR-6\n")
    assert outcome.raw["events"].equals(RECORD["events"])
    [note] = [note for note in outcome.notes if note.code == "from-public-record"]
    assert "events" in note.what()


def test_an_empty_sheet_of_grants_means_no_grants():
    content = template.workbook({**RECORD, "grants": RECORD["grants"].slice(0, 0)})
    assert load("x", content).raw["grants"].num_rows == 0


def test_people_write_yes_and_countries_their_own_way():
    table = """
        commitment_id | plan_id | country | verifiable | completion_date
        X1            | UKR-6   | Україна | TRUE       | 31.12.2025
    """
    [row] = load("x", filled(commitments=table), today=TODAY).raw["commitments"].to_pylist()
    assert (row["country"], row["verifiable"], row["completion_date"]) == (
        "UKR",
        "yes",
        "2025-12-31",
    )


def test_a_new_policy_area_is_filed_under_other_and_reported():
    table = "commitment_id | plan_id | policy_areas\nX1 | UKR-6 | open data; Space Travel"
    outcome = load("x", filled(commitments=table))
    assert outcome.raw["commitments"]["policy_areas"].to_pylist() == ["Open Data; Space Travel"]
    assert "new-policy-area" in notes(outcome)


def through_office(content: bytes, folder) -> bytes:
    """Opened and saved anew by LibreOffice, as a colleague without Excel would."""
    (folder / "in.xlsx").write_bytes(content)
    command = [
        *(OFFICE, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
        *("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder / "out"),
        folder / "in.xlsx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    return (folder / "out" / "in.xlsx").read_bytes()


needs_office = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is not here; apt-get install libreoffice-calc brings it."
)


@needs_office
def test_libreoffice_saves_the_filled_template_without_losing_anything(tmp_path):
    outcome = load("x.xlsx", through_office(template.workbook(RECORD), tmp_path))
    assert codes(outcome) == set()
    assert same(outcome.raw, RECORD) == []


@needs_office
def test_libreoffice_saves_the_empty_template_with_its_lists(tmp_path):
    content = through_office(template.workbook(), tmp_path)
    assert codes(load("x.xlsx", content)) == {"no-rows"}
    assert b"dataValidation" in parts_of(content)["xl/worksheets/sheet2.xml"]


def test_a_cell_edited_in_a_spreadsheet_comes_back_changed_and_nothing_else():
    content = template.workbook(RECORD)
    label = RECORD["commitments"]["label"][0].as_py()
    edited = changed(content, "xl/sharedStrings.xml", label.encode(), b"Edited by hand")
    outcome = load("x.xlsx", edited)
    assert same(outcome.raw, RECORD) == ["commitments"]
    assert outcome.raw["commitments"]["label"][0].as_py() == "Edited by hand"
