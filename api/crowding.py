"""How many questions are answered at once, so that programs leave room for readers.

Every answer takes a thread of those that pages and files need as well. A program that asks more
than we can answer is told to come back, instead of letting everybody wait.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

AT_ONCE = 4
"""Questions that are being answered."""
WAITING = 60
"""Questions that may wait for their turn."""
COME_BACK = 5
"""Seconds after which a program that was sent away may ask again."""


@dataclass
class Turn:
    """Who is being answered and who waits, in one running server."""

    free: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    there: int = 0

    async def answer(self, serve: Callable[[Request], Response], request: Request) -> Response:
        """The answer, once it is its turn. Raises HTTPException where too many wait already."""
        if self.there >= AT_ONCE + WAITING:
            sentence = f"{self.there} questions are here already. Ask again in {COME_BACK} seconds."
            raise HTTPException(503, sentence, {"Retry-After": str(COME_BACK)})
        self.there += 1
        try:
            async with self.free:
                return await run_in_threadpool(serve, request)
        finally:
            self.there -= 1


_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, Turn] = WeakKeyDictionary()


def turn() -> Turn:
    """That of the server that is running here."""
    return _turns.setdefault(asyncio.get_running_loop(), Turn())
