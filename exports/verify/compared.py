"""One table that came back against its seal, today's data, and itself made again.

Three comparisons. The cells against the table in the seal: were they changed since they left? The
seal's data and definitions against those of today. The answer asked again against the seal's
fingerprint and, where the table is one the monitor can make anew, against the cells themselves.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from analytics.exchange.asked_again import NotAsked, metrics_of
from analytics.query.stamp import definitions
from data.store import Dataset
from exports.paper.found import Cells, Found
from exports.paper.seal import Seal
from exports.paper.table import digest
from exports.verify.made_again import MadeAgain, Rows
from exports.verify.verdict import Difference, Outcome, Verdict, as_one, rows_gone
from i18n import number, t

FIGURES = re.compile(r"-?\d+")


def compared(found: Found, again: MadeAgain) -> Verdict:
    """What can be said of one table."""
    seal, dataset = found.seal, again.dataset
    if other := other_dataset(seal, dataset):
        return Verdict("cannot_tell", (other,), seal=seal)
    try:
        return _compared(found, again)
    except NotAsked as problem:
        said = t("The stamp asks for what the monitor does not have: {what}.", what=str(problem))
        return Verdict("different", (*_versions(seal, dataset), said), seal=seal)


def other_dataset(seal: Seal, dataset: Dataset) -> str:
    """A sentence where the file is of other data than those loaded; blank where it is not."""
    if seal.stamp.dataset == dataset.key:
        return ""
    return t("The file was made from “{title}”, which is not the data loaded here.",
             title=t(seal.stamp.title))  # fmt: skip


def _compared(found: Found, again: MadeAgain) -> Verdict:
    seal = found.seal
    changed, cells = since_it_left(found)
    asked, expected = again.of(seal)
    others: list[Difference] = []
    if expected is not None:
        shown = found.cells or Cells(seal.rows or [], 1)
        others = _numbers_apart(shown, expected, seal.headings)
    reasons = [*_versions(seal, again.dataset), *changed]
    if asked is False:
        reasons.append(t("Asked again, the numbers come out otherwise."))
    differences = as_one([*cells, *others])
    if differences and not cells:
        reasons.append(t("The file’s numbers are not those the monitor works out."))
    if reasons or differences:
        return Verdict("different", tuple(reasons), differences, seal)
    return Verdict(*_unchanged(seal, asked), seal=seal)


def _unchanged(seal: Seal, asked: bool | None) -> tuple[Outcome, tuple[str, ...]]:
    unaltered = t(
        "As it left the monitor: {rows} rows, data version {version}.",
        rows=number(seal.count),
        version=seal.stamp.dataset_version,
    )
    if asked is None:
        why = t("This table was worked out for a page; the file alone is not enough to ask again.")
        return "cannot_tell", (unaltered, why)
    return "same", (unaltered,)


def _versions(seal: Seal, dataset: Dataset) -> list[str]:
    """Other data, other definitions."""
    said = []
    if seal.stamp.sha256 != dataset.sha256:
        said.append(
            t(
                "Other data: the file speaks of version {theirs}, loaded is {ours}.",
                theirs=seal.stamp.dataset_version,
                ours=dataset.version,
            )
        )
    if _other_definitions(seal):
        said.append(t("Other definitions: a metric of this file has since been defined anew."))
    return said


def _other_definitions(seal: Seal) -> bool:
    try:
        metrics = metrics_of(seal.stamp)
    except NotAsked:
        return True
    words = {metric.key: metric.definition for metric in metrics}
    return words != seal.stamp.metrics or definitions(metrics) != seal.stamp.definitions


def since_it_left(found: Found) -> tuple[list[str], list[Difference]]:
    """What was changed in the file itself: its drawing, its cells."""
    seal, said = found.seal, []
    if not found.drawing_intact:
        said.append(t("The picture was changed after it left the monitor."))
    if seal.rows is not None and digest(seal.headings, seal.rows) != seal.sha256:
        said.append(t("The stamp itself was changed after it left the monitor."))
    if found.cells is None or digest(seal.headings, found.cells.rows) == seal.sha256:
        return said, []
    if seal.rows is None:
        return [*said, t("The table was changed after it left the monitor.")], []
    if len(found.cells.rows) != len(seal.rows):
        said.append(rows_gone(len(found.cells.rows), len(seal.rows)))
    cells = list(_apart(found.cells, seal.rows, seal.headings))
    return ([*said, t("Cells were changed after the file left.")] if cells else said), cells


def _numbers_apart(shown: Cells, expected: Rows, headings: Sequence[str]) -> list[Difference]:
    """Cells whose numbers are others. Wording may have changed since."""
    if len(shown.rows) != len(expected):
        place = shown.place(len(shown.rows), 0)
        return [Difference(place, t("rows"), str(len(shown.rows)), str(len(expected)))]
    return [
        each
        for each in _apart(shown, expected, headings)
        if FIGURES.findall(each.should_be) != FIGURES.findall(each.said)
    ]


def _apart(shown: Cells, expected: Rows, headings: Sequence[str]) -> Iterator[Difference]:
    """Cell by cell; rows that only stand in another order are the same."""
    if Counter(map(tuple, shown.rows)) == Counter(map(tuple, expected)):
        return
    for at, (said, right) in enumerate(zip(shown.rows, expected, strict=False)):
        for place, heading in enumerate(headings):
            if said[place] != right[place]:
                yield Difference(shown.place(at, place), heading, said[place], right[place])
