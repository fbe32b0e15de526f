"""DOCX and PPTX files with their seal in the document's comments.

Word, PowerPoint and LibreOffice all keep the comments when somebody saves the file anew, while
LibreOffice drops parts that it does not know.
"""

import hashlib
import io
from typing import Any

from data.importer.readers.archive import Archive
from data.importer.readers.limits import OWN_FILE, Limits
from exports.paper.paper import Paper
from exports.paper.parts import Sealed, taken_out
from exports.paper.seal import Seal
from exports.paper.sealing import seal_of_file

PROPERTIES = "docProps/core.xml"
COMMENTS = ("<dc:description>", "</dc:description>")


def office_file(book: Any, paper: Paper) -> bytes:  # noqa: ANN401 - python-docx's or python-pptx's
    """A document or a deck as a file, sealed over everything in it but its properties."""
    sha256 = _digest(Archive(_saved(book), OWN_FILE))
    book.core_properties.comments = "-"
    # The libraries hold properties to 255 letters; the format does not.
    [described] = book.core_properties._element.xpath("dc:description")
    described.text = seal_of_file(paper, sha256).to_json()
    return _saved(book)


def read_office(content: bytes, limits: Limits) -> Sealed:
    """The seal, and whether the rest is as it left. Raises NoSeal, or Refusal for no archive."""
    archive = Archive(content, limits)
    properties = archive.read(PROPERTIES) if PROPERTIES in archive.names() else b""
    stamp, _ = taken_out(properties.decode("utf-8", errors="replace"), *COMMENTS)
    seal = Seal.from_json(stamp)
    return Sealed(seal, intact=_digest(archive) == seal.sha256)


def _saved(book: Any) -> bytes:  # noqa: ANN401
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _digest(archive: Archive) -> str:
    hashed = hashlib.sha256()
    for name in sorted(set(archive.names()) - {PROPERTIES}):
        with archive.stream(name) as part:
            own = hashlib.file_digest(part, "sha256")  # type: ignore[arg-type]
            hashed.update(name.encode() + own.digest())
    return hashed.hexdigest()
