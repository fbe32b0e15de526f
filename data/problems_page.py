"""docs/problems.md: every kind of problem with an example.

Written anew by `python -m data.problems_page`.
"""

from collections.abc import Iterator
from pathlib import Path

import data.problems  # noqa: F401  (fills the catalogue)
from data.findings import CATALOGUE, Problem
from data.importer.readers.limits import UPLOAD

PAGE = Path(__file__).parent.parent / "docs" / "problems.md"

_ROW: dict[str, object] = {"row": 12}
_DUE = {**_ROW, "sheet": "commitments", "column": "end_date"}
_PLAN = {**_ROW, "sheet": "commitments", "column": "plan_id"}
_EXAMPLES: dict[str, dict[str, object]] = {
    "other-workbook": {"value": "ODS"},
    "too-big": {"other": "50 MB"},
    "unpacked-too-big": {"other": "300 MB"},
    "too-many-rows": {"sheet": "commitments", "other": "1,000,000"},
    "too-many-cells": {"sheet": "commitments", "other": "5,000,000"},
    "broken-quotes": _ROW,
    "broken-xml": {**_ROW, "value": "mismatched tag"},
    "other-iati": {"sheet": "<iati-activities>", "column": "version", "value": "1.05"},
    "missing-part": {**_ROW, "sheet": "<result/indicator>", "column": "measure"},
    "no-activity": {"count": 214},
    "number-left-out": {
        **_ROW,
        "sheet": "<result/indicator/period/actual>",
        "column": "value",
        "value": "about half",
    },
    "not-a-place": {**_ROW, "sheet": "<location/point/pos>", "value": "north east"},
    "other-currency": {**_ROW, "sheet": "<transaction/value>", "value": "9000", "other": "USD"},
    "elements-ignored": {"value": "budget (12), document-link (3)", "count": 2},
    "cut-short": {**_ROW, "count": 7},
    "not-recognised": {"value": "commitment_id, plan_id", "other": "Commitment ID"},
    "header-further-down": {"value": "4"},
    "column-to-match": {"value": "state", "other": "status"},
    "sheet-to-match": {"value": "Promises", "other": "Pledges, Notes"},
    "missing-column": {"value": "Country/Locality", "other": "Country"},
    "hidden-only": {"value": "Plan 2024"},
    "row-too-long": {**_ROW, "count": 6, "other": "5", "value": "note"},
    "formula-without-result": {**_DUE},
    "two-days": {**_DUE, "value": "3/4/2026"},
    "two-numbers": {**_ROW, "sheet": "indicators", "column": "value", "value": "1,234"},
    "hidden-sheets": {"value": "Old 2021"},
    "hidden-rows": {"sheet": "commitments", "count": 3},
    "rows-aside": {"sheet": "commitments", "value": "42", "other": "a total"},
    "files-ignored": {"value": "readme.pdf"},
    "lost-letter": {**_ROW, "column": "label", "value": "Open b�dgets"},
    "word-for-number": {**_ROW, "sheet": "indicators", "column": "value", "value": "high"},
    "column-twice": {"value": "URL"},
    "sheet-twice": {"value": "commitments"},
    "more-problems": {"count": 2345},
    "cell-error": {**_DUE, "value": "#REF!"},
    "too-long": {**_ROW, "column": "label", "other": "32,767"},
    "missing-value": {**_PLAN},
    "not-a-day": {**_DUE, "value": "soon"},
    "day-out-of-range": {**_DUE, "value": "9999-12-31"},
    "not-a-number": {**_ROW, "sheet": "indicators", "column": "target", "value": "a lot"},
    "not-a-whole-number": {**_ROW, "column": "report_year", "value": "2024.5"},
    "number-out-of-range": {
        **_ROW,
        "column": "amount_eur",
        "value": "-5",
        "other": "0 … 1,000,000,000,000",
    },
    "not-yes-or-no": {**_ROW, "column": "verifiable", "value": "maybe"},
    "unknown-word": {
        **_ROW,
        "column": "completion",
        "value": "Limted",
        "other": "limited",
        "choices": "not started, limited, substantial, complete",
    },
    "unknown-country": {**_ROW, "column": "country", "value": "Geogria", "other": "Georgia"},
    "not-a-period": {**_ROW, "sheet": "plans", "column": "period", "value": "2025-2023"},
    "unsafe-link": {**_ROW, "column": "source_url", "value": "javascript:alert(1)"},
    "duplicate-key": {**_ROW, "column": "commitment_id", "value": "UA0105", "other": "9"},
    "unknown-plan": {**_PLAN, "value": "UKR-66", "other": "UKR-6"},
    "unknown-commitment": {**_ROW, "sheet": "milestones", "value": "UA015", "other": "UA0105"},
    "unknown-result": {
        **_ROW,
        "sheet": "indicators",
        "column": "result",
        "value": "1.7",
        "other": "1.2",
    },
    "country-not-of-plan": {**_ROW, "column": "country", "value": "GEO", "other": "UKR"},
    "end-before-start": {**_ROW, "sheet": "plans", "value": "2023-01", "other": "2024-01"},
    "done-in-future": {**_ROW, "column": "completion_date", "value": "2031-05-01"},
    "seen-in-future": {
        **_ROW,
        "sheet": "assessments",
        "column": "observed_date",
        "value": "2099-01-31",
    },
    "no-day-of-look": {
        **_ROW,
        "sheet": "assessments",
        "column": "observed_date",
        "choices": "observed_date",
    },
    "two-ratings": {
        **_ROW,
        "sheet": "assessments",
        "value": "limited",
        "other": "9",
        "choices": "observed_date",
    },
    "carried-in-circle": {**_ROW, "column": "carried_into", "value": "UA1 → UA2 → UA1"},
    "encoding-assumed": {"value": "Windows-1251"},
    "other-name": {"value": ".xlsx", "other": "CSV"},
    "columns-ignored": {"value": "Remarks, Colour", "count": 2},
    "columns-absent": {"value": "URL", "count": 1},
    "sheets-ignored": {"value": "Sheet7", "count": 1},
    "formulas": {"sheet": "indicators", "count": 14},
    "invisible-removed": {**_ROW, "column": "label", "count": 3},
    "ambiguous-day": {**_ROW, "column": "Start Date", "value": "1/12/2014", "other": "2014"},
    "day-left-out": {**_ROW, "column": "End Date", "value": "ongoing"},
    "season-read": {**_ROW, "column": "End Date", "value": "Spring 2015", "other": "2015-05"},
    "country-read": {**_ROW, "column": "country", "value": "RO Moldova", "other": "Moldova"},
    "link-left-out": {**_ROW, "column": "URL", "value": "see the report"},
    "new-policy-area": {
        **_ROW,
        "column": "policy_areas",
        "value": "Space Travel",
        "choices": "policy_areas",
    },
    "periods-differ": {"value": "UKR-2", "other": "2014-2016"},
    "due-before-start": {**_DUE, "value": "2018", "other": "2019-01-01"},
    "done-before-start": {**_ROW, "value": "2018", "other": "2019-01-01"},
    "carried-outside": {**_ROW, "column": "carried_into", "value": "UA0099"},
    "texts-left-out": {"column": "Full Text", "other": "20,000,000"},
    "texts-cut": {"column": "Full Text", "other": "32,767", "count": 3},
    "beyond-the-six": {"count": 499, "other": "558"},
    "from-public-record": {"value": "participation, events"},
    "more-notes": {"count": 2345},
}


