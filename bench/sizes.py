"""What the Overview asks, at three sizes, of DuckDB, pandas and polars, a process for each.

DuckDB answers everything the page shows in both its sections. Besides, all three count the same
four breakdowns of one flat table, DuckDB in its file, pandas and polars in memory: a tool without a
layer.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import duckdb
import pandas as pd

from bench.serving import ROOT
from data import demo
from data.store import Dataset, opened, public_record, reopened

ROUNDS = 15
SEED, ONCE = 7, 20_000
"""The demonstration portfolio that is repeated, by its seed and its commitments."""
SIZES = (0, 1_000_000, 10_000_000)
"""Commitments; 0 stands for the public record as it is."""
ENGINES = ("everything, duckdb", "duckdb", "pandas", "polars")
"""All the page shows, then the breakdowns alone."""
COLUMNS = "country, plan_id, rating_code, rated, timeliness, due"
CONDITIONS = {
    "n": "true",
    "rated": "rated",
    "high": "rating_code in ('substantial', 'complete')",
    "complete": "rating_code = 'complete'",
    "overdue": "timeliness = 'open_overdue'",
}
BREAKDOWNS = ([], ["country"], ["country", "plan_id"], ["country", "rating_code"])


def measured(rows: Sequence[int] = SIZES) -> list[dict[str, object]]:
    """A row a size and engine, with the median of all questions together and the peak memory."""
    results: list[dict[str, object]] = []
    for many in rows:
        with tempfile.TemporaryDirectory() as folder:
            made = _of_rows(many, Path(folder)) if many else public_record(cache=Path(folder))
            made.close()
            [file] = Path(folder).glob("*.duckdb")
            size = {
                "commitments": f"{many:,}" if many else "public record",
                "file MB": round(file.stat().st_size / 1_000_000, 1),
            }
            results += [size | _apart(one, Path(folder)) for one in ENGINES]
    return results


def _of_rows(rows: int, folder: Path) -> Dataset:
    """A dataset of `rows` commitments, a multiple of 20,000, in a file of `folder`.

    The demonstration portfolio, its commitments repeated under other ids in DuckDB: a generator of
    ten million rows would run for an hour. The plans stay as few as they are.
    """
    small = opened(demo.tables(ONCE, SEED), key="many", title="Many", cache=folder)
    small.close()
    [path] = folder.glob("many-*.duckdb")
    for table, columns in _of_commitments(path):
        _repeat(path, table, columns, rows // ONCE)
    return reopened(path, small.sha256)


def _of_commitments(path: Path) -> list[tuple[str, list[str]]]:
    """The tables with a row or more a commitment, and their columns."""
    with duckdb.connect(path) as file:
        tables = file.execute(
            "select table_name, list(column_name) from duckdb_columns()"
            " where table_name in (select table_name from duckdb_tables()) group by table_name"
        ).fetchall()
    return [(table, columns) for table, columns in tables if "commitment_id" in columns]


def _repeat(path: Path, table: str, columns: list[str], copies: int) -> None:
    ids = [name for name in ("commitment_id", "milestone_id") if name in columns]
    other = ", ".join(f"{name} || '-' || copy as {name}" for name in ids)
    with duckdb.connect(path) as file:
        file.execute(f"alter table {table} rename to once")
        file.execute(
            f"create table {table} as select once.* replace ({other})"
            " from once, range($copies) as copies (copy)",
            {"copies": copies},
        )
        file.execute("drop table once")


def _apart(engine: str, folder: Path) -> dict[str, object]:
    """Measure an engine in a process of its own, whose peak memory is its own too."""
    command = [sys.executable, "-m", "bench.sizes", engine, str(folder)]
    ran = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    measured: dict[str, object] = json.loads(ran.stdout.splitlines()[-1])
    return measured


def _measured(engine: str, folder: Path) -> dict[str, object]:
    [path] = folder.glob("*.duckdb")
    made = _reopened(path)
    works = dict(zip(ENGINES, (_page, _in_duckdb, _in_pandas, _in_polars), strict=True))
    work = works[engine](made)
    work()
    seconds = [_once(work) for _ in range(ROUNDS)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "engine": engine,
        "ms": round(median(seconds) * 1000, 1),
        "rounds": ROUNDS,
        "peak MB": round(peak),
    }


def _reopened(path: Path) -> Dataset:
    with duckdb.connect(path, read_only=True) as file:
        [[sha256]] = file.execute("select sha256 from dataset").fetchall()
    return reopened(path, sha256)


def _page(made: Dataset) -> Callable[[], object]:
    """Every answer of the Overview, in both its sections, worked out anew.

    The vocabulary is not: a server reads it once a dataset.
    """
    from analytics.overview import attention, figures, present
    from analytics.query.filters import Filters
    from analytics.query.named import Queries
    from analytics.query.vocabulary import Vocabulary

    every, vocabulary = Filters(), Vocabulary.of(made)
    drawn = (figures.region_figure, figures.side_by_side, figures.plan_trend, figures.ratings_mix)

    def work() -> None:
        queries = Queries.of(made, vocabulary)
        present.present(queries, every)
        attention.attention(made, every)
        for draw in drawn:
            draw(queries, every, **({"metric": "implementation_rate"} if draw is drawn[0] else {}))

    return work


def _in_duckdb(made: Dataset) -> Callable[[], object]:
    counts = ", ".join(f"count(*) filter (where {sql})" for sql in CONDITIONS.values())
    queries = [
        f"select {', '.join([*by, counts])} from prepared_commitments_at where partner"
        + (f" group by {', '.join(by)}" if by else "")
        for by in BREAKDOWNS
    ]
    return lambda: [made.cursor().execute(sql).fetchall() for sql in queries]


def _flat(made: Dataset) -> pd.DataFrame:
    """One row a commitment, as a tool without a layer of answers would hold it."""
    sql = f"select {COLUMNS} from prepared_commitments_at where partner"
    frame = made.cursor().execute(sql).df()
    for name in ("country", "plan_id", "rating_code", "timeliness"):
        frame[name] = frame[name].astype("category")
    made.close()
    return frame.assign(
        n=True,
        high=frame["rating_code"].isin(["substantial", "complete"]),
        complete=frame["rating_code"] == "complete",
        overdue=frame["timeliness"] == "open_overdue",
    )


def _in_pandas(made: Dataset) -> Callable[[], object]:
    frame, counts = _flat(made), list(CONDITIONS)

    def work() -> list[Any]:
        return [
            frame.groupby(by, observed=True)[counts].sum() if by else frame[counts].sum()
            for by in BREAKDOWNS
        ]

    return work


def _in_polars(made: Dataset) -> Callable[[], object]:
    import polars as pl

    frame, sums = pl.from_pandas(_flat(made)), [pl.col(name).sum() for name in CONDITIONS]

    def work() -> list[Any]:
        return [frame.group_by(by).agg(sums) if by else frame.select(sums) for by in BREAKDOWNS]

    return work


def _once(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


if __name__ == "__main__":
    print(json.dumps(_measured(sys.argv[1], Path(sys.argv[2]))))
