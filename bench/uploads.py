"""A large export is brought in Chromium: how much longer does everybody else wait meanwhile?"""

import asyncio
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from playwright.async_api import async_playwright

from bench.imports import export
from bench.load import AFTER, LINKS, Seen, late, memory, several
from bench.pages import FLAGS, chromium_path
from bench.serving import Server
from bench.session import Session

ROWS, READERS, ALONE = 40_000, 5, 60
"""Rows of the export (44 MB), readers beside it, and seconds in which they are alone first."""
PAUSE = (1.0, 2.0)
LONGEST = 600_000
"""Milliseconds the file may take until the page says what came of it."""
READ = "can be loaded. Nothing has changed yet."


def measured(
    rows: Sequence[int] = (ROWS,),
    readers: Sequence[int] = (READERS,),
    seconds: Sequence[int] = (ALONE,),
    after: Sequence[int] = (AFTER,),
) -> list[dict[str, object]]:
    """A row a size of file: what others waited without it and beside it, and what memory it took.

    Raises playwright's TimeoutError where the page never says that the file can be used.
    """
    return [_size(many, readers[0], seconds[0], after[0]) for many in rows]


def _size(rows: int, readers: int, alone: int, after: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder, several("start", 1) as [server]:
        file = Path(folder) / "export.csv"
        export(file, rows)
        beside = _beside(server, file, readers, alone, after)
        return {"rows": rows, "file MB": round(file.stat().st_size / 1e6)} | asyncio.run(beside)


async def _beside(
    server: Server, file: Path, readers: int, alone: int, after: int
) -> dict[str, object]:
    before, meanwhile, ended = Seen(), Seen(), asyncio.Event()
    watched, peaks = [before], [memory([server])]
    crowd = [asyncio.create_task(_reader(server, watched, ended, at)) for at in range(readers)]
    await asyncio.sleep(alone)
    rest = memory([server])
    watched[0] = meanwhile
    took = await _bring(server, file, peaks)
    ended.set()
    await asyncio.gather(*crowd)
    await asyncio.sleep(after)
    return {
        "read s": round(took, 1),
        "readers": readers,
        "change p95 s alone": late(before.changes),
        "change p95 s beside": late(meanwhile.changes),
        "longest s beside": round(max(meanwhile.changes), 3),
        "changes beside": len(meanwhile.changes),
        "errors": len(before.errors) + len(meanwhile.errors),
        "MB before": round(rest, 1),
        "MB at most": round(max(peaks), 1),
        "MB after": round(memory([server]), 1),
    }


async def _reader(server: Server, watched: list[Seen], ended: asyncio.Event, number: int) -> None:
    """Follow links until the file was read; each wait goes to who is watched when it begins."""
    dice = random.Random(number)
    async with Session(server.url) as one:
        await one.ask()
        while not ended.is_set():
            await asyncio.sleep(dice.uniform(*PAUSE))
            seen = watched[0]
            came = await one.ask(dice.choice(LINKS))
            seen.changes.append(came.seconds)
            seen.errors.extend(came.errors)


async def _bring(server: Server, file: Path, peaks: list[float]) -> float:
    """Bring the file and close the page; seconds until it says that the file can be used."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium_path(), args=list(FLAGS)
        )
        page = await browser.new_page()
        await page.goto(f"{server.url}/data")
        place = page.locator('[data-testid="stFileUploader"] input[type=file]').first
        await place.wait_for(state="attached")
        watching = asyncio.create_task(_watch(server, peaks))
        began = monotonic()
        await place.set_input_files(file)
        await page.get_by_text(READ).wait_for(timeout=LONGEST)
        took = monotonic() - began
        watching.cancel()
        await browser.close()
        return took


async def _watch(server: Server, peaks: list[float]) -> None:
    while True:
        peaks.append(memory([server]))
        await asyncio.sleep(0.2)
