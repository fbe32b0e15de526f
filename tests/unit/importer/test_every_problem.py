"""Every kind of problem and note in the catalogue can come up: here is a file for each."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

import data.problems  # noqa: F401  (fills the catalogue)
from data import store
from data.findings import CATALOGUE
from data.importer import UPLOAD, Outcome, load, open_upload
from data.importer.layouts import ogp_columns as ogp
from tests.house.shipped import ROOT
from tests.unit.importer.made import (
    as_csv,
    book,
    changed,
    commitments_held,
    export,
    export_rows,
    filled,
    hidden,
    packed,
)

TODAY = date(2026, 11, 26)
SHEET = "xl/worksheets/sheet1.xml"
TWO = [["commitment_id", "plan_id"], ["X1", "UKR-6"]]


def commitments(**columns: str) -> bytes:
    given = {"commitment_id": "X1", "plan_id": "UKR-6", **columns}
    return filled(commitments=" | ".join(given) + "\n" + " | ".join(given.values()))


def other(**tables: str) -> bytes:
    return filled(**tables)


def cells(text: str) -> bytes:
    return book({"commitments": [[*TWO[0], "label"], [*TWO[1], text]]})


def twice_named() -> bytes:
    rows = export_rows(f"{ogp.ID}\nA")
    return as_csv([[*rows[0], ogp.ID], [*rows[1], "B"]])


def without(header: str) -> bytes:
    rows = export_rows(f"{ogp.ID}\nA")
    at = rows[0].index(header)
    return as_csv([[*row[:at], *row[at + 1 :]] for row in rows])


def new_area() -> bytes:
    rows = export_rows(f"{ogp.ID}\nA")
    at = rows[0].index("Open Data")
    return as_csv(
        [[*row[:at], cell, *row[at:]] for row, cell in zip(rows, ("New", "1"), strict=True)]
    )


RESULTS = "plan_id | stage | source_kind | commitments | high\nUKR-6 | final | IRM | 5 | 6"
PLANS = "plan_id | country | jurisdiction | level | period | {}\nP | UKR | Kyiv | local | {}"
LOOK = "commitment_id | stage | source_kind | completion\nX1 | {}"
LOOKED = (
    "commitment_id | stage | source_kind | observed_date | completion\n"
    "X1 | monitoring | IRM | {} | limited"
)
RATED = "X1 | final | IRM | limited\nX1 | final | IRM | complete"

IATI = (ROOT / "tests" / "fixtures" / "iati_activities.xml").read_text(encoding="utf-8")


def iati(old: str, new: str) -> bytes:
    assert old in IATI
    return IATI.replace(old, new).encode()


FILES = {
    "hostile-xml": iati("<iati-activities", "<!DOCTYPE iati-activities>\n<iati-activities"),
    "broken-xml": iati("</result>", ""),
    "other-iati": iati('"2.03"', '"1.05"'),
    "missing-part": iati('measure="2"', ""),
    "no-activity": b'<iati-activities version="2.03"/>',
    "number-left-out": iati('"48.5"', '"about half"'),
    "not-a-place": iati("42.25 42.70", "north"),
    "other-currency": IATI.encode(),
    "elements-ignored": IATI.encode(),
    "added-to-public-record": IATI.encode(),
    "empty-file": b"",
    "not-a-table": b"%PDF-1.7",
    "other-workbook": b"<html></html>",
    "protected-workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + "EncryptedPackage".encode("utf-16-le"),
    "damaged-file": filled()[:2_000],
    "forbidden-markup": changed(filled(), SHEET, b"?>", b"?><!DOCTYPE x>"),
    "broken-quotes": b'commitment_id,plan_id\n"X1,UKR-6\n',
    "cut-short": b"commitment_id,plan_id,label\nX1,UKR-6,a\nX2,UK",
    "no-rows": b"commitment_id,plan_id\n",
    "not-recognised": b"a,b\n1,2\n",
    "header-further-down": b"Downloaded today,\ncommitment_id,plan_id\nX1,UKR-6\n",
    "hidden-only": hidden({"commitments": TWO}, "commitments"),
    "row-too-long": b"commitment_id,plan_id\nX1,UKR-6,more\n",
    "missing-column": without(ogp.PLACE),
    "column-twice": twice_named(),
    "sheet-twice": book({"commitments": TWO, "Commitments ": TWO}),
    "cell-error": cells("#REF!"),
    "missing-value": commitments(commitment_id=""),
    "not-a-day": commitments(end_date="soon"),
    "two-days": commitments(end_date="3/4/2025"),
    "two-numbers": other(indicators="country | indicator | unit | value\nUKR | i | u | 1,234"),
    "day-out-of-range": commitments(end_date="9999"),
    "not-a-number": other(indicators="country | indicator | unit | value | target\nUKR|i|u|1|lots"),
    "not-a-whole-number": other(plan_results=RESULTS.replace("| 5 |", "| 5.5 |")),
    "number-out-of-range": other(plan_results=RESULTS),
    "not-yes-or-no": commitments(relevant="perhaps"),
    "unknown-word": commitments(early_results="hugely major"),
    "unknown-country": commitments(country="Ukrane"),
    "not-a-period": other(action_plans=PLANS.format("note", "2025-2023 | x")),
    "unsafe-link": commitments(source_url="javascript:alert(1)"),
    "duplicate-key": filled(commitments="commitment_id | plan_id\nX1 | UKR-6\nX1 | UKR-6"),
    "unknown-plan": commitments(plan_id="UKR-7"),
    "unknown-commitment": other(milestones="milestone_id | commitment_id | label\nM1 | X2 | a"),
    "unknown-result": other(
        indicators="country | indicator | unit | value | result\nUKR | i | u | 1 | 9.9"
    ),
    "country-not-of-plan": commitments(country="GEO"),
    "end-before-start": other(action_plans=PLANS.format("end_date", "2023-2025 | 2022-12-31")),
    "done-in-future": commitments(completion_date="2026-11-27"),
    "seen-in-future": other(assessments=LOOKED.format("2026-11-27")),
    "no-day-of-look": other(assessments=LOOK.format("monitoring | government | limited")),
    "two-ratings": other(assessments=LOOK.replace("X1 | {}", RATED)),
    "carried-in-circle": commitments(carried_into="X1"),
    "encoding-assumed": as_csv(export_rows(f"{ogp.LEAD}\nМіністерство"), encoding="cp1251"),
    "other-name": export(f"{ogp.ID}\nA"),
    "columns-ignored": export("Remarks\nfine"),
    "columns-absent": without(ogp.URL),
    "sheets-ignored": book({"commitments": TWO, "Mine": [["a"]]}),
    "hidden-sheets": hidden({"commitments": TWO, "Old": TWO}, "Old"),
    "hidden-rows": changed(filled(), SHEET, b'<row r="2"', b'<row hidden="1" r="2"'),
    "rows-aside": filled(commitments="commitment_id | plan_id\nX1 | UKR-6\nTotal | "),
    "files-ignored": packed({"a.csv": b"commitment_id,plan_id\nX1,UKR-6\n", "b.pdf": b"%PDF"}),
    "lost-letter": cells("a\ufffdb"),
    "word-for-number": other(
        indicators="country | indicator | unit | value\nUKR | i | u | high\nGEO | i | u | 5"
    ),
    "formula-without-result": changed(
        filled(commitments="commitment_id | plan_id | label\nX1 | UKR-6 | MARK"),
        SHEET,
        b'<c r="C2" t="s"><v>5</v></c>',
        b'<c r="C2"><f>1+1</f><v></v></c>',
    ),
    "formulas": changed(filled(), SHEET, b'<c r="A2" t="s">', b'<c r="A2" t="s"><f>1+1</f>'),
    "outside-links": changed(
        filled(),
        "xl/_rels/workbook.xml.rels",
        b"</Relationships>",
        b'<Relationship Id="rId9" Type="a/externalLink" Target="b"/></Relationships>',
    ),
    "invisible-removed": cells("a\u202eb"),
    "mixed-alphabets": commitments(commitment_id="U\u0410105"),
    "ambiguous-day": export(f"{ogp.END}\n3/4/2015"),
    "day-left-out": export(f"{ogp.END}\nongoing"),
    "season-read": export(f"{ogp.END}\nSpring 2015"),
    "country-read": export(f"{ogp.PLACE} | {ogp.PLACE_CODE}\nRO-Moldova | ND"),
    "link-left-out": export(f"{ogp.URL}\nsee report"),
    "new-policy-area": new_area(),
    "periods-differ": export(f"{ogp.ID} | {ogp.LAST_YEAR}\nA | 2022\nB | 2023"),
    "due-before-start": commitments(start_date="2025", end_date="2024"),
    "done-before-start": commitments(start_date="2025", completion_date="2024"),
    "carried-outside": commitments(carried_into="X9"),
    "beyond-the-six": export(
        f"{ogp.ID} | {ogp.PLACE} | {ogp.PLACE_CODE}\nA | Ukraine | ND\nB | Albania | ND"
    ),
    "from-public-record": filled(),
}
# What only shows with a limit drawn tight: the limit, and a file beyond it.
NOTED = {
    "texts-left-out": ({"texts": 5}, export(f"{ogp.FULL_TEXT}\nsix or more")),
    "texts-cut": ({"text": 130}, export(f"{ogp.FULL_TEXT}\n" + "long " * 30)),
}
TIGHT = {
    "too-big": ({"packed": 100}, filled()),
    "unpacked-too-big": ({"unpacked": 100}, filled()),
    "too-many-rows": ({"rows": 0, "head": 1}, filled()),
    "too-many-cells": ({"cells": 1}, filled()),
    "too-long": ({"text": 7}, cells("eight or more")),
}
ELSEWHERE = {
    *("column-to-match", "sheet-to-match", "cannot-load", "more-problems", "more-notes"),
    *("too-much-to-read", "no-room"),  # tests/unit/importer/test_apart.py
}


def test_no_kind_is_left_without_a_file():
    assert set(CATALOGUE) == {*FILES, *TIGHT, *NOTED, *ELSEWHERE}


@cache
def outcome_of(code: str, name: str = "x") -> Outcome:
    return load(name, FILES[code], today=TODAY)


@pytest.mark.parametrize("code", FILES)
def test_a_file_meets_its_problem(code):
    outcome = outcome_of(code, "x.zip") if code == "other-name" else outcome_of(code)
    problems = outcome.problems if CATALOGUE[code].keeps_out else outcome.notes
    assert [one for one in problems if one.code == code]


@pytest.mark.parametrize("code", FILES)
def test_what_keeps_a_file_out_leaves_nothing_loaded_and_a_note_never_does(code):
    outcome = outcome_of(code)
    assert hasattr(outcome, "problems") is CATALOGUE[code].keeps_out


@pytest.mark.parametrize("code", [code for code in FILES if not CATALOGUE[code].keeps_out])
def test_whatever_the_checks_let_in_becomes_a_dataset(code):
    assert commitments_held(outcome_of(code), TODAY) > 0


@pytest.mark.parametrize("code", TIGHT)
def test_a_file_meets_its_limit(code):
    limit, content = TIGHT[code]
    assert [one.code for one in load("x", content, limits=replace(UPLOAD, **limit)).problems] == [
        code
    ]


@pytest.mark.parametrize("code", NOTED)
def test_a_text_beyond_its_limit_keeps_no_file_out(code):
    limit, content = NOTED[code]
    assert code in {one.code for one in load("x", content, limits=replace(UPLOAD, **limit)).notes}


def test_a_failure_of_ours_is_a_problem_like_any_other(monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(store, "in_memory", broken)
    assert [one.code for one in open_upload("x", filled()).problems] == ["cannot-load"]


def test_a_failure_while_reading_is_a_problem_too(monkeypatch):
    monkeypatch.setattr("data.importer.door.with_context", None)
    assert [one.code for one in load("x", filled()).problems] == ["cannot-load"]


def test_more_notes_than_are_kept_are_counted():
    rows = "\n".join(f"A{at} | ongoing" for at in range(10_050))
    notes = load("x", export(f"{ogp.ID} | {ogp.END}\n{rows}")).notes
    assert notes[-1].code == "more-notes"


def test_a_zip_of_csv_files_is_read_sheet_by_sheet():
    content = packed({"a/commitments.csv": b"commitment_id,plan_id\nX1,UKR-7\n", "plans.csv": b""})
    sheets = {one.code: one.sheet for one in load("x.zip", content).problems}
    assert sheets == {"empty-file": "plans"}


def test_a_remedy_names_a_column_or_sheet_only_where_the_layout_has_it():
    twice = export(f"{ogp.ID} | {ogp.FINAL}\nA | Limited\nA | Complete")
    ours, theirs = (
        next(one for one in load("x", file, today=TODAY).problems if one.code == "two-ratings")
        for file in (FILES["two-ratings"], twice)
    )
    assert "“observed_date”" in ours.advice()
    assert theirs.advice() == "Keep one of them."
    new = next(
        one
        for one in load("x", FILES["new-policy-area"], today=TODAY).notes
        if one.code == "new-policy-area"
    )
    assert (new.column, new.advice()) == ("", "Nothing to do.")
