"""Reading in a process of its own: one file at a time, and all it took goes back when it ends.

Reading is Python's work from end to end, and would keep every reader of this server waiting. The
other process gets the bytes through a pipe, so nothing reaches the disk; what it may take of
memory and time is bounded, and it makes way for everybody else. Files are read in the order in
which they came.
"""

import logging
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic
from typing import Any, Self, Unpack

import pyarrow as pa

from data.fingerprint import fingerprint
from data.holding.memory import give_back
from data.importer.door import Progress, Terms, build, load
from data.importer.line import LINE
from data.importer.outcome import Loaded, Opened, Outcome, Refused
from data.problems import NoRoom, TooMuchToRead
from data.raw import completed, streamed
from i18n import language, t, use
from settings import settings

SECONDS = 300.0
"""How long a file may be read before it is given up."""
GLANCE = 0.2
"""Seconds between two looks at how much memory it takes."""
RESERVED = 3_000
"""Megabytes that libraries may set aside without using them, beyond what is watched."""
MEGABYTE = 1_000_000
_log = logging.getLogger(__name__)
_ROOT = Path(__file__).parent.parent.parent
_COMMAND = [sys.executable, "-c", "from data.importer.apart import work; work()"]


@dataclass(frozen=True, slots=True)
class _Job:
    name: str
    content: bytes
    terms: Terms
    language: str
    megabytes: int


@dataclass(frozen=True, slots=True)
class _Message:
    """How far it is, or, at the end, what came of it.

    `tables` are those of the outcome as Arrow streams, `sha256` the hash of their facts.
    """

    stage: str = ""
    share: float = 0.0
    outcome: Outcome | None = None
    tables: Mapping[str, bytes] = field(default_factory=dict)
    sha256: str = ""

    @classmethod
    def of(cls, outcome: Outcome) -> Self:
        if isinstance(outcome, Refused):
            return cls(outcome=outcome)
        tables = {name: streamed(table) for name, table in outcome.raw.items()}
        sha256 = fingerprint(completed(outcome.raw))
        return cls(outcome=replace(outcome, raw={}), tables=tables, sha256=sha256)

    def whole(self) -> Outcome | None:
        if not isinstance(self.outcome, Loaded):
            return self.outcome
        raw = {name: pa.ipc.open_stream(held).read_all() for name, held in self.tables.items()}
        return replace(self.outcome, raw=raw)


def open_apart(
    name: str,
    content: bytes,
    progress: Progress | None = None,
    *,
    has_room: Callable[[int], bool] = lambda _bytes: True,
    **terms: Unpack[Terms],
) -> Opened | Refused:
    """`open_upload`, read elsewhere; `has_room` says whether so many bytes may be kept here."""
    say = progress or (lambda _stage, _share: None)
    job = _Job(name, content, terms, language(), settings().reading_mb)
    with LINE.turn(say):
        answer = _read(job, say)
        came = answer.whole() if answer else None
        if answer is None or came is None:
            return Refused((TooMuchToRead(),))
        if isinstance(came, Refused):
            return came
        # Filling takes about as much again as the facts themselves.
        if not has_room(2 * sum(table.nbytes for table in came.raw.values())):
            return Refused((NoRoom(),), came.notes)
        try:
            return build(came, say, terms.get("today"), answer.sha256)
        finally:
            give_back()


def _read(job: _Job, say: Progress) -> _Message | None:
    """What the other process told last; None where it ended before it was done."""
    say(t("Reading the file"), 0.0)
    process = subprocess.Popen(_COMMAND, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    done = threading.Event()
    threading.Thread(target=_watch, args=(process, job.megabytes, done), daemon=True).start()
    try:
        assert process.stdin and process.stdout
        pickle.dump(job, process.stdin)
        process.stdin.close()
        while True:
            # Each message remembers its own parts alone, so each has a reader of its own.
            answer: _Message = _OursOnly(process.stdout).load()
            if answer.outcome is not None:
                return answer
            say(answer.stage, answer.share)
    except (EOFError, OSError, pickle.UnpicklingError):
        _log.exception("Reading a file apart ended before it was done.")
        return None
    finally:
        done.set()
        process.kill()
        process.wait()
        for end in (process.stdin, process.stdout):
            with suppress(OSError):  # it may have gone before all was written
                end.close() if end else None


def _watch(process: subprocess.Popen[bytes], megabytes: int, done: threading.Event) -> None:
    """End a reading that takes too long or too much memory."""
    until = monotonic() + SECONDS
    while not done.wait(GLANCE):
        if monotonic() > until or _taken(process.pid) > megabytes * MEGABYTE:
            process.kill()
            return


def _taken(process: int) -> int:
    """Bytes of memory a process has in use; 0 where the system does not tell."""
    with suppress(OSError, IndexError, ValueError):
        pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    return 0


class _OursOnly(pickle.Unpickler):
    """Takes nothing but the kinds of things a file is read into, whoever wrote it."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        if module.split(".")[0] in ("data", "datetime"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} does not belong here.")


def work() -> None:
    """What the other process does: read one file from its input, and tell what came of it."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints belongs into the log
    job: _Job = pickle.load(sys.stdin.buffer)
    _make_way(job.megabytes)
    use(job.language)

    def tell(one: _Message) -> None:
        pickle.dump(one, answers)
        answers.flush()

    def progress(stage: str, share: float) -> None:
        tell(_Message(stage, share))

    tell(_Message.of(load(job.name, job.content, progress, **job.terms)))


def _make_way(megabytes: int) -> None:
    """Everybody else goes first, and if memory runs out, this process is the one to end."""
    os.nice(10)
    with suppress(OSError):  # other systems have no such file
        Path("/proc/self/oom_score_adj").write_text("800", encoding="ascii")
    with suppress(ImportError):
        import resource

        most = (megabytes + RESERVED) * MEGABYTE
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
