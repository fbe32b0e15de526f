"""Make the fonts we ship from the variable web fonts of Noto Sans: only letters that are needed.

    python static/fonts/make.py FOLDER

FOLDER holds the six `…-wght-normal.woff2` files of the npm packages the README names. Each keeps
the letters of our languages and of their neighbours' names; `ttf/` is made of all of them for
exported images, which want TrueType, one file a weight, and draw a word from a single file. Needs
fonttools and brotli, which nothing else does.
"""

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
WEIGHTS = {"Regular": 400, "SemiBold": 600}
"""What is drawn bold takes the nearest."""


def letters(*ranges: tuple[int, int]) -> set[int]:
    return {one for first, last in ranges for one in range(first, last + 1)}


SIGNS = letters((0x2010, 0x2023), (0x2025, 0x2027), (0x202F, 0x2033), (0x2039, 0x203A),
                (0x2044, 0x2044), (0x2190, 0x2195), (0x2212, 0x2212))  # fmt: skip
KEPT = {
    "noto-sans-latin-wght-normal": letters((0x20, 0x7E), (0xA0, 0xFF), (0x131, 0x131),
                                           (0x152, 0x153), (0x2BC, 0x2BC), (0x20AC, 0x20AC),
                                           (0x2122, 0x2122)) | SIGNS,
    "noto-sans-latin-ext-wght-normal": letters((0x100, 0x17F), (0x18F, 0x18F), (0x1CD, 0x1DC),
                                               (0x1E6, 0x1E7), (0x218, 0x21B), (0x259, 0x259),
                                               (0x20BC, 0x20BE), (0x2116, 0x2116)),
    "noto-sans-cyrillic-wght-normal": letters((0x301, 0x301), (0x400, 0x45F), (0x490, 0x493),
                                              (0x2116, 0x2116)),
    "noto-sans-cyrillic-ext-wght-normal": letters((0x20B4, 0x20B4)),
    "noto-sans-armenian-armenian-wght-normal": letters((0x531, 0x556), (0x559, 0x58A),
                                                       (0x58F, 0x58F), (0x2024, 0x2024)),
    "noto-sans-georgian-georgian-wght-normal": letters((0x10D0, 0x10FF)),
}  # fmt: skip
"""Georgian without its two old alphabets and its capitals, which no sentence is set in."""


def main(folder: Path) -> None:
    for name, kept in KEPT.items():
        _subset(TTFont(folder / f"{name}.woff2"), kept).save(HERE / f"{name}.woff2")
    for style, weight in WEIGHTS.items():
        with tempfile.TemporaryDirectory() as aside:
            pieces = [_piece(HERE / f"{name}.woff2", weight, Path(aside)) for name in KEPT]
            merged = Merger().merge(pieces)
        _name(merged, style, weight)
        merged.save(HERE / "ttf" / f"NotoSans-{style}.ttf")


def _subset(font: TTFont, kept: set[int]) -> TTFont:
    wanted = Options(hinting=False, layout_features=["kern", "mark", "mkmk", "ccmp", "locl"],
                     name_IDs=[1, 2, 4, 6, 13, 14], notdef_outline=True)  # fmt: skip
    maker = Subsetter(wanted)
    maker.populate(unicodes=kept)
    maker.subset(font)
    font.flavor = "woff2"
    return font


def _piece(web: Path, weight: int, folder: Path) -> str:
    """One script at one weight. Layout rules stay behind: those of six scripts do not merge."""
    font = TTFont(web)
    instantiateVariableFont(font, {"wght": weight}, inplace=True)
    for table in ("GSUB", "GPOS", "GDEF", "STAT", "DSIG"):
        if table in font:
            del font[table]
    font.flavor = None
    path = folder / f"{web.stem}.ttf"
    font.save(path)
    return str(path)


def _name(font: TTFont, style: str, weight: int) -> None:
    names = {1: "Noto Sans", 2: style, 4: f"Noto Sans {style}", 6: f"NotoSans-{style}"}
    for number, text in names.items():  # without the last the image writer passes a file over
        font["name"].setName(text, number, 3, 1, 0x409)
    for number in (16, 17, 21, 22, 25):
        font["name"].removeNames(nameID=number)
    font["OS/2"].usWeightClass = weight


if __name__ == "__main__":
    main(Path(sys.argv[1]))
