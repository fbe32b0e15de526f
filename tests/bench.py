"""How long the first start and an answer take. Run by `make bench`."""

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

ROUNDS = 20


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        say(
            "first start: build and open the public record",
            once(lambda: public_record(cache=cache)),
        )
        say(
            "asked for again: facts compared, file at hand",
            once(lambda: public_record(cache=cache)),
        )
        dataset = public_record(cache=cache)
        for dimension in (COUNTRY, SECTOR):
            for metric in METRICS.values():
                one = typical(lambda m=metric, d=dimension: ask(dataset, [m], Filters(), by=[d]))
                say(f"{metric.key} by {dimension.key}", one)
            everything = list(METRICS.values())
            all_at_once = typical(
                lambda m=everything, d=dimension: ask(dataset, m, Filters(), by=[d])
            )
            say(f"the whole catalogue by {dimension.key}", all_at_once)


def once(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def typical(work: Callable[[], object]) -> float:
    """The median of some rounds after a first one that warms the caches up."""
    work()
    return median(once(work) for _ in range(ROUNDS))


def say(what: str, seconds: float) -> None:
    print(f"{seconds * 1000:9.1f} ms  {what}")


if __name__ == "__main__":
    main()
