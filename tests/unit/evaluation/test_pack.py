"""The evidence pack: what is in it, and that its own commands and queries give its numbers."""

import csv
import io
import json
import shlex
import zipfile

import docx
import openpyxl
import pytest
from docx.shared import Pt
from frictionless import Checklist, Package
from PIL import Image

from analytics.__main__ import main
from analytics.metrics.catalogue import IMPLEMENTATION_RATE
from analytics.query.ask import run
from analytics.query.filters import Filters
from exports.pack.document import SHOWN
from exports.pack.pack import DRAWN, STEPS, evidence_pack
from exports.pack.pack_queries import answers, command, queries
from exports.paper.seal import Seal
from exports.verify.verify import verify

VIEW = Filters(countries=("GEO", "MDA"), from_year=2012, words="law")


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def steps():
    return []


@pytest.fixture(scope="module")
def pack(record, steps):
    return unpacked(evidence_pack(record, VIEW, "http://monitor/evaluation", steps.append))


def table(pack, name):
    text = pack[f"data/{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_each_step_is_told_in_its_turn(pack, steps):
    assert pack
    assert steps == list(STEPS)


def test_the_commands_print_the_files_beside_them(pack, capsys):
    lines = pack["questions/commands.sh"].decode().splitlines()
    assert len(lines) == 4
    for line in lines:
        words, _, name = line.partition(" > ")
        command = shlex.split(words)
        assert command[:3] == ["python", "-m", "analytics"]
        main(command[3:])
        assert capsys.readouterr().out == pack[f"questions/{name}"].decode()


def test_the_tables_hold_the_numbers_the_commands_print(pack):
    printed = pack["questions/ask-by-country.csv"].decode()
    rates = [row["implementation_rate"] for row in csv.DictReader(io.StringIO(printed))]
    shown = [row["Implementation rate"] for row in table(pack, "by-country")]
    some = [(one, rate) for one, rate in zip(shown, rates, strict=True) if one]
    assert [float(one) for one, _ in some] == pytest.approx([float(rate) for _, rate in some])
    # Out of fewer than five the table has the counts alone.
    few = [row for row in table(pack, "by-country") if not row["Implementation rate"]]
    assert all(int(row["Implementation rate: out of"]) < 5 for row in few)
    [matrix] = [row for row in table(pack, "review-matrix")
                if row["Indicator"] == "Implementation rate"]  # fmt: skip
    [together] = table(pack, "together")
    assert matrix["counted"] == together["Implementation rate: counted"]
    assert matrix["out of"] == together["Implementation rate: out of"]


def test_the_queries_give_the_numbers_of_the_tables(record):
    breakdowns = answers(record, VIEW)
    by_name = {query.name: query for query in queries(record, VIEW, breakdowns)}
    for query in by_name.values():
        assert all(f"-- ${name} = " in query.text for name in query.values)
        assert record.cursor().execute(query.sql, query.values).fetchall() is not None
    votes = by_name["votes"]
    [[rated]] = run(record, f"select rated from ({votes.sql})", VIEW).to_numpy().tolist()
    assert rated == breakdowns[0].answer.rows[0]["implementation_rate_denominator"]


def test_a_command_states_day_and_filters_in_codes(record):
    text = command(record, VIEW.with_(words="free law"), [IMPLEMENTATION_RATE])
    assert "--where country=GEO --where country=MDA --where from=2012 --where 'q=free law'" in text
    assert f"--as-of {record.newest}" in text
    assert "--dataset" not in text


def test_a_command_names_other_data(portfolio):
    assert "--dataset demo" in command(portfolio, Filters(), [IMPLEMENTATION_RATE])


def test_every_table_has_its_description_and_its_sheet(pack):
    names = {name.removeprefix("data/").removesuffix(".csv") for name in pack
             if name.startswith("data/") and name.endswith(".csv")}  # fmt: skip
    assert {"review-matrix", "by-country", "transitions", "sensitivity", "limits"} <= names
    assert {"commitments", "cohorts-24-months-country", "evidence-grades"} <= names
    book = openpyxl.load_workbook(io.BytesIO(pack["evidence.xlsx"]))
    assert {name[:31] for name in names} == set(book.sheetnames) - {"About", "Codebook", "stamp"}
    listed = {one["path"]: one for one in json.loads(pack["datapackage.json"])["resources"]}
    assert set(listed) == set(pack) - {"datapackage.json"}
    for name in names:
        told = listed[f"data/{name}.csv"]
        assert Seal.from_json(told["seal"]).stamp.as_of
        assert [one["name"] for one in told["schema"]["fields"]] == csv_head(pack, name)


WHOLE = Checklist(pick_errors=["hash-count", "byte-count"])
"""For files that are no single table, the workbook of many sheets among them."""


def test_the_pack_is_a_valid_data_package(pack, tmp_path):
    for name, content in pack.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    package = Package(tmp_path / "datapackage.json")
    assert list(Package.metadata_validate(package.to_descriptor())) == []
    tables = [one for one in package.resources if one.format == "csv" and one.schema.fields]
    assert len(tables) == 20
    for one in package.resources:
        report = one.validate() if one in tables else one.validate(WHOLE)
        assert report.flatten(["type", "rowNumber", "fieldNumber", "note"]) == [], one.path


def csv_head(pack, name):
    return next(csv.reader(io.StringIO(pack[f"data/{name}.csv"].decode("utf-8-sig"))))


def test_the_codebook_speaks_of_every_sheet(pack):
    book = openpyxl.load_workbook(io.BytesIO(pack["evidence.xlsx"]))
    spoken = {row[0].value for row in book["Codebook"].iter_rows(min_row=2)}
    assert spoken == set(book.sheetnames) - {"About", "Codebook", "stamp"}


def test_the_codebook_leaves_no_column_without_a_meaning(pack):
    book = openpyxl.load_workbook(io.BytesIO(pack["evidence.xlsx"]))
    rows = book["Codebook"].iter_rows(min_row=2, values_only=True)
    assert [(sheet, column) for sheet, column, _, definition, *_ in rows if not definition] == []


def test_the_charts_are_there_in_both_kinds(pack):
    assert {name for name in pack if name.startswith("charts/")} == {
        f"charts/{name}.{ending}" for name in DRAWN for ending in ("svg", "png")
    }
    assert pack["charts/sensitivity.png"].startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "name", ["evidence.xlsx", "charts/sensitivity.png", "charts/transitions.svg"]
)
def test_what_is_in_the_pack_can_be_verified(record, pack, name):
    assert verify(name, pack[name], record).outcome == "same"


