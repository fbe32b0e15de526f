"""The door keeps what it promises: whole or not at all, in memory alone."""

import builtins
import os
import tempfile
from datetime import date

import pytest

from data import template
from data.importer import OWN_FILE, Loaded, Refused, load, open_upload
from data.raw import RAW, read_public_record
from tests.unit.importer.made import codes, export, filled


def test_a_loaded_file_holds_every_raw_table_with_every_column():
    raw = load("x", filled()).raw
    assert {name: tuple(table.column_names) for name, table in raw.items()} == dict(RAW)


def test_everything_wrong_is_said_at_once():
    commitments = "commitment_id | plan_id | end_date\nX1 | UKR-66 | soon\nX1 | UKR-6 | later"
    grants = "grantee | country | kind | amount_eur\nA | Atlantis | x | -1"
    outcome = load("x", filled(commitments=commitments, grants=grants))
    assert codes(outcome) == {
        *("unknown-plan", "not-a-day", "duplicate-key", "unknown-country", "number-out-of-range"),
    }
    assert isinstance(outcome, Refused)
    assert not hasattr(outcome, "raw")


def test_what_is_wrong_is_told_sheet_by_sheet_from_the_top_down():
    commitments = """
        commitment_id | plan_id | start_date | end_date
        X1            | UKR-66  | 2024       | soon
        X2            | UKR-6   | whenever   | later
    """
    grants = "grantee | kind\nA | x"
    problems = load("x", filled(commitments=commitments, grants=grants)).problems
    assert [(one.sheet, one.row, one.column) for one in problems] == [
        ("grants", None, ""),
        ("commitments", 2, "end_date"),
        ("commitments", 2, "plan_id"),
        ("commitments", 3, "start_date"),
        ("commitments", 3, "end_date"),
    ]


def test_the_title_is_the_files_name_without_its_folder():
    assert load("C:\\Users\\me\\plan\u202e 2025.xlsx", filled()).title == "plan 2025.xlsx"


# The day a file is looked at from

PROMISES = """
    commitment_id | plan_id | end_date | completion_date
    done          | UKR-6   | 2025-06  | 2025-05-01
    ahead         | UKR-6   | 2027-12  |
"""
LOOK = """
    commitment_id | stage      | source_kind | observed_date | completion
    ahead         | monitoring | government  | 2024-12-31    | limited
"""


def timeliness(dataset):
    query = f"select commitment_id, timeliness from commitments_at(date '{dataset.newest}')"
    return dict(dataset.cursor().execute(query).fetchall())


def test_what_was_done_after_the_last_assessment_is_done_by_default():
    dataset = open_upload("x", filled(commitments=PROMISES, assessments=LOOK)).dataset
    assert dataset.newest == date(2025, 5, 1)
    assert timeliness(dataset) == {"done": "done_on_time", "ahead": "open_not_due"}


def test_a_file_of_things_to_come_is_looked_at_from_today():
    ahead = PROMISES.replace("2025-05-01", "")
    opened = open_upload("x", filled(commitments=ahead), today=date(2026, 1, 31))
    assert opened.dataset.newest == date(2026, 1, 31)
    assert timeliness(opened.dataset) == {"done": "unknown", "ahead": "open_not_due"}


def test_a_day_of_a_look_or_of_a_revision_cannot_lie_ahead():
    revisions = "commitment_id | revised_on | new_due_date\nahead | 2025-02 | 2028"
    given = filled(commitments=PROMISES, assessments=LOOK, due_date_revisions=revisions)
    problems = load("x", given, today=date(2024, 12, 1)).problems
    assert {(one.sheet, one.code) for one in problems} == {
        ("commitments", "done-in-future"),
        ("assessments", "seen-in-future"),
        ("due_date_revisions", "seen-in-future"),
    }


def test_an_upload_is_a_dataset_of_its_own_with_a_version():
    one, other = (
        open_upload("x", filled()),
        open_upload("x", filled(commitments="commitment_id | plan_id\nX2 | UKR-6")),
    )
    assert one.dataset.key == "upload"
    assert one.dataset.version != other.dataset.version
    assert isinstance(one.loaded, Loaded)


def test_nothing_is_written_to_disk(monkeypatch, tmp_path):
    read_public_record()
    opened = builtins.open

    def only_reading(file, mode="r", *args, **kwargs):
        assert not set("wax+") & set(mode), f"{file} was opened to be written"
        return opened(file, mode, *args, **kwargs)

    def no_temporary_file(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file was asked for")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(builtins, "open", only_reading)
    for name in (
        "mkstemp",
        "mkdtemp",
        "NamedTemporaryFile",
        "TemporaryFile",
        "SpooledTemporaryFile",
    ):
        monkeypatch.setattr(tempfile, name, no_temporary_file)
    for content in (filled(), export("Full Text\nwords"), template.zipped(), template.workbook()):
        open_upload("x", content)
    assert os.listdir(tmp_path) == []  # noqa: PTH208


def test_the_database_of_an_upload_has_no_folder_to_spill_to():
    cursor = open_upload("x", filled()).dataset.cursor()
    assert cursor.execute("select current_setting('temp_directory')").fetchone() == ("",)


def test_progress_names_its_stages_and_never_goes_back():
    told: list[tuple[str, float]] = []
    open_upload(
        "x.csv", export("Full Text\nwords"), lambda stage, share: told.append((stage, share))
    )
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    stages = list(dict.fromkeys(stage for stage, _ in told))
    assert stages == ["Reading the file", "Checking 1 rows", "Building the dataset"]


@pytest.mark.parametrize("limit", ["packed", "unpacked", "plain", "rows", "cells", "markup"])
def test_whoever_runs_the_server_may_load_more(limit):
    from data.importer import UPLOAD

    assert getattr(OWN_FILE, limit) > getattr(UPLOAD, limit)
