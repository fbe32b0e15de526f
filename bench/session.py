"""One reader without a browser: Streamlit's own protocol over its websocket."""

import asyncio
import time
from dataclasses import dataclass
from typing import Self

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE = 120
"""Seconds a reader waits for an answer."""
REMEMBERED = 400
"""Messages a browser remembers, so that they need not be sent again."""


@dataclass(frozen=True, slots=True)
class Rerun:
    """What one rerun took and sent, and what the page complained of."""

    seconds: float
    messages: int
    sent: int
    errors: tuple[str, ...]


class Session:
    """A reader of one page. Leave it by `async with`, as a browser closes its window."""

    def __init__(self, url: str, page: str = "") -> None:
        self.url, self.page, self.script, self.hashes = url, page, "", list[str]()

    async def __aenter__(self) -> Self:
        address = self.url.replace("http", "ws", 1) + "/_stcore/stream"
        self.link = await websockets.connect(
            address,
            origin=self.url,  # type: ignore[arg-type]
            subprotocols=["streamlit", "bench"],  # type: ignore[list-item]
            max_size=None,
            ping_interval=None,
            open_timeout=PATIENCE,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.link.close()

    async def ask(self, query: str = "") -> Rerun:
        """Follow a link on the page and wait until all of it is there. Raises TimeoutError."""
        began, messages, sent, errors = time.perf_counter(), 0, 0, list[str]()
        await self.link.send(self._request(query))
        async with asyncio.timeout(PATIENCE):
            while True:
                data = await self.link.recv()
                came = ForwardMsg.FromString(data)
                messages, sent = messages + 1, sent + len(data)
                errors += self._taken(came)
                early = ForwardMsg.FINISHED_EARLY_FOR_RERUN
                if came.WhichOneof("type") == "script_finished" and came.script_finished != early:
                    return Rerun(time.perf_counter() - began, messages, sent, tuple(errors))

    def _request(self, query: str) -> bytes:
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_script_hash = query, self.script
        if not self.script:
            state.page_name = self.page
        state.cached_message_hashes.extend(self.hashes[-REMEMBERED:])
        state.context_info.url = f"{self.url}/{self.page}"
        state.context_info.timezone, state.context_info.locale = "UTC", "en"
        return bytes(message.SerializeToString())

    def _taken(self, came: ForwardMsg) -> list[str]:
        """Take note of a message; the answer is what it complains of."""
        kind = came.WhichOneof("type")
        if came.metadata.cacheable and kind != "ref_hash":
            self.hashes.append(came.hash)
        if kind == "new_session":
            self.script = self.script or came.new_session.page_script_hash
        elif kind == "navigation":
            self.script = came.navigation.page_script_hash or self.script
        elif kind == "delta" and came.delta.new_element.WhichOneof("type") == "exception":
            return [came.delta.new_element.exception.message[:120]]
        return []
