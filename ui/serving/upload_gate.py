"""Uploads are counted before they arrive: what has no room is not taken in.

It is read and thrown away, and an empty file of an agreed name goes on in its place: the page then
says in words that there was no room, where a refusal would show the number of an HTTP status.
"""

import asyncio
import re
from collections import Counter

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.importer.readers.limits import MEGABYTE
from settings import settings
from ui.shell.upload_room import arrived, has_room
from ui.shell.upload_session import NO_ROOM

UPLOADING = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+$")
FRAMING = 1 << 20
"""Bytes of a request beside the file itself, at most."""
SILENCE = 30.0
"""Seconds without a byte after which an upload is given up."""
FILES = 20
"""Files of one reader that may wait to be read; a page of ours waits for one or two."""


class UploadGate:
    """Lets in what fits into the room for all, and into that of its session."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.coming: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        named = UPLOADING.search(scope["path"]) if scope["type"] == "http" else None
        if named is None or scope["method"] != "PUT":
            await self.app(scope, receive, send)
            return
        session, size = named[1], _size(scope)
        largest = settings().upload_mb * MEGABYTE + FRAMING
        if size > largest or len(arrived().get(session, ())) >= FILES:
            refusal = PlainTextResponse("The file is too large, or one of too many.", 413)
            await refusal(scope, receive, send)
            return
        patient = _Patient(receive, largest)
        if not has_room(session, size, self.coming):
            await self.app(*_empty(scope, patient), send)
            return
        self.coming[session] += size
        try:
            await self.app(scope, patient, send)
        finally:
            self.coming[session] -= size
            if not self.coming[session]:
                del self.coming[session]


class _Patient:
    """Receives a request's body, at most so much of it, from somebody who keeps sending."""

    def __init__(self, receive: Receive, largest: int) -> None:
        self.receive, self.left = receive, largest

    async def __call__(self) -> Message:
        try:
            message = await asyncio.wait_for(self.receive(), SILENCE)
        except TimeoutError:
            return {"type": "http.disconnect"}
        self.left -= len(message.get("body", b""))
        return message if self.left >= 0 else {"type": "http.disconnect"}


def _size(scope: Scope) -> int:
    """What the request says it holds; without a word, as much as one file may have."""
    size = Headers(scope=scope).get("content-length", "")
    return int(size) if size.isdecimal() else settings().upload_mb * MEGABYTE


def _empty(scope: Scope, receive: Receive) -> tuple[Scope, Receive]:
    """The same request with an empty file in it, once all of its own body has come and gone."""
    named = f'Content-Disposition: form-data; name="file"; filename="{NO_ROOM}"'
    body = f"--{NO_ROOM}\r\n{named}\r\n\r\n\r\n--{NO_ROOM}--\r\n".encode()
    scope = {**scope, "headers": list(scope["headers"])}
    headers = MutableHeaders(scope=scope)
    headers["content-type"] = f"multipart/form-data; boundary={NO_ROOM}"
    headers["content-length"] = str(len(body))

    async def instead() -> Message:
        while (message := await receive())["type"] == "http.request":
            if not message.get("more_body"):
                return {"type": "http.request", "body": body, "more_body": False}
        return message

    return scope, instead
