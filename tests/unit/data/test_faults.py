"""What can go wrong around the store while readers read: disks, clocks, and builds cut short."""

import errno
import os
import signal
import subprocess
import sys
from datetime import date
from time import monotonic, sleep

import pytest

from api import public
from data import datasets, published, store
from data.holding import build, sweeping
from data.raw import read_public_record
from data.store import public_record
from tests.house.shipped import ROOT
from tests.unit.importer.made import filled

COMMITMENTS = 412


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A cache folder of its own; whatever a test opened there is closed again."""
    monkeypatch.setenv("MONITOR_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "cache"
    folder.mkdir()
    yield folder
    for path in [path for path in store._opened if path.parent == folder]:
        store._opened.pop(path).connection.close()


@pytest.fixture
def full_disk(folder, monkeypatch):
    """Nothing more can be written to the cache."""

    def breaks(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(build, "_copy", breaks)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ours.xlsx"
    path.write_bytes(filled(commitments="commitment_id | plan_id\nX1 | UKR-6"))
    return path


def count(dataset):
    return dataset.cursor().execute("select count(*) from commitments").fetchone()[0]


# A full disk -------------------------------------------------------------------------------


@pytest.mark.usefixtures("full_disk")
def test_on_a_full_disk_the_record_is_held_in_memory_once(folder):
    dataset = public_record(cache=folder)
    assert count(dataset) == COMMITMENTS
    assert public_record(cache=folder) is dataset
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("full_disk")
def test_on_a_full_disk_a_server_serves_its_file_and_reads_it_once(file, monkeypatch):
    dataset = datasets.served(str(file))
    assert count(dataset) == 1
    monkeypatch.setattr(published, "load", None)
    assert datasets.served(str(file)) is dataset


@pytest.mark.usefixtures("full_disk")
def test_on_a_full_disk_publishing_says_so_and_changes_nothing(folder, file, capsys):
    from analytics.__main__ import main

    with pytest.raises(SystemExit, match="2"):
        main(["publish", str(file)])
    output = capsys.readouterr().err
    assert "was not put in place: No space left on device. Nothing was changed." in output
    assert str(folder) in output
    assert published.standing(file) is None


# Cut short ---------------------------------------------------------------------------------

BUILD_AND_WAIT = """
import sys, time
from data import store
from data.holding import build
build._copy = lambda *_: time.sleep(60)
store.public_record()
"""


@pytest.fixture
def builder(folder):
    """A process that is building in the folder, and never done."""
    process = subprocess.Popen([sys.executable, "-c", BUILD_AND_WAIT], cwd=ROOT)
    until = monotonic() + 30
    while not list(folder.glob(".building-*/lock")) and monotonic() < until:
        sleep(0.05)
    yield process
    process.kill()
    process.wait()


def test_what_a_killed_build_leaves_goes_with_the_next_and_a_living_one_stays(folder, builder):
    [left] = folder.glob(".building-*")
    public_record(cache=folder)
    assert left.exists()
    os.kill(builder.pid, signal.SIGKILL)
    builder.wait()
    store.opened(read_public_record(), key="again", title="Again", cache=folder)
    assert not left.exists()


def test_databases_of_former_versions_go_and_young_ones_stay(folder):
    former, young, other = (folder / f"{name}.duckdb" for name in
                            ("public_record-0123", "public_record-4567", "own-89ab"))  # fmt: skip
    for path in (former, young, other):
        path.write_bytes(b"built by another version")
    os.utime(former, (1_700_000_000, 1_700_000_000))
    os.utime(other, (1_700_000_000, 1_700_000_000))
    public_record(cache=folder)
    assert [path.exists() for path in (former, young, other)] == [False, True, True]


@pytest.mark.usefixtures("built_before")
def test_what_a_note_points_to_stays_however_old_it_is(folder, file, tmp_path):
    published.publish(file)
    [kept] = folder.glob("own-*.duckdb")
    os.utime(kept, (1_700_000_000, 1_700_000_000))
    another = tmp_path / "another.xlsx"
    another.write_bytes(filled(commitments="commitment_id | plan_id\nX2 | UKR-6"))
    published.publish(another)
    assert kept.exists()


def test_a_folder_being_made_this_moment_is_left_alone(folder):
    young = folder / f"{sweeping.BUILDING}new"
    young.mkdir()
    public_record(cache=folder)
    assert young.exists()


# Clocks ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("record_built_before")
def test_a_clock_that_jumps_leaves_the_facts_and_never_shows_a_day_to_come(folder):
    usual = public_record(cache=folder, today=date(2026, 11, 30))
    [built] = folder.glob("*.duckdb")
    written = built.stat().st_mtime_ns
    for today, newest in (
        (date(1999, 1, 1), date(1999, 1, 1)),
        (date(2035, 1, 1), usual.compiled),
        (date(2026, 11, 30), usual.compiled),
    ):
        dataset = public_record(cache=folder, today=today)
        assert (dataset.newest, dataset.version, count(dataset)) == (
            newest, usual.version, COMMITMENTS,
        )  # fmt: skip
    assert built.stat().st_mtime_ns == written


class Clock(date):
    """A day that a test sets."""

    shown = date(1999, 1, 1)

    @classmethod
    def today(cls):
        return cls.shown


def test_a_server_that_started_with_a_wrong_clock_is_right_once_the_clock_is(monkeypatch):
    public._opened.cache_clear()
    monkeypatch.setattr(store, "date", Clock)
    assert public.dataset().newest == date(1999, 1, 1)
    monkeypatch.setattr(Clock, "shown", date(2026, 11, 30))
    assert public.dataset().newest == public.dataset().compiled


# Under readers -----------------------------------------------------------------------------


@pytest.mark.parametrize("harm", ["deleted", "truncated", "overwritten"])
@pytest.mark.usefixtures("record_built_before")
def test_a_file_harmed_under_readers_is_read_on_and_built_anew_by_the_next_start(folder, harm):
    dataset = public_record(cache=folder)
    [path] = folder.glob("*.duckdb")
    if harm == "deleted":
        path.unlink()
    elif harm == "truncated":
        os.truncate(path, 4096)
    else:
        path.write_bytes(b"x" * path.stat().st_size)
    at = "select count(*) from commitments_at(date '2020-01-01')"
    assert count(dataset) == COMMITMENTS
    assert dataset.cursor().execute(at).fetchone()[0] > 0
    store._opened.pop(path).connection.close()
    assert count(public_record(cache=folder)) == COMMITMENTS


PUBLISH_AND_DIE = """
import os, signal, sys
from data import published
published._put = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
published.publish(__import__("pathlib").Path(sys.argv[1]))
"""


@pytest.mark.usefixtures("built_before")
def test_a_publishing_killed_before_its_end_changes_nothing_and_can_be_done_again(folder, file):
    published.publish(file)
    file.write_bytes(filled(commitments="commitment_id | plan_id\nX1 | UKR-6\nX2 | UKR-6"))
    command = [sys.executable, "-c", PUBLISH_AND_DIE, str(file)]
    assert subprocess.run(command, cwd=ROOT).returncode == -signal.SIGKILL
    assert count(published.published(file)) == 1
    published.publish(file)
    assert count(published.published(file)) == 2
