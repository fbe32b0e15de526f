"""The command line: the answer on stdout and nothing else; a wrong name ends with 2 and a hint."""

import csv
import io
import json
import subprocess
import sys

import pytest

from analytics.__main__ import main
from analytics.metrics.catalogue import METRICS
from tests.house.shipped import ROOT


@pytest.fixture
def run(capsys, cache):
    """Run a command; give stdout. Nothing may be said on stderr."""

    def ran(*arguments):
        main(arguments)
        output = capsys.readouterr()
        assert output.err == ""
        return output.out

    return ran


@pytest.fixture
def refused(capsys, cache):
    """Run a command that must end with status 2 and an empty stdout; give stderr."""

    def ran(*arguments):
        with pytest.raises(SystemExit) as end:
            main(arguments)
        output = capsys.readouterr()
        assert (end.value.code, output.out) == (2, "")
        return output.err

    return ran


RATE = ("ask", "--metric", "implementation_rate")


# Answers -----------------------------------------------------------------------------------


def test_json_has_a_stamp_and_rows(run):
    out = run(*RATE, "--metric", "assessed", "--by", "country", "--format", "json")
    answer = json.loads(out)
    assert list(answer) == ["stamp", "rows"]
    [georgia] = [row for row in answer["rows"] if row["country"] == "GEO"]
    rate = georgia["implementation_rate"]
    assert (rate["value"], rate["numerator"], rate["denominator"]) == (28 / 54, 28, 54)
    assert 0.38 < rate["low"] < 0.39 < 0.64 < rate["high"] < 0.65
    assert georgia["assessed"] == {"value": 54}


def test_a_code_is_read_whatever_its_case(run):
    assert run(*RATE, "--where", "country=geo") == run(*RATE, "--where", "country=GEO")


def test_json_writes_counts_as_whole_numbers(run):
    metrics = [part for key in METRICS for part in ("--metric", key)]
    out = run("ask", *metrics, "--by", "country", "--format", "json")
    assert '"numerator": 28,' in out
    assert '"numerator": 28.0' not in out
    for row in json.loads(out)["rows"]:
        for numbers in (row[key] for key in METRICS):
            for part in ("numerator", "denominator", "missing", "plans", "count"):
                assert isinstance(numbers.get(part), int | None), (row["country"], part)


def test_json_writes_what_is_not_known_as_null(run):
    out = run(*RATE, "--by", "country", "--where", "country=BLR", "--format", "json")
    [belarus] = json.loads(out)["rows"]
    assert belarus["state"] == "not_participating"
    assert set(belarus["implementation_rate"].values()) == {None}
    assert "NaN" not in out


def test_csv_has_one_column_a_part_and_blanks_for_what_is_not_known(run):
    rows = list(csv.DictReader(io.StringIO(run(*RATE, "--by", "country", "--format", "csv"))))
    by_country = {row["country"]: row for row in rows}
    assert by_country["ARM"]["implementation_rate_numerator"] == "17"
    assert by_country["ARM"]["implementation_rate_denominator"] == "30"
    assert by_country["BLR"]["implementation_rate"] == ""
    assert by_country["BLR"]["state"] == "not_participating"


def test_a_table_is_read_by_people(run):
    out = run(*RATE, "--by", "country")
    lines = {line.split()[0]: line for line in out.splitlines() if line}
    assert "57\N{NO-BREAK SPACE}% (17 of 30; 39–73\N{NO-BREAK SPACE}%)" in lines["ARM"]
    assert lines["BLR"].split() == ["BLR", "not_participating", "not_participating", "–"]
    assert "as of 2026-11-25" in out
    assert "CC BY 4.0" in out


def test_a_table_gives_bounds_where_only_they_are_known(run):
    out = run("ask", "--metric", "on_time_rate", "--where", "country=UKR")
    assert "0–52\N{NO-BREAK SPACE}% (0–44 of 84)" in out


def test_a_table_of_nothing_is_dashes(run):
    both = ("--metric", "on_time_rate", "--metric", "days_overdue")
    out = run(*RATE, *both, "--where", "q=nothing like this")
    assert out.splitlines()[1].replace("(– of –)", "").split() == ["–", "–", "–"]


