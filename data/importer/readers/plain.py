"""CSV text: which separator, and its rows as a spreadsheet would number them."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from data.findings import Findings, Problem
from data.importer.languages.alphabets import one_alphabet
from data.importer.readers.encodings import encoding_of, marks_of
from data.importer.readers.limits import Limits
from data.importer.readers.sheets import Manner, Refusal, Row
from data.problems import BrokenQuotes, CutShort, EmptyFile, EncodingAssumed, TooBig

SEPARATORS = (",", ";", "\t", "|")

# Excel's own way of naming the separator, in a line that is no row.
_NAMED = re.compile(r'"?sep *= *([^"\r\n])"?[;,\t]*(?:\r\n?|\n)', re.IGNORECASE)
_START = 4_096
_BLANK = b"\x00\r\n\t ,;\xef\xbb\xbf\xff\xfe"
_END_OF_FILE = "\x1a"  # what some programs of old end a text with


@dataclass(slots=True)
class PlainText:
    """The rows of a CSV file. Reading streams: the text is never unpacked as a whole."""

    content: bytes
    encoding: str
    separator: str
    hidden: ClassVar[bool] = False
    manner: ClassVar[Manner] = Manner(marked=True)
    name: str = ""
    skipped: int = 0  # bytes before the first row
    _stream: io.BytesIO = field(default_factory=io.BytesIO)

    def rows(self) -> Iterator[Row]:
        self._stream = io.BytesIO(self.content)
        self._stream.seek(self.skipped)
        letters = io.TextIOWrapper(self._stream, self.encoding, errors="replace", newline="")
        reader = csv.reader(letters, delimiter=self.separator, strict=True)
        number, width, cells = 0, 0, [""]
        try:
            for number, cells in enumerate(reader, start=1):
                width = width or len(cells)
                if len(cells) == 1 and cells[0] == _END_OF_FILE:
                    return
                yield number, cells
        except csv.Error:
            raise Refusal(BrokenQuotes(sheet=self.name, row=number + 1)) from None
        # A last line without its end and with too few cells was cut off in the middle.
        if 1 < len(cells) < width and not self._ends_a_line():
            raise Refusal(CutShort(sheet=self.name, row=number, count=len(cells)))

    def _ends_a_line(self) -> bool:
        return self.content[-_START:].rstrip(b"\x00").endswith((b"\n", b"\r"))

    def share(self) -> float:
        read = len(self.content) if self._stream.closed else self._stream.tell()
        return read / max(len(self.content), 1)

    def remarks(self) -> Iterator[Problem]:
        return iter(())


def opened(
    content: bytes, headers: frozenset[str], limits: Limits, findings: Findings, name: str = ""
) -> PlainText:
    """The text with its encoding and separator settled, both from the bytes alone.

    The separator is the one the file names, else the one under which most of the known `headers`
    appear.
    """
    if len(content) > limits.plain:
        raise Refusal(TooBig(other=f"{limits.plain // 1_000_000} MB"))
    # A copy of a large file is spared wherever its first bytes settle the matter.
    if not content[:_START].strip(_BLANK) and not content.strip(_BLANK):
        raise Refusal(EmptyFile(sheet=name))
    encoding, assumed = encoding_of(content)
    marks = marks_of(content)
    if assumed:
        findings.add(EncodingAssumed(sheet=name, value=assumed))
    named = _NAMED.match(content[marks : marks + 40].decode(encoding, "replace"))
    skipped = marks + (len(named[0].encode(encoding)) if named else 0)
    skipped += marks_of(content[skipped : skipped + 12])  # a file put below such a line
    separators = dict.fromkeys([*named.groups(), *SEPARATORS] if named else SEPARATORS)
    texts = [PlainText(content, encoding, one, name, skipped) for one in separators]
    return max(texts, key=lambda text: _familiar(text, headers, limits))


def _familiar(text: PlainText, headers: frozenset[str], limits: Limits) -> tuple[int, int]:
    """How many known headers its best row has, and how many cells."""
    best = (0, 0)
    try:
        for number, cells in text.rows():
            best = max(best, (len(headers.intersection(map(normal, cells))), len(cells)))
            if number >= limits.head:
                break
    except Refusal:
        pass  # not this separator, or broken further down: reading it will say so
    return best


def normal(header: str) -> str:
    """A header as it is compared: no case, single blanks. A leading underscore counts."""
    return " ".join(one_alphabet(header).split()).casefold()
