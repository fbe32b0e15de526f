"""Readers come and go for long: does memory level off, and is it given back in the end?

At any time as many are there as asked for. Each stays for a few links and leaves, and the next one
takes the place at once.
"""

import asyncio
import random
import time
from collections.abc import Sequence

from bench.load import AFTER, Seen, late, memory, reader, several
from bench.serving import Server

READERS, STAYING, VISIT = 20, 1800, 30
"""Readers at once, seconds of coming and going, and seconds that each of them stays."""
GLANCES = 10
"""Rows of a run: memory is looked at so many times, in equal steps."""


def measured(
    readers: Sequence[int] = (READERS,),
    processes: Sequence[int] = (1,),
    seconds: Sequence[int] = (STAYING,),
    after: Sequence[int] = (AFTER,),
) -> list[dict[str, object]]:
    """A row a look at the memory: before, while they come and go, and after all have left."""
    with several("start", processes[0]) as servers:
        return asyncio.run(_soak(servers, readers[0], seconds[0], after[0]))


async def _soak(
    servers: list[Server], readers: int, seconds: int, after: int
) -> list[dict[str, object]]:
    seen, began = Seen(), time.monotonic()
    until, rows = began + seconds, [_row("before", servers, Seen(), began)]

    async def place(number: int) -> None:
        dice = random.Random(number)
        while time.monotonic() < until:
            leaves = min(time.monotonic() + VISIT, until)
            await reader(servers[number % len(servers)], seen, leaves, dice)

    places = asyncio.gather(*(place(number) for number in range(readers)))
    for _ in range(GLANCES):
        await asyncio.sleep(seconds / GLANCES)
        rows.append(_row("coming and going", servers, seen, began))
    await places
    await asyncio.sleep(after)
    return [*rows, _row("all have left", servers, seen, began)]


def _row(when: str, servers: list[Server], seen: Seen, began: float) -> dict[str, object]:
    return {
        "when": when,
        "after s": round(time.monotonic() - began),
        "visits": len(seen.first),
        "change p95 s": late(seen.changes),
        "errors": len(seen.errors),
        "MB": round(memory(servers), 1),
    }
