"""Which sheets of a file are read, and what of them is no row: hidden, merged, below the table."""

import io

import pytest
import xlsxwriter

from data.importer import load
from data.importer.layouts import ogp_columns as ogp
from tests.unit.importer.made import (
    as_csv,
    book,
    changed,
    codes,
    drawn,
    export_rows,
    filled,
    hidden,
    notes,
    packed,
    parts_of,
)

SHEET = "xl/worksheets/sheet1.xml"
HEAD = ["commitment_id", "plan_id", "lead_institution", "label", "end_date"]


def ids(outcome) -> list[str]:
    assert codes(outcome) == set()
    return outcome.raw["commitments"]["commitment_id"].to_pylist()


def one(key: str, **columns: str) -> list[list[str]]:
    given = {ogp.ID: key, **columns}
    return export_rows(" | ".join(given) + "\n" + " | ".join(given.values()))


def two_columns(key: str) -> list[list[str]]:
    return [["commitment_id", "plan_id"], [key, "UKR-6"]]


def test_all_sheets_of_an_export_are_read_and_every_other_is_named():
    sheets = {"Ukraine": one("A"), "Cover": [["Made up"]], "Georgia": one("B"), "Old": one("C")}
    outcome = load("x.xlsx", hidden(sheets, "Old", state="veryHidden"))
    assert ids(outcome) == ["A", "B"]
    told = {note.code: note.value for note in outcome.notes}
    assert (told["sheets-ignored"], told["hidden-sheets"]) == ("Cover", "Old")


def test_the_order_of_dates_is_decided_by_a_plans_dates_on_all_sheets():
    sheets = {"a": one("A", **{ogp.END: "3/4/2021"}), "b": one("B", **{ogp.END: "31/12/2021"})}
    raw = load("x.xlsx", book(sheets)).raw
    assert raw["commitments"]["end_date"].to_pylist() == ["2021-04-03", "2021-12-31"]


def test_a_commitment_on_two_sheets_is_found_on_both():
    [problem] = load("x.xlsx", book({"Old": one("A"), "New": one("A")})).problems
    assert (problem.code, problem.sheet, problem.row) == ("duplicate-key", "New", 2)
    assert problem.other == "2 (Old)"


def test_a_sheet_that_lacks_one_column_of_the_export_says_so():
    rows = one("B")
    at = rows[0].index(ogp.LAST_YEAR)
    lacking = [[*row[:at], *row[at + 1 :]] for row in rows]
    [problem] = load("x.xlsx", book({"a": one("A"), "b": lacking})).problems
    assert (problem.code, problem.sheet) == ("missing-column", "b")


def test_columns_and_areas_may_differ_from_sheet_to_sheet():
    fewer = [row[: len(ogp.NEEDED)] for row in one("B")]
    outcome = load("x.xlsx", book({"a": one("A", **{"Open Data": "1"}), "b": fewer}))
    assert outcome.raw["commitments"]["policy_areas"].to_pylist() == ["Open Data", None]


STEPS = [["milestone_id", "commitment_id", "label"], ["M1", "A", "a step"]]


@pytest.mark.parametrize("name", ["milestones", "Steps"])
def test_sheets_of_the_template_stand_beside_an_export(name):
    outcome = load("x.xlsx", book({"Export": one("A"), name: STEPS}))
    assert codes(outcome) == set()
    assert outcome.raw["milestones"]["milestone_id"].to_pylist() == ["M1"]


def test_ratings_and_plans_of_ones_own_are_added_to_an_exports():
    looks = drawn(
        "commitment_id | stage | source_kind | observed_date | completion\n"
        "A | monitoring | government | 2024-05-01 | complete"
    )
    plans = drawn(
        "plan_id | country | jurisdiction | level | period\n"
        "UKR-5 | UKR | Ukraine | national | 2020-2023"
    )
    sheets = {"Export": one("A", **{ogp.FINAL: "Limited"})}
    for name, rows in (("assessments", looks), ("plans", plans)):
        sheets[name] = [list(rows[0]), *([*row.values()] for row in rows)]
    raw = load("x.xlsx", book(sheets)).raw
    assert raw["assessments"]["completion"].to_pylist() == ["limited", "complete"]
    assert raw["action_plans"]["period"].to_pylist() == ["2020-2023"]


def test_a_sheet_beside_an_export_that_only_looks_like_ours_is_left_alone():
    outcome = load("x.xlsx", book({"Export": one("A"), "countries": [["Country", "Count"]]}))
    assert ids(outcome) == ["A"]
    assert "sheets-ignored" in notes(outcome)


def test_our_own_layout_may_lie_on_several_sheets():
    outcome = load("x.xlsx", book({"Ukraine": two_columns("A"), "Kyiv": two_columns("B")}))
    assert ids(outcome) == ["A", "B"]