def test_the_summary_says_the_words_of_a_figure_once_and_ends_on_no_empty_page(pack):
    book = docx.Document(io.BytesIO(pack["summary.docx"]))
    drawn = [part.image.px_height for part in book.part.related_parts.values()
             if hasattr(part, "image")]  # fmt: skip
    files = [Image.open(io.BytesIO(pack[f"charts/{name}.png"])).height for name in SHOWN]
    assert all(bare < whole for bare, whole in zip(drawn, files, strict=True))
    assert book.paragraphs[-1].text == ""
    assert book.paragraphs[-1].paragraph_format.line_spacing <= Pt(6)


def test_the_workbook_shows_long_texts_to_their_end_and_prints_as_wide_as_a_page(pack):
    book = openpyxl.load_workbook(io.BytesIO(pack["evidence.xlsx"]))
    about = book.worksheets[0]
    long = [row[1] for row in about.iter_rows() if len(str(row[1].value)) > 120]
    assert long
    assert all(about.row_dimensions[cell.row].height >= 30 for cell in long)
    printed = [sheet.title for sheet in book if sheet.page_setup.fitToHeight == 0]
    assert {about.title, "Codebook", "review-matrix", "commitments"} <= set(printed)
    assert book["commitments"].print_title_rows


def test_the_readme_says_what_was_asked(pack):
    text = pack["README.txt"].decode()
    assert "Country: Georgia, Moldova" in text
    assert "http://monitor/evaluation" in text


def test_a_view_with_nothing_in_it_still_makes_a_pack(record):
    files = unpacked(evidence_pack(record, Filters(countries=("BLR",)), "", lambda _: None))
    book = docx.Document(io.BytesIO(files["summary.docx"]))
    text = "\n".join(line.text for line in book.paragraphs)
    assert "No evidence here" in text
    assert "Belarus (Not participating)" in text
    assert text.count("Nothing in view can be shown here.") == 3
    assert not book.inline_shapes
