"""Two datasets side by side: what was added, removed, changed, rated anew, put off."""

import csv
import io
import json
from datetime import date

import pandas as pd
import pytest

from analytics.exchange.compare import between, compare, sentences
from analytics.exchange.comparison_formats import (
    as_csv,
    as_json,
    as_table,
    dates_table,
    fields_table,
    listed_table,
    ratings_table,
)
from analytics.exchange.history import REASON, with_history
from analytics.exchange.raw_tables import as_raw
from analytics.metrics.catalogue import METRICS
from analytics.query.ask import ask
from analytics.query.filters import Filters
from analytics.query.vocabulary import Vocabulary
from data.importer import open_upload
from data.store import in_memory
from tests.unit.importer.made import filled

BEFORE = {
    "commitments": """
        commitment_id | plan_id | label            | lead_institution | end_date   | verifiable
        X1            | UKR-5   | Open registers   | Parliament       | 2021-06-30 | yes
        X2            | UKR-5   | Open courts      | Parliament       | 2021       |
        X3            | UKR-5   | Open archives    | Archive          | 2021-12-31 |
        X4            | UKR-5   | Dropped later    | Archive          |            |
        X5            | UKR-5   | Told differently | Archive          | 2021-12    |
    """,
    "assessments": """
        commitment_id | stage    | source_kind | observed_date | completion
        X1            | mid-term | IRM         | 2021-07-01    | limited
        X2            | mid-term | IRM         | 2021-07-01    | substantial
        X3            | mid-term | IRM         | 2021-07-01    | limited
    """,
}
NOW = {
    # X1 was put off by 184 days and X2 forward by 31. X5 names the same last day in other words.
    "commitments": """
        commitment_id | plan_id | label            | lead_institution | end_date   | verifiable
        X1            | UKR-5   | Open registers   | Ministry         | 2021-12-31 | no
        X2            | UKR-5   | Open courts      | Parliament       | 2021-11-30 |
        X3            | UKR-5   | Open archives    | Archive          | 2021-12-31 |
        X5            | UKR-5   | Told differently | Archive          | 2021-12-31 |
        X6            | UKR-5   | A new one        | Archive          |            |
    """,
    # X1 went up, X2 down; X3 was withdrawn, which is a step nowhere on the scale.
    "assessments": """
        commitment_id | stage    | source_kind | observed_date | completion
        X1            | final    | IRM         | 2022-07-01    | complete
        X2            | final    | IRM         | 2022-07-01    | limited
        X3            | final    | IRM         | 2022-07-01    | withdrawn
    """,
}


def opened(tables, name="file.xlsx"):
    return open_upload(name, filled(**tables)).dataset


@pytest.fixture(scope="module")
def before():
    return opened(BEFORE, "before.xlsx")


@pytest.fixture(scope="module")
def now():
    return opened(NOW, "now.xlsx")


@pytest.fixture(scope="module")
def compared(before, now):
    return compare(before, now)


@pytest.fixture(scope="module")
def words(now):
    return Vocabulary.of(now)


def test_commitments_only_one_of_them_lists_are_added_or_removed(compared):
    kinds = dict(zip(compared.listed["commitment_id"], compared.listed["kind"], strict=True))
    assert kinds == {"X6": "added", "X4": "removed"}
    assert compared.same == 4


def test_every_field_that_differs_is_told_from_what_to_what(compared):
    told = {
        (row["commitment_id"], row["field"]): (row["before"], row["after"])
        for row in compared.fields.to_dict("records")
    }
    assert told == {
        ("X1", "lead_institution"): ("Parliament", "Ministry"),
        ("X1", "due_day"): ("2021-06-30", "2021-12-31"),
        ("X1", "verifiable"): ("true", "false"),
        ("X1", "rating"): ("limited", "complete"),
        ("X2", "due_day"): ("2021-12-31", "2021-11-30"),
        ("X2", "rating"): ("substantial", "limited"),
        ("X3", "rating"): ("limited", "withdrawn"),
    }


def test_ratings_are_set_against_each_other_for_the_same_commitments(compared):
    pairs = {
        (row["before"], row["after"]): (row["commitments"], row["moved"])
        for row in compared.ratings.to_dict("records")
    }
    assert pairs == {
        ("limited", "complete"): (1, 1),
        ("substantial", "limited"): (1, -1),
        ("limited", "withdrawn"): (1, 0),
        ("not_assessed", "not_assessed"): (1, 0),
    }


def test_a_due_date_that_differs_moved_by_so_many_days(compared):
    days = dict(zip(compared.dates["commitment_id"], compared.dates["days"], strict=True))
    assert days == {"X1": 184, "X2": -31}


def test_each_kind_of_difference_is_one_sentence(compared):
    assert sentences(compared) == [
        "1 commitment added",
        "1 commitment no longer listed",
        "3 commitments changed",
        "1 rating moved up",
        "1 rating moved down",
        "1 due date moved later",
        "1 due date moved earlier",
    ]


def test_a_dataset_does_not_differ_from_itself(now):
    same = compare(now, now)
    assert same.nothing
    assert sentences(same) == []
    assert "They say the same of every commitment." in between(same)


def test_the_transition_matrix_counts_the_same_commitments_once(compared):
    table = ratings_table(compared)
    assert table.drop(columns=table.columns[0]).to_numpy().sum() == compared.same
    limited = table[table.iloc[:, 0] == "Limited"].iloc[0]
    assert (limited["Complete"], limited["Limited"], limited["Withdrawn"]) == (1, 0, 1)


