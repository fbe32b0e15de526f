"""Small files made for the tests: OGP's export and our template, drawn as tables."""

import csv
import io
import zipfile
from datetime import date

import xlsxwriter

from data.columns import TABLES, sheet_name
from data.fingerprint import fingerprint
from data.importer import Loaded, Opened
from data.importer.door import build
from data.importer.layouts import ogp_columns as ogp

AREAS = ("Audits", "Open Data", "Right To Information", "Elections", "Legislation")
HEADERS = (*ogp.NEEDED, *ogp.WELCOME, *AREAS, *ogp.UNUSED)

ONE_COMMITMENT = """
    commitment_id | plan_id
    X1            | UKR-6
"""

# What a row of the export says where a test says nothing.
PLAIN_ROW = {
    ogp.ID: "UA9001",
    ogp.PLACE: "Ukraine",
    ogp.PLACE_CODE: "UKR",
    ogp.LEVEL: "National",
    ogp.PLAN_NUMBER: "5",
    ogp.FIRST_YEAR: "2020",
    ogp.LAST_YEAR: "2022",
    ogp.SHORT_TITLE: "A promise",
}


def drawn(table: str) -> list[dict[str, str]]:
    """The rows of a table drawn with pipes; empty cells are empty texts."""
    lines = [line.split("|") for line in table.strip().splitlines()]
    head, *rows = [[cell.strip() for cell in line] for line in lines]
    return [dict(zip(head, row, strict=True)) for row in rows]


def export_rows(table: str) -> list[list[str]]:
    """Header and rows in the export's layout, ND wherever the table is silent."""
    rows = [{**dict.fromkeys(HEADERS, "ND"), **PLAIN_ROW, **row} for row in drawn(table)]
    extra = [name for name in rows[0] if name not in HEADERS]
    head = [*HEADERS, *extra]
    return [head, *([row[name] for name in head] for row in rows)]


def as_csv(rows: list[list[str]], separator: str = ",", encoding: str = "utf-8") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode(encoding)


def export(table: str) -> bytes:
    return as_csv(export_rows(table))


def book(sheets: dict[str, list[list[object]]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for at, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if isinstance(cell, str):
                        sheet.write_string(at, place, cell)
                    else:
                        sheet.write(at, place, cell)
    return out.getvalue()


def hidden(sheets: dict[str, list[list[object]]], *names: str, state: str = "hidden") -> bytes:
    """A workbook in which the sheets named are out of sight."""
    content = book(sheets)
    for name in names:
        sheet = f'<sheet name="{name}"'.encode()
        shown = f'<sheet state="{state}" name="{name}"'.encode()
        content = changed(content, "xl/workbook.xml", sheet, shown)
    return content


def filled(**tables: str) -> bytes:
    """A template workbook with these tables; one commitment stands unless drawn otherwise."""
    given = {"commitments": ONE_COMMITMENT, **tables}
    sheets: dict[str, list[list[object]]] = {}
    for table, text in given.items():
        rows = drawn(text)
        sheets[sheet_name(table)] = [list(rows[0]), *([*row.values()] for row in rows)]
        assert set(rows[0]) <= {column.name for column in TABLES[table]}
    return book(sheets)


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A workbook in which one passage of one part reads otherwise."""
    parts = parts_of(content)
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    return packed(parts)


_held: dict[tuple[str, date | None, str], int] = {}


def commitments_held(loaded: Loaded, today: date | None = None) -> int:
    """The commitments in the dataset that a file becomes.

    Equal facts under one title become equal datasets, so one is built for all who ask.
    """
    sha256 = fingerprint(loaded.raw)
    key = (loaded.title, today, sha256)
    if key not in _held:
        opened = build(loaded, lambda *_: None, today, sha256)
        assert isinstance(opened, Opened), [one.code for one in opened.problems]
        count = "select count(*) from commitments"
        [_held[key]] = opened.dataset.cursor().execute(count).fetchone()
        opened.dataset.close()
    return _held[key]


def codes(outcome) -> set[str]:
    """The kinds of problem that kept a file out; empty if it came in."""
    return {problem.code for problem in getattr(outcome, "problems", ())}


def notes(outcome) -> set[str]:
    return {problem.code for problem in outcome.notes}
