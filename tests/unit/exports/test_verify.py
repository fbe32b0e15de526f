"""“Verify this file”: same, different or cannot tell, and why."""

import io
import json
import zipfile
from dataclasses import replace

import openpyxl
import pytest

import i18n
from analytics.metrics.catalogue import METRICS
from analytics.query.stamp import definitions
from exports.command import verify_file
from exports.files.files import image_file, table_file
from exports.files.lists import list_paper
from exports.files.workbook import workbook
from exports.paper.seal import NoSeal, Seal
from exports.paper.sealing import seal_of
from exports.verify.verify import verify
from tests.unit.exports import made

ENDINGS = ["xlsx", "zip", "png", "svg"]


def file_of(record, figure, ending, **stamp):
    """A file of a figure, with parts of its stamp replaced."""
    paper = made.paper(record, figure)
    paper = replace(paper, stamp=replace(paper.stamp, **stamp))
    if ending in ("png", "svg"):
        return image_file(paper, figure, ending)
    return table_file(paper, ending, "any")


def saved_after(content, change):
    """A workbook opened by somebody, changed and saved by another program."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book["Table"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(content, change):
    """A ZIP file with its table's text changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode("utf-8-sig" if name.endswith(".csv") else "utf-8")
            new.writestr(name, change(text) if name.endswith(".csv") else text)
    return out.getvalue()


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("figure", made.FIGURES)
def test_a_file_as_it_left_is_the_same(record, figure, ending):
    verdict = verify(f"any.{ending}", file_of(record, figure(record), ending), record)
    assert (verdict.outcome, verdict.differences) == ("same", ())


@pytest.mark.parametrize("ending", ["xlsx", "zip"])
@pytest.mark.parametrize("behind", ["", "overdue.value"])
def test_a_list_as_it_left_is_the_same(record, ending, behind):
    content = table_file(list_paper(record, made.BOTH, behind=behind, sort="-due"), ending, "any")
    assert verify(f"any.{ending}", content, record).outcome == "same"


def test_a_workbook_saved_by_another_program_is_the_same(record):
    content = saved_after(file_of(record, made.compared(record), "xlsx"), lambda sheet: None)
    assert verify("any.xlsx", content, record).outcome == "same"


def test_an_edited_number_is_named_with_its_cell(record):
    def edit(sheet):
        sheet["C6"] = 0.99

    content = saved_after(file_of(record, made.compared(record), "xlsx"), edit)
    verdict = verify("any.xlsx", content, record)
    assert verdict.outcome == "different"
    [cell] = verdict.differences
    assert (cell.place, cell.column, cell.in_file) == ("C6", "Implementation rate", "0.99")
    assert cell.should_be == "0.5185185185"


def test_an_edited_word_is_named_too(record):
    def edit(sheet):
        sheet["A6"] = "Utopia"

    content = saved_after(file_of(record, made.compared(record), "xlsx"), edit)
    [cell] = verify("any.xlsx", content, record).differences
    assert (cell.place, cell.in_file, cell.should_be) == ("A6", "Utopia", "Georgia")


def test_an_edited_number_in_a_csv_file_is_named(record):
    content = file_of(record, made.compared(record), "zip")
    edited = repacked(content, lambda text: text.replace(",28,54,", ",48,54,"))
    verdict = verify("any.zip", edited, record)
    assert verdict.outcome == "different"
    assert [(cell.place, cell.in_file, cell.should_be) for cell in verdict.differences] == [
        ("D2", "48", "28")
    ]


def test_a_row_taken_out_is_noticed(record):
    edited = repacked(
        file_of(record, made.mixed(record), "zip"),
        lambda text: "\r\n".join(text.split("\r\n")[:-2]),
    )
    verdict = verify("any.zip", edited, record)
    assert verdict.outcome == "different"
    assert any("rows and should have" in reason for reason in verdict.reasons)


def test_rows_in_another_order_are_the_same_table(record):
    def turn(text):
        head, *rows = text.strip().split("\r\n")
        return "\r\n".join([head, *reversed(rows)]) + "\r\n"

    edited = repacked(file_of(record, made.mixed(record), "zip"), turn)
    assert verify("any.zip", edited, record).outcome == "same"


