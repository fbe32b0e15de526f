"""An activity file as elements with their lines, one activity after the other.

The XML is read by defusedxml, which refuses document types, entities and outside files before
anything could grow or be fetched. Only elements the monitor knows are kept; the others are counted.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser

from data.importer.readers.limits import Limits
from data.importer.readers.sheets import Refusal
from data.problems import BrokenXml, HostileXml, MissingPart, OtherIati, UnpackedTooBig

_VERSIONS = ("2.01", "2.02", "2.03")
_PIECE = 65_536
_ROOT = re.compile(r"<iati-(?:activities|activity|organisations)[\s>/]")
LOOKED_AT = 100_000  # bytes within which the root has to come
_DEPTH = 30
_KEPT = 300_000  # elements of one activity

# What is kept below each element. Names are unique enough that the parent need not be asked.
_KEPT_BELOW: Mapping[str, frozenset[str]] = {
    name: frozenset(below.split())
    for name, below in {
        "iati-activity": "iati-identifier title participating-org activity-date recipient-country"
        " recipient-region location sector transaction result",
        "location": "name point",
        "point": "pos",
        "transaction": "transaction-type transaction-date value provider-org receiver-org"
        " recipient-country",
        "result": "title indicator",
        "indicator": "title baseline period",
        "period": "period-start period-end target actual",
        **dict.fromkeys(("baseline", "target", "actual"), "comment dimension location"),
        **dict.fromkeys(("title", "name", "comment"), "narrative"),
        **dict.fromkeys(("participating-org", "provider-org", "receiver-org"), "narrative"),
    }.items()
}


@dataclass(slots=True)
class Element:
    """One element: `path` leads to it from its activity, `line` is where it begins."""

    name: str
    path: str
    line: int
    attributes: Mapping[str, str]
    language: str
    text: str = ""
    children: list[Self] = field(default_factory=list)

    def all(self, name: str) -> list[Self]:
        return [child for child in self.children if child.name == name]

    def first(self, name: str) -> Self | None:
        return next((child for child in self.children if child.name == name), None)

    def place(self, attribute: str = "") -> dict[str, object]:
        """Where it stands and what stands there, as fields of a problem."""
        value = self.attributes.get(attribute, "") if attribute else self.text
        sheet, column = f"<{self.path}>", attribute
        return {"sheet": sheet, "row": self.line, "column": column, "value": value}


def is_iati(content: bytes) -> bool:
    """Does the text of a file begin as IATI's do? An XML file of another kind does not."""
    start = content[:LOOKED_AT]
    wide = start[:2] in (b"\xff\xfe", b"\xfe\xff")
    return bool(_ROOT.search(start.decode("utf-16" if wide else "latin-1", "ignore")))


def activities(content: bytes, limits: Limits, unknown: Counter[str]) -> Iterator[Element]:
    """Every activity of the file; names of elements not kept are counted in `unknown`.

    Raises `Refusal` for what is no such file, not well-formed, hostile or too large.
    """
    if len(content) > limits.plain:
        raise Refusal(UnpackedTooBig(other=f"{limits.plain // 1_000_000} MB"))
    parser = make_parser()
    reader = _Reader(limits, unknown, parser)
    parser.forbid_dtd = True
    parser.setContentHandler(reader)
    try:
        for at in range(0, len(content), _PIECE):
            parser.feed(content[at : at + _PIECE])
            yield from reader.ready()
        parser.close()
    except DefusedXmlException:
        raise Refusal(HostileXml()) from None
    except SAXParseException as broken:
        reason = broken.getMessage()
        raise Refusal(BrokenXml(row=broken.getLineNumber(), value=reason)) from None
    except (UnicodeError, LookupError, ValueError) as broken:
        raise Refusal(BrokenXml(value=str(broken))) from None


class _Reader(ContentHandler):
    """Builds the elements as the parser names them."""

    def __init__(self, limits: Limits, unknown: Counter[str], locator: Locator) -> None:
        super().__init__()
        self._limits, self._unknown, self._locator = limits, unknown, locator
        self._open: list[Element] = []
        self._skipped = self._seen = self._kept = 0
        self._done: list[Element] = []
        self._begun = False

    def ready(self) -> list[Element]:
        """The activities ended since last asked."""
        done, self._done = self._done, []
        return done

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        self._seen += 1
        if self._seen > self._limits.cells:
            raise Refusal(UnpackedTooBig(other=f"{self._limits.cells:,} elements"))
        if not self._begun:
            self._begun = True
            self._root(name, attrs)
            if name != "iati-activity":
                return
        if self._skipped or not self._is_kept(name):
            self._skipped += 1
            if self._skipped > _DEPTH:
                raise Refusal(UnpackedTooBig(other=f"{_DEPTH} elements within each other"))
            return
        self._kept = self._kept + 1 if self._open else 0
        if self._kept > _KEPT:
            raise Refusal(UnpackedTooBig(other=f"{_KEPT:,} elements in one activity"))
        self._open.append(self._element(name, attrs))

    def endElement(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif self._open:
            ended = self._open.pop()
            if self._open:
                self._open[-1].children.append(ended)
            else:
                self._done.append(ended)

    def characters(self, content: str) -> None:
        leaf = not self._skipped and self._open and self._open[-1].name not in _KEPT_BELOW
        if leaf and len(self._open[-1].text) <= self._limits.text:
            self._open[-1].text += content

    def _is_kept(self, name: str) -> bool:
        if not self._open:
            return name == "iati-activity"
        parent = self._open[-1].name
        if name in _KEPT_BELOW.get(parent, ()):
            return True
        if parent == "iati-activity":
            self._unknown[name] += 1
        return False

    def _element(self, name: str, attrs: AttributesImpl) -> Element:
        above = self._open[-1] if self._open else None
        inside = above and above.name != "iati-activity"
        path = f"{above.path}/{name}" if above and inside else name
        language = attrs.get("xml:lang") or (above.language if above else "")
        line = self._locator.getLineNumber() or 0
        return Element(name, path, line, dict(attrs.items()), language)

    def _root(self, name: str, attrs: AttributesImpl) -> None:
        if name == "iati-activity":  # one activity alone says no version
            return
        if name != "iati-activities":
            raise Refusal(OtherIati(value=f"<{name[:80]}>"))
        version = attrs.get("version", "")
        if not version:
            raise Refusal(MissingPart(sheet="<iati-activities>", row=1, column="version"))
        if version.strip() not in _VERSIONS:
            raise Refusal(OtherIati(value=version, sheet="<iati-activities>", column="version"))
