"""OGP's export becomes the monitor's tables, and its own sums agree with ours."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from data.importer import UPLOAD, load, open_upload
from data.importer.layouts import ogp_columns as ogp
from tests.house.shipped import ROOT
from tests.unit.importer.made import as_csv, book, codes, export, export_rows, notes

MADE_UP = ROOT / "tests" / "fixtures" / "ogp_export.csv"
# Rows of the real export, where they lie beside the project.
REAL = ROOT.parent / "shared" / "samples" / "ogp_commitments_export_sample.csv"
EXPORTS = [path for path in (MADE_UP, REAL) if path.is_file()]
FAR_FUTURE = "date '2100-01-01'"
STEPS = {"not_started": "0", "limited": "1", "substantial": "2", "complete": "3"}


def row_of(table: str, name: str = "commitments") -> dict[str, str | None]:
    outcome = load("export.csv", export(table))
    assert codes(outcome) == set()
    return outcome.raw[name].to_pylist()[0]


@pytest.fixture(scope="module", params=EXPORTS, ids=lambda path: path.stem)
def both_sides(request):
    """Each commitment as OGP's own helper columns see it, and as we do."""
    content = Path(request.param).read_bytes()
    theirs = {row[ogp.ID]: row for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))}
    opened = open_upload("export.csv", content)
    assert codes(opened) == set()
    query = f"select commitment_id, rating, rated from commitments_at({FAR_FUTURE})"
    ours = {
        key: (rating, rated)
        for key, rating, rated in opened.dataset.cursor().execute(query).fetchall()
    }
    assert len(ours) == len(theirs) > 10
    return [(theirs[key], *ours[key]) for key in theirs]


def test_what_we_call_assessed_ogp_calls_assessed(both_sides):
    assert [
        row[ogp.ID] for row, _, rated in both_sides if row["Comp Assessed"] != str(int(bool(rated)))
    ] == []


def test_what_we_call_high_completion_ogp_calls_high_completion(both_sides):
    differ = [
        row[ogp.ID]
        for row, rating, _ in both_sides
        if row["High Completion"] != str(int(rating in ("substantial", "complete")))
    ]
    assert differ == []


def test_our_latest_rating_is_ogps_highest_stage(both_sides):
    differ = [
        row[ogp.ID]
        for row, rating, rated in both_sides
        if (row["Max Completion"] if rated else "") != STEPS.get(rating, "")
    ]
    assert differ == []


def test_the_columns_may_stand_in_any_order_and_others_among_them():
    rows = export_rows("Remarks | Colour\nfine | red")
    turned = [row[::-1] for row in rows]
    outcome = load("export.csv", as_csv(turned))
    assert codes(outcome) == set()
    assert outcome.raw["commitments"].equals(load("export.csv", as_csv(rows)).raw["commitments"])


def test_columns_we_do_not_know_are_named_once():
    [note] = [
        n for n in load("x.csv", export("Remarks\nfine")).notes if n.code == "columns-ignored"
    ]
    assert "Remarks" in note.what()


@pytest.mark.parametrize("nothing", ["ND", "NR", "NA", "", " nd "])
def test_no_data_not_reviewed_and_not_applicable_are_no_value(nothing):
    row = row_of(f"{ogp.LEAD} | {ogp.END} | {ogp.IMPACT}\n{nothing} | {nothing} | {nothing}")
    assert (row["lead_institution"], row["end_date"], row["ambition"]) == (None, None, None)


def test_a_progress_report_is_a_mid_term_look_and_an_end_of_term_report_a_final_one():
    table = f"{ogp.MID_TERM} | {ogp.FINAL} | {ogp.FINAL_YEAR}\nLimited | Complete | 2023"
    looks = load("x.csv", export(table)).raw["assessments"].to_pylist()
    seen = [(x["stage"], x["source_kind"], x["completion"], x["report_year"]) for x in looks]
    assert seen == [("mid-term", "IRM", "limited", None), ("final", "IRM", "complete", "2023")]


@pytest.mark.parametrize(
    ("header", "word", "high"),
    [
        (ogp.IMPACT, "Minor", "no"),
        (ogp.IMPACT, "Moderate", "yes"),
        (ogp.IMPACT, "Transformative", "yes"),
        (ogp.POTENTIAL, "Modest", "no"),
        (ogp.POTENTIAL, "Substantial", "yes"),
    ],
)
def test_ambition_keeps_its_word_and_is_high_by_our_definition(header, word, high):
    row = row_of(f"{header}\n{word}")
    assert (row["ambition"], row["high_ambition"]) == (word.lower(), high)


