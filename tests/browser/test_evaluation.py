"""The evaluator's way: from a number to the list behind it, and away with the whole evidence."""

import re
import zipfile

from playwright.sync_api import expect


def test_a_number_of_the_matrix_leads_to_its_list(visit):
    page = visit.go("/evaluation?country=UKR")
    expect(page.get_by_text("Were the commitments carried out?").first).to_be_visible()
    with visit.rerun():
        page.get_by_title("List the 39").first.click()
    expect(page).to_have_url(re.compile(r"behind=implementation_rate\.numerator"))
    expect(page.get_by_role("heading", name="The 39 commitments")).to_be_visible()


def test_the_pack_is_made_and_saved(open_app, tmp_path):
    page = open_app("/evaluation?country=MDA&section=pack")
    page.get_by_role("button", name="Make the evidence pack").click()
    save = page.get_by_role("button", name="Download the evidence pack")
    expect(save).to_be_visible(timeout=90_000)
    with page.expect_download() as started:
        save.click()
    started.value.save_as(tmp_path / "pack.zip")
    assert started.value.suggested_filename.startswith("moldova-evidence-2026")
    with zipfile.ZipFile(tmp_path / "pack.zip") as archive:
        assert {"summary.docx", "evidence.xlsx", "README.txt"} <= set(archive.namelist())
