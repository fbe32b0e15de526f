"""SVG and PNG files, each with its seal inside."""

import hashlib
import io
from xml.sax.saxutils import escape

import vl_convert
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from analytics.presentation.figure import Figure
from exports.files.drawing import bare_drawing, drawing
from exports.paper.paper import Paper
from exports.paper.parts import Sealed, taken_out
from exports.paper.seal import NoSeal, Seal
from exports.paper.sealing import seal_of_file
from exports.paper.stamp_text import view_line
from i18n import t

SCALE = 2
METADATA = ('<metadata id="monitor-stamp">', "</metadata>")
KEYWORD = "Monitor stamp"
MOST_PIXELS = 40_000_000
"""Ours have two million; a stranger's picture must not fill the memory."""


def svg_file(paper: Paper, figure: Figure, *, is_map: bool = False) -> bytes:
    """The picture as SVG with the seal in its metadata."""
    svg = drawing(paper, figure, is_map=is_map)
    drawn, end, after = svg.rpartition("</svg>")
    seal = escape(seal_of_file(paper, _digest(svg.encode())).to_json())
    return f"{drawn}{METADATA[0]}{seal}{METADATA[1]}{end}{after}".encode()


def png_file(paper: Paper, figure: Figure, *, is_map: bool = False) -> bytes:
    """The picture as PNG at twice the size, with title, source and seal as texts."""
    drawn = vl_convert.svg_to_png(drawing(paper, figure, is_map=is_map), scale=SCALE)
    image, out, texts = Image.open(io.BytesIO(drawn)), io.BytesIO(), PngInfo()
    for keyword, text in {
        "Title": paper.title,
        "Description": f"{paper.subtitle} {view_line(paper)}".strip(),
        "Source": paper.source,
        KEYWORD: seal_of_file(paper, _digest(image.tobytes())).to_json(),
    }.items():
        texts.add_itxt(keyword, text, zip=True)
    image.save(out, "PNG", pnginfo=texts, dpi=image.info.get("dpi"))
    return out.getvalue()


def bare_png(paper: Paper, figure: Figure) -> bytes:
    """The picture alone, for a document that has title, source and seal of its own."""
    drawn: bytes = vl_convert.svg_to_png(bare_drawing(paper, figure), scale=SCALE)
    return drawn


def read_svg(content: bytes) -> Sealed:
    """The seal of an SVG file, and whether the drawing is as it left. Raises NoSeal."""
    stamp, drawn = taken_out(content.decode("utf-8", errors="replace"), *METADATA)
    seal = Seal.from_json(stamp)
    return Sealed(seal, intact=_digest(drawn.encode()) == seal.sha256)


def read_png(content: bytes) -> Sealed:
    """The seal of a PNG file, and whether its pixels are as they left. Raises NoSeal."""
    try:
        with Image.open(io.BytesIO(content), formats=["PNG"]) as image:
            seal = Seal.from_json(str(image.info.get(KEYWORD, "")))
            return Sealed(seal, intact=_pixels(image) == seal.sha256)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        raise NoSeal(t("The image carries no stamp.")) from problem


def _pixels(image: Image.Image) -> str:
    """The digest of the pixels; blank for those that cannot be ours."""
    if image.width * image.height > MOST_PIXELS:
        return ""
    try:
        return _digest(image.tobytes())
    except (OSError, SyntaxError):
        return ""


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
