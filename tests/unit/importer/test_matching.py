"""A file whose columns are named otherwise loads once they are matched to ours."""

import json

import pytest

from data.importer import Matching, NotAMatching, load, matching_of
from data.importer.layouts import ogp_columns as ogp
from tests.unit.importer.made import as_csv, book, codes, drawn, export_rows, notes

TRACKER = """
    no | pledge           | topic     | where is it | share | seen       | owner
    P1 | Publish the list | Budgets   | under way   | 50    | 2026-06-10 | Ministry
    P2 | Open a register  | Registers | kept        | 100   | 2026-06-10 | n/a
    P3 | Ask the people   | Registers |             |       |            | Ministry
"""
WORDS = {"completion": {"Under way": "limited", "kept": "complete"}}
COLUMNS = {
    "commitment_id": "no",
    "label": "pledge",
    "completion": "where is it",
    "observed_date": "seen",
    "lead_institution": "Owner",
}
SAME = {"plan_id": "UKR-6", "stage": "monitoring", "source_kind": "government"}


def rows(table=TRACKER):
    rows = drawn(table)
    return [list(rows[0]), *([*row.values()] for row in rows)]


def matching(**parts):
    return Matching(**{"columns": COLUMNS, "fixed": SAME, "words": WORDS, **parts})


def loaded(content, told=None):
    outcome = load("tracker.csv", content, mapping=told or matching())
    assert codes(outcome) == set()
    return outcome


def column(outcome, table, name):
    return outcome.raw[table][name].to_pylist()


def test_another_trackers_table_loads_once_its_columns_are_matched():
    outcome = loaded(as_csv(rows()))
    assert column(outcome, "commitments", "commitment_id") == ["P1", "P2", "P3"]
    assert column(outcome, "commitments", "plan_id") == ["UKR-6"] * 3
    assert column(outcome, "commitments", "country") == ["UKR"] * 3
    assert column(outcome, "commitments", "lead_institution") == ["Ministry", None, "Ministry"]
    looked = [column(outcome, "assessments", one) for one in ("completion", "observed_date")]
    assert looked == [["limited", "complete"], ["2026-06-10"] * 2]


def test_without_a_matching_the_same_table_stays_out():
    assert codes(load("tracker.csv", as_csv(rows()))) == {"not-recognised"}


@pytest.mark.parametrize("made", [as_csv, lambda given: book({"Pledges": given, "x": [["a"]]})])
def test_what_was_seen_was_taken_or_left_out(made):
    below = [["Total", "3"], [], ["* made up by us, as of June"], rows()[0]]
    outcome = loaded(made([*rows(), *below]))
    for sheet in outcome.account:
        assert sheet.seen == sheet.taken + sum(left.count for left in sheet.left_out)
    first, second = [one for one in outcome.account if one.taken]
    assert (first.holds, first.seen, first.taken) == ("commitments", 6, 3)
    assert (second.holds, second.seen, second.taken) == ("assessments", 2, 2)
    assert first.unused == ("topic", "share")
    assert {"no", "pledge", "Owner".lower(), "plan_id"} <= set(first.used)


def test_a_plan_the_record_has_not_is_made_of_country_and_years():
    fixed = {"country": "Moldova", "period": "2026-2028", **SAME}
    del fixed["plan_id"]
    outcome = loaded(as_csv(rows()), matching(fixed=fixed))
    assert column(outcome, "commitments", "plan_id") == ["MDA-2026-2028"] * 3
    plans = outcome.raw["action_plans"].to_pylist()
    [plan] = [plan for plan in plans if plan["plan_id"] == "MDA-2026-2028"]
    assert (plan["country"], plan["jurisdiction"], plan["period"]) == (
        *("MDA", "Moldova", "2026-2028"),
    )


def test_a_problem_names_row_and_column_as_the_file_has_them():
    told = rows()
    told[2][3] = "half-hearted"
    [problem] = load("x.csv", as_csv(told), mapping=matching()).problems
    assert (problem.code, problem.row, problem.column) == ("unknown-word", 3, "where is it")


