"""What stands round the tables of a workbook: whatever is seen in it is what the monitor writes."""

import io
import json
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.comments import Comment

import i18n
from analytics.query.filters import Filters
from exports.files.files import table_file
from exports.files.lists import list_paper
from exports.files.workbook import workbook
from exports.pack.pack_papers import contents
from exports.pack.pack_workbook import pack_workbook
from exports.paper.sealing import seal_of
from exports.paper.table import canonical
from exports.verify.verify import verify
from tests.unit.exports import made


def changed(content, change):
    """A workbook after somebody opened, changed and saved it."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cell(sheet, place, value):
    def change(book):
        assert book[sheet][place].value != value
        book[sheet][place] = value

    return change


def beside(label, value):
    """Change what stands beside a label of the About sheet."""

    def change(book):
        [row] = [row for row in book["About"].iter_rows() if row[0].value == label]
        row[1].value = value

    return change


def a_sheet_more(book):
    book.create_sheet("Results", 0)["A1"] = "99 % in Georgia"


def no_codebook(book):
    del book["Codebook"]


def another_name(book):
    book["Table"].title = "Success"


def a_comment(book):
    book["Table"]["A1"].comment = Comment("Really 99 %.", "somebody")


CHANGES = {
    "headline": (cell("Table", "A1", "72 % in four countries"), "Table A1: the file says"),
    "headline of About": (cell("About", "A1", "72 % in four countries"), "About A1: the file says"),
    "subtitle": (cell("Table", "A2", "n = 9,999"), "Table A2: the file says"),
    "source": (cell("Table", "A3", "Source: me"), "Table A3: the file says"),
    "in view": (beside("Commitments in view", "99"), "the file says “99”"),
    "as of": (beside("As of", "31 Dec 2021"), "the file says “31 Dec 2021”"),
    "shown": (beside("Shown", "Sector: Justice"), "the file says “Sector: Justice”"),
    "codes": (beside("Filters as codes", "sector=justice"), "the file says “sector=justice”"),
    "who made it": (beside("From", "A ministry"), "the file says “A ministry”"),
    "meaning": (cell("Codebook", "C5", "What was done."), "Codebook C5: the file says"),
    "column beside": (cell("Table", "Z6", 0.99), "Table Z6: the file says"),
    "cell emptied": (cell("About", "B4", None), "About B4: the file says nothing"),
    "sheet added": (a_sheet_more, "Not in the workbook when it left the monitor: Results."),
    "sheet gone": (no_codebook, "Missing from the workbook: Codebook."),
    "sheet renamed": (another_name, "Missing from the workbook: Table."),
    "comment": (a_comment, "Not in the workbook when it left the monitor: xl/comments"),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("figure", [made.compared, made.worked_out])
def test_whatever_is_altered_round_a_table_is_named(record, figure, name):
    change, line = CHANGES[name]
    content = table_file(made.paper(record, figure(record)), "xlsx", "any")
    verdict = verify("any.xlsx", changed(content, change), record)
    assert verdict.outcome == "different"
    assert line in "\n".join(verdict.lines())


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("figure", made.FIGURES)
def test_untouched_it_is_the_same_in_every_language(record, in_language, language, figure):
    in_language(language)
    content = table_file(made.paper(record, figure(record)), "xlsx", "any")
    in_language("en")
    assert verify("any.xlsx", content, record).outcome == "same"
    assert verify("any.xlsx", changed(content, lambda book: None), record).outcome == "same"


@pytest.mark.parametrize("filters", [made.BOTH, Filters(), Filters(as_of=made.LONG_AGO)])
def test_a_list_untouched_is_the_same_and_its_words_are_the_monitor_s(record, filters):
    paper = list_paper(record, filters, behind="overdue.value", sort="-due")
    assert verify("any.xlsx", table_file(paper, "xlsx", "any"), record).outcome == "same"
    forged = replace(paper, title="999 commitments overdue")
    verdict = verify("any.xlsx", table_file(forged, "xlsx", "any"), record)
    assert verdict.outcome == "different"
    assert verdict.differences[0].should_be == canonical(paper.title)


@pytest.mark.parametrize("other", [{"commitments": 9_999}, {"missing": 0}, {"credit": "Me"}])
def test_a_stamp_that_was_altered_with_the_words_it_gives_is_unmasked(record, other):
    paper = made.paper(record, made.compared(record))
    forged = replace(paper, stamp=replace(paper.stamp, **other))
    assert verify("any.xlsx", table_file(forged, "xlsx", "any"), record).outcome == "different"


@pytest.mark.parametrize("other", [{"filters": "Sector: Justice"}, {"meanings": "Anything."}])
def test_words_that_were_altered_with_their_seal_are_unmasked(record, other):
    paper = made.paper(record, made.mapped(record))
    if "meanings" in other:
        other = {"meanings": tuple(replace(one, definition="Any.") for one in paper.meanings)}
    forged = replace(paper, **other)
    assert verify("any.xlsx", table_file(forged, "xlsx", "any"), record).outcome == "different"


@pytest.mark.parametrize("gone", ["maker", "meanings"])
def test_a_seal_without_the_words_leaves_it_open(record, gone):
    paper = made.paper(record, made.compared(record))
    seal = replace(seal_of(paper), **{gone: "" if gone == "maker" else []})
    verdict = verify("any.xlsx", workbook(paper, seal), record)
    assert verdict.outcome == "cannot_tell"
    assert "Only its tables could be compared" in verdict.reasons[-1]


def test_with_other_data_it_is_still_told_what_was_altered(record):
    paper = made.paper(record, made.compared(record))
    old = replace(paper, stamp=replace(paper.stamp, sha256="0" * 64))
    content = table_file(old, "xlsx", "any")
    assert len(verify("any.xlsx", content, record).reasons) == 1
    verdict = verify("any.xlsx", changed(content, cell("Table", "A1", "99 %")), record)
    [one] = verdict.differences
    assert (one.place, one.should_be) == ("Table A1", canonical(paper.title))


@pytest.fixture(scope="module")
def packed(record):
    view = Filters(countries=("ARM",))
    return pack_workbook(contents(record, view, "http://monitor/evaluation"))


def test_the_workbook_of_a_pack_untouched_is_the_same(record, packed):
    assert verify("evidence.xlsx", packed, record).outcome == "same"


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (cell("About", "A1", "Proof"), "About A1: the file says"),
        (cell("Codebook", "D3", "What was done."), "Codebook D3: the file says"),
        (cell("by-country", "A1", "99 %"), "by-country A1: the file says"),
        (a_sheet_more, "Not in the workbook when it left the monitor: Results."),
    ],
)
def test_whatever_is_altered_in_the_workbook_of_a_pack_is_named(record, packed, change, line):
    verdict = verify("evidence.xlsx", changed(packed, change), record)
    assert verdict.outcome == "different"
    assert line in "\n".join(verdict.lines())


def test_a_seal_of_many_columns_that_means_nothing_hurts_nobody(record):
    paper, seal = made.sealed(record, made.compared(record))
    text = json.loads(seal.to_json()) | {"headings": ["a"] * 99, "language": "xx"}
    hostile = type(seal).from_json(json.dumps(text))
    assert verify("any.xlsx", workbook(paper, hostile), record).outcome == "cannot_tell"
