"""The seal: stamp, question and table of a file, written so that a program can read it back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Self

from pydantic import TypeAdapter

from analytics.presentation.tables import Column
from analytics.query.stamp import CREDIT, Stamp
from i18n import t

Kind = Literal["ask", "named", "list", "page"]

MOST_CELLS = 20_000
"""Larger tables leave only their digest in the seal."""


class NoSeal(ValueError):
    """The file carries no seal of ours, or one that cannot be read."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked for the table.

    ask: the stamp's metrics by the stamp's dimensions. named: the named queries in `named` (name
    and parameters). list: the commitments behind `behind`, in order `sort`. page: something the
    monitor worked out for one page, not asked again. `sha256` is the fingerprint of the answer.
    `piece` names the table of an evidence pack, which is made again with the whole pack.
    """

    kind: Kind = "page"
    sha256: str = ""
    named: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    behind: str = ""
    sort: str = ""
    piece: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One line of the codebook."""

    heading: str
    unit: str
    definition: str
    source: str = ""

    @classmethod
    def of(cls, column: Column, stamp: Stamp) -> Self:
        """What a column says of itself; a source is OGP's only where the data are."""
        unit = column.unit or (t("share of one") if column.share else "")
        source = column.source if stamp.credit == CREDIT else column.source and t(stamp.credit)
        return cls(column.heading, unit, column.meaning, source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What a file says of itself.

    A table's `sha256` is over its headings and cells. `rows` are those cells, canonical; None where
    they were too many. `maker`, `subtitle` and `meanings` are the words a workbook has round them,
    blank in files of before they were sealed. Any other file's `sha256` is over all of it but the
    seal; it has no table.
    """

    format: Literal[2]
    title: str
    source: str
    language: str
    filters: str
    address: str
    stamp: Stamp
    question: Question
    sha256: str
    headings: list[str] = field(default_factory=list)
    count: int = 0
    rows: list[list[str]] | None = None
    maker: str = ""
    subtitle: str = ""
    meanings: list[Meaning] = field(default_factory=list)

    def to_json(self) -> str:
        """The seal as text; the same seal always gives the same text."""
        return JSON.dump_json(self).decode()

    @staticmethod
    def from_json(text: str | bytes) -> "Seal":
        """Read a seal. Raises NoSeal on anything that is none."""
        try:
            seal = JSON.validate_json(text, strict=True)
        except ValueError as problem:
            raise NoSeal(t("The file’s stamp cannot be read.")) from problem
        if not seal.stamp.sha256:
            raise NoSeal(t("The file’s stamp names no data."))
        return seal


JSON = TypeAdapter(Seal)