def test_a_number_changed_in_table_and_stamp_alike_is_found_by_asking_again(record):
    paper = made.paper(record, made.compared(record))
    frame = paper.table.frame.copy()
    frame.loc[0, "Implementation rate"] = 0.99
    forged = replace(paper, table=replace(paper.table, frame=frame))
    verdict = verify("any.xlsx", table_file(forged, "xlsx", "any"), record)
    assert verdict.outcome == "different"
    assert [cell.in_file for cell in verdict.differences] == ["0.99"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_another_version_of_the_data_is_named(record, ending):
    content = file_of(
        record, made.compared(record), ending, sha256="0" * 64, dataset_version="0" * 12
    )
    verdict = verify(f"any.{ending}", content, record)
    assert verdict.outcome == "different"
    assert verdict.reasons[0].startswith("Other data: the file is of version 000000000000")


@pytest.mark.parametrize(
    "other",
    [{"metrics": {"implementation_rate": "Something else."}}, {"definitions": "0" * 12}],
)
def test_other_definitions_are_named(record, other):
    content = file_of(record, made.compared(record), "svg", **other)
    verdict = verify("any.svg", content, record)
    assert verdict.outcome == "different"
    assert any(reason.startswith("Other definitions") for reason in verdict.reasons)


def test_a_metric_nobody_has_any_more_is_another_definition(record):
    paper = made.paper(record, made.compared(record))
    gone = replace(paper, stamp=replace(paper.stamp, metrics={"popularity": "How liked."}))
    verdict = verify("any.xlsx", workbook(gone, seal_of(gone)), record)
    assert verdict.outcome == "different"
    assert any("popularity" in reason for reason in verdict.reasons)


def test_numbers_that_come_out_otherwise_are_noticed(record):
    paper, seal = made.sealed(record, made.trended(record))
    other = replace(seal, question=replace(seal.question, sha256="0" * 64))
    verdict = verify("any.xlsx", workbook(paper, other), record)
    assert verdict.reasons == ("Asked again, the numbers come out otherwise.",)


def test_a_changed_drawing_is_noticed(record):
    content = file_of(record, made.mixed(record), "svg").replace(b">Georgia", b">Ukraine", 1)
    verdict = verify("any.svg", content, record)
    assert verdict.outcome == "different"
    assert "was changed, or saved anew," in verdict.reasons[0]


def test_a_table_worked_out_for_a_page_cannot_be_told(record):
    content = file_of(record, made.worked_out(record), "xlsx")
    verdict = verify("any.xlsx", content, record)
    assert verdict.outcome == "cannot_tell"
    assert verdict.reasons[0].startswith("As it left the monitor")


def test_an_edit_in_such_a_table_is_found_all_the_same(record):
    def edit(sheet):
        sheet["C6"] = 0.99

    content = saved_after(file_of(record, made.worked_out(record), "xlsx"), edit)
    assert verify("any.xlsx", content, record).outcome == "different"


def test_a_file_of_another_dataset_cannot_be_told(record):
    content = file_of(record, made.compared(record), "png", dataset="upload", title="Mine")
    verdict = verify("any.png", content, record)
    assert verdict.outcome == "cannot_tell"
    assert "“Mine”" in verdict.reasons[0]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("any.csv", b"a,b\r\n1,2\r\n"),
        ("any.docx", b""),
        ("any", b""),
        ("any.xlsx", b"PK"),
        ("any.zip", b""),
        ("any.json", b"{}"),
        ("any.json", b"[" * 100_000),
        ("any.json", b'{"seal": 1}'),
        ("any.json", b'{"seal": "{}", "resources": 1}'),
        ("any.pptx", b"PK"),
        ("any.svg", b'<svg><metadata id="monitor-stamp">{}</metadata></svg>'),
    ],
)
def test_a_file_that_is_not_ours_cannot_be_told(record, name, content):
    verdict = verify(name, content, record)
    assert verdict.outcome == "cannot_tell"
    assert verdict.reasons


def test_a_workbook_of_somebody_else_carries_no_stamp(record):
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    assert verify("any.xlsx", out.getvalue(), record).outcome == "cannot_tell"


@pytest.mark.parametrize(
    "named",
    [["../../data/schema", {}], ["plan_trend", {"in_countries": []}], ["country_plans; drop", {}]],
)
def test_a_stamp_cannot_make_the_monitor_run_what_is_not_its_own(record, named):
    paper, seal = made.sealed(record, made.trended(record))
    other = replace(seal, question=replace(seal.question, named=(tuple(named),)))
    verdict = verify("any.xlsx", workbook(paper, other), record)
    assert verdict.outcome == "different"


