"""The pictures of the programme: files in a folder, described in its captions.csv.

A picture is shown only if it is there and has both a caption and a credit: without them nobody
could know what it shows and whom to thank.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "gallery"
ENDINGS = (".png", ".jpg", ".jpeg", ".webp")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, what it shows, when it was taken (as far as known) and by whom."""

    path: Path
    caption: str
    date: str
    credit: str


def pictures(folder: Path | None = None) -> tuple[Picture, ...]:
    """The pictures of a folder, in the order of its captions.csv; none where there is none."""
    inside = folder or FOLDER
    captions = inside / "captions.csv"
    if not captions.is_file():
        return ()
    with captions.open(encoding="utf-8-sig", newline="") as lines:
        described = [_described(row, inside) for row in csv.DictReader(lines)]
    return tuple(picture for picture in described if _can_be_shown(picture, inside))


def _described(row: dict[str, str | None], folder: Path) -> Picture:
    return Picture(
        folder / _of(row, "file"), _of(row, "caption"), _of(row, "date"), _of(row, "credit")
    )


def _of(row: dict[str, str | None], column: str) -> str:
    return (row.get(column) or "").strip()


def _can_be_shown(picture: Picture, folder: Path) -> bool:
    """A file of this very folder, so that a caption cannot open any other file of the server."""
    return (
        picture.path.suffix.lower() in ENDINGS
        and picture.path.resolve().parent == folder.resolve()
        and picture.path.is_file()
        and bool(picture.caption and picture.credit)
    )
