"""The evidence pack: one ZIP with the numbers, the words, the pictures and how to get them again.

README.txt                 what is in it, and the stamp
summary.docx               headings, tables, pictures
evidence.xlsx              a sheet a table, codebook, About
data/*.csv
charts/*.svg, *.png
questions/*.sql            each query with its parameters
questions/commands.sh      the same numbers from the command line
questions/*.csv            what those commands print
datapackage.json           every part with its hash, every table with its columns and its seal
"""

from collections.abc import Callable, Iterator

from analytics.query.filters import Filters
from analytics.query.stamp import called
from data.store import Dataset
from exports.files.files import image_file
from exports.files.package import Package
from exports.pack.document import SHOWN, summary
from exports.pack.pack_papers import Contents, contents
from exports.pack.pack_queries import queries
from exports.pack.pack_workbook import pack_workbook
from exports.paper.stamp_text import stamp_lines
from i18n import N_, labelled, t

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
    files["summary.docx"] = summary(held)
    say(packing)
    package, own = Package(), held.piece("by-country").paper
    for path, content in {**files, **dict(_texts(held))}.items():
        package.add(path, content)
    for piece in held.pieces:
        package.add_table(f"data/{piece.name}.csv", piece.paper)
    return package.closed(f"evidence-{own.stamp.as_of}", t("Evidence pack"), own)


def _charts(held: Contents) -> Iterator[tuple[str, bytes]]:
    for name in DRAWN:
        piece = held.piece(name)
        if piece.figure:
            for ending in ("svg", "png"):
                content = image_file(piece.paper, piece.figure, ending)
                yield f"charts/{name}.{ending}", content


def _texts(held: Contents) -> Iterator[tuple[str, bytes]]:
    """What of the pack is plain text: words and queries."""
    yield "README.txt", _readme(held).encode()
    for query in queries(held.dataset, held.filters, held.breakdowns):
        yield f"questions/{query.name}.sql", query.text.encode()
    for one in held.breakdowns:
        yield f"questions/ask-{one.name}.csv", one.csv.encode()
    commands = "".join(f"{one.command} > ask-{one.name}.csv\n" for one in held.breakdowns)
    yield "questions/commands.sh", commands.encode()


def _readme(held: Contents) -> str:
    parts = [
        called(),
        t("Evidence pack"),
        "",
        *(labelled(label, line) for label, line in stamp_lines(held.piece("by-country").paper)),
        "",
        t("summary.docx: findings, review matrix, figures and limits in words and tables."),
        t("evidence.xlsx: every table on a sheet of its own, with one codebook."),
        t("data: every table as CSV."),
        t("charts: vector images (SVG) and images (PNG)."),
        t(
            "questions: every query as SQL with its parameters (views and macros of the monitor’s "
            "data/views.sql are taken for granted), and commands that print the CSV files beside "
            "them."
        ),
        t(
            "datapackage.json: what every column of every table means, and every part with its "
            "hash, by which a whole pack is checked (a Data Package, see datapackage.org)."
        ),
        "",
    ]
    return "\n".join(parts)
