"""A finding in a file somebody brings: what, where and remedy, and a place to collect them.

A `Problem` keeps a file out; a `Note` travels with a file that loads. Both are plain facts until
somebody asks for words, so they can be counted, compared and translated late.
"""

import csv
import io
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import ClassVar

from i18n import N_, capital, number, t

SHOWN = 200  # whoever shows problems shows this many and offers the rest for download
COLLECTED = 10_000

CATALOGUE: dict[str, type["Problem"]] = {}

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
# Some spreadsheets take the wide letters of East Asian keyboards for the narrow ones.
LEADS_A_FORMULA = (*"=+-@＝＋－＠", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong at one place.

    `sheet` is empty for a CSV file; `row` is the row a spreadsheet shows, the header being 1. In
    XML they are the path of an element, as in <result/indicator>, its line and an attribute.
    `value` is what stood there; `other` what it is compared with (the nearest valid word, an
    earlier row, the limit …); `choices` are the words it may be; `count` how many there are when
    one line speaks for several.
    """

    sheet: str = ""
    row: int | None = None
    column: str = ""
    value: str = ""
    other: str = ""
    choices: str = ""
    count: int = 1

    code: ClassVar[str] = ""
    says: ClassVar[str] = ""
    says_alone: ClassVar[str] = ""  # in place of `says` where there is no `other` to name
    remedy: ClassVar[str] = ""
    remedy_alone: ClassVar[str] = ""  # in place of `remedy` where there are no `choices` to name
    about: ClassVar[str] = ""  # many cells of this kind, in a few words
    keeps_out: ClassVar[bool] = True

    def __init_subclass__(cls) -> None:
        """A kind that says something is known by its name: EmptyFile is `empty-file`."""
        if cls.says:
            cls.code = re.sub("(?<!^)(?=[A-Z])", "-", cls.__name__).lower()
            CATALOGUE[cls.code] = cls

    def where(self) -> str:
        """The place in words; empty when it is the file as a whole."""
        in_xml = self.sheet.startswith("<")
        parts = []
        if in_xml:
            parts.append(t("element {element}", element=shortened(self.sheet)))
        elif self.sheet:
            parts.append(t("sheet “{sheet}”", sheet=shortened(self.sheet)))
        if self.row is not None:
            line = number(self.row)
            parts.append(t("line {line}", line=line) if in_xml else t("row {row}", row=line))
        if self.column:
            name = shortened(self.column)
            parts.append(
                t("attribute “{name}”", name=name)
                if in_xml
                else t("column “{column}”", column=name)
            )
        place = ", ".join(parts)
        return capital(place)

    def what(self) -> str:
        alone = self.says_alone and not self.other
        return t(self.says_alone if alone else self.says, **self._words())

    def advice(self) -> str:
        alone = self.remedy_alone and not self.choices
        return t(self.remedy_alone if alone else self.remedy, **self._words())

    def sentence(self) -> str:
        """What, where and remedy as one paragraph of plain text."""
        place = self.where()
        parts = (f"{place}:" if place else "", self.what(), self.advice())
        return " ".join(part for part in parts if part)

    def _words(self) -> dict[str, str]:
        # A cell may hold a novel; a list of columns is ours and read as a whole.
        return {
            "value": shortened(self.value, 400 if self.row is None else 80),
            "other": shortened(self.other, 400),
            "choices": shortened(self.choices, 400),
            "count": number(self.count),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Problem):
    """Worth knowing, and no reason to keep the file out."""

    keeps_out: ClassVar[bool] = False


def shortened(text: str, length: int = 80) -> str:
    """At most `length` characters, in one line, without any that cannot be seen."""
    line = " ".join(INVISIBLE.sub("", text[: length * 4]).split())
    return line if len(line) <= length else line[: length - 1] + "…"


_FIELDS = ("sheet", "row", "column", "value", "other", "choices", "count")


class Packed:
    """Findings beyond those that are kept as they are: a line of packed text each."""

    def __init__(self) -> None:
        self.count = 0
        self._packer = zlib.compressobj(6)
        self._packed: list[bytes] = []

    def __getstate__(self) -> tuple[int, list[bytes]]:
        return self.count, self._whole()

    def __setstate__(self, state: tuple[int, list[bytes]]) -> None:
        self._packer = zlib.compressobj(6)  # ends the same text once more, which is not read
        self.count, self._packed = state

    def add(self, problem: Problem) -> None:
        line = json.dumps([problem.code, *(getattr(problem, name) for name in _FIELDS)])
        self._packed.append(self._packer.compress(f"{line}\n".encode()))
        self.count += 1

    def __iter__(self) -> Iterator[Problem]:
        unpacker = zlib.decompressobj()
        rest = b""
        for piece in self._whole():
            *lines, rest = (rest + unpacker.decompress(piece)).split(b"\n")
            for line in lines:
                code, *values = json.loads(line)
                yield CATALOGUE[code](**dict(zip(_FIELDS, values, strict=True)))

    def _whole(self) -> list[bytes]:
        return [*self._packed, self._packer.copy().flush()]


@dataclass(slots=True)
class Findings:
    """Collects what is found in one file; so many as they are, the rest packed."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    packed: dict[bool, Packed] = field(default_factory=lambda: {True: Packed(), False: Packed()})

    def add(self, problem: Problem) -> None:
        kept = self.problems if problem.keeps_out else self.notes
        if len(kept) < COLLECTED:
            kept.append(problem)
        else:
            self.packed[problem.keeps_out].add(problem)

    def all_problems(self) -> tuple[Problem, ...]:
        """In the order somebody mends them: the file as a whole, then sheet by sheet, downwards."""
        sheets = {
            sheet: at for at, sheet in enumerate(dict.fromkeys(p.sheet for p in self.problems))
        }
        mending = sorted(
            self.problems, key=lambda p: (p.row is not None, sheets[p.sheet], p.row or 0)
        )
        more = self.packed[True]
        return (*mending, MoreProblems(count=more.count, rest=more)) if more.count else (*mending,)

    def all_notes(self) -> tuple[Problem, ...]:
        """What is worth knowing of the whole file stands above thousands of single cells."""
        notes = sorted(self.notes, key=lambda note: note.row is not None)
        more = self.packed[False]
        return (*notes, MoreNotes(count=more.count, rest=more)) if more.count else (*notes,)


def every(problems: Iterable[Problem]) -> Iterator[Problem]:
    """All of them, the packed ones in the place of the line that counts them."""
    for one in problems:
        yield from one.rest if isinstance(one, MoreProblems | MoreNotes) else (one,)


def inert(text: str) -> str:
    """A cell of a CSV file that no spreadsheet runs as a formula; `spoken` undoes it."""
    return f"'{text}" if text.startswith((*LEADS_A_FORMULA, "'")) else text


def spoken(text: str) -> str:
    """The text of a CSV cell without the mark `inert` put before it."""
    return text[1:] if text[:1] == "'" and text[1:2] in (*LEADS_A_FORMULA, "'") else text


def csv_file(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A CSV file that Excel opens rightly (UTF-8 with its mark) and that runs nothing."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    for row in chain([heads], rows):
        writer.writerow(
            inert(INVISIBLE.sub("", cell)) if isinstance(cell, str) else cell for cell in row
        )
    return lines.getvalue().encode("utf-8-sig")


def to_csv(problems: Iterable[Problem]) -> bytes:
    """All problems as a CSV file."""
    heads = [t("Kind"), t("Sheet"), t("Row"), t("Column"), t("Value"), t("What"), t("Remedy")]
    rows = (
        (one.code, one.sheet, one.row, one.column, shortened(one.value, 500), one.what(),
         one.advice())
        for one in every(problems)
    )  # fmt: skip
    return csv_file(heads, rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreProblems(Problem):
    rest: Iterable[Problem] = field(default=(), compare=False, repr=False)

    says = N_("More problems than are listed here: {count}.")
    remedy = N_("Correct those listed and load the file again; the file to download has them all.")


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreNotes(Note):
    rest: Iterable[Problem] = field(default=(), compare=False, repr=False)

    says = N_("More notes than are listed here: {count}.")
    remedy = N_("Nothing to do; the file to download has them all.")
