"""The store: built once, whole or not at all, mended when damaged, and closed to the world."""

import multiprocessing
import os
import runpy
import shutil
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import duckdb
import pytest

from data import demo, store
from data import fingerprint as hashed
from data.fingerprint import fingerprint
from data.holding import build
from data.raw import PUBLIC_RECORD, RAW, completed, read_public_record
from data.store import in_memory, opened, public_record

COMMITMENTS = 412
COUNT = "select count(*) from commitments"


@pytest.fixture
def folder(tmp_path):
    """A cache folder of its own; whatever a test opened there is closed again."""
    yield tmp_path
    for path in [path for path in store._opened if path.parent == tmp_path]:
        store._opened.pop(path).connection.close()


@pytest.fixture(scope="session")
def facts():
    return read_public_record()


def count(dataset):
    return dataset.cursor().execute(COUNT).fetchone()[0]


def files(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def path(folder, record):
    """A file in the folder that was built before, and that nobody has opened."""
    whole = store.cache_folder() / store.built(record.key, record.sha256)
    return Path(shutil.copy(whole, folder))


def closed(path):
    store._opened.pop(path).connection.close()


# Building ----------------------------------------------------------------------------------


def test_a_missing_file_is_built(folder):
    dataset = public_record(cache=folder)
    assert count(dataset) == COMMITMENTS
    assert files(folder) == [f"public_record-{dataset.sha256[:16]}.duckdb"]


def test_a_file_that_is_there_is_not_built_again(folder, path):
    before = path.stat().st_mtime_ns, path.stat().st_ino
    public_record(cache=folder)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


@pytest.mark.usefixtures("path")
def test_the_same_file_is_opened_once(folder):
    assert public_record(cache=folder) is public_record(cache=folder)


def test_a_file_that_vanished_is_built_again(folder, path):
    public_record(cache=folder)
    path.unlink()
    assert count(public_record(cache=folder)) == COMMITMENTS
    assert path.exists()


def test_other_facts_are_another_file(folder, facts):
    one = opened(facts, key="facts", title="Facts", cache=folder)
    other = opened(facts | {"events": facts["events"].slice(1)}, key="facts", title="Facts",
                   cache=folder)  # fmt: skip
    assert one.sha256 != other.sha256
    assert len(files(folder)) == 2


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"no database at all" * 1000),
        lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
        lambda path: path.write_bytes(path.read_bytes()[:-4096]),
        lambda path: path.write_bytes(b"\0" * path.stat().st_size),
        lambda path: (path.unlink(), path.mkdir(), (path / "inside").touch()),
    ],
    ids=["empty", "garbage", "half", "short", "zeros", "folder"],
)
def test_a_damaged_file_is_built_anew(folder, path, spoil):
    spoil(path)
    assert count(public_record(cache=folder)) == COMMITMENTS
    assert path.is_file()


def test_damage_is_found_wherever_it_lies(folder):
    """A flipped stretch at the head of any block is found, or lies where nothing is kept."""
    built = opened(demo.tables(113, 7), key="small", title="Small", cache=folder)
    [path] = folder.glob("*.duckdb")
    closed(path)
    store.reopened(path, built.sha256)
    closed(path)
    whole = path.read_bytes()
    header, block = 12288, 262144
    for start in range(header, len(whole), block):
        damaged = bytearray(whole)
        damaged[start : start + 64] = bytes(byte ^ 0x5A for byte in whole[start : start + 64])
        path.write_bytes(damaged)
        try:
            dataset = store.reopened(path, built.sha256)
        except (duckdb.Error, ValueError):
            continue  # what is found is built anew: that is shown above
        kept = dataset.cursor().execute("select table_name from duckdb_tables()").fetchall()
        for (table,) in kept:
            dataset.cursor().execute(f"from {table}").fetchall()
        closed(path)


def test_a_file_built_from_other_facts_is_built_anew(folder, path):
    with duckdb.connect(path) as connection:
        connection.execute("update dataset set sha256 = 'another'")
        connection.execute("delete from indicators")
    assert public_record(cache=folder).cursor().execute("from indicators").fetchone()


def test_a_database_that_is_none_of_ours_is_built_anew(folder, path):
    path.unlink()
    with duckdb.connect(path) as connection:
        connection.execute("create table commitments as select 1 as commitment_id")
    assert count(public_record(cache=folder)) == COMMITMENTS


