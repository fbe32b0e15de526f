"""Nothing is lost without a word: what a file holds is what was taken and what was left out."""

import csv
import io
import zipfile

import openpyxl
import pytest

from analytics.exchange import file_account
from data import template
from data.importer import Loaded, load
from data.importer.layouts import ogp_columns as ogp
from data.raw import read_public_record
from tests.house.shipped import ROOT
from tests.unit.importer.made import as_csv, book, export, export_rows, filled, hidden, packed

SHARED = ROOT.parent / "shared" / "faults"
ENDINGS = (".csv", ".xlsx", ".zip")
FIXTURE = ROOT / "tests" / "fixtures" / "ogp_export.csv"
WITH_ASIDES = [
    *export_rows(f"{ogp.ID} | {ogp.END}\nA | soon\nB | 2020")[:2],
    [],
    *export_rows(f"{ogp.ID}\nB"),
    ["Total", "2"],
    ["* made up"],
]
FILES = {
    "export": FIXTURE.read_bytes(),
    "asides": as_csv(WITH_ASIDES),
    "hidden": hidden(
        {
            "commitments": [["commitment_id", "plan_id", "", "Mine"], ["A", "UKR-6", "x", "y"]],
            "Old": [["a"], ["b"]],
            "Notes": [["c"]],
        },
        "Old",
    ),
    "template": template.workbook(),
    "record": template.workbook(read_public_record()),
    "zip": packed({"a.csv": export(f"{ogp.ID}\nA"), "b.csv": export(f"{ogp.ID}\nB")}),
    **{
        path.name: path.read_bytes()
        for path in sorted(SHARED.glob("*.*"))
        if path.suffix in ENDINGS
    },
}


def loaded(name: str) -> Loaded | None:
    outcome = load(name, FILES[name])
    return outcome if isinstance(outcome, Loaded) else None


@pytest.mark.parametrize("name", FILES)
def test_what_was_seen_was_taken_or_left_out(name):
    outcome = loaded(name)
    for sheet in outcome.account if outcome else ():
        assert sheet.seen == sheet.taken + sum(left.count for left in sheet.left_out)


def rows_of(content: bytes) -> dict[str, int]:
    """The rows with anything in them, sheet by sheet, counted in another way."""
    if not content.startswith(b"PK"):
        return {"": _filled(_texts(content))}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        texts = [name for name in archive.namelist() if name.endswith((".csv", ".tsv"))]
        if texts:
            return {name.rpartition(".")[0]: _filled(_texts(archive.read(name))) for name in texts}
    sheets = openpyxl.load_workbook(io.BytesIO(content), data_only=False)
    return {sheet.title: _filled(sheet.iter_rows(values_only=True)) for sheet in sheets}


def _texts(content: bytes):
    text = content.decode("latin-1")
    return csv.reader(io.StringIO(text), delimiter=max(",;\t", key=text[:2000].count))


def _filled(rows) -> int:
    return sum(any(str(cell).strip() for cell in row if cell is not None) for row in rows)


@pytest.mark.parametrize(
    "name", [name for name in FILES if not name.startswith(("17", "19"))]
)  # a line that is no row, and names of parts this library does not read
def test_the_rows_seen_are_those_that_are_there(name):
    outcome = loaded(name)
    if not outcome:
        return
    there = rows_of(FILES[name])
    assert {sheet.sheet for sheet in outcome.account} == set(there)
    for sheet in outcome.account:
        header = 1 if sheet.holds else 0
        assert sheet.seen == there[sheet.sheet] - header


@pytest.mark.parametrize("name", FILES)
def test_what_was_taken_became_rows(name):
    outcome = loaded(name)
    taken = {"commitments": 0, "milestones": 0}
    for sheet in outcome.account if outcome else ():
        table = "commitments" if sheet.holds == "ogp_export" else sheet.holds
        if table in taken:
            taken[table] += sheet.taken
    if outcome:
        assert {table: outcome.raw[table].num_rows for table in taken} == taken


@pytest.mark.parametrize("name", FILES)
def test_every_column_is_used_or_not_used(name):
    outcome = loaded(name)
    for sheet in outcome.account if outcome else ():
        assert not set(sheet.used) & set(sheet.unused)
        assert not {code.casefold() for code in sheet.used} & set(sheet.missing)


def test_the_account_says_why_rows_were_left_out_and_where_they_stand():
    [sheet] = load("x.csv", FILES["asides"]).account
    assert (sheet.seen, sheet.taken) == (5, 2)
    assert {(left.why, left.rows) for left in sheet.left_out} == {
        ("the column names again", (4,)),
        ("a total", (6,)),
        ("a note below the table", (7,)),
    }
    assert "3 rows were left out" in file_account.summary((sheet,))


def test_columns_without_a_name_are_named_by_their_letter():
    account = load("x.xlsx", FILES["hidden"]).account
    assert [(one.sheet, one.taken, one.unused) for one in account] == [
        ("commitments", 1, ("Mine", "C")),
        ("Old", 0, ()),
        ("Notes", 0, ()),
    ]


def test_all_cells_left_out_are_there_to_take_away_however_many():
    rows = "\n".join(f"A{at} | soon" for at in range(10_050))
    outcome = load("x.csv", export(f"{ogp.ID} | {ogp.END}\n{rows}"))
    [[cells, count, first]] = file_account.cells_table(outcome.notes).to_numpy().tolist()
    assert (cells, count) == ("Dates left out", "10,050")
    assert first.startswith("Row 2, column “End Date”: soon; Row 3")


def test_the_account_leaves_as_a_file_that_runs_nowhere():
    outcome = load("x.xlsx", book({"commitments": [["commitment_id", "plan_id", "=1+1"],
                                                   ["A", "UKR-6", "x"]]}))  # fmt: skip
    text = file_account.to_csv(outcome.account).decode("utf-8-sig")
    assert "'=1+1" in text


def test_examples_of_the_template_are_told_among_the_rows_left_out():
    text = "commitment_id | plan_id\nEXAMPLE | UKR-6\nA | UKR-6"
    [sheet] = load("x.xlsx", filled(commitments=text)).account
    assert [(left.why, left.rows) for left in sheet.left_out] == [("the template's example", (2,))]
