"""Read in a process of its own: the same answer, one at a time, bounded, and nothing left over."""

import os
import pickle
import signal
from pathlib import Path
from threading import Event, Thread

import pytest

from data.importer import apart, open_apart, open_upload
from data.importer import line as line_of_files
from data.problems import NoRoom
from tests.house.shipped import ROOT
from tests.unit.importer.made import filled

EXPORT = (ROOT / "tests" / "fixtures" / "ogp_export.csv").read_bytes()
BROKEN = filled(commitments="commitment_id | plan_id | end_date\nX1 | UKR-66 | soon")


def codes(refused):
    return [problem.code for problem in refused.problems]


def test_what_comes_of_a_file_is_the_same_as_here():
    here, there = open_upload("export.csv", EXPORT), open_apart("export.csv", EXPORT)
    assert there.dataset.sha256 == here.dataset.sha256
    assert there.loaded.account == here.loaded.account
    assert there.notes == here.notes
    assert open_apart("ours.xlsx", BROKEN) == open_upload("ours.xlsx", BROKEN)


@pytest.mark.parametrize("limit", ["memory", "time"])
def test_a_reading_that_takes_too_much_is_ended_and_refused(monkeypatch, limit):
    if limit == "memory":
        monkeypatch.setattr(apart, "_taken", lambda process: 10**12)
    else:
        monkeypatch.setattr(apart, "SECONDS", 0.1)
    assert codes(open_apart("export.csv", EXPORT)) == ["too-much-to-read"]


def test_what_a_process_takes_is_known():
    assert 10**7 < apart._taken(os.getpid()) < 10**11


def test_a_reading_that_is_killed_is_refused():
    def kill(stage, share):
        if share:
            [child] = children()
            os.kill(child, signal.SIGKILL)

    assert codes(open_apart("export.csv", EXPORT, kill)) == ["too-much-to-read"]


def test_a_reader_who_goes_away_takes_the_reading_along():
    class Gone(BaseException):
        pass

    def leave(stage, share):
        if share:
            raise Gone

    with pytest.raises(Gone):
        open_apart("export.csv", EXPORT, leave)
    assert (children(), line_of_files.in_line()) == ([], 0)


def test_without_room_for_it_a_good_file_is_refused():
    refused = open_apart("export.csv", EXPORT, has_room=lambda size: False)
    assert refused.problems == (NoRoom(),)


def test_files_are_read_in_the_order_in_which_they_came():
    line, told, served, go = line_of_files.Line(), [], [], Event()
    waits = Event()

    def first():
        with line.turn(lambda *_: None):
            go.wait(10)
            served.append("first")

    def second():
        def say(stage, share):
            told.append(stage)
            waits.set()

        with line.turn(say):
            served.append("second")

    threads = [Thread(target=first)]
    threads[0].start()
    while not len(line):
        pass
    threads.append(Thread(target=second))
    threads[1].start()
    assert waits.wait(10)
    go.set()
    for thread in threads:
        thread.join(10)
    assert served == ["first", "second"]
    assert told[0] == "Waiting: 1 file is read before yours"


def test_nothing_but_what_a_file_is_read_into_is_taken():
    import io

    with pytest.raises(pickle.UnpicklingError, match="does not belong here"):
        apart._OursOnly(io.BytesIO(pickle.dumps(os.getcwd))).load()


def children():
    """The processes that read for this one now; other tests may have left helpers of their own."""
    processes = Path("/proc")
    children = (processes / "self" / "task" / str(os.getpid()) / "children").read_text().split()
    return [
        int(child)
        for child in children
        if "data.importer.apart" in (processes / child / "cmdline").read_text()
    ]