def test_a_row_that_slipped_is_told_once_with_the_cells_it_has():
    told = rows()
    told[1].append("more")
    [problem] = load("x.csv", as_csv(told), mapping=matching()).problems
    assert (problem.code, problem.row, problem.count, problem.other) == ("row-too-long", 2, 8, "7")


def test_a_column_without_a_name_is_told_by_its_own_letter():
    told = [[*row, "", note] for row, note in zip(rows(), ("", "x", "y", "z"), strict=True)]
    outcome = loaded(book({"Pledges": told}))
    assert outcome.account[0].unused == ("topic", "share", "I")


def test_an_export_with_columns_of_other_names_is_matched_to_the_export():
    table = export_rows(f"{ogp.ID} | {ogp.FINAL}\nA | Complete\nB | ND")
    names = {ogp.ID: "Promise No", ogp.FINAL: "At the end"}
    other = {ogp.ID: "Promise No", ogp.FINAL: "At the end"}
    table[0] = [other.get(name, name) for name in table[0]]
    assert codes(load("x.csv", as_csv(table))) == {"missing-column"}
    kept = {name: names.get(name, name) for name in ogp.NEEDED}
    outcome = loaded(as_csv(table), Matching(layout="ogp_export", columns=kept))
    assert outcome.kind == "ogp_export"
    assert column(outcome, "commitments", "commitment_id") == ["A", "B"]
    assert column(outcome, "assessments", "completion") == ["complete"]


def test_a_matching_for_another_file_says_which_columns_are_not_there():
    told = matching(columns={**COLUMNS, "label": "pledges", "end_date": "until"})
    problems = load("x.csv", as_csv(rows()), mapping=told).problems
    assert [(one.code, one.value, one.other) for one in problems] == [
        ("column-to-match", "pledges", "pledge"),
        ("column-to-match", "until", ""),
    ]


def test_a_matching_for_another_sheet_says_which_there_are():
    content = book({"One": [["a"], ["b"]], "Two": [["a"], ["b"]]})
    [problem] = load("x.xlsx", content, mapping=matching(sheet="Three")).problems
    assert (problem.code, problem.other) == ("sheet-to-match", "One, Two")


# As a file --------------------------------------------------------------------------------------


def test_a_matching_comes_back_from_its_file_as_it_went_out():
    assert matching_of(matching(sheet="Pledges").written()) == matching(sheet="Pledges")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "it is not JSON"),
        (b"\xff\xfe\x00", "it is not JSON"),
        (b"PK\x03\x04", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"[]", "Input should be an object"),
        (b"{}", "columns: Field required"),
        (b'{"columns": {}}', "It names no column."),
        (b'{"columns": {"colour": "x"}}', "“colour” is not a column of ours."),
        (b'{"columns": {"label": 1}}', "columns.label: Input should be a valid string"),
        (b'{"columns": {"label": "x"}, "run": "me"}', "run: Extra inputs are not permitted"),
        (b'{"columns": {"label": "x"}, "version": 2}', "version: Input should be 1"),
        (b'{"columns": {"label": "x"}, "fixed": {"label": "y"}}', "both a column and a fixed"),
        (b" " * 1_000_001, "larger than 1,000 kB"),
    ],
    ids=range(13),
)
def test_a_file_that_holds_no_matching_says_why(content, says):
    with pytest.raises(NotAMatching, match="no matching of columns") as why:
        matching_of(content)
    assert says in str(why.value)


def test_unknown_names_are_told_shortened():
    content = json.dumps({"columns": {"x" * 1_000: "y"}}).encode()
    with pytest.raises(NotAMatching) as why:
        matching_of(content)
    assert len(str(why.value)) < 300


def test_what_was_not_matched_never_passes_for_a_column_of_ours():
    told = [[*rows()[0], "plan_id"], *([*row, "GEO-5"] for row in rows()[1:])]
    outcome = loaded(as_csv(told))
    assert column(outcome, "commitments", "plan_id") == ["UKR-6"] * 3
    assert "columns-ignored" in notes(outcome)
