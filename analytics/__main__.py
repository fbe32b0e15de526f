"""The command line: `python -m analytics` with metrics, ask, brief, check, compare, demo, publish
and verify.

Nothing but the answer goes to stdout; a name we do not know ends with status 2 and the nearest
names we do.
"""

import argparse
import errno
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
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
from analytics.query.notices import in_our_letters, nearest
from analytics.query.vocabulary import Vocabulary
from data import datasets
from data.demo.file import write
from data.fetch import NotFetched, Permitted, fetch, is_address
from data.importer import OWN_FILE, UPLOAD, Loaded, Matching, NotAMatching, load, matching_of
from data.store import Dataset, cache_folder

NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG)
OFFERED = 30
"""Codes that are named where none is near."""
WHERE = (*MANY, "period", "from", "to", "q", "all")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command. Ends the process with status 2 on a name it does not know."""
    options = parser_of_commands().parse_args(arguments)
    status = COMMANDS[options.command](options)
    if status:
        raise SystemExit(status)


def _metrics(_: argparse.Namespace) -> None:
    sys.stdout.write(catalogue())


def _ask(options: argparse.Namespace) -> None:
    metrics = [METRICS[_one_of("metric", key, METRICS)] for key in options.metric]
    by = [DIMENSIONS[_one_of("dimension", key, DIMENSIONS)] for key in options.by]
    _one_of("format", options.format, FORMATS)
    dataset = _dataset(options.dataset)
    filters = _filters(options.where, options.as_of, Vocabulary.of(dataset))
    sys.stdout.write(FORMATS[options.format](ask(dataset, metrics, filters, by), metrics, by))


def _demo(options: argparse.Namespace) -> None:
    try:
        write(options.out, options.commitments, options.seed)
    except ValueError as problem:
        _refuse(str(problem))
    except OSError as problem:
        _refuse(f"{options.out} cannot be written: {problem.strerror}.")


def _verify(options: argparse.Namespace) -> int:
    """Like app.py the command line stands outside the rooms, so it may look at exports."""
    from exports.command import verify_file  # here, for the other commands need no exports

    try:
        return verify_file(Path(options.file), _dataset(options.dataset))
    except OSError as problem:
        _refuse(f"“{options.file}” cannot be read: {problem.strerror}.")


def _brief(options: argparse.Namespace) -> None:
    from exports.command import write_brief  # as in _verify

    dataset = _dataset(options.dataset)
    filters = _filters([f"country={options.country}"], options.as_of, Vocabulary.of(dataset))
    try:
        write_brief(options.out, dataset, filters)
    except OSError as problem:
        _refuse(f"{options.out} cannot be written: {problem.strerror}.")


def _check(options: argparse.Namespace) -> int:
    """Print what was found; 0 where the file would load, else 1."""
    write = CHECKED[_one_of("format", options.format, CHECKED)]
    name, content = _held(options)
    limits = OWN_FILE if options.own else UPLOAD
    outcome = load(name, content, limits=limits, mapping=_mapping(options))
    sys.stdout.write(write(outcome))
    return 0 if isinstance(outcome, Loaded) else 1


def _compare(options: argparse.Namespace) -> None:
    write = COMPARED[_one_of("format", options.format, COMPARED)]
    sys.stdout.write(write(compare(_dataset(options.older), _dataset(options.newer))))


def _publish(options: argparse.Namespace) -> int:
    """Put a file in place for the server's readers; 1 with all problems where it would not load."""
    try:
        put = put_in_place(options.file, _permitted(options), _mapping(options))
    except NotFetched as problem:
        _refuse(str(problem))
    except OSError as problem:
        if problem.errno in NO_SPACE:
            _refuse(
                f"“{options.file}” was not put in place: {problem.strerror}. Nothing was changed. "
                f"Make room in {cache_folder()}, or set MONITOR_CACHE to another folder."
            )
        _refuse(f"“{options.file}” cannot be read: {problem.strerror}.")
    sys.stdout.write(put.report)
    return 0 if put.stands else 1


def _held(options: argparse.Namespace) -> tuple[str, bytes]:
    """The name and the bytes of a file, or of what stands at an address."""
    try:
        if is_address(options.file) and (fetched := fetch(options.file, _permitted(options))):
            return fetched.name, fetched.content
        file = Path(options.file)
        return file.name, file.read_bytes()
    except NotFetched as problem:
        _refuse(str(problem))
    except OSError as problem:
        _refuse(f"“{options.file}” cannot be read: {problem.strerror}.")


def _mapping(options: argparse.Namespace) -> Matching | None:
    """The matching of columns that was given along, if any."""
    try:
        return matching_of(Path(options.mapping).read_bytes()) if options.mapping else None
    except NotAMatching as problem:
        _refuse(f"“{options.mapping}”: {problem}")
    except OSError as problem:
        _refuse(f"“{options.mapping}” cannot be read: {problem.strerror}.")


def _permitted(options: argparse.Namespace) -> Permitted:
    return Permitted(options.allow_http, frozenset(map(str.lower, options.allow_private)))


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
    link = {"as_of": as_of}
    for condition in where:
        key, _, code = condition.partition("=")
        _one_of("filter", key, WHERE)
        if key in MANY:
            [code] = in_our_letters([code], vocabulary.codes(key))
            _one_of(f"code of {key}", code, vocabulary.codes(key))
            link[key] = ",".join(filter(None, [link.get(key, ""), code]))
        else:
            link[key] = code
    filters, notices = Filters.from_query(link, vocabulary)
    if notices:
        _refuse(" ".join(notice.refusal or str(notice) for notice in notices))
    return filters


def _one_of(kind: str, key: str, choices: Sequence[str] | Mapping[str, object]) -> str:
    """The name itself where it is one of ours; else the end, with the nearest ones."""
    if key in choices:
        return key
    close = nearest(key, tuple(choices))
    offer = f"Nearest: {', '.join(close)}." if close else f"Choose from: {_first(choices)}."
    _refuse(f"“{key}” is not a {kind}. {offer}")


def _first(choices: Iterable[str]) -> str:
    """All of them, or the first and how many more there are: institutions have hundreds."""
    names = list(choices)
    more = f" and {len(names) - OFFERED} more" if len(names) > OFFERED else ""
    return ", ".join(names[:OFFERED]) + more


def _refuse(message: str) -> NoReturn:
    sys.stderr.write(f"{message}\n")
    raise SystemExit(2)


if __name__ == "__main__":
    main()
