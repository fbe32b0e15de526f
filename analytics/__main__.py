"""The command line: `python -m analytics` with metrics, ask, check, compare, demo, publish, verify.

Nothing but the answer goes to stdout; a name we do not know ends with status 2 and the nearest
names we do.
"""

import argparse
import errno
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from analytics.exchange import check_report, comparison_formats
from analytics.exchange.compare import compare
from analytics.exchange.in_place import put_in_place
from analytics.metrics.catalogue import METRICS
from analytics.presentation.answers import as_csv, as_json, as_table, catalogue
from analytics.query.ask import ask
from analytics.query.dimensions import DIMENSIONS
from analytics.query.filters import MANY, Filters
from analytics.query.notices import nearest
from analytics.query.vocabulary import Vocabulary
from data import datasets
from data.demo.file import write
from data.fetch import NotFetched, Permitted, fetch, is_address
from data.importer import OWN_FILE, UPLOAD, Loaded, Matching, NotAMatching, load, matching_of
from data.store import Dataset, cache_folder

FORMATS = {"table": as_table, "csv": as_csv, "json": as_json}
CHECKED = {"table": check_report.as_table, "csv": check_report.as_csv, "json": check_report.as_json}
COMPARED = {"table": comparison_formats.as_table, "json": comparison_formats.as_json}
NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG)
WHERE = (*MANY, "period", "from", "to", "q", "all")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command. Ends the process with status 2 on a name it does not know."""
    asked = _parser().parse_args(arguments)
    status = COMMANDS[asked.command](asked)
    if status:
        raise SystemExit(status)


def _metrics(_: argparse.Namespace) -> None:
    sys.stdout.write(catalogue())


def _ask(asked: argparse.Namespace) -> None:
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
    verifying = commands.add_parser("verify", help="compare a downloaded file with the data")
    verifying.add_argument("file", metavar="FILE")
    verifying.add_argument("--dataset", default="public_record", metavar="NAME|PATH")
    _parsers_of_files(commands)
    return parser


def _parsers_of_files(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type to itself
    checked = commands.add_parser("check", help="say what is wrong with a file, without loading it")
    checked.add_argument("file", metavar="FILE|URL")
    _permissions(checked)
    _matching(checked)
    checked.add_argument("--format", default="table", metavar="|".join(CHECKED))
    checked.add_argument("--own", action="store_true", help="with the limits of `publish`")
    compared = commands.add_parser("compare", help="say what differs between two datasets")
    compared.add_argument("older", metavar="OLD")
    compared.add_argument("newer", metavar="NEW")
    compared.add_argument("--format", default="table", metavar="|".join(COMPARED))
    published = commands.add_parser("publish", help="put a file in place for all readers")
    published.add_argument("file", metavar="FILE|URL")
    _permissions(published)
    _matching(published)


def _matching(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--mapping", metavar="FILE", help="a matching of columns as the Data page hands it out"
    )


def _permissions(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--allow-http", action="store_true", help="follow addresses without TLS, too"
    )
    parser.add_argument(
        "--allow-private",
        action="append",
        default=[],
        metavar="HOST",
        help="let this host stand in the own network; may be given several times",
    )


def _demo(asked: argparse.Namespace) -> None:
    try:
        write(asked.out, asked.commitments, asked.seed)
    except ValueError as problem:
        _refuse(str(problem))
    except OSError as problem:
        _refuse(f"{asked.out} cannot be written: {problem.strerror}.")


def _verify(asked: argparse.Namespace) -> int:
    """Like app.py the command line stands outside the rooms, so it may look at exports."""
    from exports.command import verify_file  # here, for the other commands need no exports

    try:
        return verify_file(Path(asked.file), _dataset(asked.dataset))
    except OSError as problem:
        _refuse(f"“{asked.file}” cannot be read: {problem.strerror}.")


def _check(asked: argparse.Namespace) -> int:
    """Print what was found; 0 where the file would load, else 1."""
    shown = CHECKED[_known("format", asked.format, CHECKED)]
    name, content = _held(asked)
    limits = OWN_FILE if asked.own else UPLOAD
    outcome = load(name, content, limits=limits, mapping=_mapping(asked))
    sys.stdout.write(shown(outcome))
    return 0 if isinstance(outcome, Loaded) else 1


def _compare(asked: argparse.Namespace) -> None:
    shown = COMPARED[_known("format", asked.format, COMPARED)]
    sys.stdout.write(shown(compare(_dataset(asked.older), _dataset(asked.newer))))


def _publish(asked: argparse.Namespace) -> int:
    """Put a file in place for the server's readers; 1 with all problems where it would not load."""
    try:
        put = put_in_place(asked.file, _permitted(asked), _mapping(asked))
    except NotFetched as problem:
        _refuse(str(problem))
    except OSError as problem:
        if problem.errno in NO_SPACE:
            _refuse(
                f"“{asked.file}” was not put in place: {problem.strerror}. Nothing was changed. "
                f"Make room in {cache_folder()}, or set MONITOR_CACHE to another folder."
            )
        _refuse(f"“{asked.file}” cannot be read: {problem.strerror}.")
    sys.stdout.write(put.report)
    return 0 if put.stands else 1


def _held(asked: argparse.Namespace) -> tuple[str, bytes]:
    """The name and the bytes of a file, or of what stands at an address."""
    try:
        if is_address(asked.file) and (fetched := fetch(asked.file, _permitted(asked))):
            return fetched.name, fetched.content
        file = Path(asked.file)
        return file.name, file.read_bytes()
    except NotFetched as problem:
        _refuse(str(problem))
    except OSError as problem:
        _refuse(f"“{asked.file}” cannot be read: {problem.strerror}.")


def _mapping(asked: argparse.Namespace) -> Matching | None:
    """The matching of columns that was given along, if any."""
    try:
        return matching_of(Path(asked.mapping).read_bytes()) if asked.mapping else None
    except NotAMatching as problem:
        _refuse(f"“{asked.mapping}”: {problem}")
    except OSError as problem:
        _refuse(f"“{asked.mapping}” cannot be read: {problem.strerror}.")


def _permitted(asked: argparse.Namespace) -> Permitted:
    return Permitted(asked.allow_http, frozenset(map(str.lower, asked.allow_private)))


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int | None]] = {
    "metrics": _metrics,
    "ask": _ask,
    "check": _check,
    "compare": _compare,
    "demo": _demo,
    "publish": _publish,
    "verify": _verify,
}


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
