"""Rows below a header that are no rows of its table: headings, totals, notes, the header again."""

import re
from collections.abc import Iterator, Sequence
from functools import reduce

import pyarrow as pa
import pyarrow.compute as pc

from i18n import N_

REPEATED = N_("the column names again")
NUMBERING = N_("the numbers of the columns")
HEADING = N_("a heading between the rows")
TOTAL = N_("a total")
BELOW = N_("a note below the table")
UNUSED = N_("only in columns that are not used")
EXAMPLE = N_("the template's example")

# As totals and notes begin in the languages spoken here.
_TOTAL = re.compile(
    r"(?:grand |sub-?)?(?:total|sum|count|average|mean)\b"
    r"|(?:[ву]?сього|загалом|разом|підсумок|итого|всего|усяго|разам|вынікі?"
    r"|cəmi|yekun|jami|total general|în total|სულ|ჯამი|ընդամենը)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"[*†‡§¹²³]|(?:notes?|sources?|remarks?|n\.b\.|nb|legend|updated|as of|data as of|prepared by"
    r"|примітк[аи]|джерел[оа]|примечани[ея]|источники?|заўваг[аі]|крыніц[аы]|qeyd|mənbə|notă|note"
    r"|sursa|შენიშვნა|წყარო|ծանոթություն|աղբյուր)(?:\b|$)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-+]?[0-9][0-9., \u00a0]*%?")  # a sum nobody named
_LOOKED_BACK = 2_000  # more incomplete rows than this are no notes

Cells = Sequence[str | None]


def is_total(first: str, filled: int, columns: int) -> bool:
    """Whether a row that begins so, with so many of its cells filled, adds up those above it."""
    return bool(_TOTAL.match(first)) and 2 * filled <= columns


def is_again(cells: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a row is the header once more, as where files were put one below the other."""
    pairs = [(cell.strip(), name) for cell, name in zip(cells, names, strict=False) if name]
    return len(pairs) > 1 and all(cell == name for cell, name in pairs)


def is_numbering(cells: Sequence[str]) -> bool:
    """Whether a row numbers the columns from 1 on, as official tables do beneath their names."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return len(filled) > 2 and filled == [str(at) for at in range(1, len(filled) + 1)]


def aside(
    rows: Sequence[tuple[int, int, Cells]], numbers: Sequence[int], key: int | None, needed: int
) -> Iterator[tuple[int, str]]:
    """What is no row of the table: (its index, why).

    `rows` lack something needed: (index, how many of the needed cells are filled, the cells).
    `key` is the place among the cells of what names a row, and `needed` how many are needed.
    """
    last = len(numbers)
    below: list[tuple[int, str]] = []
    for index, filled, cells in reversed(rows):
        texts = [cell for cell in cells if cell]
        first = texts[0] if texts else ""
        named = key is not None and bool(cells[key])
        bare = filled == 0 or (filled == 1 and named and needed > 1)
        alone = not named and len(texts) == 1 and index == last - 1 and _NUMBER.fullmatch(first)
        if (_TOTAL.match(first) or alone) and filled < needed:
            below.append((index, TOTAL))
            last = index if index == last - 1 else last
        elif bare and index == last - 1 and _stands_below(filled, texts, numbers, index):
            below.append((index, BELOW))
            last = index
        elif bare and len(texts) == 1 and len(first.split()) > 1 and filled:
            below.append((index, HEADING))
    yield from reversed(below)


def _stands_below(filled: int, texts: Sequence[str], numbers: Sequence[int], index: int) -> bool:
    """Nothing that is needed, or words where a key belongs."""
    if not filled:
        return True
    parted = index > 0 and numbers[index] - numbers[index - 1] > 1
    count = len(texts[0].split())
    return bool(_NOTE.match(texts[0])) or count > 2 or (parted and count > 1)


def lacking(table: pa.Table, needed: Sequence[str]) -> list[tuple[int, int, Cells]]:
    """The rows in which something needed is empty, for `aside`; the last of them if many."""
    filled = [pc.cast(table[name].is_valid(), pa.int8()) for name in needed]
    counts = reduce(pc.add, filled)
    short = pc.indices_nonzero(pc.less(counts, len(needed))).to_pylist()[-_LOOKED_BACK:]
    rows = table.take(pa.array(short, pa.int64()))
    cells = zip(*(column.to_pylist() for column in rows.columns), strict=True)
    return [(index, counts[index].as_py(), row) for index, row in zip(short, cells, strict=True)]
