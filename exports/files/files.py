"""The kinds of file a figure or a list can leave as."""

from analytics.presentation.figure import Figure
from exports.files.images import png_file, svg_file
from exports.files.package import zipped
from exports.files.workbook import workbook
from exports.paper.paper import Paper
from exports.paper.sealing import seal_of

MIME = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "zip": "application/zip",
    "png": "image/png",
    "svg": "image/svg+xml",
}


def file_name(key: str, as_of: str, ending: str) -> str:
    """`side-by-side-2026-11-25.xlsx`: safe on every system, and says what and when."""
    stem = "-".join(filter(None, [key.replace("_", "-").replace(".", "-"), as_of]))
    return f"{stem}.{ending}"


def table_file(paper: Paper, ending: str, name: str) -> bytes:
    """The paper's table as `xlsx`, or as `zip` of CSV and what it means; `name` has no ending."""
    return workbook(paper, seal_of(paper)) if ending == "xlsx" else zipped(paper, name)


def image_file(paper: Paper, figure: Figure, ending: str, *, is_map: bool = False) -> bytes:
    """The picture as `png` or `svg`."""
    make = png_file if ending == "png" else svg_file
    return make(paper, figure, is_map=is_map)