def test_a_hidden_sheet_is_never_read_and_one_that_should_be_is_named():
    sheets = {"commitments": two_columns("A"), "milestones": STEPS}
    outcome = load("x.xlsx", hidden(sheets, "milestones"))
    assert outcome.raw["milestones"].num_rows == 0
    [problem] = load("x.xlsx", hidden(sheets, "commitments")).problems
    assert (problem.code, problem.value) == ("hidden-only", "commitments")


def test_a_zip_holds_tables_of_any_kind_and_says_what_else():
    content = packed(
        {
            "a.csv": as_csv(one("A")),
            "b.tsv": as_csv(one("B"), "\t"),
            "c.xlsx": book({"Sheet1": one("C")}),
            "read me.pdf": b"%PDF",
            "__MACOSX/._a.csv": b"\0\1",
        }
    )
    outcome = load("x.zip", content)
    assert ids(outcome) == ["A", "B", "C"]
    assert [sheet.sheet for sheet in outcome.account] == ["a", "b", "c"]
    [note] = [note for note in outcome.notes if note.code == "files-ignored"]
    assert note.value == "read me.pdf"


def test_names_of_parts_may_have_the_slashes_of_windows():
    parts = parts_of(filled())
    turned = packed({name.replace("/", "\\"): content for name, content in parts.items()})
    assert ids(load("x.xlsx", turned)) == ["X1"]


