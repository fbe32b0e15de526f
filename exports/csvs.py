"""CSV, and the metadata JSON that travels beside it."""

import csv
import io
import json
import zipfile
from datetime import date
from typing import Any

from data.findings import inert
from exports.paper import Paper
from exports.seal import Seal
from exports.stamp_text import stamp_lines
from exports.table import PLAIN_NUMBER, Cell

EPOCH = (1980, 1, 1, 0, 0, 0)  # the same table gives the same bytes, whenever it is asked for


def csv_text(paper: Paper) -> str:
    """The table alone: shares as fractions of one, days as ISO, unknown as blank."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_written(heading) for heading in paper.table.headings])
    writer.writerows([_written(cell) for cell in row] for row in paper.table.rows())
    return out.getvalue()


def metadata(paper: Paper, seal: Seal) -> str:
    """What the table is, what each column means, and the stamp, as JSON."""
    columns = {
        meaning.heading: {
            "unit": meaning.unit,
            "definition": meaning.definition,
            "source": meaning.source,
        }
        for meaning in paper.codebook()
    }
    told: dict[str, Any] = {
        "table": {"title": paper.title, "subtitle": paper.subtitle, "citation": paper.source},
        "columns": columns,
        "about": dict(stamp_lines(paper)),
        "seal": seal.as_dict(),
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def zipped(paper: Paper, seal: Seal, name: str) -> bytes:
    """`<name>.csv` and `<name>.metadata.json` in one ZIP, so that neither is lost."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        put(archive, f"{name}.csv", csv_text(paper).encode("utf-8-sig"))
        put(archive, f"{name}.metadata.json", metadata(paper, seal).encode())
    return out.getvalue()


def put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    part = zipfile.ZipInfo(name, EPOCH)
    part.compress_type = zipfile.ZIP_DEFLATED
    part.external_attr = 0o644 << 16
    archive.writestr(part, content, compresslevel=6)


def _written(cell: Cell) -> str:
    """A cell that no spreadsheet runs as a formula; a number may keep its minus."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return repr(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return cell if PLAIN_NUMBER.fullmatch(cell) else inert(cell)