@pytest.mark.parametrize(
    ("header", "word", "means"),
    [
        (ogp.RESULTS_BEFORE, "Worsens", "worsened"),
        (ogp.RESULTS_BEFORE, "Outstanding", "outstanding"),
        (ogp.RESULTS_BEFORE, "No early results to report yet", "none yet"),
        (ogp.RESULTS, "Significant", "significant"),
    ],
)
def test_early_results_are_read_on_both_scales(header, word, means):
    assert row_of(f"{header}\n{word}")["early_results"] == means


def test_a_number_a_spreadsheet_spoiled_is_mended():
    assert row_of(f"{ogp.NUMBER}\n5.0999999999999996")["commitment_number"] == "5.1"


def test_a_long_title_over_several_lines_becomes_one_line():
    assert (
        row_of(f"{ogp.SHORT_TITLE} | {ogp.TITLE}\nND | In   two lines")["label"] == "In two lines"
    )


def test_policy_areas_are_spelled_as_the_record_spells_them():
    tags = row_of("Right To Information | Open Data | Audits\n1 | 1 | 0")["policy_areas"]
    assert set(tags.split("; ")) == {"Right to Information", "Open Data"}


def test_an_area_of_ogps_that_the_record_has_not_met_has_its_sector_all_the_same():
    outcome = load("x.csv", export("Elections\n1"))
    [area] = [a for a in outcome.raw["policy_areas"].to_pylist() if a["tag"] == "Elections"]
    assert area["sector"] == "anti_corruption"
    assert "new-policy-area" not in notes(outcome)


def test_an_area_nobody_knows_is_filed_under_other_and_reported():
    rows = export_rows(f"{ogp.ID}\nUA1")
    at = rows[0].index("Open Data")
    rows = [
        [*row[:at], new, *row[at:]] for row, new in zip(rows, ["Space Travel", "1"], strict=True)
    ]
    outcome = load("x.csv", as_csv(rows))
    [area] = [a for a in outcome.raw["policy_areas"].to_pylist() if a["tag"] == "Space Travel"]
    assert area["sector"] == "other"
    assert "new-policy-area" in notes(outcome)


@pytest.mark.parametrize(
    ("place", "code", "plan", "country", "jurisdiction"),
    [
        ("Ukraine", "UKR", "UKR-5", "UKR", "Ukraine"),
        ("Republic of Moldova", "MDA", "MDA-5", "MDA", "Moldova"),
        ("Slovak Republic", "SVK", "SVK-5", "SVK", "Slovak Republic"),
        ("Korea, Republic of", "KOR", "KOR-5", "KOR", "Korea, Republic of"),
        ("XKX", "XKX", "XKX-5", "XKX", "Kosovo"),
        ("A name nobody knows", "NOR", "NOR-5", "NOR", "A name nobody knows"),
    ],
)
def test_countries_go_by_ogps_own_names(place, code, plan, country, jurisdiction):
    row = row_of(f"{ogp.PLACE} | {ogp.PLACE_CODE}\n{place} | {code}")
    assert (row["plan_id"], row["country"], row["jurisdiction"]) == (plan, country, jurisdiction)


def test_a_city_is_a_local_jurisdiction_of_its_country():
    table = f"{ogp.PLACE} | {ogp.PLACE_CODE} | {ogp.LEVEL}\nTbilisi, Georgia | GETB | Legacy Local"
    plan = row_of(table, "action_plans")
    assert (plan["plan_id"], plan["jurisdiction"], plan["level"]) == (
        "GEO-Tbilisi-5",
        "Tbilisi",
        "local",
    )


def test_a_plan_takes_its_period_from_the_years_of_its_rows():
    assert (
        row_of(f"{ogp.FIRST_YEAR} | {ogp.LAST_YEAR}\n2017 | 2017", "action_plans")["period"]
        == "2017"
    )


def test_rows_that_disagree_about_the_years_widen_the_plan_and_are_reported():
    table = f"{ogp.ID} | {ogp.LAST_YEAR}\nUA1 | 2022\nUA2 | 2023"
    outcome = load("x.csv", export(table))
    assert [p["period"] for p in outcome.raw["action_plans"].to_pylist()] == ["2020-2023"]
    assert "periods-differ" in notes(outcome)


def test_the_six_always_stand_so_belarus_keeps_its_state():
    raw = load("x.csv", export(f"{ogp.PLACE} | {ogp.PLACE_CODE}\nNorway | NOR")).raw
    countries = [row["country"] for row in raw["countries"].to_pylist()]
    assert countries == ["ARM", "AZE", "BLR", "GEO", "MDA", "UKR", "NOR"]
    assert "BLR" in raw["participation"]["country"].to_pylist()


def test_a_workbook_and_a_csv_file_of_the_same_rows_say_the_same():
    rows = export_rows(f"{ogp.MID_TERM} | {ogp.END}\nLimited | July 2021")
    from_text = load("x.csv", as_csv(rows)).raw
    from_book = load("x.xlsx", book({"Sheet1": rows})).raw
    assert all(from_text[name].equals(from_book[name]) for name in from_text)