def merged(area: str, rows: list[list[object]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        sheet = made.add_worksheet("commitments")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        first = area.split(":")[0]
        at = (int(first[1:]) - 1, ord(first[0]) - 65)
        sheet.merge_range(area, rows[at[0]][at[1]])
    return out.getvalue()


ROWS = [HEAD, ["A", "UKR-6", "Ministry", "a", ""], ["B", "UKR-6", "", "b", ""]]


@pytest.mark.parametrize("area", ["C2:C3", "C2:C900000"])
def test_every_cell_of_a_merged_area_has_its_value(area):
    raw = load("x.xlsx", merged(area, ROWS)).raw
    assert raw["commitments"]["lead_institution"].to_pylist() == ["Ministry", "Ministry"]


def test_a_cell_merged_across_columns_fills_them_all():
    raw = load("x.xlsx", merged("C2:D2", [HEAD, ["A", "UKR-6", "Ministry", "", ""]])).raw
    [row] = raw["commitments"].to_pylist()
    assert (row["lead_institution"], row["label"]) == ("Ministry", "Ministry")


def test_a_name_over_merged_columns_names_the_first_of_them():
    rows = [["commitment_id", "plan_id", "label", "", "end_date"], ["A", "UKR-6", "a", "more", ""]]
    outcome = load("x.xlsx", merged("C1:D1", rows))
    assert ids(outcome) == ["A"]
    assert outcome.account[0].unused == ("D",)


def test_a_heading_merged_across_the_table_is_no_row():
    rows = [HEAD, ["Chapter one", "", "", "", ""], *ROWS[1:]]
    outcome = load("x.xlsx", merged("A2:E2", rows))
    assert ids(outcome) == ["A", "B"]
    assert [(left.count, left.rows) for left in outcome.account[0].left_out] == [(1, (2,))]


def test_areas_that_overlap_without_end_are_refused():
    areas = b'<mergeCell ref="A1:XFD1048576"/>' * 1_000
    content = filled(commitments="commitment_id | plan_id\n" + "X | UKR-6\n" * 400)
    tail = b"</sheetData><mergeCells>" + areas + b"</mergeCells>"
    assert codes(load("x", changed(content, SHEET, b"</sheetData>", tail))) == {"too-many-cells"}


@pytest.mark.parametrize(
    "row",
    [
        "Total |  |  | 2 commitments |",
        "Всього |  |  |  | 2",
        "Усього |  |  |  | 2",
        "Загалом |  |  |  | 2",
        " |  |  | Total: 2 |",
        " |  |  | 2 |",
        "Count |  |  | 2 |",
        "Average |  |  |  | 3.5",
        "* made up |  |  |  |",
        "Source: the ministry |  |  |  |",
        "Data as of 1 June 2025 |  |  |  |",
        " |  |  | Prepared by nobody |",
    ],
)
def test_a_total_or_note_below_the_table_is_one_sentence_and_no_problem(row):
    text = " | ".join(HEAD) + "\nA | UKR-6 | | a |\nB | UKR-6 | | b |\n" + row
    outcome = load("x", filled(commitments=text))
    assert ids(outcome) == ["A", "B"]
    [note] = [note for note in outcome.notes if note.code == "rows-aside"]
    assert note.value == "4"


def test_notes_of_an_export_stand_below_it_too():
    rows = [*one("A"), [], ["Downloaded on 1 June"], ["Total", "", "1"]]
    assert ids(load("x.csv", as_csv(rows))) == ["A"]


@pytest.mark.parametrize(
    ("row", "code"),
    [(" | UKR-6 | | c |", "missing-value"), ("C | | | c | 2025", "missing-value")],
)
def test_a_row_that_lacks_something_is_no_note(row, code):
    text = " | ".join(HEAD) + "\nA | UKR-6 | | a |\n" + row
    assert codes(load("x", filled(commitments=text))) == {code}


def test_numbers_of_the_columns_beneath_their_names_are_no_row():
    rows = [["commitment_id", "plan_id", "label"], [1, 2, 3], ["X1", "UKR-6", "One"]]
    outcome = load("x.xlsx", book({"commitments": rows}))
    assert outcome.raw["commitments"]["commitment_id"].to_pylist() == ["X1"]
    [aside] = [note for note in outcome.notes if note.code == "rows-aside"]
    assert (aside.value, aside.other) == ("2", "the numbers of the columns")


def test_the_names_of_columns_may_come_again():
    rows = one("A")
    assert ids(load("x.csv", as_csv([*rows, rows[0], *one("B")[1:]]))) == ["A", "B"]


def styled(sheets: dict[str, list[list[object]]], formats: dict[tuple[int, int], str]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for at, row in enumerate(rows):
                for place, cell in enumerate(row):
                    form = (
                        formats.get((at, place))
                        if len(sheets) == 1 or name != "commitments"
                        else None
                    )
                    sheet.write(at, place, cell, made.add_format({"num_format": form or "General"}))
    return out.getvalue()


@pytest.mark.parametrize(
    ("stored", "form", "means"),
    [
        *((0.45, "0%", "45"), (0.07, "0.0%", "7"), (0.123, "#,##0.00 %", "12.3")),
        *((0.3, "[Red]0%;[Blue]-0%", "30"), (1234.5, "#,##0.00 [$€-407]", "1234.5")),
        *((45, '0" %"', "45"), (45, "0\\%", "45"), (1234.5, '"€"0.00', "1234.5")),
    ],
)
def test_a_number_of_an_indicator_is_what_the_sheet_shows(stored, form, means):
    head = ["country", "indicator", "unit", "value", "baseline", "target"]
    sheets = {
        "commitments": two_columns("A"),
        "indicators": [head, ["UKR", "i", "%", stored, stored, stored]],
    }
    content = styled(sheets, {(1, at): form for at in (3, 4, 5)})
    [row] = load("x", content).raw["indicators"].to_pylist()
    assert [row[name] for name in head[3:]] == [means] * 3


@pytest.mark.parametrize(
    ("stored", "form", "shown"),
    [
        *((102, '"UA"0000', "UA0102"), (102, "0000", "0102"), (5.1, "0.00", "5.10")),
        *((1202, "00-00", "12-02"), (7, '"№ "0', "№ 7"), (5.125, "0.00", "5.125")),
        *((102, "General", "102"), (1500, "#,##0", "1500")),
    ],
)
def test_a_key_is_what_its_number_format_shows(stored, form, shown):
    content = styled({"commitments": [*two_columns("A")[:1], [stored, "UKR-6"]]}, {(1, 0): form})
    assert ids(load("x", content)) == [shown]


def test_formulas_without_results_are_named_cell_by_cell():
    table = "commitment_id | plan_id | label\nX1 | UKR-6 | MARK"
    cell = b'<c r="C2" t="s"><v>5</v></c>'
    empty = [b"<f>A1</f><v></v>", b"<f>A1</f><v/>", b"<f>A1</f>"]
    for formula in empty:
        content = changed(filled(commitments=table), SHEET, cell, b'<c r="C2">' + formula + b"</c>")
        [note] = [n for n in load("x", content).notes if n.code == "formula-without-result"]
        assert (note.sheet, note.row, note.column) == ("commitments", 2, "label")
    stored = b'<c r="C2" t="str"><f>A1</f><v></v></c>'
    assert notes(load("x", changed(filled(commitments=table), SHEET, cell, stored))) == {
        "from-public-record"
    }


def test_formulas_are_told_once():
    content = changed(filled(), SHEET, b'<c r="A2" t="s">', b'<c r="A2" t="s"><f>1+1</f>')
    assert [n.code for n in load("x", content).notes].count("formulas") == 1


def test_a_layout_under_a_row_of_numbers_says_everything_at_once():
    rows = one("A")
    rows[0] = [{ogp.PLACE: "Country", ogp.ID: "Commitment ID"}.get(name, name) for name in rows[0]]
    rows[1][rows[0].index(ogp.PLAN_NUMBER)] = "two"
    outcome = load("x.csv", as_csv([[str(at) for at in range(len(rows[0]))], *rows]))
    assert [problem.code for problem in outcome.problems] == [
        *("header-further-down", "missing-column", "missing-column", "not-a-whole-number")
    ]


def test_no_cell_of_the_data_is_offered_as_the_name_of_a_column():
    text = b"1,2,3\nref,pledge,area\nCommitment ID,a pledge,Country Locality\n"
    [problem] = load("x.csv", text).problems
    assert (problem.code, problem.other) == ("not-recognised", "pledge, area")
