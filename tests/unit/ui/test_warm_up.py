"""The server visits its own pages as a reader would, and leaves no visitor behind."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import product

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime

from analytics.codelists import COUNTRIES
from ui.serving import warm_up
from ui.shell.navigation import PAGES


class Serving:
    """A runtime that finishes every page at once, or never."""

    def __init__(self, *, stuck_at=None):
        self.stuck_at, self.visitors, self.opened, self.queries = stuck_at, {}, [], []

    def connect_session(self, client, user_info):
        self.visitors[id(client)] = client
        return id(client)

    def handle_backmsg(self, session, message):
        self.opened.append(message.rerun_script.page_name)
        self.queries.append(message.rerun_script.query_string)
        if self.opened[-1] != self.stuck_at:
            finished = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)
            self.visitors[session].write_forward_msg(finished)

    def close_session(self, session):
        del self.visitors[session]


@pytest.fixture
def frozen(monkeypatch):
    """What would be set aside for good is not, in a process that goes on with other tests."""
    calls = []
    monkeypatch.setattr(warm_up.gc, "freeze", lambda: calls.append("freeze"))
    return calls


def ran(work):
    """What came of `work`, in a loop of its own: this thread's may be a browser's."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def test_every_page_is_visited_once_and_left(monkeypatch, frozen):
    serving = Serving()
    monkeypatch.setattr(Runtime, "instance", lambda: serving)
    ran(warm_up.warm_up())
    assert (serving.opened, serving.visitors, frozen) == (list(PAGES), {}, ["freeze"])


def test_readers_wait_no_longer_than_said_for_a_page_that_takes_its_time(monkeypatch, frozen):
    serving = Serving(stuck_at="sectors")
    monkeypatch.setattr(Runtime, "instance", lambda: serving)
    monkeypatch.setattr(warm_up, "SECONDS", 0.01)

    async def came_back() -> bool:
        visits = await warm_up.warm_up()
        return visits.done()

    assert ran(came_back()) is False
    assert (serving.visitors, frozen) == ({}, [])


def test_each_country_is_visited_on_each_page_in_quiet_moments_and_again_when_data_change(
    monkeypatch,
):
    serving, standing, rests = Serving(), ["one", "other"], []
    monkeypatch.setattr(Runtime, "instance", lambda: serving)
    monkeypatch.setattr(warm_up, "_standing", lambda: standing[0])
    whole = len(PAGES) * (1 + len(COUNTRIES))

    async def rest() -> None:
        rests.append(len(serving.opened))
        if len(rests) == whole + 10:
            standing.pop(0)
        if len(serving.opened) > whole:
            raise asyncio.CancelledError

    monkeypatch.setattr(warm_up, "quiet", rest)
    with suppress(asyncio.CancelledError):
        ran(warm_up.stay_warm())
    assert serving.queries[: 1 + len(COUNTRIES)] == ["", *(f"country={one}" for one in COUNTRIES)]
    assert set(product(serving.opened, serving.queries)) == set(
        product(PAGES, {"", *(f"country={one}" for one in COUNTRIES)})
    )
    assert rests == [0, *range(1, whole + 1), *[whole] * 9, whole + 1]
    assert serving.visitors == {}
