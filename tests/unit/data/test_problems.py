"""Problems in words: what, where and remedy, inert wherever they are shown."""

import csv
import io
import string

import pytest

from data.findings import CATALOGUE, Findings, Problem, inert, shortened, spoken, to_csv
from data.problems import MissingValue, NotADay, UnknownCountry
from tests.house.test_words import said_in_the_code
from tools.problems_page import example

KINDS = list(CATALOGUE.values())
each_kind = pytest.mark.parametrize("kind", KINDS, ids=list(CATALOGUE))


@each_kind
def test_a_kind_says_what_and_remedy_in_whole_sentences(kind):
    for words in (kind.says, kind.remedy, kind.says_alone or kind.says):
        assert words[0] in string.ascii_uppercase + "“{"
        assert words.endswith(".")


@each_kind
def test_the_words_of_a_kind_are_marked_for_the_translators(kind):
    assert {kind.says, kind.remedy} <= said_in_the_code()


@each_kind
def test_a_kind_asks_only_for_what_a_finding_holds(kind):
    names = {name for _, name, _, _ in string.Formatter().parse(kind.says + kind.remedy) if name}
    assert names <= {"value", "other", "choices", "count"}


@each_kind
def test_an_example_reads_without_holes(kind):
    sentence = example(kind).sentence()
    assert "{" not in sentence
    assert "“”" not in sentence
    assert "  " not in sentence


def test_a_place_is_named_from_the_sheet_to_the_column():
    problem = NotADay(sheet="plans", row=12, column="end_date", value="soon")
    assert problem.where() == "Sheet “plans”, row 12, column “end_date”"
    assert problem.what() == "“soon” is not a day."


def test_a_finding_without_a_near_word_does_not_pretend_to_have_one():
    assert UnknownCountry(value="Xyz").what() == "“Xyz” is not a country."
    assert "Georgia" in UnknownCountry(value="Gorgia", other="Georgia").what()


def test_a_long_value_is_shortened_to_one_line_without_the_invisible():
    assert shortened("a\u202e\x00b\n c" + "d" * 100, 10) == "ab cddddd…"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@a", "＝1+1", "＠a", "'quoted", "\tx", "plain", ""]
)
def test_a_text_made_inert_can_be_spoken_again(text):
    assert spoken(inert(text)) == text
    assert not inert(text).startswith((*"=+-@＝＋－＠", "\t"))


def test_the_download_holds_every_finding_in_inert_cells():
    problems = [
        MissingValue(row=2, column="=cmd()"),
        NotADay(row=3, column="end", value="=1+1\x00"),
    ]
    rows = list(csv.reader(io.StringIO(to_csv(problems).decode("utf-8-sig"))))
    assert rows[0] == ["Kind", "Sheet", "Row", "Column", "Value", "What", "Remedy"]
    assert rows[1][:4] == ["missing-value", "", "2", "'=cmd()"]
    assert rows[2][4] == "'=1+1"


def test_problems_and_notes_are_kept_apart():
    findings = Findings()
    for code in ("not-a-day", "season-read"):
        findings.add(CATALOGUE[code]())
    assert [one.code for one in findings.all_problems()] == ["not-a-day"]
    assert [one.code for one in findings.all_notes()] == ["season-read"]


def test_a_kind_without_a_code_stands_in_no_catalogue():
    class Unfinished(Problem):
        pass

    assert Unfinished not in CATALOGUE.values()
