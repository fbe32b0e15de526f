"""The command line: `python -m analytics metrics`, `… ask`, `… demo` and `… verify`.

Nothing but the answer goes to stdout; a name we do not know ends with status 2 and the nearest
names we do.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from analytics.answers import as_csv, as_json, as_table, catalogue
from analytics.ask import ask
from analytics.dimensions import DIMENSIONS
from analytics.filters import MANY, Filters, nearest
from analytics.metrics import METRICS
from analytics.vocabulary import Vocabulary
from data import datasets
from data.demo.file import write
from data.store import Dataset

FORMATS = {"table": as_table, "csv": as_csv, "json": as_json}
WHERE = (*MANY, "from", "to", "q", "all")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command. Ends the process with status 2 on a name it does not know."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if asked.command == "metrics":
        sys.stdout.write(catalogue())
        return
    if asked.command == "verify":
        raise SystemExit(_verify(Path(asked.file), asked.dataset))
    if asked.command == "demo":
        _demo(asked.out, asked.commitments, asked.seed)
        return
    metrics = [METRICS[_known("metric", key, METRICS)] for key in asked.metric]
    by = [DIMENSIONS[_known("dimension", key, DIMENSIONS)] for key in asked.by]
    _known("format", asked.format, FORMATS)
    dataset = _dataset(asked.dataset)
    filters = _filters(asked.where, asked.as_of, Vocabulary.of(dataset))
    sys.stdout.write(FORMATS[asked.format](ask(dataset, metrics, filters, by), metrics, by))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m analytics",
        description="Ask the EaP Open Government Monitor from a script.",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("metrics", help="list the catalogue of metrics")
    asking = commands.add_parser("ask", help="answer metrics, broken down and filtered")
    asking.add_argument("--metric", action="append", required=True, metavar="KEY")
    asking.add_argument("--by", action="append", default=[], metavar="DIMENSION")
    asking.add_argument("--where", action="append", default=[], metavar="KEY=CODE")
    asking.add_argument("--as-of", default="", metavar="YYYY-MM-DD")
    asking.add_argument("--dataset", default="public_record", metavar="NAME|PATH")
    asking.add_argument("--format", default="table", metavar="|".join(FORMATS))
    making = commands.add_parser("demo", help="make up a portfolio as a ZIP of CSV files")
    making.add_argument("--commitments", type=int, default=datasets.DEMO_SIZE, metavar="N")
    making.add_argument("--seed", type=int, default=datasets.DEMO_SEED, metavar="N")
    making.add_argument("--out", type=Path, required=True, metavar="FILE.zip")
    checking = commands.add_parser("verify", help="compare a downloaded file with the data")
    checking.add_argument("file", metavar="FILE")
    checking.add_argument("--dataset", default="public_record", metavar="NAME|PATH")
    return parser


def _demo(out: Path, commitments: int, seed: int) -> None:
    try:
        write(out, commitments, seed)
    except ValueError as problem:
        _refuse(str(problem))
    except OSError as problem:
        _refuse(f"{out} cannot be written: {problem.strerror}.")


def _verify(file: Path, dataset: str) -> int:
    """Like app.py the command line stands outside the rooms, so it may look at exports."""
    from exports.command import verify_file  # here, for the other commands need no exports

    try:
        return verify_file(file, _dataset(dataset))
    except OSError as problem:
        _refuse(f"“{file}” cannot be read: {problem.strerror}.")


def _dataset(name: str) -> Dataset:
    try:
        return datasets.named(name)
    except datasets.NotADataset as problem:
        _refuse(str(problem))


def _filters(where: Sequence[str], as_of: str, vocabulary: Vocabulary) -> Filters:
    link: dict[str, str] = {}
    for condition in where:
        key, _, code = condition.partition("=")
        _known("filter", key, WHERE)
        if key in MANY:
            _known(key, code, vocabulary.codes(key))
            link[key] = ",".join(filter(None, [link.get(key, ""), code]))
        else:
            link[key] = code
    filters, notices = Filters.from_query(link, vocabulary)
    if notices:
        _refuse(" ".join(map(str, notices)))
    return filters.with_(as_of=_day(as_of))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        _refuse(
            f"--as-of “{text}” is not a day. Write it as year-month-day, for example 2022-12-31."
        )


def _known(kind: str, asked: str, known: Sequence[str] | Mapping[str, object]) -> str:
    """The name itself where it is one of ours; else the end, with the nearest ones."""
    if asked in known:
        return asked
    close = nearest(asked, tuple(known))
    offer = f"Nearest: {', '.join(close)}." if close else f"Choose from: {', '.join(known)}."
    _refuse(f"“{asked}” is not a {kind}. {offer}")


def _refuse(message: str) -> NoReturn:
    sys.stderr.write(f"{message}\n")
    raise SystemExit(2)


if __name__ == "__main__":
    main()
