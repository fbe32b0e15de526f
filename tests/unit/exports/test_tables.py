"""What a cell becomes on its way out, and that every kind of file reads back as the same text."""

import csv
import io
import zipfile
from datetime import date, datetime
from itertools import zip_longest

import numpy as np
import pandas as pd
import pytest
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st

from exports.files.csvs import write_csv
from exports.files.files import table_file
from exports.paper.table import Sheet, canonical, digest, plain
from exports.verify.reading import read
from tests.unit.exports import made


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, None),
        (float("nan"), None),
        (pd.NaT, None),
        (pd.NA, None),
        (np.int64(7), 7),
        (np.bool_(True), True),
        (pd.Timestamp("2020-02-29"), date(2020, 2, 29)),
        (datetime(2020, 2, 29, 12), "2020-02-29 12:00:00"),
        (["justice", "business"], "justice; business"),
        ("one\x00two", "onetwo"),
    ],
)
def test_a_value_becomes_a_plain_cell(value, cell):
    assert plain(value) == cell


def test_counts_that_pandas_keeps_as_floats_are_whole_again():
    table = Sheet.of(pd.DataFrame({"counted": [28.0, float("nan")], "rate": [1.0, 0.5]}), ["rate"])
    assert list(table.rows()) == [(28, 1.0), (None, 0.5)]
    assert isinstance(next(table.rows())[0], int)


@pytest.mark.parametrize(
    ("one", "other"), [(0.1 + 0.2, 0.3), (28, "28"), (28, 28.0), ("  two  words\n", "two words"),
                       (date(2020, 1, 2), "2020-01-02"), (True, "true"), (None, "")]
)  # fmt: skip
def test_the_same_cell_reads_the_same_whatever_it_went_through(one, other):
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(("one", "other"), [(1, True), (0, None), (0.53, 0.54), ("a", "b")])
def test_other_cells_stay_apart(one, other):
    assert canonical(one) != canonical(other)


def test_a_digest_knows_which_column_a_cell_stands_in():
    assert digest(["a", "b"], [["1", "2"]]) != digest(["a", "b"], [["2", "1"]])
    assert digest(["a", "b"], [["1", "2"]]) != digest(["b", "a"], [["1", "2"]])


FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", '=HYPERLINK("http://x")',
            "-cmd|' /C calc'!A0", "=cmd|'/C calc'!A0"]  # fmt: skip


def rows_of(paper):
    text = io.StringIO(newline="")
    write_csv(text, paper)
    return list(csv.reader(io.StringIO(text.getvalue(), newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_in_a_csv_file_is_a_formula(record, text):
    paper = made.paper_of_table(record, pd.DataFrame({text: [text]}))
    assert [cell[0] for row in rows_of(paper) for cell in row] == ["'", "'"]


@pytest.mark.parametrize("number", [-5, -0.25, "-5", "-0.25", "2022"])
def test_a_plain_number_in_a_csv_file_stays_one(record, number):
    paper = made.paper_of_table(record, pd.DataFrame({"n": [number]}))
    assert rows_of(paper)[1] == [str(number)]


def test_what_is_not_known_is_a_blank_cell_and_never_zero(record):
    paper = made.paper_of_table(record, pd.DataFrame({"n": [None, 0], "m": ["", 1]}))
    assert rows_of(paper)[1:] == [["", ""], ["0", "1"]]


def test_a_csv_file_begins_with_the_mark_of_its_letters(record):
    paper = made.paper(record, made.compared(record))
    content = table_file(paper, "zip", "table")
    assert b"table.csv" in content
    [part] = read(content, "table.zip")
    assert part.sealed.cells is not None


def test_a_table_leaves_as_a_valid_data_package(record, tmp_path):
    frame = pd.DataFrame(
        {
            "=name": ["=1+1", None, "-5"],
            "count": [1, None, 3],
            "share": [0.5, 1, None],
            "day": [date(2020, 1, 2), None, None],
            "known": [True, False, None],
            "mixed": [1, "two", None],
            "blank": [None, None, None],
        },
        dtype=object,
    )
    paper = made.paper_of_table(record, frame, ["share"])
    with zipfile.ZipFile(io.BytesIO(table_file(paper, "zip", "any-table"))) as parts:
        parts.extractall(tmp_path)
    package = Package(tmp_path / "datapackage.json")
    assert package.validate().flatten(["type", "note"]) == []
    assert [(one.name, one.type) for one in package.resources[0].schema.fields] == [
        ("'=name", "string"), ("count", "integer"), ("share", "number"), ("day", "date"),
        ("known", "boolean"), ("mixed", "string"), ("blank", "string"),
    ]  # fmt: skip


LABELS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
CELLS = st.one_of(LABELS, st.integers(-(10**9), 10**9), st.floats(-1e6, 1e6), st.none())


@pytest.mark.parametrize("ending", ["xlsx", "zip"])
@given(
    labels=st.lists(LABELS, min_size=1, max_size=4), cells=st.lists(CELLS, min_size=1, max_size=4)
)
def test_any_label_comes_back_as_it_went_out(record, ending, labels, cells):
    rows = list(zip_longest(labels, cells))
    frame = pd.DataFrame([*rows, ("last", 1)], columns=["label", "cell"], dtype=object)
    made_of = made.paper_of_table(record, frame)
    [part] = read(table_file(made_of, ending, "any"), f"any.{ending}")
    sealed = part.sealed
    assert sealed.cells.rows == made_of.table.canonical()
    assert digest(sealed.seal.headings, sealed.cells.rows) == sealed.seal.sha256


def test_a_codebook_names_the_source_of_its_data(record, portfolio):
    """Of made-up numbers, and of a reader's own, the IRM states none."""
    credits = {
        name: {one.source for one in made.paper(dataset, made.compared(dataset)).codebook()} - {""}
        for name, dataset in (("record", record), ("made up", portfolio))
    }
    assert credits["made up"] == {"EaP Open Government Monitor"}
    assert "Open Government Partnership, Independent Reporting Mechanism" in credits["record"]
