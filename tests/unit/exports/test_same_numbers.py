"""What leaves is what the screen shows and what `ask` answers."""

import csv
import io
import json
import zipfile

import openpyxl
import pandas as pd
import pytest

from analytics.exchange.asked_again import ask_again
from analytics.query.ask import ask
from analytics.query.dimensions import COUNTRY
from analytics.query.listing import how_many
from exports.files.csvs import write_csv
from exports.files.files import table_file
from exports.files.lists import list_paper
from tests.unit.exports import made
from tests.unit.exports.made import BOTH, PUBLISHED, RATE


def sheet_of(content, title):
    return openpyxl.load_workbook(io.BytesIO(content))[title]


def table_in(content, headings):
    """The rows of a workbook's table, below the row of its headings."""
    rows = [list(row) for row in sheet_of(content, "Table").iter_rows(values_only=True)]
    start = next(at for at, row in enumerate(rows) if row[: len(headings)] == headings)
    return rows[start + 1 :]


@pytest.mark.parametrize("figure", made.FIGURES)
def test_a_workbook_holds_the_table_of_the_screen(record, figure):
    drawn = figure(record)
    shown = made.paper(record, drawn).table
    content = table_file(made.paper(record, drawn), "xlsx", "any")
    written = [tuple(row) for row in table_in(content, shown.headings)]
    assert [row[0] for row in written] == list(drawn.table.frame.iloc[:, 0])
    assert written == [
        tuple(pytest.approx(c) if isinstance(c, float) else c for c in r) for r in shown.rows()
    ]


def test_a_csv_file_holds_what_ask_answers(record):
    answer = ask(record, [RATE, PUBLISHED], BOTH, [COUNTRY])
    text = io.StringIO()
    write_csv(text, made.paper(record, made.compared(record)))
    rows = list(csv.DictReader(io.StringIO(text.getvalue())))
    assert [float(row["Implementation rate"]) for row in rows] == list(answer.frame[RATE.key])
    assert [int(row["Implementation rate: out of"]) for row in rows] == [
        row["implementation_rate_denominator"] for row in answer.rows
    ]


def test_asking_again_gives_the_very_answer(record):
    answer = ask(record, [RATE, PUBLISHED], BOTH, [COUNTRY])
    assert ask_again(record, answer.stamp).rows == answer.rows


@pytest.mark.parametrize("behind", ["", "implementation_rate.numerator", "overdue.value"])
def test_a_list_has_every_row_its_number_counted(record, behind):
    paper = list_paper(record, BOTH, behind=behind)
    assert len(paper.table) == how_many(record, BOTH, behind=behind) > 0


def test_shares_are_written_as_percentages_and_stay_numbers(record):
    content = table_file(made.paper(record, made.compared(record)), "xlsx", "any")
    cells = {cell.number_format: cell.value for row in sheet_of(content, "Table") for cell in row
             if isinstance(cell.value, float)}  # fmt: skip
    assert set(cells) == {"0.0%"}


def test_nothing_in_a_workbook_is_a_formula(record):
    frame = pd.DataFrame({"=1+1": ["=1+1", "@SUM(A1)", "+1", "-1+1"]})
    content = table_file(made.paper_of_table(record, frame), "xlsx", "any")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/" in name]
    assert sheets
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


def test_every_metric_of_a_workbook_is_defined_in_it(record):
    paper = made.paper(record, made.compared(record))
    meanings = {meaning.heading: meaning for meaning in paper.codebook()}
    assert meanings["Implementation rate"].definition.startswith(RATE.definition)
    assert meanings["Implementation rate"].unit.startswith("share of one")
    assert all(meanings[heading].definition for heading in paper.table.headings)


def test_the_package_says_what_each_column_means(record):
    content = table_file(made.paper(record, made.compared(record)), "zip", "side")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        told = json.loads(parts.read("datapackage.json"))
    fields = {field["name"]: field for field in told["resources"][0]["schema"]["fields"]}
    assert fields["Implementation rate"]["description"].startswith(RATE.definition)
    assert fields["Implementation rate"]["type"] == "number"
    assert fields["Implementation rate: out of"]["type"] == "integer"
    assert told["title"].startswith("Implementation rate: 52")
    assert told["about"]["Shown"] == "Country: Georgia, Ukraine"


def test_the_same_question_gives_the_same_bytes(record):
    one, other = (
        table_file(made.paper(record, made.compared(record)), "zip", "a") for _ in range(2)
    )
    assert one == other


def test_numbers_are_the_same_in_every_language(record, in_language):
    english = [row[2:] for row in made.paper(record, made.compared(record)).table.rows()]
    in_language("uk")
    assert [row[2:] for row in made.paper(record, made.compared(record)).table.rows()] == english
