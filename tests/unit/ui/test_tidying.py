"""Memory stays bounded: by counts of things alive, never by the clock of the machine."""

import gc
import weakref
from itertools import pairwise

import pytest

from ui.serving.tidying import LATEST, RESTING, WORTH, Tidying

RUN = 4 * RESTING
"""Seconds of processor one run of a page takes here."""


class Clocks:
    """A wall clock and a processor's clock that go on when told to."""

    def __init__(self):
        self.wall, self.processor, self.collected = 0.0, 0.0, []

    def tidying(self):
        return Tidying(
            lambda: self.collected.append(self.wall), lambda: self.wall, lambda: self.processor
        )


@pytest.fixture
def clocks():
    return Clocks()


def test_nothing_is_collected_while_readers_wait(clocks):
    tidying = clocks.tidying()
    while clocks.wall < LATEST - 1:
        clocks.wall, clocks.processor = clocks.wall + 0.5, clocks.processor + RUN
        tidying.look()
    assert clocks.collected == []


def test_a_quiet_moment_is_used_once(clocks):
    tidying = clocks.tidying()
    clocks.processor += 2 * WORTH
    for clocks.wall in (0.5, 1.0, 1.5, 2.0):
        tidying.look()
    assert clocks.collected == [1.0]


def test_a_server_at_rest_is_left_at_rest(clocks):
    tidying = clocks.tidying()
    for clocks.wall in range(3600):
        tidying.look()
    assert clocks.collected == []


def test_an_endless_crowd_is_tidied_after_all_the_same(clocks):
    tidying = clocks.tidying()
    while clocks.wall < 10 * LATEST:
        clocks.wall, clocks.processor = clocks.wall + 0.5, clocks.processor + RUN
        tidying.look()
    assert max(after - before for before, after in pairwise([0, *clocks.collected])) <= LATEST + 1


class Left:
    """What a run leaves behind: in a circle, so that no count of references ever frees it."""

    def __init__(self):
        self.itself = self


def test_what_runs_leave_behind_never_grows_past_what_one_pause_allows(clocks):
    tidying = Tidying(gc.collect, lambda: clocks.wall, lambda: clocks.processor)
    alive, most, runs = weakref.WeakSet(), 0, 2000
    gc.disable()  # the worst case: Python's own collections never come round to it
    gc.freeze()  # what other tests left is not looked through each time
    try:
        for _ in range(runs):
            alive.add(Left())
            clocks.wall, clocks.processor = clocks.wall + 0.5, clocks.processor + RUN
            tidying.look()
            most = max(most, len(alive))
    finally:
        gc.unfreeze()
        gc.enable()
    assert most <= 2 * LATEST + 2 < runs / 10
