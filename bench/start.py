"""How long a server takes from its start until it says it is healthy, and to end when told to."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from statistics import median

from bench.serving import FLOOR, ROOT, Server, serving
from bench.session import Session

ROUNDS = 5
READERS = (0, 20)


def measured(readers: Sequence[int] = READERS) -> list[dict[str, object]]:
    """A row a server and number of readers who are there when it ends, the empty page first."""
    rows: list[dict[str, object]] = []
    for name, script in (("empty page", FLOOR), ("monitor", ROOT / "server.py")):
        for many in readers:
            started, ended = list[float](), list[float]()
            for _ in range(ROUNDS):
                with serving(script) as server:
                    started.append(server.started)
                    ended.append(asyncio.run(_ended(server, many)))
            rows.append(
                {
                    "server": name,
                    "readers": many,
                    "healthy after s": round(median(started), 2),
                    "ended after s": round(median(ended), 2),
                }
            )
    return rows


async def _ended(server: Server, readers: int) -> float:
    """Seconds from SIGTERM until the server is gone, while so many look at a page."""
    async with AsyncExitStack() as stack:
        for _ in range(readers):
            one = await stack.enter_async_context(Session(server.url))
            await one.ask()
        began = time.monotonic()
        await asyncio.to_thread(server.end)
        return time.monotonic() - began
