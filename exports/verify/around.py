"""What stands round the tables of a workbook, against the monitor's own writing of it.

Values are compared, not looks: every cell of every sheet that is of no table, and the sheets.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from analytics.exchange.asked_again import NotAsked
from data.importer.readers.limits import OWN_FILE
from exports.paper.parts import Book
from exports.verify.books import read_book
from exports.verify.compared import versions_apart
from exports.verify.made_again import MadeAgain
from exports.verify.verdict import Difference, Outcome, Verdict
from i18n import t


def around(verdict: Verdict, book: Book, again: MadeAgain) -> Verdict:
    """The verdict on the tables of a workbook with what can be said of the rest of it."""
    seal = book.seals[0]
    if seal.stamp.dataset != again.dataset.key:
        return verdict
    today, alone = not any(versions_apart(seal, again.dataset)), len(book.seals) == 1
    if alone and not (seal.maker and len(seal.meanings) == len(seal.headings)):
        older = t("Only its tables could be compared: the stamp says nothing of the rest.")
        outcome: Outcome = "different" if verdict.outcome == "different" else "cannot_tell"
        return replace(verdict, outcome=outcome, reasons=(*verdict.reasons, older))
    if not (today or alone):  # what a pack left with its seals do not say
        return verdict
    try:
        anew = read_book(again.book(book.seals, today=today), OWN_FILE)[1]
    except NotAsked:  # the tables say so
        return verdict
    reasons = tuple(_sheets_apart(book, anew))
    cells = tuple(_cells_apart(book.sheets, anew.sheets))
    if cells:
        reasons += (t("What stands round the table is not what the monitor writes."),)
    if not reasons:
        return verdict
    before = verdict.reasons if verdict.outcome == "different" else ()
    return replace(verdict, outcome="different", reasons=(*before, *reasons),
                   differences=(*verdict.differences, *cells))  # fmt: skip


def _sheets_apart(book: Book, anew: Book) -> Iterator[str]:
    added = [*(name for name in book.sheets if name not in anew.sheets), *book.more]
    gone = [name for name in anew.sheets if name not in book.sheets]
    if added:
        yield t("Not in the workbook when it left the monitor: {names}.", names=", ".join(added))
    if gone:
        yield t("Missing from the workbook: {names}.", names=", ".join(gone))


def _cells_apart(
    sheets: Mapping[str, Mapping[str, str]], anew: Mapping[str, Mapping[str, str]]
) -> Iterator[Difference]:
    """Cell by cell, of the sheets that both have."""
    for name, ours in anew.items():
        theirs = sheets.get(name)
        if theirs is not None:
            for place in {**ours, **theirs}:
                if theirs.get(place, "") != ours.get(place, ""):
                    yield Difference(f"{name} {place}", "", theirs.get(place, ""),
                                     ours.get(place, ""))  # fmt: skip
