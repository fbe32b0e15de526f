"""Charts as SVG: the house's fonts, no network, and words that say where the picture comes from."""

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from textwrap import wrap
from typing import Any
from xml.sax.saxutils import escape

import vl_convert

from analytics.charts.theme import TEXT
from analytics.codelists import INK
from analytics.presentation.figure import Figure
from data.boundaries import ADDRESS, load
from exports.paper.paper import Paper
from exports.paper.stamp_text import DISCLAIMER, view_line
from i18n import t

FONTS = Path(__file__).parents[2] / "static" / "fonts" / "ttf"
MANY_VIEWS = {"hconcat", "vconcat", "concat", "facet", "repeat"}
WIDTH, PADDING = 760, 16  # pixels
FOOT_SIZE, FOOT_LINE = 11, 16  # pixels
FOOT_LETTER, FOOT_WIDE_LETTER = 6.1, 7.2  # a letter's usual width, Latin and other, in pixels
TITLE_LETTERS, SUBTITLE_LETTERS = 76, 108  # that fit the narrowest picture
STAND_INS = str.maketrans({"\N{DOUBLE VERTICAL LINE}": "||", "\N{RIGHTWARDS ARROW}": "›"})
"""Our typeface lacks these, and one strange letter would change the face of its whole line."""
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Letters no XML document may hold; the words of a mark may part their pieces by one."""
ROOT = re.compile(r'<svg ([^>]*?)width="([\d.]+)" height="([\d.]+)" viewBox="[^"]*">')


def drawing(paper: Paper, figure: Figure, *, is_map: bool = False) -> str:
    """The picture as an SVG document with title, subtitle and a foot; no seal yet."""
    return _with_foot(_drawn(paper, {**figure.complete, "title": _title(paper)}), paper, is_map)


def bare_drawing(paper: Paper, figure: Figure) -> str:
    """The picture without words round it, for a document that says them itself."""
    return _drawn(paper, {key: part for key, part in figure.complete.items() if key != "title"})


def _drawn(paper: Paper, picture: dict[str, Any]) -> str:
    whole = {"width": WIDTH, **picture, "padding": PADDING, "background": "#FFFFFF"}
    whole.pop("autosize", None)  # here the picture grows with its labels, not within a column
    if MANY_VIEWS & whole.keys():  # their views have their own widths
        del whole["width"]
    spec = json.dumps(_with_shapes(whole), ensure_ascii=False, default=str).replace(TEXT, INK)
    # What one reader brought is remembered nowhere but in that reader's session.
    convert = _converted if paper.stamp.dataset == "upload" else _remembered
    return convert(spec.translate(STAND_INS))


@lru_cache(maxsize=64)
def _remembered(spec: str) -> str:
    return _converted(spec)


def _converted(spec: str) -> str:
    """A Vega-Lite specification as SVG. The text of the specification says all, language too."""
    _fonts()
    svg: str = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
    return NOT_XML.sub(" ", svg)


@cache
def _fonts() -> None:
    vl_convert.register_font_directory(str(FONTS))


def _with_shapes(spec: Any) -> Any:  # noqa: ANN401 - any part of a specification
    """The specification with the map's shapes in place of their address: nothing is fetched."""
    if isinstance(spec, list):
        return [_with_shapes(part) for part in spec]
    if not isinstance(spec, dict):
        return spec
    if spec.get("url") == ADDRESS:
        return {"values": load()["features"]}
    return {key: _with_shapes(part) for key, part in spec.items()}


def _title(paper: Paper) -> dict[str, list[str]]:
    return {
        "text": wrap(paper.title, TITLE_LETTERS),
        "subtitle": wrap(paper.subtitle, SUBTITLE_LETTERS),
    }


def _with_foot(svg: str, paper: Paper, is_map: bool) -> str:
    """Vega-Lite knows no foot: the picture is made higher and the lines are set below it."""
    match = ROOT.search(svg)
    if match is None:
        raise ValueError("The converter no longer begins its SVG as it used to.")
    width, height = float(match[2]), float(match[3])
    lines = list(_foot(paper, width, is_map))
    total = height + FOOT_LINE * len(lines) + PADDING
    root = (
        f'<svg {match[1]}width="{width:g}" height="{total:g}" viewBox="0 0 {width:g} {total:g}" '
        f'role="img" xml:lang="{paper.language}">'
        f"<title>{escape(paper.title)}</title><desc>{escape(paper.subtitle)}</desc>"
        f'<rect width="{width:g}" height="{total:g}" fill="#FFFFFF"/>'
    )
    texts = "".join(
        f'<text x="{PADDING}" y="{height + FOOT_LINE * at:g}">{escape(line)}</text>'
        for at, line in enumerate(lines, start=1)
    )
    foot = (
        f'<g font-family="Noto Sans, sans-serif" font-size="{FOOT_SIZE}" fill="{INK}">{texts}</g>'
    )
    return svg[: match.start()] + root + svg[match.end() :].replace("</svg>", f"{foot}</svg>")


def _foot(paper: Paper, width: float, is_map: bool) -> Iterator[str]:
    lines = [paper.source, view_line(paper), t(DISCLAIMER) if is_map else "", paper.address]
    for line in filter(None, lines):
        latin = sum(ord(letter) < 0x370 for letter in line) * 2 > len(line)
        letter = FOOT_LETTER if latin else FOOT_WIDE_LETTER
        yield from wrap(line, int((width - 2 * PADDING) / letter))
