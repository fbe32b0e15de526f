"""A cell of ours is shown by a spreadsheet and never run."""

import csv
import io

import pytest

from exports.plain_csv import as_csv, inert


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_text_that_might_run_is_put_behind_a_quote(start):
    assert inert(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("cell", ["Justice", "a=b", "", -5, 0.5, None, "’=1"])
def test_everything_else_stays_as_it_is(cell):
    assert inert(cell) == cell


def test_the_head_is_made_inert_as_well():
    assert b"'=cmd" in as_csv(["=cmd"], [])


def test_text_in_any_script_comes_back_as_it_went_out():
    rows = [["Міністерство юстиції", 'says "no", twice'], ["two\nlines", "Ərazi"]]
    read = csv.reader(io.StringIO(as_csv(["a", "b"], rows).decode("utf-8-sig"), newline=""))
    assert list(read) == [["a", "b"], *rows]


def test_excel_is_told_that_it_is_unicode():
    assert as_csv(["a"], []).startswith(b"\xef\xbb\xbf")
