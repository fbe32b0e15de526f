"""XML read part by part with expat, with everything refused that a workbook has no need of."""

from collections.abc import Callable, Iterator
from typing import IO
from xml.parsers import expat

from data.importer.readers.sheets import Refusal
from data.problems import DamagedFile, ForbiddenMarkup, UnpackedTooBig

_PIECE = 1 << 16

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def read(part: IO[bytes], limit: int, start: Start, end: End, text: Text) -> Iterator[int]:
    """Feed the part to the three handlers; yields the bytes read after each piece.

    Document types and entities are refused unseen: no bomb, no outside file. More than `limit`
    tags are refused, for time is spent on tags, not on bytes. Names come without their prefix.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = _first(parser, start, end)
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    done = tags = 0
    try:
        while piece := part.read(_PIECE):
            tags += piece.count(b"<")
            if tags > limit:
                raise Refusal(UnpackedTooBig(other=f"{limit:,} tags"))
            parser.Parse(piece, False)
            done += len(piece)
            yield done
        parser.Parse(b"", True)
        yield done
    except (expat.ExpatError, UnicodeError):
        raise Refusal(DamagedFile()) from None


def _refuse(*_: object) -> None:
    raise Refusal(ForbiddenMarkup())


def _first(parser: expat.XMLParserType, start: Start, end: End) -> Start:
    """The root tells whether names carry a prefix; hardly any do, so the rest is spared a call."""

    def root(name: str, attributes: dict[str, str]) -> None:
        parser.StartElementHandler = start
        if ":" in name:
            parser.StartElementHandler = lambda name, attributes: start(_local(name), attributes)
            parser.EndElementHandler = lambda name: end(_local(name))
        parser.StartElementHandler(name, attributes)

    return root


def _local(name: str) -> str:
    return name.rpartition(":")[2]
