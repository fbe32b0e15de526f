"""Garbage is collected in quiet moments, not while a reader waits.

Streamlit would collect after every run, which costs an empty page nine tenths of its time
(`runner.postScriptGC` turns that off). Python's own young collections go on as ever; what they
leave is collected here as soon as the processor rests, and after `LATEST` seconds in any case.
"""

import asyncio
import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic, process_time

from data.holding.memory import give_back

GLANCE = 0.5
"""Seconds between two looks at the processor."""
RESTING = 0.05
"""Seconds of processor between two looks below which nobody is being served."""
WORTH = 0.2
"""Seconds of processor since the last collection that leave enough behind to be worth one."""
LATEST = 30.0
"""Seconds after which what is worth it is collected though readers keep coming."""


def _collect() -> None:
    gc.collect()
    give_back()


@dataclass
class Tidying:
    """Knows when to collect from two clocks alone: the wall's and the processor's."""

    collect: Callable[[], object] = _collect
    now: Callable[[], float] = monotonic
    worked: Callable[[], float] = process_time
    _since: float = field(init=False)
    _done: float = field(init=False)
    _seen: float = field(init=False)

    def __post_init__(self) -> None:
        self._since, self._done = self.now(), self.worked()
        self._seen = self._done

    def look(self) -> None:
        """Collect where it is worth it and nobody is kept waiting, or where it is high time."""
        worked = self.worked()
        resting, worth = worked - self._seen < RESTING, worked - self._done > WORTH
        self._seen = worked
        if worth and (resting or self.now() - self._since > LATEST):
            self.collect()
            self._since, self._done = self.now(), self.worked()
            self._seen = self._done

    async def go_on(self) -> None:
        """Look again and again, as long as the server serves."""
        while True:
            await asyncio.sleep(GLANCE)
            self.look()
