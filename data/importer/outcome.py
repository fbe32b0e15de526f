"""What comes of a file: loaded whole, or refused with everything that is wrong."""

from dataclasses import dataclass

import pyarrow as pa

from data.findings import Problem
from data.importer.account import Account
from data.store import Dataset


@dataclass(frozen=True, slots=True)
class Loaded:
    """`raw` holds every raw table; `kind` is ogp_export, template or iati."""

    raw: dict[str, pa.Table]
    notes: tuple[Problem, ...]
    kind: str
    title: str
    account: Account = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was loaded. `problems` says why, `notes` what else was seen."""

    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that became a dataset. It lives in memory and goes with its last reader."""

    dataset: Dataset
    loaded: Loaded

    @property
    def notes(self) -> tuple[Problem, ...]:
        return self.loaded.notes


Outcome = Loaded | Refused
