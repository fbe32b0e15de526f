"""What a rerun of each page costs: processor time of the server, bytes and messages sent."""

import asyncio
from statistics import median

from bench.serving import FLOOR, ROOT, Server, serving
from bench.session import Session

ROUNDS = 15
PAGES = ("", *sorted(path.stem for path in (ROOT / "pages").glob("[a-z]*.py")))
LINKS = ("country=GEO", "country=UKR", "country=ARM", "country=MDA", "")


def measured() -> list[dict[str, object]]:
    """A row a page, the empty page first; medians over reruns whose answers are known."""
    with serving(FLOOR) as floor:
        rows = [asyncio.run(_page(floor, "", "empty page"))]
    with serving(ROOT / "server.py") as monitor:
        return rows + [asyncio.run(_page(monitor, page, page or "start")) for page in PAGES]


async def _page(server: Server, page: str, name: str) -> dict[str, object]:
    async with Session(server.url, page) as reader:
        for link in LINKS:  # once round: what can be remembered is
            await reader.ask(link)
        before = server.processor()
        reruns = [await reader.ask(LINKS[at % len(LINKS)]) for at in range(ROUNDS)]
        spent = (server.processor() - before) / ROUNDS
    return {
        "page": name,
        "processor ms": round(spent * 1000, 1),
        "answer ms": round(median(one.seconds for one in reruns) * 1000, 1),
        "kB": round(median(one.sent for one in reruns) / 1000, 1),
        "messages": median(one.messages for one in reruns),
        "errors": sum(len(one.errors) for one in reruns),
    }
