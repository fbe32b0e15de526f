"""Make the fixed-weight TrueType copies in `ttf/` from the variable web fonts beside them.

Image export wants TrueType files and one file a weight, and draws a word from a single file, so
the six scripts are merged. Needs fonttools and brotli, which nothing else does:

    python static/fonts/make_ttf.py
"""

import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700}


def main() -> None:
    for style, weight in WEIGHTS.items():
        with tempfile.TemporaryDirectory() as folder:
            pieces = [_piece(web, weight, Path(folder)) for web in sorted(HERE.glob("*.woff2"))]
            merged = Merger().merge(pieces)
        _name(merged, style, weight)
        merged.save(HERE / "ttf" / f"NotoSans-{style}.ttf")


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
    for number, text in {1: "Noto Sans", 2: style, 4: f"Noto Sans {style}"}.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    for number in (16, 17, 21, 22, 25):
        font["name"].removeNames(nameID=number)
    font["OS/2"].usWeightClass = weight


if __name__ == "__main__":
    main()
