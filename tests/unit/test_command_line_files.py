"""The command line and files: check, compare, ask --dataset FILE, publish."""

import csv
import io
import json

import pytest

from analytics.__main__ import main
from data import datasets
from tests.house.shipped import ROOT
from tests.unit.importer.made import as_csv, filled
from tests.unit.importer.test_matching import matching, rows

EXPORT = ROOT / "tests" / "fixtures" / "ogp_export.csv"
BROKEN = {
    "commitments": """
        commitment_id | plan_id | end_date
        X1            | UKR-6   | soon
        X1            | UKR-66  | 2024
    """
}


@pytest.fixture
def run(capsys, cache):
    """Run a command; give its status and what it said on stdout and stderr."""

    def ran(*arguments):
        status = 0
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as end:
            status = end.code
        output = capsys.readouterr()
        return status, output.out, output.err

    return ran


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(filled(**BROKEN))
    return path


def test_a_file_that_would_load_ends_with_0_and_its_notes(run):
    status, out, err = run("check", EXPORT)
    assert (status, err) == (0, "")
    assert "Notes:" in out
    assert out.endswith("It loads: 14 commitments.\n")


def test_a_file_that_would_not_load_ends_with_1_and_every_problem(run, broken):
    status, out, _ = run("check", broken)
    assert status == 1
    assert "Sheet “commitments”, row 2, column “end_date”: “soon” is not a day." in out
    assert "There is no action plan “UKR-66”. The nearest one is “UKR-6”." in out
    assert "“X1” stands there already, in row 2." in out
    assert out.endswith("It does not load: 3 problems. Nothing was changed.\n")


def test_problems_as_json_name_kind_and_place(run, broken):
    status, out, _ = run("check", broken, "--format", "json")
    told = json.loads(out)
    assert (status, told["loads"]) == (1, False)
    assert {(one["kind"], one["row"], one["column"]) for one in told["problems"]} == {
        ("not-a-day", 2, "end_date"),
        ("duplicate-key", 3, "commitment_id"),
        ("unknown-plan", 3, "plan_id"),
    }
    assert all(one["what"] and one["remedy"] for one in told["problems"])


def test_problems_as_csv_have_a_row_each(run, broken):
    _, out, _ = run("check", broken, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["Kind"] for row in rows[:3]] == ["not-a-day", "duplicate-key", "unknown-plan"]


def test_json_of_a_file_that_loads_says_so(run):
    status, out, _ = run("check", EXPORT, "--format", "json")
    told = json.loads(out)
    assert (status, told["loads"], told["problems"]) == (0, True, [])
    assert told["notes"]


@pytest.mark.parametrize("command", ["check", "publish"])
def test_a_file_that_is_not_there_ends_with_2(run, tmp_path, command):
    status, out, err = run(command, tmp_path / "none.csv")
    assert (status, out) == (2, "")
    assert "cannot be read" in err


def test_an_unknown_format_ends_with_2(run):
    assert run("check", EXPORT, "--format", "jsn")[0] == 2
    assert run("compare", EXPORT, EXPORT, "--format", "csv")[0] == 2


def test_a_question_can_be_asked_of_a_file(run):
    parts = ("--dataset", EXPORT, "--format", "json", "--where", "country=UKR")
    status, out, _ = run("ask", "--metric", "commitments", *parts)
    answer = json.loads(out)
    assert (status, answer["rows"][0]["commitments"]["value"]) == (0, 3)
    assert answer["stamp"]["title"] == "ogp_export.csv"


def test_a_question_to_a_broken_file_ends_with_2_and_its_problems(run, broken):
    status, out, err = run("ask", "--metric", "commitments", "--dataset", broken)
    assert (status, out) == (2, "")
    assert "“soon” is not a day." in err


def test_two_datasets_are_compared_as_lines_or_json(run):
    status, out, err = run("compare", "public_record", EXPORT)
    assert (status, err) == (0, "")
    assert "14 commitments added" in out
    assert "412 commitments no longer listed" in out
    told = json.loads(run("compare", EXPORT, EXPORT, "--format", "json")[1])
    assert (told["same"], told["differences"]) == (14, [])


def test_publishing_a_broken_file_ends_with_1_and_its_problems(run, broken, monkeypatch, tmp_path):
    monkeypatch.setenv("MONITOR_CACHE", str(tmp_path / "cache"))
    status, out, _ = run("publish", broken)
    assert status == 1
    assert "“soon” is not a day." in out
    assert list((tmp_path / "cache").glob("*")) == []


@pytest.fixture
def tracker(tmp_path):
    """A table of another tracker, and the matching of its columns."""
    table, kept = tmp_path / "tracker.csv", tmp_path / "columns.json"
    table.write_bytes(as_csv(rows()))
    kept.write_bytes(matching().written())
    return table, kept


def served(table):
    """How many commitments a server's readers get of a published file."""
    count = "select count(*) from commitments"
    return datasets.served(str(table)).cursor().execute(count).fetchone()[0]


def test_a_file_is_checked_and_published_with_the_matching_of_its_columns(run, tracker):
    table, kept = tracker
    assert run("check", table)[0] == 1
    assert run("check", table, "--mapping", kept)[1].endswith("It loads: 3 commitments.\n")
    assert run("publish", table, "--mapping", kept)[0] == 0
    assert served(table) == 3


def test_what_is_built_anew_is_matched_as_it_was_published(run, tracker, monkeypatch, tmp_path):
    monkeypatch.setenv("MONITOR_CACHE", str(tmp_path / "cache"))
    table, kept = tracker
    assert run("publish", table, "--mapping", kept)[0] == 0
    for built in (tmp_path / "cache").rglob("*.duckdb"):
        built.unlink()
    assert served(table) == 3


@pytest.mark.parametrize("command", ["check", "publish"])
def test_a_matching_that_is_none_ends_with_2_and_says_why(run, tracker, command):
    table, kept = tracker
    kept.write_text('{"columns": {"colour": "x"}}')
    status, out, err = run(command, table, "--mapping", kept)
    assert (status, out) == (2, "")
    assert "“colour” is not a column of ours." in err
    assert run(command, table, "--mapping", kept.with_name("none.json"))[0] == 2
