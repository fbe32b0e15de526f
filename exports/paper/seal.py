"""The seal: stamp, question and table of a file, written so that a program can read it back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, Self, get_args

from analytics.query.stamp import Stamp
from i18n import t

Kind = Literal["ask", "named", "list", "page", "deck"]

FORMAT = 1
MOST_CELLS = 20_000
"""Larger tables leave only their digest in the seal."""


class NoSeal(ValueError):
    """The file carries no seal of ours, or one that cannot be read."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked for the table.

    ask: the stamp's metrics by the stamp's dimensions. named: the named questions in `named`
    (name and parameters). list: the commitments behind `behind`, in order `sort`. page: something
    the monitor worked out for one page, not asked again. `sha256` is the fingerprint of the answer.
    `piece` names the table of an evidence pack, which is made again with the whole pack.
    """

    kind: Kind = "page"
    sha256: str = ""
    named: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    behind: str = ""
    sort: str = ""
    piece: str = ""


@dataclass(frozen=True, slots=True)
class Seal:
    """What a file says of itself. `rows` are canonical; None where the table was too large."""

    title: str
    source: str
    language: str
    filters: str
    address: str
    stamp: Stamp
    question: Question
    headings: list[str]
    count: int
    sha256: str
    rows: list[list[str]] | None
    drawing: str = ""

    def to_json(self) -> str:
        return json.dumps(self.as_dict(), ensure_ascii=False)

    def as_dict(self) -> dict[str, Any]:
        """The seal as plain data; the same seal always gives the same text."""
        asked = {key: getattr(self.question, key) for key in Question.__dataclass_fields__}
        named = [{"name": name, "more": dict(more)} for name, more in self.question.named]
        table = {"headings": self.headings, "count": self.count, "sha256": self.sha256,
                 "rows": self.rows}  # fmt: skip
        return {
            "monitor": "EaP Open Government Monitor", "format": FORMAT, "title": self.title,
            "source": self.source, "language": self.language, "filters": self.filters,
            "address": self.address, "stamp": self.stamp.as_dict(),
            "question": {**asked, "named": named}, "table": table, "drawing": self.drawing,
        }  # fmt: skip

    def of_drawing(self, sha256: str) -> Self:
        return replace(self, drawing=sha256)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read a seal. Raises NoSeal on anything that is none."""
        try:
            return cls._read(json.loads(text))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
            raise NoSeal(t("The file’s stamp cannot be read.")) from problem

    @classmethod
    def from_metadata(cls, text: str | bytes) -> Self:
        """Read the seal in a metadata JSON. Raises NoSeal."""
        try:
            return cls._read(json.loads(text)["seal"])
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
            raise NoSeal(t("The file’s stamp cannot be read.")) from problem

    @classmethod
    def _read(cls, read: Mapping[str, Any]) -> Self:
        table, asked = read["table"], read["question"]
        if read["format"] != FORMAT or asked["kind"] not in get_args(Kind):
            raise ValueError("A seal of another make.")
        rows = table["rows"]
        return cls(
            title=str(read["title"]),
            source=str(read["source"]),
            language=str(read["language"]),
            filters=str(read["filters"]),
            address=str(read["address"]),
            stamp=Stamp.from_dict(read["stamp"]),
            question=_question(asked),
            headings=[str(heading) for heading in table["headings"]],
            count=int(table["count"]),
            sha256=str(table["sha256"]),
            rows=None if rows is None else [[str(cell) for cell in row] for row in rows],
            drawing=str(read["drawing"]),
        )


def _question(read: Mapping[str, Any]) -> Question:
    named = tuple((str(one["name"]), dict(one["more"])) for one in read["named"])
    words = {key: str(read.get(key, "")) for key in ("sha256", "behind", "sort", "piece")}
    return Question(read["kind"], named=named, **words)
