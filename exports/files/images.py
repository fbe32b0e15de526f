"""SVG and PNG files, each with its seal inside."""

import hashlib
import re
from html import unescape
from xml.sax.saxutils import escape

import vl_convert

from analytics.presentation.figure import Figure
from exports.files import png
from exports.files.drawing import drawing
from exports.paper.paper import Paper
from exports.paper.seal import NoSeal, Seal
from exports.paper.stamp_text import view_line
from i18n import t

SCALE = 2
HOLDER = re.compile(r'<metadata id="monitor-stamp">(.*?)</metadata>', re.S)
FIRST_TAG = re.compile(r"<svg\b[^>]*>")
KEYWORD = "Monitor stamp"


def svg_file(paper: Paper, figure: Figure, seal: Seal, *, is_map: bool = False) -> bytes:
    """The picture as SVG with the seal in its metadata."""
    return sealed_svg(drawing(paper, figure, is_map=is_map), seal).encode()


def png_file(paper: Paper, figure: Figure, seal: Seal, *, is_map: bool = False) -> bytes:
    """The picture as PNG at twice the size, with title, source and seal as text chunks."""
    drawn = vl_convert.svg_to_png(drawing(paper, figure, is_map=is_map), scale=SCALE)
    texts = {
        "Title": paper.title,
        "Description": f"{paper.subtitle} {view_line(paper)}".strip(),
        "Source": paper.source,
        KEYWORD: seal.of_drawing(png.digest(drawn)).to_json(),
    }
    return png.with_texts(drawn, texts)


def sealed_svg(svg: str, seal: Seal) -> str:
    """An SVG document with the seal as its metadata."""
    at = FIRST_TAG.search(svg)
    if at is None:
        raise NoSeal(t("This is no SVG document."))
    text = escape(seal.of_drawing(_digest(svg)).to_json())
    return f'{svg[: at.end()]}<metadata id="monitor-stamp">{text}</metadata>{svg[at.end() :]}'


def read_svg(content: bytes) -> tuple[Seal, bool]:
    """The seal of an SVG file, and whether the drawing is as it left. Raises NoSeal."""
    svg = content.decode("utf-8", errors="replace")
    held = HOLDER.search(svg)
    if held is None:
        raise NoSeal(t("The drawing carries no stamp."))
    seal = Seal.from_json(unescape(held[1]))
    return seal, _digest(svg[: held.start()] + svg[held.end() :]) == seal.drawing


def read_png(content: bytes) -> tuple[Seal, bool]:
    """The seal of a PNG file, and whether the picture is as it left. Raises NoSeal."""
    text = png.texts(content).get(KEYWORD)
    if text is None:
        raise NoSeal(t("The image carries no stamp."))
    seal = Seal.from_json(text)
    return seal, png.digest(content) == seal.drawing


def _digest(svg: str) -> str:
    return hashlib.sha256(svg.encode()).hexdigest()
