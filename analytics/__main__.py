"""The command line: `python -m analytics` with metrics, ask, brief, check, compare, demo, publish
and verify.

Nothing but the answer goes to stdout; a name we do not know ends with status 2 and the nearest
names we do.
"""

import argparse
import errno
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from analytics.arguments import CHECKED, COMPARED, FORMATS, parser_of_commands
from analytics.exchange.compare import compare
from analytics.exchange.in_place import put_in_place
from analytics.metrics.catalogue import METRICS
from analytics.presentation.answers import catalogue
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

NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG)
WHERE = (*MANY, "period", "from", "to", "q", "all")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command. Ends the process with status 2 on a name it does not know."""
    asked = parser_of_commands().parse_args(arguments)
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


def _brief(asked: argparse.Namespace) -> None:
    from exports.command import write_brief  # as in _verify

    dataset = _dataset(asked.dataset)
    filters = _filters([f"country={asked.country}"], asked.as_of, Vocabulary.of(dataset))
    try:
        write_brief(asked.out, dataset, filters)
    except OSError as problem:
        _refuse(f"{asked.out} cannot be written: {problem.strerror}.")


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
    "brief": _brief,
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
