"""How long the first build of the dataset and an answer of the catalogue take."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from analytics.metrics.catalogue import METRICS
from analytics.query.ask import ask
from analytics.query.dimensions import COUNTRY, SECTOR
from analytics.query.filters import Filters
from data.store import public_record

ROUNDS = 15


def measured() -> list[dict[str, object]]:
    """A row a question, the first build of the public record first."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        rows = [_row("build and open", _once(lambda: public_record(cache=cache)))]
        dataset = public_record(cache=cache)
        metrics = list(METRICS.values())
        for dimension in (COUNTRY, SECTOR):
            for some in ([metrics[0]], metrics):
                took = _typical(lambda m=some, d=dimension: ask(dataset, m, Filters(), by=[d]))
                rows.append(_row(f"{len(some)} metrics by {dimension.key}", took))
        dataset.close()
        return rows


def _row(what: str, seconds: float) -> dict[str, object]:
    return {"question": what, "ms": round(seconds * 1000, 1)}


def _once(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _typical(work: Callable[[], object]) -> float:
    """The median of some rounds after a first one that warms the caches up."""
    work()
    return median(_once(work) for _ in range(ROUNDS))
