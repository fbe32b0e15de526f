"""An evidence pack brought back whole, or its workbook or document alone."""

import io
import json
import zipfile
from dataclasses import replace
from hashlib import sha256

import docx
import openpyxl
import pytest

from analytics.query.filters import Filters
from data.importer.readers.limits import UPLOAD
from exports.pack.pack import evidence_pack
from exports.paper.seal import NoSeal
from exports.verify.reading import read
from exports.verify.verify import verify

VIEW = Filters(countries=("ARM",))
BOOKS = [f"{letter}.xlsx" for letter in "abcde"]


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def edited_workbook(content, sheet, cell, value):
    book = openpyxl.load_workbook(io.BytesIO(content))
    book[sheet][cell] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def edited_document(content, change):
    book = docx.Document(io.BytesIO(content))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def made(record):
    return evidence_pack(record, VIEW, "http://monitor/evaluation", lambda _: None)


@pytest.fixture(scope="module")
def files(made):
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def listing(files, paths):
    """The descriptor of a pack with other files in its list."""
    told = json.loads(files["datapackage.json"])
    told["resources"] = [{"path": path, "hash": "sha256:0"} for path in paths]
    return json.dumps(told).encode()


def test_a_pack_as_it_left_is_the_same_and_says_how_many_parts(record, made):
    verdict = verify("pack.zip", made, record)
    assert verdict.outcome == "same"
    [sentence] = verdict.reasons
    assert "76 parts were checked" in sentence
    assert "76 the same, 0 different, 0 cannot be told" in sentence


def test_every_part_that_was_touched_is_named_with_what_became_of_it(record, files):
    def turn(book):
        book.tables[0].rows[1].cells[1].paragraphs[0].runs[0].text = "99 %"

    tables = files["data/transitions.csv"]
    touched = files | {
        "data/transitions.csv": tables.replace(b",1,", b",7,", 1),
        "evidence.xlsx": edited_workbook(files["evidence.xlsx"], "sensitivity", "B6", 0.99),
        "summary.docx": edited_document(files["summary.docx"], turn),
        "charts/transitions.svg": files["charts/transitions.svg"].replace(b">Comp", b">Lost", 1),
        "charts/sensitivity.png": files["charts/sensitivity.png"][:-12],
        "questions/votes.sql": files["questions/votes.sql"] + b"limit 1\n",
        "README.txt": b"Believe me.",
        "data/more.csv": b"a,b\r\n1,2\r\n",
    }
    assert touched["data/transitions.csv"] != tables
    del touched["questions/ask-together.csv"]
    verdict = verify("pack.zip", zipped(touched), record)
    assert verdict.outcome == "different"
    text = "\n".join(verdict.reasons)
    for name in touched:
        untouched = touched[name] == files.get(name)
        assert (name in text) is not untouched, name
    assert "questions/ask-together.csv: Missing from the package." in text
    assert "data/more.csv: Not in the package when it left the monitor." in text
    places = [each.place for each in verdict.differences]
    assert "evidence.xlsx: sensitivity B6" in places
    assert any(place.startswith("data/transitions.csv ") for place in places)
    assert not any("by-country" in place for place in places)


def test_a_list_of_parts_changed_to_fit_is_found(record, files):
    changed = files["questions/votes.sql"] + b"limit 1\n"
    told = json.loads(files["datapackage.json"])
    [query] = [one for one in told["resources"] if one["path"] == "questions/votes.sql"]
    query |= {"hash": f"sha256:{sha256(changed).hexdigest()}", "bytes": len(changed)}
    touched = {"questions/votes.sql": changed, "datapackage.json": json.dumps(told).encode()}
    verdict = verify("pack.zip", zipped(files | touched), record)
    assert verdict.outcome == "different"
    [_, why] = verdict.reasons
    assert why.startswith("datapackage.json: The file was changed")


def test_a_pack_packed_again_in_a_folder_is_still_one(files):
    parts = read(zipped({f"evidence/{name}": text for name, text in files.items()}), "a.zip")
    assert {part.became for part in parts} == {""}


def test_a_pack_of_other_data_says_so_once(portfolio, made):
    verdict = verify("pack.zip", made, portfolio)
    assert verdict.outcome == "cannot_tell"
    assert sum("not the data loaded here" in reason for reason in verdict.reasons) == 1


def test_the_document_alone_comes_back(record, files):
    verdict = verify("summary.docx", files["summary.docx"], record)
    assert (verdict.outcome, verdict.differences) == ("same", ())


def test_a_sentence_changed_in_the_document_alone_is_found(record, files):
    def turn(book):
        paragraph = next(one for one in book.paragraphs if "carried out" in one.text)
        paragraph.runs[0].text = "Everything was carried out."

    verdict = verify("summary.docx", edited_document(files["summary.docx"], turn), record)
    assert (verdict.outcome, verdict.differences) == ("different", ())


def test_any_sheet_of_the_workbook_alone_is_looked_at(record, files):
    content = edited_workbook(files["evidence.xlsx"], "limits", "A5", "Nothing is missing.")
    verdict = verify("evidence.xlsx", content, record)
    assert verdict.outcome == "different"
    assert [each.place for each in verdict.differences] == ["limits A5"]


def test_a_sheet_taken_out_of_the_workbook_is_noticed(record, files):
    book = openpyxl.load_workbook(io.BytesIO(files["evidence.xlsx"]))
    del book["transitions"]
    out = io.BytesIO()
    book.save(out)
    verdict = verify("evidence.xlsx", out.getvalue(), record)
    assert verdict.outcome == "different"
    assert any(reason.startswith("transitions: ") for reason in verdict.reasons)


@pytest.mark.parametrize(
    "paths",
    [BOOKS, [f"{at}.csv" for at in range(1_000)], [None]],
    ids=["many workbooks", "many parts", "no path"],
)
def test_a_pack_that_cannot_be_one_of_ours_is_refused(files, paths):
    more = dict.fromkeys(BOOKS, b"PK") | {"datapackage.json": listing(files, paths)}
    with pytest.raises(NoSeal):
        read(zipped(files | more), "pack.zip")


@pytest.mark.parametrize("text", [b"{}", b"\x00" * 1_000, b'"', b"[" * 100_000])
def test_a_pack_with_a_list_nobody_can_read_is_refused(files, text):
    with pytest.raises(NoSeal):
        read(zipped(files | {"datapackage.json": text}), "pack.zip")


def test_a_bomb_inside_a_pack_is_refused_and_the_rest_is_read(files):
    bomb = zipped({"xl/workbook.xml": b"0" * 12_000_000})
    few = replace(UPLOAD, unpacked=40_000_000)
    parts = read(zipped(files | {"evidence.xlsx": bomb}), "pack.zip", few)
    [refused] = [part for part in parts if part.unread]
    assert (refused.name, refused.became) == ("evidence.xlsx", "changed")
    assert sum(part.sealed is not None for part in parts) > 20
