"""The line of files that wait to be read: who came first is served first."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from data.importer.door import Progress
from i18n import tn


class Line:
    """Who came first is served first."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: list[object] = []

    @contextmanager
    def turn(self, say: Progress) -> Iterator[None]:
        mine = object()
        with self._changed:
            self._waiting.append(mine)
        try:
            self._wait(mine, say)
            yield
        finally:
            with self._changed:
                self._waiting.remove(mine)
                self._changed.notify_all()

    def _wait(self, mine: object, say: Progress) -> None:
        while True:
            with self._changed:
                before = self._waiting.index(mine)
                if not before:
                    return
            # Said outside: whoever tells the reader may find them gone and end this here.
            say(_before_yours(before), 0.0)
            with self._changed:
                if self._waiting.index(mine) == before:
                    self._changed.wait(timeout=1.0)

    def __len__(self) -> int:
        return len(self._waiting)


LINE = Line()


def in_line() -> int:
    """How many files are being read or wait for it."""
    return len(LINE)


def _before_yours(count: int) -> str:
    return tn(
        "Waiting: {count} file is read before yours",
        "Waiting: {count} files are read before yours",
        count,
    )
