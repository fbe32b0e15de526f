"""A table without a chart, and what belongs to it when it leaves the monitor."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from analytics.again import Asked
from analytics.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table as the reader sees it, under its title.

    `asked` are the named questions behind it, within the filters of `stamp`; without a stamp the
    reader's own view is stamped. `piece` names the table of an evidence pack it is. With neither
    it is known only as it left. `meanings` says what columns mean that no metric explains.
    """

    title: str
    table: pd.DataFrame
    shares: tuple[str, ...] = ()
    subtitle: str = ""
    stamp: Stamp | None = None
    asked: tuple[Asked, ...] = ()
    piece: str = ""
    meanings: Mapping[str, str] = field(default_factory=dict)