def test_the_tables_speak_in_words(compared, words):
    assert listed_table(compared, words)["Difference"].tolist() == ["Added", "No longer listed"]
    rows = fields_table(compared, words)
    verifiable = rows[rows["Field"] == "Verifiable"].iloc[0]
    assert (verifiable["Before"], verifiable["Now"]) == ("yes", "no")
    assert dates_table(compared, words)["Due now"].tolist() == ["31 Dec 2021", "30 Nov 2021"]


def test_a_table_writes_out_no_more_rows_than_are_asked_for(compared, words):
    for table in (listed_table, fields_table, dates_table):
        whole = table(compared, words)
        pd.testing.assert_frame_equal(table(compared, words, 1), whole.iloc[:1])


def test_two_files_without_a_commitment_in_common_have_no_transitions(now, record):
    apart = compare(record, now)
    assert apart.same == 0
    assert ratings_table(apart).empty
    assert apart.counts["added"] == 5


def test_all_differences_leave_as_csv_that_runs_nothing():
    before = {"commitments": "commitment_id | plan_id | label\nX1 | UKR-5 | plain"}
    after = {"commitments": "commitment_id | plan_id | label\nX1 | UKR-5 | =1+1"}
    compared = compare(opened(before), opened(after))
    [row] = csv.DictReader(io.StringIO(as_csv(compared).decode("utf-8-sig")))
    assert (row["kind"], row["field"], row["before"]) == ("changed", "label", "plain")
    assert row["after"] == "'=1+1"


def test_the_csv_file_says_by_how_many_days_a_date_moved(compared):
    rows = csv.DictReader(io.StringIO(as_csv(compared).decode("utf-8-sig")))
    days = {row["commitment_id"]: row["days"] for row in rows if row["field"] == "due_day"}
    assert days == {"X1": "184", "X2": "-31"}


def test_json_holds_every_difference_and_the_counts(compared):
    told = json.loads(as_json(compared))
    assert told["counts"]["later"] == 1
    assert (told["older"]["title"], told["newer"]["title"]) == ("before.xlsx", "now.xlsx")
    assert len(told["differences"]) == 9
    assert {"before": "limited", "after": "complete", "commitments": 1} in told["ratings"]


def test_the_lines_for_people_name_what_moved(compared):
    lines = as_table(compared).splitlines()
    assert "X1 (UKR), Due: 30 Jun 2021 → 31 Dec 2021" in lines
    assert "X1 (UKR), Latest rating: Limited → Complete" in lines
    assert "added: X6 (UKR)" in lines
    assert "removed: X4 (UKR)" in lines


# History -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def remembered(before, now):
    return with_history(as_raw(before), as_raw(now), now.newest)


def revisions(tables):
    return [tuple(row.values()) for row in tables["due_date_revisions"].to_pylist()]


def due(tables):
    rows = tables["commitments"].to_pylist()
    return {row["commitment_id"]: row["end_date"] for row in rows}


def test_a_date_that_moved_becomes_a_revision_on_the_newest_observation(remembered):
    assert revisions(remembered) == [
        ("X1", "2022-07-01", "2021-12-31", REASON, None),
        ("X2", "2022-07-01", "2021-11-30", REASON, None),
    ]


def test_the_date_first_promised_stays(remembered):
    assert due(remembered) == {
        "X1": "2021-06-30",
        "X2": "2021",
        "X3": "2021-12-31",
        "X5": "2021-12-31",
        "X6": None,
    }


def test_slip_days_sees_what_the_comparison_saw(remembered, now):
    dataset = in_memory(remembered, key="upload", title="now.xlsx")
    alone = ask(now, [METRICS["slip_days"]], Filters()).rows[0]
    [row] = ask(dataset, [METRICS["slip_days"]], Filters()).rows
    assert (alone["slip_days"], row["slip_days"], row["slip_days_count"]) == (None, 76.5, 2)


def test_a_third_file_adds_to_the_history_of_the_second(remembered):
    third = opened(
        {
            "commitments": """
                commitment_id | plan_id | end_date
                X1            | UKR-5   | 2022-06-30
                X2            | UKR-5   | 2021-11-30
            """
        }
    )
    tables = with_history(remembered, as_raw(third), date(2023, 1, 1))
    assert [row[:3] for row in revisions(tables)] == [
        ("X1", "2022-07-01", "2021-12-31"),
        ("X1", "2023-01-01", "2022-06-30"),
        ("X2", "2022-07-01", "2021-11-30"),
    ]
    assert due(tables) == {"X1": "2021-06-30", "X2": "2021"}


def test_a_revision_never_comes_before_the_one_it_follows(remembered):
    third = opened({"commitments": "commitment_id | plan_id | end_date\nX1 | UKR-5 | 2022-06-30"})
    tables = with_history(remembered, as_raw(third), date(2020, 1, 1))
    assert [row[1] for row in revisions(tables)] == ["2022-07-01", "2022-07-02"]


def test_a_history_the_file_tells_itself_is_left_alone(before):
    own = opened(
        {
            "commitments": "commitment_id | plan_id | end_date\nX1 | UKR-5 | 2021-09-30",
            "due_date_revisions": """
                commitment_id | revised_on | new_due_date
                X1            | 2021-10-01 | 2022-01-31
            """,
        }
    )
    tables = with_history(as_raw(before), as_raw(own), date(2022, 7, 1))
    assert due(tables) == {"X1": "2021-09-30"}
    assert [row[:3] for row in revisions(tables)] == [("X1", "2021-10-01", "2022-01-31")]


def test_nothing_is_remembered_of_a_date_nobody_stated(before):
    silent = opened({"commitments": "commitment_id | plan_id\nX1 | UKR-5"})
    tables = with_history(as_raw(before), as_raw(silent), date(2022, 7, 1))
    assert (due(tables), revisions(tables)) == ({"X1": None}, [])
