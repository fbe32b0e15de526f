"""A programme manager drops a file, and sees every page filled with it or what to mend."""

from playwright.sync_api import expect as expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.house.shipped import ROOT
from tests.unit.importer.made import export, filled

SOON = 60_000  # milliseconds: a file is read and all of the page drawn anew in between
EXPORT = ROOT / "tests" / "fixtures" / "ogp_export.csv"
BROKEN = filled(commitments="commitment_id | plan_id | end_date\nX1 | UKR-66 | soon")
CSV, XLSX = "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def drop(page, file):
    """Give the file to the uploader of the door; a path, or name, type and bytes."""
    page.locator(".st-key-door_0 input[type=file]").set_input_files(file)


def test_a_dropped_export_fills_the_overview(screen, open_app):
    page = open_app("/data")
    drop(page, EXPORT)
    expect(page.get_by_text("can be loaded. Nothing has changed yet.")).to_be_visible(timeout=SOON)
    expect(page.get_by_text("14 commitments added")).to_be_visible(timeout=SOON)
    page.get_by_role("button", name="Use this file").click()
    expect(
        page.get_by_role(
            "heading", name="Open government commitments in six Eastern Partnership countries"
        )
    ).to_be_visible(timeout=SOON)
    screen.settle()
    expect(page.locator(".card-value").first).to_contain_text("9", timeout=SOON)
    expect(page.get_by_test_id("stSidebar")).to_contain_text(
        "Dataset: ogp_export.csv", timeout=SOON
    )
    assert "dataset=upload" in page.url
    page.get_by_test_id("stSidebar").get_by_text("All countries in the file").click()
    expect(page.locator(".card-value").first).to_contain_text("14", timeout=SOON)
    page.get_by_test_id("stSidebar").get_by_role("link", name="OGP public record").click()
    expect(page.locator(".card-value").first).to_contain_text("412", timeout=SOON)


def test_a_broken_file_is_told_what_to_mend(open_app):
    page = open_app("/data")
    drop(page, {"name": "ours.xlsx", "mimeType": XLSX, "buffer": BROKEN})
    expect(page.get_by_text("The file was not loaded.")).to_be_visible(timeout=SOON)
    table = page.locator(".text-table").filter(has_text="What to do")
    expect(table).to_contain_text("There is no action plan “UKR-66”.", timeout=SOON)
    expect(table).to_contain_text("Sheet “commitments”, row 2, column “end_date”", timeout=SOON)
    expect(page.get_by_role("button", name="All of them as CSV")).to_be_visible(timeout=SOON)


def test_a_file_of_any_ending_is_answered_by_the_door_itself(open_app):
    page = open_app("/data")
    report = b"<html><table><tr><td>Country</td><td>Commitment Name</td></tr></table></html>"
    drop(page, {"name": "report.xls", "mimeType": "application/vnd.ms-excel", "buffer": report})
    expect(page.get_by_text("This is a workbook of another kind: HTML")).to_be_visible(timeout=SOON)
    expect(page.get_by_text("not allowed")).to_have_count(0)


def test_while_a_large_file_is_read_its_stage_is_told(screen, open_app):
    page = open_app("/data")
    told = []
    screen.sockets[-1].on("framereceived", lambda frame: told.extend(stages(frame)))
    head = "Commitment Unique Identifier | Country/Locality | Action Plan Number"
    rows = "\n".join(f"UA{at:05} | Ukraine | {at // 40 + 1}" for at in range(3000))
    drop(page, {"name": "large.csv", "mimeType": CSV, "buffer": export(f"{head}\n{rows}")})
    expect(page.get_by_text("can be loaded. Nothing has changed yet.")).to_be_visible(timeout=SOON)
    assert {"Reading the file", "Building the dataset"} & set(told)


def stages(frame):
    """What progress bars say in one message of the server."""
    if isinstance(frame, str):
        return []
    message = ForwardMsg.FromString(frame)
    element = message.delta.new_element
    return [element.progress.text] if element.WhichOneof("type") == "progress" else []


def test_a_reader_elsewhere_sees_nothing_of_it(new_screen):
    mine, theirs = new_screen(), new_screen()
    page = mine.open("/data")
    drop(page, EXPORT)
    page.get_by_role("button", name="Use this file").click()
    expect(page.get_by_test_id("stSidebar")).to_contain_text(
        "Dataset: ogp_export.csv", timeout=SOON
    )
    mine.settle()
    other = theirs.open(page.url.removeprefix(mine.server_url))
    expect(other.get_by_text("made from a file that only its owner has")).to_be_visible(
        timeout=SOON
    )
    expect(other.locator(".card-value").first).to_contain_text("412", timeout=SOON)
    expect(other.get_by_text("ogp_export.csv")).to_have_count(0)
