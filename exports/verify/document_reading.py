"""A summary brought back: the seal in its properties, and what its paragraphs and cells say now."""

import io
from dataclasses import dataclass, replace

from docx import Document
from docx.opc.exceptions import OpcError

from data.importer.readers.archive import Archive
from data.importer.readers.limits import MEGABYTE, Limits
from exports.pack.document_table import document_table
from exports.paper.found import Cells, Found
from exports.paper.seal import NoSeal, Seal
from i18n import t

UNPACKED = 20 * MEGABYTE
# What the library raises for a package that is none, beside its own.
BROKEN = (OpcError, KeyError, ValueError, AttributeError, TypeError, SyntaxError)


@dataclass(frozen=True, slots=True)
class Places(Cells):
    """What a document says, named by paragraph or by table and cell."""

    def place(self, row: int, column: int) -> str:
        if row >= len(self.rows):
            return t("text")
        code = self.rows[row][0]
        if code.startswith("P"):
            return t("paragraph {number}", number=code[1:])
        table, _, cell = code[1:].partition(".")
        return t("table {number}, {cell}", number=table, cell=cell)


def read_document(content: bytes, limits: Limits) -> Found:
    """The seal of a DOCX file and what it says. Raises NoSeal."""
    # Sizes first, before anything is unpacked. The library reads whole parts into memory.
    Archive(content, replace(limits, unpacked=min(UNPACKED, limits.unpacked)))
    try:
        book = Document(io.BytesIO(content))
        seal = Seal.from_json(book.core_properties.comments)
        return Found(seal, Places(document_table(book), 1))
    except NoSeal:
        raise
    except BROKEN as problem:
        raise NoSeal(t("The document cannot be read.")) from problem
