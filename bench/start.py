"""How long a server takes from its start until it says it is healthy."""

from statistics import median

from bench.serving import FLOOR, ROOT, serving

ROUNDS = 5


def measured() -> list[dict[str, object]]:
    """A row a server, the empty page first."""
    rows: list[dict[str, object]] = []
    for name, script in (
        ("empty page", FLOOR),
        ("monitor", ROOT / "server.py"),
    ):
        seconds = []
        for _ in range(ROUNDS):
            with serving(script) as server:
                seconds.append(server.started)
        rows.append({"server": name, "healthy after s": round(median(seconds), 2)})
    return rows
