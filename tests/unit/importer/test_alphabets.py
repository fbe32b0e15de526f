"""Letters of two alphabets that look alike are one letter, wherever what they write is compared."""

import pytest

from data.importer import load
from data.importer.languages.alphabets import one_alphabet
from data.importer.layouts import ogp_columns as ogp
from tests.unit.importer.made import as_csv, export, filled

A, C, SMALL_O, P = "\u0410", "\u0421", "\u043e", "\u0440"  # as Cyrillic writes them


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (f"U{A}0105", "UA0105"),
        (f"{C}omplete", "Complete"),
        ("Mіністерство юстиції", "Міністерство юстиції"),
        ("Maliyy\u04d9 Nazirliyi", "Maliyy\u0259 Nazirliyi"),
        ("U\u039a\u03a10105", "UKP0105"),
    ],
)
def test_a_word_of_two_alphabets_is_of_one(written, meant):
    assert written != meant
    assert one_alphabet(written) == meant


@pytest.mark.parametrize(
    "text",
    ["UA0105", "Міністерство", f"{A}М0022", "PDFи", "ІТ-system", f"https://a.org/{C}ategory"],
)
def test_what_is_of_one_alphabet_or_of_neither_stays(text):
    assert one_alphabet(text) == text


def test_an_identifier_that_looks_like_another_is_that_one():
    rows = f"commitment_id | plan_id\nUA0105 | UKR-6\nU{A}0105 | UKR-6"
    outcome = load("x.xlsx", filled(commitments=rows))
    [problem] = outcome.problems
    assert (problem.code, problem.row, problem.other) == ("duplicate-key", 3, "2")
    assert "mixed-alphabets" in {note.code for note in outcome.notes}


def test_a_row_of_another_sheet_finds_its_commitment():
    outcome = load(
        "x.xlsx",
        filled(
            commitments=f"commitment_id | plan_id\nUA0105 | U{chr(0x41A)}R-6",
            assessments="commitment_id | stage | source_kind | completion\n"
            f"U{A}0105 | final | IRM | {C}{SMALL_O}mplete",
        ),
    )
    assert not getattr(outcome, "problems", ())
    [look] = outcome.raw["assessments"].to_pylist()
    assert (look["commitment_id"], look["completion"]) == ("UA0105", "Complete")
    assert outcome.raw["commitments"]["plan_id"].to_pylist() == ["UKR-6"]


def test_an_institution_written_in_two_ways_is_one():
    rows = (
        "commitment_id | plan_id | lead_institution | label\n"
        "X1 | UKR-6 | Міністерство | Mова\nX2 | UKR-6 | Mіністерство | Мова"
    )
    table = load("x.xlsx", filled(commitments=rows)).raw["commitments"]
    assert len(set(table["lead_institution"].to_pylist())) == 1
    assert table["label"].to_pylist() == ["Mова", "Мова"]  # prose stays, letter by letter


def test_a_column_s_name_and_a_rating_of_the_export_are_read():
    content = export(f"{ogp.ID} | {ogp.FINAL}\nUA9001 | {C}omplete").decode()
    assert content.count("Country/Locality") == 1
    content = content.replace("Country/Locality", f"C{SMALL_O}untry/Locality").encode()
    outcome = load("x.csv", content)
    assert outcome.raw["assessments"]["completion"].to_pylist() == ["complete"]


def test_a_column_s_name_of_the_template_is_read():
    rows = [["commitment_id", f"{P}lan_id"], ["X1", "UKR-6"]]
    assert load("commitments.csv", as_csv(rows)).raw["commitments"].num_rows == 1