def page() -> str:
    """The page in English, from the catalogue itself."""
    return "\n".join([*_head(), *_kinds(True), "", "## Notes: the file loads", "", *_kinds(False)])


def example(kind: type[Problem]) -> Problem:
    """A finding of this kind as it might come up."""
    fields: dict[str, object] = _EXAMPLES.get(kind.code, {})
    return kind(**fields)  # type: ignore[arg-type]


def _head() -> Iterator[str]:
    yield "# What can be wrong with a file"
    yield ""
    yield "Written by `python -m data.problems_page`; do not edit by hand."
    yield ""
    yield "A file loads whole or not at all. Everything wrong is said at once: what, where, remedy."
    yield (
        f"Limits: {UPLOAD.packed // 1_000_000} MB for a workbook or ZIP "
        f"({UPLOAD.unpacked // 1_000_000} MB unpacked), {UPLOAD.plain // 1_000_000} MB for a CSV "
        f"file, {UPLOAD.rows:,} rows and {UPLOAD.cells:,} cells a sheet, "
        f"{UPLOAD.text:,} characters a cell."
    )
    yield ""
    yield "## Problems: the file stays out"
    yield ""


def _kinds(keeps_out: bool) -> Iterator[str]:
    yield "| kind | for example | remedy |"
    yield "| --- | --- | --- |"
    for code, kind in CATALOGUE.items():
        if kind.keeps_out is keeps_out:
            one = example(kind)
            place = one.where()
            text = f"{place}: {one.what()}" if place else one.what()
            yield f"| `{code}` | {text} | {one.advice()} |"
    if not keeps_out:
        yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