def test_a_table_without_anything_due_has_no_bounds(run):
    out = run("ask", "--metric", "on_time_rate", "--where", "country=ARM", "--as-of", "2012-01-01")
    assert "between" not in out


def test_several_dimensions_cross(run):
    out = run(*RATE, "--by", "country", "--by", "level", "--format", "json")
    rows = json.loads(out)["rows"]
    assert {(row["country"], row["level"]) for row in rows} >= {
        ("GEO", "local"),
        ("UKR", "national"),
    }


def test_conditions_on_one_filter_widen_and_on_two_narrow(run):
    def commitments(*where):
        conditions = [part for one in where for part in ("--where", one)]
        out = run("ask", "--metric", "commitments", *conditions, "--format", "json")
        return json.loads(out)["rows"][0]["commitments"]["value"]

    assert commitments("country=GEO", "country=UKR") == 111 + 106
    assert 0 < commitments("country=GEO", "sector=justice") < commitments("sector=justice")
    assert commitments("from=2014", "to=2014") < 412
    assert commitments("q=budget") < 412
    assert commitments("all=1") == 412


def test_an_answer_as_of_a_day_says_so(run):
    out = run("ask", "--metric", "assessed", "--as-of", "2016-12-31", "--format", "json")
    answer = json.loads(out)
    assert answer["stamp"]["as_of"] == "2016-12-31"
    assert answer["rows"] == [{"assessed": {"value": 216}}]


def test_the_catalogue_lists_every_metric_with_unit_and_definition(run):
    out = run("metrics")
    for metric in METRICS.values():
        assert f"{metric.key}\n    {metric.label} ({metric.unit})\n    {metric.definition}\n" in out


def test_it_runs_as_a_program_from_a_shell(cache):
    command = [sys.executable, "-m", "analytics", "ask", "--metric", "assessed", "--format", "csv"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "assessed\n247\n", "")


# Refusals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (
            ("ask", "--metric", "implementation"),
            "“implementation” is not a metric. Nearest: implementation_rate",
        ),
        ((*RATE, "--by", "contry"), "“contry” is not a dimension. Nearest: country"),
        ((*RATE, "--where", "contry=GEO"), "“contry” is not a filter. Nearest: country"),
        ((*RATE, "--where", "country=Georgia"), "“Georgia” is not a code of country. Nearest: GEO"),
        (
            (*RATE, "--where", "sector=justise"),
            "“justise” is not a code of sector. Nearest: justice",
        ),
        ((*RATE, "--where", "country"), "“” is not a code of country. Choose from: ARM, AZE"),
        ((*RATE, "--where", "institution=xx"), " more."),
        ((*RATE, "--format", "jsn"), "“jsn” is not a format. Nearest: json"),
        ((*RATE, "--dataset", "publik_record"), "Choose public_record"),
        ((*RATE, "--as-of", "31.12.2016"), "Write it as year-month-day"),
        ((*RATE, "--as-of", "2016-02-30"), "“2016-02-30” is not a day"),
        ((*RATE, "--as-of", "2011-12-31"), "Choose a day from 2012-01-01 to 2026-11-25"),
        (("brief", "GEO", "--out", "x.docx", "--as-of", "2030-01-01"), "lies outside the data"),
        ((*RATE, "--where", "from=2022", "--where", "to=2018"), "Give the earlier year as “from”"),
        ((*RATE, "--where", "from=soon"), "“soon” is not known as from"),
        (("ask", "--metric", "zzzz"), "Choose from: commitments, assessed"),
    ],
    ids=lambda one: " ".join(one[-2:]) if isinstance(one, tuple) else "",
)
def test_a_wrong_name_ends_with_2_and_the_nearest_ones(refused, arguments, hint):
    assert hint in refused(*arguments)


@pytest.mark.parametrize("arguments", [(), ("ask",), ("tell",), ("ask", "--metric")], ids=str)
def test_an_incomplete_command_ends_with_2(refused, arguments):
    assert "usage:" in refused(*arguments)