def test_a_dataset_without_its_own_line_is_built_anew(folder, path):
    with duckdb.connect(path) as connection:
        connection.execute("delete from dataset")
    assert count(public_record(cache=folder)) == COMMITMENTS


def test_a_build_that_fails_leaves_nothing_behind(folder, facts):
    orphan = facts | {"action_plans": facts["action_plans"].slice(5)}
    with pytest.raises(duckdb.ConstraintException):
        opened(orphan, key="orphan", title="Orphans", cache=folder)
    assert files(folder) == []


def test_a_build_that_fails_leaves_the_old_file_alone(folder, path, monkeypatch):
    whole = path.read_bytes()
    path.write_bytes(whole[:-4096])

    def breaks(*_):
        raise OSError("no space left on device")

    monkeypatch.setattr(build, "_copy", breaks)
    assert count(public_record(cache=folder)) == COMMITMENTS  # from memory
    assert path.read_bytes() == whole[:-4096]
    assert files(folder) == [path.name]


def test_a_folder_whose_name_holds_a_quote_is_fine(tmp_path):
    dataset = public_record(cache=tmp_path / "the reader's own")
    assert count(dataset) == COMMITMENTS
    dataset.connection.close()


# Identity ----------------------------------------------------------------------------------


def test_the_version_is_the_head_of_the_fingerprint(record):
    assert record.version == record.sha256[:12]
    assert len(record.sha256) == 64


def test_the_fingerprint_is_the_same_for_the_same_facts(record, facts):
    assert fingerprint(completed(facts)) == record.sha256


@pytest.mark.parametrize("table", ["commitments", "assessments", "indicators"])
def test_every_fact_is_part_of_the_fingerprint(record, facts, table):
    less = facts | {table: facts[table].slice(1)}
    assert fingerprint(completed(less)) != record.sha256


def test_a_value_that_moves_into_the_next_cell_changes_the_fingerprint():
    def of(*tags):
        return fingerprint(completed({"policy_areas": table(tags)}))

    def table(tags):
        return completed({})["policy_areas"].schema.empty_table().from_pydict({"tag": list(tags)})

    assert len({of("ab", "c"), of("a", "bc"), of("abc"), of("abc", None), of("abc", "")}) == 5


def test_the_schema_is_part_of_the_fingerprint(facts, tmp_path, monkeypatch):
    before = fingerprint(completed(facts))
    other = tmp_path / "schema.sql"
    other.write_text("-- another schema")
    monkeypatch.setattr(hashed, "SCRIPTS", (*hashed.SCRIPTS[1:], other))
    assert fingerprint(completed(facts)) != before


def test_the_record_says_what_it_is(record):
    assert (record.key, record.title, record.made_up) == (
        "public_record",
        "OGP public record",
        False,
    )
    assert record.oldest < record.latest < record.newest == record.compiled


def test_a_dataset_without_a_look_spans_no_days():
    empty = in_memory({}, key="empty", title="Nothing")
    assert (empty.oldest, empty.latest) == (None, None)


# Serving -----------------------------------------------------------------------------------

OUTSIDE = [
    "select * from read_csv('{file}')",
    "select * from '{file}'",
    "select * from read_text('{file}')",
    "copy commitments to '{file}.out'",
    "attach '{file}.duckdb' as other",
    "install httpfs",
    "load '{file}'",
    "export database '{file}.folder'",
    "set enable_external_access = true",
]


@pytest.fixture(scope="module")
def held():
    """A dataset in memory, with nothing in it."""
    made = in_memory({}, key="m", title="In memory")
    yield made
    made.close()


@pytest.mark.parametrize("sql", OUTSIDE)
@pytest.mark.parametrize("kind", ["file", "memory"])
def test_a_reader_reaches_nothing_outside(record, held, tmp_path, kind, sql):
    file = tmp_path / "secret.csv"
    file.write_text("a,b\n1,2\n")
    dataset = record if kind == "file" else held
    with pytest.raises(duckdb.Error):
        dataset.cursor().execute(sql.format(file=file)).fetchall()
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]


@pytest.mark.parametrize("kind", ["file", "memory"])
def test_a_reader_sees_no_variable_of_the_program(record, held, kind):
    dataset = record if kind == "file" else held
    somebodys_facts = completed({})["events"]
    assert somebodys_facts.num_rows == 0
    with pytest.raises(duckdb.CatalogException):
        dataset.cursor().execute("select * from somebodys_facts")


