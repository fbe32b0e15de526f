"""A hall of readers at once: each follows a link every few seconds. How long do they wait?

Where several servers share the readers, each reader goes to one of them in turn, as nginx would
have it; nginx itself is not measured.
"""

import asyncio
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from statistics import median, quantiles

from bench.serving import FLOOR, ROOT, Server, serving
from bench.session import Session

CROWDS = (20, 50, 100)
PROCESSES = (1, 2)
STAYING = 120
"""Seconds after which all have left; within the first half of them all arrive."""
PAUSE = (5.0, 10.0)
AFTER = 180
"""Seconds after which what the readers took should be given back."""
LINKS = ("country=GEO", "country=UKR", "country=ARM", "country=MDA", "rating=complete", "")
SCRIPTS = {"empty page": FLOOR, "start": ROOT / "server.py"}


def measured(
    readers: Sequence[int] = CROWDS,
    processes: Sequence[int] = PROCESSES,
    seconds: Sequence[int] = (STAYING,),
    after: Sequence[int] = (AFTER,),
) -> list[dict[str, object]]:
    """A row a crowd, on the empty page and on the monitor's first one, in the same run."""
    rows = []
    for name in SCRIPTS:
        for many in processes:
            for crowd in readers:
                with several(name, many) as servers:
                    rows.append(asyncio.run(_crowd(servers, name, crowd, seconds[0], after[0])))
    return rows


@contextmanager
def several(name: str, many: int) -> Iterator[list[Server]]:
    """So many servers of a page, which have taken the first reader's visit already."""
    with ExitStack() as stack:
        servers = [stack.enter_context(serving(SCRIPTS[name])) for _ in range(many)]
        asyncio.run(_visit(servers))
        yield servers


async def _visit(servers: list[Server]) -> None:
    for server in servers:
        async with Session(server.url) as one:
            await one.ask()


@dataclass
class Seen:
    """What readers waited for, in seconds, and what went wrong."""

    first: list[float] = field(default_factory=list)
    changes: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    lost: int = 0


async def reader(server: Server, seen: Seen, until: float, dice: random.Random) -> None:
    """Open the page, and follow a link every few seconds until it is time to leave."""
    try:
        async with Session(server.url) as one:
            came = await one.ask()
            seen.first.append(came.seconds)
            seen.errors.extend(came.errors)
            while time.monotonic() < until:
                await asyncio.sleep(dice.uniform(*PAUSE))
                came = await one.ask(dice.choice(LINKS))
                seen.changes.append(came.seconds)
                seen.errors.extend(came.errors)
    except Exception as lost:  # a reader who falls out is counted, whatever it was
        seen.lost += 1
        seen.errors.append(f"{type(lost).__name__}: {lost}"[:120])


async def _crowd(
    servers: list[Server], name: str, readers: int, seconds: int, after: int
) -> dict[str, object]:
    seen, before = Seen(), memory(servers)
    until = time.monotonic() + seconds

    async def arriving(number: int) -> None:
        await asyncio.sleep(number * seconds / 2 / readers)
        await reader(servers[number % len(servers)], seen, until, random.Random(number))

    arrivals = asyncio.gather(*(arriving(number) for number in range(readers)))
    await asyncio.sleep(seconds)  # all are there, and none has left
    held = memory(servers)
    await arrivals
    await asyncio.sleep(after)
    kept = memory(servers)
    for error in sorted(set(seen.errors)):
        print(f"  {name}, {readers} readers: {error}", flush=True)
    return {
        "page": name,
        "processes": len(servers),
        "readers": readers,
        "first p50 s": _typical(seen.first),
        "first p95 s": late(seen.first),
        "change p50 s": _typical(seen.changes),
        "change p95 s": late(seen.changes),
        "changes": len(seen.changes),
        "errors": len(seen.errors),
        "lost": seen.lost,
        "MB at rest": round(before, 1),
        "MB a reader": round((held - before) / readers, 2),
        "MB kept after": round(kept - before, 1),
    }


def memory(servers: list[Server]) -> float:
    """Resident memory of all servers together in MB."""
    return sum(server.memory() for server in servers)


def _typical(seconds: list[float]) -> float | None:
    return round(median(seconds), 3) if seconds else None


def late(seconds: list[float]) -> float | None:
    """The 95th percentile; None where too few answered."""
    return round(quantiles(seconds, n=20, method="inclusive")[-1], 3) if len(seconds) > 1 else None
