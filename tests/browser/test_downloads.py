"""Somebody takes a figure along, changes a number, and a colleague brings the file back."""

import io
import re

import openpyxl
from playwright.sync_api import Page, expect

BRING = '.st-key-verify_file input[type="file"]'


def taken(page: Page, figure: str, ending: str):
    """Open a figure's downloads and take the file of one kind."""
    box = page.locator(f".st-key-figure_{figure}")
    box.get_by_role("radio", name="Download").click()
    with page.expect_download() as coming:
        box.get_by_role("button", name=ending).click()
    return coming.value.suggested_filename, coming.value.path().read_bytes()


def brought(screen, page: Page, name: str, content: bytes) -> None:
    with screen.rerun():
        page.locator(BRING).set_input_files(
            {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        )


def edited(content: bytes) -> bytes:
    book, out = openpyxl.load_workbook(io.BytesIO(content)), io.BytesIO()
    book["Table"]["C6"] = 0.99
    book.save(out)
    return out.getvalue()


def test_a_file_taken_along_is_the_same_when_it_comes_back(screen, open_app):
    name, content = taken(open_app("/?country=GEO&section=trends"), "side_by_side", "PNG")
    assert re.fullmatch(r"georgia-side-by-side-\d{4}-\d\d-\d\d\.png", name)
    page = open_app("/data?section=verify")
    brought(screen, page, name, content)
    expect(page.get_by_text("The same: this file says")).to_be_visible()


def test_an_edited_number_is_found_and_named(screen, open_app):
    name, content = taken(open_app("/?country=GEO&section=trends"), "side_by_side", "XLSX")
    page = open_app("/data?section=verify")
    brought(screen, page, name, edited(content))
    expect(
        page.get_by_text("Different: the file was changed, or the monitor says otherwise now.")
    ).to_be_visible()
    expect(page.get_by_text("Cells were changed after the file left.")).to_be_visible()


def test_the_map_leaves_as_a_drawing(open_app):
    page = open_app("/")
    _, content = taken(page, "map", "SVG")
    drawn = content.decode("utf-8")
    assert "Not participating" in drawn
    assert "do not imply endorsement" in drawn
