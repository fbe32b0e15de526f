"""The evidence pack: one ZIP with the numbers, the words, the pictures and how to get them again.

README.txt                 what is in it, and the stamp
summary.docx               headings, tables, pictures
evidence.xlsx              a sheet a table, codebook, About
data/*.csv, *.metadata.json
charts/*.svg, *.png
questions/*.sql            each query with its parameters
questions/commands.sh      the same numbers from the command line
questions/*.csv            what those commands print
manifest.csv, *.metadata.json  every part with its SHA-256
"""

import io
import zipfile
from collections.abc import Callable, Iterator

from analytics.query.filters import Filters
from analytics.query.stamp import NAME
from data.store import Dataset
from exports.files.csvs import csv_text, metadata, put
from exports.files.images import png_file, svg_file
from exports.pack.document import SHOWN, summary
from exports.pack.pack_list import listing
from exports.pack.pack_papers import Contents, contents
from exports.pack.pack_queries import queries
from exports.pack.pack_workbook import pack_workbook
from exports.paper.sealing import seal_of
from exports.paper.stamp_text import stamp_lines
from i18n import N_, t

DRAWN = ("countries-side-by-side", "cohorts-24-months-plan-year", *SHOWN)
"""The charts of the pack. A picture of every table would say the same many times over."""
STEPS = (
    N_("Asking every question"),
    N_("Drawing the charts"),
    N_("Writing the workbook"),
    N_("Writing the summary"),
    N_("Packing"),
)
Say = Callable[[str], None]


def evidence_pack(dataset: Dataset, filters: Filters, address: str, say: Say) -> bytes:
    """The pack as ZIP. `say` is told each step in the reader's language as it begins."""
    asking, drawing, reckoning, wording, packing = (t(step) for step in STEPS)
    say(asking)
    held = contents(dataset, filters, address)
    say(drawing)
    files = dict(_charts(held))
    say(reckoning)
    files["evidence.xlsx"] = pack_workbook(held)
    say(wording)
    images = {name: files[f"charts/{name}.png"] for name in DRAWN}
    files["summary.docx"] = summary(held, images)
    say(packing)
    files |= dict(texts(held))
    return _zipped(files | listing(held, files))


def _charts(held: Contents) -> Iterator[tuple[str, bytes]]:
    for name in DRAWN:
        piece = held.piece(name)
        if piece.figure:
            figure, seal = piece.figure, seal_of(piece.paper)
            yield f"charts/{name}.svg", svg_file(piece.paper, figure, seal)
            yield f"charts/{name}.png", png_file(piece.paper, figure, seal)


def texts(held: Contents) -> Iterator[tuple[str, bytes]]:
    """What of the pack is plain text: words, tables, questions."""
    yield "README.txt", _readme(held).encode()
    for piece in held.pieces:
        yield f"data/{piece.name}.csv", csv_text(piece.paper).encode("utf-8-sig")
        told = metadata(piece.paper, seal_of(piece.paper))
        yield f"data/{piece.name}.metadata.json", told.encode()
    for query in queries(held.dataset, held.filters, held.asked):
        yield f"questions/{query.name}.sql", query.text.encode()
    for one in held.asked:
        yield f"questions/ask-{one.name}.csv", one.csv.encode()
    commands = "".join(f"{one.command} > ask-{one.name}.csv\n" for one in held.asked)
    yield "questions/commands.sh", commands.encode()


def _readme(held: Contents) -> str:
    said = [
        t(NAME),
        t("Evidence pack"),
        "",
        *(f"{label}: {line}" for label, line in stamp_lines(held.piece("by-country").paper)),
        "",
        t("summary.docx: findings, review matrix, figures and limits in words and tables."),
        t("evidence.xlsx: every table on a sheet of its own, with one codebook."),
        t("data: every table as CSV, with a JSON file that says what its columns mean."),
        t("charts: drawings to scale (SVG) and pictures (PNG)."),
        t(
            "questions: every query as SQL with its parameters (views and macros of the monitor’s "
            "data/views.sql are taken for granted), and commands that print the CSV files beside "
            "them."
        ),
        t("manifest.csv: every part with its SHA-256, by which a whole pack is checked."),
        "",
    ]
    return "\n".join(said)


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in sorted(files.items()):
            put(archive, name, content)
    return out.getvalue()
