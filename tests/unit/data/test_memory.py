"""A large dataset in memory is pressed as in a file, and answers as any other does."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from data import store
from data.holding import memory
from data.raw import read_public_record

TABLES = (
    "select table_name from duckdb_tables() where database_name = current_database() order by all"
)


@pytest.fixture(scope="module")
def facts():
    return read_public_record()


@pytest.fixture(scope="module")
def pressed(facts):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(memory, "LARGE", 1)
        dataset = store.in_memory(facts, key="upload", title="Large")
    yield dataset
    dataset.close()


@pytest.fixture(scope="module")
def plain(facts):
    dataset = store.in_memory(facts, key="upload", title="Large")
    yield dataset
    dataset.close()


def tables(dataset):
    return [name for (name,) in dataset.cursor().execute(TABLES).fetchall()]


def test_only_a_large_dataset_is_pressed(pressed, plain):
    assert (pressed.is_pressed, plain.is_pressed) == (True, False)


def test_pressed_or_not_every_table_holds_the_same_rows(pressed, plain):
    assert tables(pressed) == tables(plain)
    for name in tables(plain):
        rows = [
            sorted(map(repr, dataset.cursor().execute(f"from {name}").fetchall()))
            for dataset in (pressed, plain)
        ]
        assert rows[0] == rows[1], name


def test_every_cursor_finds_the_tables_in_other_threads_too(pressed):
    def count(_):
        rows = pressed.cursor().execute("select count(*) from commitments_at(current_date)")
        return rows.fetchone()[0]

    with ThreadPoolExecutor(2) as threads:
        assert {*threads.map(count, range(8))} == {412}


def test_a_pressed_dataset_reaches_no_file(pressed):
    with pytest.raises(Exception, match="disabled"):
        pressed.cursor().execute("attach '/tmp/other.duckdb' as other")


def test_a_large_dataset_is_built_into_a_file_as_any_other(monkeypatch, tmp_path, facts):
    monkeypatch.setattr(memory, "LARGE", 1)
    dataset = store.opened(facts, key="large", title="Large", cache=tmp_path)
    assert not dataset.is_pressed
    count = dataset.cursor().execute("select count(*) from commitments").fetchone()
    assert count == (412,)
