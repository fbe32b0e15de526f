"""A built dataset elsewhere answers as our own does and is only read, or a sentence refuses it."""

import shutil

import duckdb
import pytest

from data import datasets, warehouse
from data.store import cache_folder, found_in, public_record
from data.warehouse import NoWarehouse, attached

QUERY = "select count(*) from commitments_at(date '2020-01-01')"


@pytest.fixture
def shared(tmp_path, record):
    """A copy of the built public record, where servers share a disk."""
    [built] = cache_folder().glob("public_record-*.duckdb")
    return shutil.copy(built, tmp_path / "shared's.duckdb")


@pytest.fixture(autouse=True)
def opened_anew(monkeypatch):
    monkeypatch.setattr(warehouse, "_opened", {})
    monkeypatch.delenv("MOTHERDUCK_TOKEN", raising=False)


def test_a_shared_file_answers_as_our_own_does_and_changes_for_nobody(shared, record):
    shared_data = warehouse.warehouse(str(shared))
    assert (shared_data.sha256, shared_data.title) == (record.sha256, record.title)
    assert (
        shared_data.cursor().execute(QUERY).fetchall() == record.cursor().execute(QUERY).fetchall()
    )
    for sql in ("delete from commitments", f"copy commitments to '{shared}.csv'"):
        with pytest.raises(duckdb.Error):
            shared_data.cursor().execute(sql.replace("shared's", "shared''s"))


def test_a_file_that_is_attached_as_from_far_answers_too_and_no_other_can_be_reached(
    shared, record, tmp_path
):
    (tmp_path / "other.csv").write_text("a\n1\n")
    attached_data = found_in(attached(str(shared)))
    assert (
        attached_data.cursor().execute(QUERY).fetchall()
        == record.cursor().execute(QUERY).fetchall()
    )
    for sql in (f"from '{tmp_path}/other.csv'", "delete from commitments", "install httpfs"):
        with pytest.raises(duckdb.Error):
            attached_data.cursor().execute(sql)


def test_the_warehouse_is_what_readers_see_who_ask_for_nothing_else(shared, monkeypatch):
    monkeypatch.setenv("MONITOR_WAREHOUSE", str(shared))
    assert datasets.served(datasets.default()).sha256 == public_record().sha256


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("nowhere.duckdb", "there is no such file"),
        ("ftp://example.org/a.duckdb", "no such kind of address is known"),
        ("md:", "is written md:name"),
        ("md:a'; drop", "is written md:name"),
        ("md:monitor", "MOTHERDUCK_TOKEN is not set"),
    ],
)
def test_what_cannot_be_opened_is_refused_with_a_sentence(text, why, monkeypatch):
    monkeypatch.setenv("MONITOR_WAREHOUSE", text)
    with pytest.raises(datasets.NotADataset, match=why) as refused:
        datasets.served(datasets.default())
    assert "Correct MONITOR_WAREHOUSE" in str(refused.value)


def test_without_the_extension_for_far_files_the_sentence_says_so(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(NoWarehouse, match=r"httpfs.* not found"):
        warehouse.warehouse("https://example.org/monitor.duckdb")


def test_a_file_of_another_version_or_of_somebody_else_is_refused(shared, tmp_path):
    with duckdb.connect(shared) as file:
        file.execute("alter table commitments add column new integer")
    with pytest.raises(NoWarehouse, match="built by another version"):
        warehouse.warehouse(str(shared))
    (tmp_path / "none.duckdb").write_text("no database")
    with pytest.raises(NoWarehouse, match="cannot be opened"):
        warehouse.warehouse(str(tmp_path / "none.duckdb"))