def test_a_web_address_that_is_none_is_left_out_and_reported():
    outcome = load("x.csv", export(f"{ogp.URL}\njavascript:alert(1)"))
    assert outcome.raw["commitments"]["source_url"].to_pylist() == [None]
    assert "link-left-out" in notes(outcome)


@pytest.mark.parametrize("word", ["Limted", "Half done"])
def test_a_rating_nobody_knows_keeps_the_file_out(word):
    assert codes(load("x.csv", export(f"{ogp.FINAL}\n{word}"))) == {"unknown-word"}


def test_a_missing_column_is_named_with_the_nearest_one_found():
    rows = export_rows(f"{ogp.ID}\nUA1")
    rows[0][rows[0].index(ogp.PLACE)] = "Country/Location"
    [problem] = load("x.csv", as_csv(rows)).problems
    assert ogp.PLACE in problem.what()
    assert "Country/Location" in problem.what()


def test_a_column_in_use_is_never_taken_for_the_missing_one():
    rows = export_rows(f"{ogp.ID}\nUA1")
    rows[0][rows[0].index(ogp.FINAL)] = "Completion EOT"  # "_CompletionEndTerm" is OGP's own code
    [problem] = load("x.csv", as_csv(rows)).problems
    assert problem.other == "Completion EOT"
    [problem] = load("x.csv", as_csv([row[1:] for row in export_rows(f"{ogp.ID}\nUA1")])).problems
    assert (problem.value, problem.other) == (ogp.ID, "")


def test_an_older_edition_is_told_its_own_names_for_the_columns_looked_for():
    older = {ogp.ID: "Commitment ID", ogp.PLACE: "Country", ogp.PLAN_NUMBER: "Action Plan",
             ogp.FIRST_YEAR: "Submission Year", ogp.LAST_YEAR: "End Year",
             ogp.MID_TERM: "Completion (Midterm)", ogp.FINAL: "Completion (EOT)"}  # fmt: skip
    rows = export_rows(f"{ogp.ID}\nUA1")
    rows[0] = [older.get(name, name) for name in rows[0]]
    [problem] = load("x.csv", as_csv(rows)).problems
    assert problem.code == "not-recognised"
    assert {*problem.other.split(", ")} == {*older.values()}


def test_a_word_nobody_knows_is_held_against_all_it_may_be():
    [problem] = load("x.csv", export(f"{ogp.FINAL}\nDone")).problems
    assert "not started, limited, substantial, complete" in problem.advice()


def test_a_header_further_down_is_pointed_out():
    rows = [["Downloaded in March"], [], *export_rows(f"{ogp.ID}\nUA1")]
    [problem] = load("x.csv", as_csv(rows)).problems
    assert problem.code == "header-further-down"
    assert "row 3" in problem.what()


def test_a_table_pasted_from_a_report_gets_the_nearest_columns():
    rows = [["Country / Locality", "Completion"], ["Ukraine", "Limited"]]
    [problem] = load("x.csv", as_csv(rows)).problems
    assert problem.code == "not-recognised"
    assert "Country / Locality" in problem.what()
    assert ogp.PLACE in problem.what()


def test_the_full_text_is_what_was_promised():
    assert row_of(f"{ogp.FULL_TEXT}\nThe ministry opens its register.")["description"] == (
        "The ministry opens its register."
    )
    assert row_of(f"{ogp.ID}\nUA1")["description"] is None


@pytest.mark.parametrize("text", ["#REF!", "a\ufffdb", "x" * 100_000, "=1+1", "\u200b"])
def test_a_full_text_never_keeps_a_file_out(text):
    row_of(f"{ogp.FULL_TEXT}\n{text}")


def test_texts_too_large_to_hold_are_left_out_and_said_to_be():
    few = replace(UPLOAD, texts=20)
    content = export(f"{ogp.ID} | {ogp.FULL_TEXT}\nUA1 | twelve words\nUA2 | and more of it")
    outcome = load("x.csv", content, limits=few)
    assert outcome.raw["commitments"]["description"].to_pylist() == [None, None]
    assert outcome.raw["commitments"].num_rows == 2
    [sheet] = outcome.account
    assert ogp.FULL_TEXT in sheet.unused
    assert ogp.FULL_TEXT not in sheet.used
    assert (sheet.seen, sheet.taken) == (2, 2)


def test_a_row_with_nothing_but_a_text_is_no_row():
    rows = export_rows(f"{ogp.ID}\nUA1")
    alone = ["" if name != ogp.FULL_TEXT else "A footnote" for name in rows[0]]
    [sheet] = load("x.csv", as_csv([*rows, alone])).account
    assert (sheet.seen, sheet.taken) == (2, 1)