@pytest.mark.parametrize(
    "filters", [{"country": "XXX"}, {"sector": "'; drop table commitments"}, {"from": "soon"}]
)
def test_filters_nobody_knows_are_named(record, filters):
    content = file_of(record, made.compared(record), "xlsx", filters=filters)
    verdict = verify("any.xlsx", content, record)
    assert verdict.outcome == "different"
    assert next(iter(filters.values())) in verdict.reasons[-1]


def test_a_file_made_in_another_language_is_verified_in_the_reader_s(record, in_language):
    in_language("uk")
    content = file_of(record, made.compared(record), "xlsx")
    in_language("en")
    assert verify("any.xlsx", content, record).outcome == "same"
    assert i18n.language() == "en"


@pytest.mark.parametrize("figure", made.FIGURES)
def test_a_seal_survives_the_round_trip(record, figure):
    seal = made.sealed(record, figure(record))[1]
    assert Seal.from_json(seal.to_json()) == seal


@pytest.mark.parametrize("part", ["stamp", "question", "sha256", "language", "format"])
def test_a_seal_without_one_of_its_parts_is_none(record, part):
    told = json.loads(made.sealed(record, made.compared(record))[1].to_json())
    del told[part]
    with pytest.raises(NoSeal):
        Seal.from_json(json.dumps(told))


@pytest.mark.parametrize("other", [{"commitments": "many"}, {"filters": []}, {"sha256": ""},
                                   {"by": [1]}, {"metrics": {"a": 1}}])  # fmt: skip
def test_a_stamp_of_another_make_is_none(record, other):
    told = json.loads(made.sealed(record, made.compared(record))[1].to_json())
    told["stamp"] |= other
    with pytest.raises(NoSeal):
        Seal.from_json(json.dumps(told))


def test_a_stamp_links_to_its_view_as_it_was(record):
    stamp = made.compared(record).answer.stamp
    assert stamp.link == f"?country=GEO,UKR&as_of={record.newest}&v={record.version}"


def test_a_stamp_counts_what_nobody_rated(record):
    stamp = made.compared(record).answer.stamp
    assert (stamp.commitments, stamp.missing) == (217, 96)


def test_every_definition_has_its_own_fingerprint(record):
    prints = {definitions([metric]) for metric in METRICS.values()}
    assert len(prints) == len(METRICS)


@pytest.mark.parametrize(("change", "status"), [("", 0), ("0.99", 1), ("gone", 3)])
def test_the_command_line_says_it_and_ends_with_it(record, tmp_path, capsys, change, status):
    content = file_of(record, made.compared(record), "zip")
    if change == "0.99":
        content = repacked(content, lambda text: text.replace(",28,54,", ",0.99,54,"))
    path = tmp_path / ("table.zip" if change != "gone" else "table.csv")
    path.write_bytes(content)
    assert verify_file(path, record) == status
    output = capsys.readouterr().out
    assert output.startswith({0: "The same", 1: "Different", 3: "Cannot tell"}[status])
    assert ("D2" in output) is (status == 1)


def test_one_row_is_counted_in_the_singular(record):
    paper = made.paper(record, made.worked_out(record))
    one = replace(paper.table, frame=paper.table.frame.head(1))
    content = table_file(replace(paper, table=one), "zip", "any")
    assert "As it left the monitor: 1 row, data" in verify("any.zip", content, record).reasons[0]
    none = repacked(content, lambda text: text.split("\r\n")[0] + "\r\n")
    assert "The table has 0 rows and should have 1." in verify("any.zip", none, record).reasons


def test_a_heading_altered_in_a_csv_file_is_noticed(record):
    content = file_of(record, made.compared(record), "zip")
    edited = repacked(content, lambda text: text.replace("Implementation rate,", "Success,", 1))
    assert verify("any.zip", edited, record).outcome == "different"


def test_a_column_beside_the_table_of_a_csv_file_is_noticed(record):
    content = file_of(record, made.compared(record), "zip")
    edited = repacked(content, lambda text: text.replace("\r\n", ",99 %\r\n"))
    assert verify("any.zip", edited, record).outcome == "different"
