"""A file put in place for all readers: whole or not at all, and swapped while they read."""

import json

import pytest

from data import datasets, published, store
from data.importer import Loaded, Refused
from tests.unit.importer.made import filled

ONE = "commitment_id | plan_id\nX1 | UKR-6"
TWO = "commitment_id | plan_id\nX1 | UKR-6\nX2 | UKR-6"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("MONITOR_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ours.xlsx"
    path.write_bytes(filled(commitments=ONE))
    return path


def count(dataset):
    return dataset.cursor().execute("select count(*) from commitments").fetchone()[0]


def built(folder):
    return {path.name for path in folder.glob("own-*.duckdb")}


def test_a_published_file_is_what_readers_get(folder, file):
    assert isinstance(published.publish(file), Loaded)
    dataset = published.published(file)
    assert (dataset.title, dataset.key, count(dataset)) == ("ours.xlsx", "own", 1)


def test_a_file_nobody_published_is_published_when_first_asked_for(folder, file):
    assert count(published.published(file)) == 1
    assert len(built(folder)) == 1


@pytest.mark.usefixtures("built_before")
def test_the_file_is_not_read_again_until_it_is_published_again(folder, file):
    published.publish(file)
    file.write_bytes(filled(commitments=TWO))
    assert count(published.published(file)) == 1
    published.publish(file)
    assert count(published.published(file)) == 2


@pytest.mark.usefixtures("built_before")
def test_a_reader_keeps_reading_the_old_one_while_the_new_one_comes_in(folder, file):
    published.publish(file)
    reading = published.published(file)
    file.write_bytes(filled(commitments=TWO))
    published.publish(file)
    assert (count(reading), count(published.published(file))) == (1, 2)


@pytest.mark.usefixtures("built_before")
def test_what_nobody_points_to_any_more_is_cleared_away(folder, file):
    published.publish(file)
    before = built(folder)
    file.write_bytes(filled(commitments=TWO))
    published.publish(file)
    assert len(built(folder)) == 1
    assert built(folder).isdisjoint(before)


@pytest.mark.usefixtures("built_before")
def test_what_another_file_points_to_as_well_stays(folder, file, tmp_path):
    other = tmp_path / "other" / "ours.xlsx"
    other.parent.mkdir()
    other.write_bytes(file.read_bytes())
    published.publish(file)
    published.publish(other)
    file.write_bytes(filled(commitments=TWO))
    published.publish(file)
    assert (count(published.published(other)), count(published.published(file))) == (1, 2)


@pytest.mark.usefixtures("built_before")
def test_a_broken_file_leaves_the_old_one_in_place(folder, file):
    published.publish(file)
    file.write_bytes(filled(commitments="commitment_id | plan_id\nX1 | none"))
    assert isinstance(published.publish(file), Refused)
    assert count(published.published(file)) == 1


@pytest.mark.usefixtures("built_before")
def test_a_published_file_that_is_gone_can_still_be_read(folder, file):
    published.publish(file)
    file.unlink()
    assert count(published.published(file)) == 1


@pytest.mark.usefixtures("built_before")
def test_a_damaged_or_missing_build_is_made_anew(folder, file):
    published.publish(file)
    [name] = built(folder)
    (folder / name).unlink()
    assert count(published.published(file)) == 1
    store._opened.clear()
    (folder / name).write_bytes(b"no database")
    assert count(published.published(file)) == 1


@pytest.mark.parametrize("note", ["", "{}", "no json", '{"built": "x", "sha256": "", "schema": 1}'])
@pytest.mark.usefixtures("built_before")
def test_a_damaged_note_is_written_anew(folder, file, note):
    published.publish(file)
    [path] = folder.glob("own-*.json")
    path.write_text(note)
    assert count(published.published(file)) == 1
    assert json.loads(path.read_text())["built"] in built(folder)


@pytest.mark.usefixtures("built_before")
def test_a_build_of_another_version_of_the_monitor_is_made_anew(folder, file, monkeypatch):
    published.publish(file)
    monkeypatch.setattr(published, "_schema", lambda: "another")
    assert count(published.published(file)) == 1
    [path] = folder.glob("own-*.json")
    assert json.loads(path.read_text())["schema"] == "another"


def test_the_server_takes_a_name_or_a_file(folder, file):
    assert datasets.served("public_record").key == "public_record"
    assert datasets.served(str(file)).key == "own"


def test_the_server_says_why_it_cannot_serve_a_file(folder, file):
    with pytest.raises(datasets.NotADataset, match="Choose public_record"):
        datasets.served(str(file.with_name("none.xlsx")))
    file.write_bytes(b"")
    with pytest.raises(datasets.NotADataset, match="The file is empty"):
        datasets.served(str(file))


def test_the_default_is_the_public_record_unless_told(monkeypatch):
    monkeypatch.delenv("MONITOR_DATASET", raising=False)
    assert datasets.default() == "public_record"
    monkeypatch.setenv("MONITOR_DATASET", "demo")
    assert datasets.default() == "demo"
