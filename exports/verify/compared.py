"""What came back against its seal, today's data and, for a table, itself made again.

Of every file: are data and definitions those of the seal, and is it as it left? Of a table besides:
which cells were changed since they left, what does its question give today, and what would its
cells say if the monitor made it now?
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from analytics.exchange.asked_again import NotAsked, metrics_of
from analytics.query.stamp import definitions
from data.store import Dataset
from exports.paper.parts import Cells, Sealed
from exports.paper.seal import Seal
from exports.paper.table import digest
from exports.verify.made_again import MadeAgain, Rows
from exports.verify.verdict import Difference, Verdict, as_one, rows_gone
from i18n import t, tn

FIGURES = re.compile(r"-?\d+")


def compared(read: Sealed, again: MadeAgain) -> Verdict:
    """What can be said of one table, or of one file that shows none."""
    seal = read.seal
    if seal.stamp.dataset != again.dataset.key:
        other = t("The file was made from “{title}”, which is not the data loaded here.",
                  title=t(seal.stamp.title))  # fmt: skip
        return Verdict("cannot_tell", (other,), seal=seal)
    reasons = list(versions_apart(seal, again.dataset))
    if not read.intact:
        reasons.append(t("The file was changed, or saved anew, after it left the monitor."))
    try:
        if read.cells is None:
            return _file(seal, reasons)
        return _table(read, read.cells, reasons, again)
    except NotAsked as problem:
        reason = t("The stamp asks for what the monitor does not have: {what}.", what=str(problem))
        return Verdict("different", (*reasons, reason), seal=seal)


def _file(seal: Seal, reasons: Sequence[str]) -> Verdict:
    if reasons:
        return Verdict("different", tuple(reasons), seal=seal)
    text = t("As it left the monitor; data version {version} and definitions are those of today.",
             version=seal.stamp.dataset_version)  # fmt: skip
    return Verdict("same", (text,), seal=seal)


def _table(read: Sealed, cells: Cells, reasons: list[str], again: MadeAgain) -> Verdict:
    seal = read.seal
    rows, today = again.of(seal)
    left = seal.rows
    if left is None and today and digest(seal.headings, today) == seal.sha256:
        left = today
    changed, touched = _since_it_left(seal, cells, left)
    reasons += changed
    if read.beside:
        reasons.append(t("Cells were changed after the file left."))
        touched += [Difference(place, "", text, "") for place, text in read.beside.items()]
    if rows is False:
        reasons.append(t("Asked again, the numbers come out otherwise."))
    others = [] if today is None else list(_numbers_apart(cells, today, seal.headings))
    if others and not touched:
        reasons.append(t("The file’s numbers are not those the monitor works out."))
    if reasons or others:
        return Verdict("different", tuple(reasons), as_one([*touched, *others]), seal)
    unaltered = tn(
        "As it left the monitor: {count} row, data version {version}.",
        "As it left the monitor: {count} rows, data version {version}.",
        seal.count,
        version=seal.stamp.dataset_version,
    )
    if rows is None:
        why = t("This table was worked out for a page; the file alone is not enough to ask again.")
        return Verdict("cannot_tell", (unaltered, why), seal=seal)
    return Verdict("same", (unaltered,), seal=seal)


def versions_apart(seal: Seal, dataset: Dataset) -> Iterator[str]:
    """Other data, other definitions."""
    if seal.stamp.sha256 != dataset.sha256:
        yield t("Other data: the file is of version {theirs}, loaded is {ours}.",
                theirs=seal.stamp.dataset_version, ours=dataset.version)  # fmt: skip
    if _other_definitions(seal):
        yield t("Other definitions: a metric of this file has since been defined anew.")


def _other_definitions(seal: Seal) -> bool:
    try:
        metrics = metrics_of(seal.stamp)
    except NotAsked:
        return True
    meanings = {metric.key: metric.definition for metric in metrics}
    return meanings != seal.stamp.metrics or definitions(metrics) != seal.stamp.definitions


def _since_it_left(
    seal: Seal, in_file: Cells, left: Rows | None
) -> tuple[list[str], list[Difference]]:
    """What was changed in the table itself, against its cells as they `left` if they are known."""
    if seal.rows is not None and digest(seal.headings, seal.rows) != seal.sha256:
        return [t("The stamp itself was changed after it left the monitor.")], []
    if digest(seal.headings, in_file.rows) == seal.sha256:
        return [], []
    if left is None:
        return [t("The table was changed after it left the monitor.")], []
    gone = [] if len(in_file.rows) == len(left) else [rows_gone(len(in_file.rows), len(left))]
    cells = list(_apart(in_file, left, seal.headings))
    return ([*gone, t("Cells were changed after the file left.")] if cells else gone), cells


def _numbers_apart(cells: Cells, today: Rows, headings: Sequence[str]) -> Iterator[Difference]:
    """Cells whose numbers are others. Wording may have changed since."""
    if len(cells.rows) != len(today):
        place = cells.place(len(cells.rows), 0)
        yield Difference(place, t("rows"), str(len(cells.rows)), str(len(today)))
        return
    for each in _apart(cells, today, headings):
        if FIGURES.findall(each.should_be) != FIGURES.findall(each.in_file):
            yield each


def _apart(cells: Cells, expected: Rows, headings: Sequence[str]) -> Iterator[Difference]:
    """Cell by cell; rows that only stand in another order are the same."""
    if Counter(map(tuple, cells.rows)) == Counter(map(tuple, expected)):
        return
    for at, (there, right) in enumerate(zip(cells.rows, expected, strict=False)):
        for place, heading in enumerate(headings):
            if there[place] != right[place]:
                yield Difference(cells.place(at, place), heading, there[place], right[place])
