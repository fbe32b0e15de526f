"""A hall of readers at once: each follows a link every few seconds. How long do they wait?"""

import asyncio
import random
import time
from statistics import quantiles

from bench.serving import FLOOR, ROOT, Server, serving
from bench.session import Session

CROWDS = (20, 50, 100)
ARRIVING, STAYING = 60, 120
"""Seconds within which all arrive, and after which all have left."""
PAUSE = (5.0, 10.0)
AFTER = 180
"""Seconds after which what the readers took should be given back."""
LINKS = ("country=GEO", "country=UKR", "country=ARM", "country=MDA", "rating=complete", "")


def measured() -> list[dict[str, object]]:
    """A row a crowd, on the empty page and on the monitor's first one, in the same run."""
    rows = []
    for name, script in (
        ("empty page", FLOOR),
        ("start", ROOT / "server.py"),
    ):
        with serving(script) as server:
            rows += [asyncio.run(_crowd(server, name, readers)) for readers in CROWDS]
    return rows


async def _crowd(server: Server, name: str, readers: int) -> dict[str, object]:
    first, changes, errors = list[float](), list[float](), list[str]()
    memory, until = server.memory(), time.monotonic() + STAYING

    async def reader(number: int) -> None:
        dice = random.Random(number)
        await asyncio.sleep(number * ARRIVING / readers)
        try:
            async with Session(server.url) as one:
                seen = await one.ask()
                first.append(seen.seconds)
                errors.extend(seen.errors)
                while time.monotonic() < until:
                    await asyncio.sleep(dice.uniform(*PAUSE))
                    seen = await one.ask(dice.choice(LINKS))
                    changes.append(seen.seconds)
                    errors.extend(seen.errors)
        except (OSError, TimeoutError) as lost:
            errors.append(f"{type(lost).__name__}: {lost}"[:120])

    await asyncio.gather(*(reader(number) for number in range(readers)))
    held = server.memory()
    await asyncio.sleep(AFTER)
    return {
        "page": name,
        "readers": readers,
        "first p95 s": _late(first),
        "change p95 s": _late(changes),
        "changes": len(changes),
        "errors": len(errors),
        "MB a reader": round((held - memory) / readers, 2),
        "MB kept after": round(server.memory() - memory, 1),
    }


def _late(seconds: list[float]) -> float | None:
    """The 95th percentile; None where too few answered."""
    return round(quantiles(seconds, n=20)[-1], 3) if len(seconds) > 1 else None
