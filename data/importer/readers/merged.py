"""Merged cells of a sheet: every cell of such an area shows what its first one holds.

A sheet lists the areas below its rows, so they are looked up there before the rows are read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from data.importer.readers.cell_reader import column_of
from data.importer.readers.sheets import Refusal, Row, Spread
from data.problems import TooManyCells

_PIECE = 1 << 20
_LONGEST = 200  # characters of one area's tag
_NAME = b"mergeCell"
_AREA = re.compile(
    rb"<(?:[\w.-]+:)?mergeCell\s[^>]*?\bref\s*=\s*[\"']\$?([A-Z]{1,3})\$?([0-9]{1,7})"
    rb":\$?([A-Z]{1,3})\$?([0-9]{1,7})[\"']"
)


@dataclass(frozen=True, slots=True)
class Area:
    """First and last row (as a spreadsheet numbers them), first and last column (from 0)."""

    top: int
    left: int
    bottom: int
    right: int


def areas(part: IO[bytes]) -> tuple[Area, ...]:
    """The merged areas of a sheet's part, from the top."""
    tail = b""
    matches: list[list[str]] = []
    while piece := part.read(_PIECE):
        text, past = tail + piece, 0
        if _NAME in text:
            for area in _AREA.finditer(text):
                matches.append([part.decode() for part in area.groups()])
                past = area.end()
        tail = text[max(past, len(text) - _LONGEST) :]
    read = [Area(int(t), column_of(a), int(b), column_of(z)) for a, t, z, b in matches]
    return tuple(sorted(read, key=lambda area: (area.top, area.left)))


def spread(rows: Iterator[Row], merged: Sequence[Area], sheet: str, limit: int) -> Iterator[Row]:
    """The rows with the value of each area's first cell in all of its cells.

    A row with nothing of its own stays empty: where all of its cells belong to areas that began
    above, it is part of that row. More than `limit` cells are refused.
    """
    waiting = list(reversed(merged))
    active: list[tuple[Area, str]] = []
    filled = 0
    for number, cells in rows:
        while waiting and waiting[-1].top <= number:
            area = waiting.pop()
            own = cells if area.top == number else ()
            active.append((area, own[area.left] if area.left < len(own) else ""))
        active = [(area, text) for area, text in active if area.bottom >= number and text]
        filled += sum(area.right - area.left + 1 for area, _ in active)
        if filled > limit:
            raise Refusal(TooManyCells(sheet=sheet, other=f"{limit:,}"))
        if active and any(map(str.strip, cells)):
            yield number, _filled(cells, active)
        else:
            yield number, cells


def _filled(cells: Sequence[str], active: Sequence[tuple[Area, str]]) -> list[str]:
    line = list(cells)
    for area, text in active:
        line.extend([""] * (area.right + 1 - len(line)))
        if not line[area.left]:
            line[area.left] = text
        for place in range(area.left + 1, area.right + 1):
            if not line[place]:
                line[place] = Spread(text)
    return line
