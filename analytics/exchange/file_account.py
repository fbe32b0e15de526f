"""What was read of a file and what was left out, sheet by sheet, so that nothing goes unsaid."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from data.columns import sheet_name
from data.findings import Problem, csv_file, every, shortened
from data.importer import Account, SheetAccount
from i18n import ended, labelled, number, parted, t, tn

EXAMPLES = 3
_KINDS = {"ogp_export": "OGP export", "iati": "IATI"}
_LETTERS = 300


def summary(account: Account) -> str:
    """How many rows were seen, taken and left out, in one sentence."""
    taken = sum(sheet.taken for sheet in account)
    left = sum(rows.count for sheet in account for rows in sheet.left_out)
    sentence = tn("{count} row was taken", "{count} rows were taken", taken)
    if left:
        more = tn("{count} row was left out", "{count} rows were left out", left)
        sentence = t("{taken}, {left}", taken=sentence, left=more)
    return ended(sentence)


def lines(account: Account, notes: Iterable[Problem]) -> list[str]:
    """A line for each sheet, with its rows and columns, and for each kind of cells."""
    cells = cells_table(notes).itertuples(index=False)
    texts = [
        t("{cells}: {count} ({examples})", cells=cells, count=count, examples=examples)
        for cells, count, examples in cells
    ]
    return [*map(_line, account), *texts]


def rows_table(account: Account) -> pd.DataFrame:
    """Each sheet with its rows: seen, taken, left out and why."""
    return pd.DataFrame(
        {
            t("Sheet"): [_sheet(sheet) for sheet in account],
            t("Read as"): [_kind(sheet) for sheet in account],
            t("Rows in the file"): [number(sheet.seen) for sheet in account],
            t("Rows taken"): [number(sheet.taken) for sheet in account],
            t("Rows left out"): [_left_out(sheet) for sheet in account],
        }
    )


def columns_table(account: Account) -> pd.DataFrame:
    """The columns of each sheet that was read: used, not used, and missing."""
    read = [sheet for sheet in account if sheet.used]
    return pd.DataFrame(
        {
            t("Sheet"): [_sheet(sheet) for sheet in read],
            t("Columns used"): [_names(sheet.used) for sheet in read],
            t("Columns not used"): [_names(sheet.unused) for sheet in read],
            t("Columns missing"): [_names(sheet.missing) for sheet in read],
        }
    )


def cells_table(notes: Iterable[Problem]) -> pd.DataFrame:
    """Cells left out or read otherwise, by kind: how many, and the first of them."""
    counted: Counter[str] = Counter()
    examples: dict[str, list[str]] = {}
    for note in every(notes):
        if note.about:
            counted[note.about] += note.count
            cells = examples.setdefault(note.about, [])
            if len(cells) < EXAMPLES:
                cells.append(_example(note))
    return pd.DataFrame(
        {
            t("Cells"): [t(about) for about in counted],
            t("How many"): [number(count) for count in counted.values()],
            t("The first of them"): [parted(examples[about]) for about in counted],
        }
    )


def to_csv(account: Account) -> bytes:
    """The whole account: a line for each kind of rows and each column of every sheet."""
    heads = [t("Sheet"), t("Read as"), t("What"), t("Which"), t("How many"), t("Why")]
    rows = ((_sheet(sheet), _kind(sheet), *row) for sheet in account for row in _rows(sheet))
    return csv_file(heads, rows)


def _rows(sheet: SheetAccount) -> Iterator[tuple[object, ...]]:
    yield t("Rows in the file"), "", sheet.seen, ""
    yield t("Rows taken"), "", sheet.taken, ""
    for left in sheet.left_out:
        yield t("Rows left out"), _first(left.rows, left.count), left.count, t(left.why)
    yield from ((t("Column used"), name, "", "") for name in sheet.used)
    yield from ((t("Column not used"), name, "", "") for name in sheet.unused)
    yield from ((t("Column missing"), name, "", "") for name in sheet.missing)


def as_json(account: Account) -> list[dict[str, object]]:
    """The account for a script."""
    return [
        {
            "sheet": sheet.sheet,
            "read_as": sheet.holds,
            "seen": sheet.seen,
            "taken": sheet.taken,
            "left_out": [
                {"why": t(left.why), "count": left.count, "rows": list(left.rows)}
                for left in sheet.left_out
            ],
            "columns": {
                "used": list(sheet.used),
                "not_used": list(sheet.unused),
                "missing": list(sheet.missing),
            },
        }
        for sheet in account
    ]


def _line(sheet: SheetAccount) -> str:
    rows = t(
        "{sheet} ({kind}): rows in the file {seen}, taken {taken}",
        sheet=_sheet(sheet),
        kind=_kind(sheet),
        seen=number(sheet.seen),
        taken=number(sheet.taken),
    )
    left = t("left out: {rows}", rows=_left_out(sheet)) if sheet.left_out else ""
    columns = (
        t(
            "columns used {used}, not used {unused}, missing {missing}",
            used=number(len(sheet.used)),
            unused=number(len(sheet.unused)),
            missing=number(len(sheet.missing)),
        )
        if sheet.used
        else ""
    )
    return ended(parted((rows, left, columns)))


def _sheet(sheet: SheetAccount) -> str:
    return shortened(sheet.sheet) or t("The file")


def _kind(sheet: SheetAccount) -> str:
    if not sheet.holds:
        return t("not used")
    return _KINDS.get(sheet.holds) or sheet_name(sheet.holds)


def _left_out(sheet: SheetAccount) -> str:
    return parted(
        t("{count}: {why} ({rows})", count=number(left.count), why=t(left.why),
          rows=t("row {row}", row=_first(left.rows, left.count)))
        for left in sheet.left_out
    )  # fmt: skip


def _first(rows: Sequence[int], count: int) -> str:
    numbers = [number(row) for row in rows[:EXAMPLES]]
    return ", ".join([*numbers, "…"] if count > len(numbers) else numbers)


def _names(names: Sequence[str]) -> str:
    return shortened(", ".join(names), _LETTERS)


def _example(note: Problem) -> str:
    place = note.where()
    value = shortened(note.value, 40)
    return labelled(place, value) if value else place
