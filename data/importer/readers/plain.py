"""CSV text: which letters, which separator, and its rows as a spreadsheet would number them."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.findings import Findings
from data.importer.readers.limits import Limits
from data.importer.readers.sheets import Refusal, Row
from data.problems import BrokenQuotes, CutShort, EmptyFile, EncodingAssumed, NotATable, TooBig

SEPARATORS = (",", ";", "\t")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In Windows-1251 a word of Cyrillic is a run of high bytes; in Windows-1252 accents stand alone.
_CYRILLIC_RUN = re.compile(rb"[\xc0-\xff\xa5\xaa\xaf\xb2-\xb4\xba\xbf]{3,}")
_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 1_000_000


@dataclass(slots=True)
class PlainText:
    """The rows of a CSV file. Reading streams: the text is never unpacked as a whole."""

    content: bytes
    encoding: str
    separator: str
    name: str = ""
    _stream: io.BytesIO = field(default_factory=io.BytesIO)

    def rows(self) -> Iterator[Row]:
        self._stream = io.BytesIO(self.content)
        letters = io.TextIOWrapper(self._stream, self.encoding, errors="replace", newline="")
        reader = csv.reader(letters, delimiter=self.separator, strict=True)
        number, width, cells = 0, 0, [""]
        try:
            for number, cells in enumerate(reader, start=1):
                width = width or len(cells)
                yield number, cells
        except csv.Error:
            raise Refusal(BrokenQuotes(sheet=self.name, row=number + 1)) from None
        # A last line without its end and with too few cells was cut off in the middle.
        if 1 < len(cells) < width and not self.content.rstrip(b"\x00").endswith((b"\n", b"\r")):
            raise Refusal(CutShort(sheet=self.name, row=number, count=len(cells)))

    @property
    def marked(self) -> bool:
        return True

    def share(self) -> float:
        read = len(self.content) if self._stream.closed else self._stream.tell()
        return read / max(len(self.content), 1)


def opened(
    content: bytes, known: frozenset[str], limits: Limits, findings: Findings, name: str = ""
) -> PlainText:
    """The text with its encoding and separator settled, both from the bytes alone.

    The separator is the one under which most of the `known` headers appear.
    """
    if len(content) > limits.plain:
        raise Refusal(TooBig(other=f"{limits.plain // 1_000_000} MB"))
    if not content.strip(b"\x00\r\n\t ,;\xef\xbb\xbf\xff\xfe"):
        raise Refusal(EmptyFile(sheet=name))
    encoding, assumed = encoding_of(content)
    if assumed:
        findings.add(EncodingAssumed(sheet=name, value=assumed))
    texts = [PlainText(content, encoding, separator, name) for separator in SEPARATORS]
    return max(texts, key=lambda text: _familiar(text, known, limits))


def encoding_of(content: bytes) -> tuple[str, str]:
    """The encoding, and its name where it had to be assumed.

    Marked or valid Unicode is certain. Otherwise it is one of the two Windows code pages, and
    runs of high bytes tell Cyrillic from accents: the same bytes always give the same answer.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding, ""
    start = content[:1000]
    if start.count(0) > len(start) // 4:
        even = start[::2].count(0) > start[1::2].count(0)
        return ("utf-16-be" if even else "utf-16-le"), "UTF-16"
    if b"\x00" in start and start.count(0) > len(start) // 20:
        raise Refusal(NotATable())
    if _is_utf8(content):
        return "utf-8", ""
    return _code_page(content[:_SAMPLE] if _HIGH.search(content[:_SAMPLE]) else content)


def _is_utf8(content: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        for start in range(0, len(content), _SAMPLE):
            decoder.decode(content[start : start + _SAMPLE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _code_page(content: bytes) -> tuple[str, str]:
    high = len(_HIGH.findall(content))
    in_runs = sum(len(run) for run in _CYRILLIC_RUN.findall(content))
    if in_runs * 2 > high:
        return "cp1251", "Windows-1251"
    return "cp1252", "Windows-1252"


def _familiar(text: PlainText, known: frozenset[str], limits: Limits) -> tuple[int, int]:
    """How many known headers its best row has, and how many cells."""
    best = (0, 0)
    try:
        for number, cells in text.rows():
            best = max(best, (len(known.intersection(map(normal, cells))), len(cells)))
            if number >= limits.head:
                break
    except Refusal:
        pass  # not this separator, or broken further down: reading it will say so
    return best


def normal(header: str) -> str:
    """A header as it is compared: no case, single blanks. A leading underscore counts."""
    return " ".join(header.split()).casefold()
