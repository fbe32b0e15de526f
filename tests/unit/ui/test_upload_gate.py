"""Uploads have a room: what does not fit is not taken in, and nobody holds a place in silence."""

import asyncio

import pytest

from ui.serving import upload_gate
from ui.serving.upload_gate import UploadGate
from ui.shell import upload_room
from ui.shell.upload_session import DESKS

MB = 1_000_000


@pytest.fixture(autouse=True)
def room(monkeypatch):
    """Room for 3 MB, 2 for one session, in files of at most 2 MB; session B holds one."""
    for name, megabytes in (("UPLOAD_MB", 2), ("UPLOADS_MB", 3), ("UPLOADS_SESSION_MB", 2)):
        monkeypatch.setenv(f"MONITOR_{name}", str(megabytes))
    monkeypatch.setattr(upload_room, "arrived", lambda: {"B": [MB]})
    monkeypatch.setattr(upload_gate, "arrived", lambda: {"B": [MB]})
    DESKS.clear()


def put(session, size, *, sent=None, at_once=0, stalls=False):
    """What the server below gets of an upload of `size` bytes, and the status of the answer."""
    came, statuses = [], []

    async def below(scope, receive, send):
        body = b""
        while (message := await receive())["type"] == "http.request":
            body += message["body"]
            if not message.get("more_body"):
                break
        came.append((dict(scope["headers"]), message["type"], body))
        await send({"type": "http.response.start", "status": 204, "headers": []})

    async def run():
        gate = UploadGate(below)
        gate.coming.update({"C": at_once} if at_once else {})

        async def receive():
            if stalls:
                await asyncio.sleep(10)
            return {"type": "http.request", "body": b"x" * (sent or size), "more_body": False}

        async def send(message):
            if "status" in message:
                statuses.append(message["status"])

        path = f"/sub/_stcore/upload_file/{session}/file"
        headers = [(b"content-length", str(size).encode())]
        scope = {"type": "http", "method": "PUT", "path": path, "headers": headers}
        await gate(scope, receive, send)
        assert gate.coming == ({"C": at_once} if at_once else {})

    asyncio.run(run())
    return came, statuses


def test_what_fits_goes_on_as_it_came():
    [(_, _, body)], statuses = put("A", 2 * MB)
    assert (len(body), statuses) == (2 * MB, [204])


@pytest.mark.parametrize(("session", "at_once"), [("B", 0), ("A", MB)], ids=["own", "all"])
def test_what_does_not_fit_is_thrown_away_and_an_empty_file_says_so(session, at_once):
    [(headers, _, body)], _ = put(session, 2 * MB, at_once=at_once)
    assert b'filename="no-room"' in body
    assert int(headers[b"content-length"]) == len(body) < 200


def test_more_than_a_file_may_have_is_refused_or_cut_off():
    assert put("A", 9 * MB) == ([], [413])
    [(_, ended, _)], _ = put("A", MB, sent=9 * MB)
    assert ended == "http.disconnect"


def test_one_reader_parks_no_more_than_a_few_files(monkeypatch):
    monkeypatch.setattr(upload_gate, "arrived", lambda: {"A": [0] * upload_gate.FILES})
    assert put("A", 10) == ([], [413])


def test_somebody_who_stops_sending_is_given_up(monkeypatch):
    monkeypatch.setattr(upload_gate, "SILENCE", 0.05)
    [(_, ended, _)], _ = put("A", MB, stalls=True)
    assert ended == "http.disconnect"