@pytest.mark.parametrize(
    "sql",
    [
        "delete from commitments",
        "update dataset set version = 'mine'",
        "create table mine (a integer)",
        "create or replace macro standing(as_of) as table select 1",
        "drop table commitments",
    ],
)
def test_a_reader_changes_nothing(record, sql):
    with pytest.raises(duckdb.Error, match="read-only"):
        record.cursor().execute(sql)


def test_many_threads_read_through_cursors_of_their_own(record):
    with ThreadPoolExecutor(8) as readers:
        results = list(readers.map(lambda _: count(record), range(40)))
    assert results == [COMMITMENTS] * 40


def test_a_cursor_is_the_callers_own(record):
    one, other = record.cursor(), record.cursor()
    one.execute("select 1")
    other.execute("select 2")
    assert (one.fetchone(), other.fetchone()) == ((1,), (2,))


def test_many_threads_opening_at_once_build_one_file(folder):
    with ThreadPoolExecutor(4) as readers:
        results = list(readers.map(lambda _: public_record(cache=folder), range(4)))
    assert len(set(map(id, results))) == 1
    assert len(files(folder)) == 1


@pytest.fixture
def no_script(monkeypatch):
    """A process of the pool runs the main script anew, and a test of a page leaves a page there."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


@pytest.mark.usefixtures("no_script")
def test_two_processes_read_one_file(folder, path):
    public_record(cache=folder)
    other = multiprocessing.get_context("spawn")
    with other.Pool(2) as pool:
        assert pool.map(_count_in_another_process, [folder, folder]) == [COMMITMENTS] * 2
    assert files(folder) == [path.name]


@pytest.mark.usefixtures("no_script")
def test_two_processes_may_build_the_same_file_at_once(folder):
    other = multiprocessing.get_context("spawn")
    with other.Pool(2) as pool:
        assert pool.map(_count_in_another_process, [folder, folder]) == [COMMITMENTS] * 2
    assert len(files(folder)) == 1


def _count_in_another_process(folder):
    return count(public_record(cache=folder))


# Where the file lies -----------------------------------------------------------------------


def test_the_cache_folder_is_the_one_the_environment_names(tmp_path, monkeypatch):
    monkeypatch.setenv("MONITOR_CACHE", str(tmp_path / "here" / "there"))
    assert store.cache_folder() == tmp_path / "here" / "there"
    assert store.cache_folder().is_dir()


def test_without_a_word_it_lies_beside_the_project(monkeypatch):
    monkeypatch.delenv("MONITOR_CACHE")
    monkeypatch.setattr(os, "access", lambda *_: True)
    assert store.cache_folder() == PUBLIC_RECORD.parent.parent / ".cache"


def test_where_it_cannot_be_made_a_temporary_folder_takes_its_place(tmp_path, monkeypatch):
    in_the_way = tmp_path / "a file"
    in_the_way.touch()
    monkeypatch.setenv("MONITOR_CACHE", str(in_the_way))
    assert store.cache_folder().name.startswith("eap-monitor-")


def test_where_it_cannot_be_written_a_temporary_folder_takes_its_place(tmp_path, monkeypatch):
    tmp_path.chmod(stat.S_IREAD | stat.S_IEXEC)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anywhere
    monkeypatch.setenv("MONITOR_CACHE", str(tmp_path))
    assert store.cache_folder().name.startswith("eap-monitor-")


# In memory ---------------------------------------------------------------------------------


def test_a_dataset_in_memory_leaves_no_file(tmp_path, monkeypatch, facts):
    monkeypatch.setenv("MONITOR_CACHE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    dataset = in_memory(facts, key="upload", title="Upload", made_up=True)
    assert (count(dataset), dataset.made_up) == (COMMITMENTS, True)
    assert files(tmp_path) == []


def test_two_datasets_in_memory_are_two(facts):
    one = in_memory(facts, key="one", title="One")
    assert count(in_memory({}, key="two", title="Two")) == 0
    assert count(one) == COMMITMENTS


def test_no_raw_table_stays_in_a_dataset(record):
    query = "select table_name from duckdb_tables() union select view_name from duckdb_views()"
    names = {name for (name,) in record.cursor().execute(query).fetchall()}
    assert names.isdisjoint({f"raw_{name}" for name in RAW})


def test_the_public_record_can_be_built_ahead_by_a_command(capsys, record):
    runpy.run_path(str(Path(store.__file__)), run_name="__main__")
    assert capsys.readouterr().out == f"OGP public record: version {record.version} is ready.\n"
