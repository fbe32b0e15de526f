"""How large words may be so that they end within their box, measured in the typeface we ship.

Languages differ by half in the room they need, so no count of letters can say it. A machine
without the typeface takes a narrower one.
"""

from collections.abc import Sequence
from functools import cache

from PIL import ImageFont
from pptx.util import Emu

from exports.files.drawing import FONTS

LEAST = 10  # points: smaller is not read from the back of a room
LINE = 1.36  # the height of a line of Noto Sans, in its letters' size
INSET = 0.1 * 72  # points that PowerPoint leaves free at each side of a box, half of it above
MEASURED = 100  # points at which words are measured


def fitting(texts: Sequence[str], box: tuple[Emu, ...], most: int, *, bold: bool = False) -> int:
    """The largest size up to `most` at which the paragraphs end within the box."""
    _, _, width, height = box
    for size in range(most, LEAST, -1):
        lines = sum(lines_of(one, size, width, bold=bold) for one in texts)
        if lines * size * LINE <= Emu(height).pt - INSET:
            return size
    return LEAST


def lines_of(text: str, size: float, width: Emu, *, bold: bool = False) -> int:
    """On how many lines words are set in a box of this width."""
    room = (Emu(width).pt - 2 * INSET) * MEASURED / size
    lines, used = 1, 0.0
    for word in text.split(" "):
        wide = _font(bold).getlength(word + " ")
        if used and used + wide - _font(bold).getlength(" ") > room:
            lines, used = lines + 1, 0.0
        used += wide
    return lines


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    style = "SemiBold" if bold else "Regular"
    return ImageFont.truetype(FONTS / f"NotoSans-{style}.ttf", MEASURED)
