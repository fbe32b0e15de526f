"""CSV, and the metadata JSON that travels beside it."""

import csv
import io
import json
import zipfile
from datetime import date
from typing import Any

from data.findings import inert
from exports.paper.paper import Paper
from exports.paper.seal import Seal
from exports.paper.stamp_text import stamp_lines
from exports.paper.table import PLAIN_NUMBER, Cell

EPOCH = (1980, 1, 1, 0, 0, 0)  # the same table gives the same bytes, whenever it is asked for


def csv_text(paper: Paper) -> str:
    """The table alone: shares as fractions of one, days as ISO, unknown as blank."""
    out = io.StringIO(newline="")
    _write(out, paper)
    return out.getvalue()


def _write(out: io.TextIOBase, paper: Paper) -> None:
    writer = csv.writer(out)
    writer.writerow([_written(heading) for heading in paper.table.headings])
    writer.writerows([_written(cell) for cell in row] for row in paper.table.rows())


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
        # Row by row: a list of a million rows is never held as text.
        with archive.open(_part(f"{name}.csv"), "w") as raw:
            text = io.TextIOWrapper(raw, "utf-8-sig", newline="")
            _write(text, paper)
            text.flush()
            text.detach()
        put(archive, f"{name}.metadata.json", metadata(paper, seal).encode())
    return out.getvalue()


def put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(_part(name), content)


def _part(name: str) -> zipfile.ZipInfo:
    part = zipfile.ZipInfo(name, EPOCH)
    part.compress_type = zipfile.ZIP_DEFLATED
    part.external_attr = 0o644 << 16
    return part


def _written(cell: Cell) -> str:
    """A cell that no spreadsheet runs as a formula; a number may keep its minus."""
    if isinstance(cell, str):
        return cell if cell[:1] == "-" and PLAIN_NUMBER.fullmatch(cell) else inert(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.isoformat() if isinstance(cell, date) else repr(cell)
