"""“Verify this file”: read the stamp, ask again, compare.

Three comparisons. The cells against the table in the seal: were they changed since they left? The
seal's data and definitions against those of today. The answer asked again against the seal's
fingerprint and, where the table is one the monitor can make anew, against the cells themselves.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from analytics.again import (
    Asked,
    NotAsked,
    ask_again,
    dimensions_of,
    filters_of,
    fingerprint,
    metrics_of,
    question_again,
)
from analytics.list_download import in_words, rows_behind
from analytics.stamp import definitions
from analytics.storyboard import sequence
from analytics.tables import share_headings, table
from analytics.vocabulary import Vocabulary
from data.importer.limits import UPLOAD, Limits
from data.store import Dataset
from exports.deck import Told
from exports.deck_table import deck_table
from exports.found import Cells, Found
from exports.reading import read_stamp
from exports.seal import NoSeal, Seal
from exports.table import PLAIN_NUMBER, Table, digest
from exports.verdict import Difference, Outcome, Verdict, as_one, rows_gone
from i18n import LANGUAGES, language, number, t, use

Rows = list[list[str]]


def verify(name: str, content: bytes, dataset: Dataset, limits: Limits = UPLOAD) -> Verdict:
    """Compare a file of ours with what `dataset` says today. Never raises for a bad file."""
    try:
        found = read_stamp(content, name, limits)
    except NoSeal as problem:
        return Verdict("cannot_tell", (str(problem),))
    stamp = found.seal.stamp
    if stamp.dataset != dataset.key:
        said = t("The file was made from “{title}”, which is not the data loaded here.",
                 title=t(stamp.title))  # fmt: skip
        return Verdict("cannot_tell", (said,), seal=found.seal)
    try:
        return _compared(found, dataset)
    except NotAsked as problem:
        said = t("The stamp asks for what the monitor does not have: {what}.", what=str(problem))
        return Verdict("different", (*_versions(found.seal, dataset), said), seal=found.seal)


def _compared(found: Found, dataset: Dataset) -> Verdict:
    seal = found.seal
    changed, cells = _since_it_left(found)
    asked = _asked_again(seal, dataset)
    expected = _made_anew(seal, dataset)
    others: list[Difference] = []
    if expected is not None:
        shown = found.cells or Cells(seal.rows or [], 1)
        others = _numbers_apart(shown, expected, seal.headings)
    reasons = [*_versions(seal, dataset), *changed]
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


def _since_it_left(found: Found) -> tuple[list[str], list[Difference]]:
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


def _asked_again(seal: Seal, dataset: Dataset) -> bool | None:
    """Whether the answer is the same today; None for what is not asked again."""
    asked = seal.question
    if asked.kind == "page":
        return None
    if asked.kind == "ask":
        return fingerprint([ask_again(dataset, seal.stamp).frame]) == asked.sha256
    if asked.kind == "named":
        frames = [
            question_again(dataset, seal.stamp, Asked(name, more)) for name, more in asked.named
        ]
        return fingerprint(frames) == asked.sha256
    return True  # lists and decks are compared row by row, in _made_anew


def _made_anew(seal: Seal, dataset: Dataset) -> Rows | None:
    """The table as the monitor makes it today, in the file's language; None where it cannot."""
    spoken = language()
    use(seal.language if seal.language in LANGUAGES else spoken)
    try:
        if seal.question.kind == "list":
            return _listed(seal, dataset)
        if seal.question.kind == "deck":
            return _told_again(seal, dataset)
        if seal.question.kind == "ask":
            return _plain_answer(seal, dataset)
        return None
    finally:
        use(spoken)


def _plain_answer(seal: Seal, dataset: Dataset) -> Rows | None:
    """The answer as the plain table of it, if that is how the file shows it."""
    metrics, by = metrics_of(seal.stamp), dimensions_of(seal.stamp)
    answer = ask_again(dataset, seal.stamp)
    frame = table(answer, metrics, by, Vocabulary.of(dataset))
    if list(frame.columns) != seal.headings:
        return None
    return Table.of(frame, share_headings(metrics)).canonical()


def _told_again(seal: Seal, dataset: Dataset) -> Rows:
    """Every number of the deck's messages, from the data of today."""
    codes = ",".join(str(more.get("views", "")) for _, more in seal.question.named)
    told = Told.of(dataset, filters_of(seal.stamp, dataset), sequence(codes))
    return deck_table(told.messages).canonical()


def _listed(seal: Seal, dataset: Dataset) -> Rows:
    filters, asked = filters_of(seal.stamp, dataset), seal.question
    frame = rows_behind(dataset, filters, behind=asked.behind, sort=asked.sort)
    return Table.of(in_words(frame, Vocabulary.of(dataset))).canonical()


def _numbers_apart(shown: Cells, expected: Rows, headings: Sequence[str]) -> list[Difference]:
    """Cells that should hold a number and hold another. Wording may have changed since."""
    if len(shown.rows) != len(expected):
        place = shown.place(len(shown.rows), 0)
        return [Difference(place, t("rows"), str(len(shown.rows)), str(len(expected)))]
    return [
        each
        for each in _apart(shown, expected, headings)
        if PLAIN_NUMBER.fullmatch(each.should_be) or PLAIN_NUMBER.fullmatch(each.said)
    ]


def _apart(shown: Cells, expected: Rows, headings: Sequence[str]) -> Iterator[Difference]:
    """Cell by cell; rows that only stand in another order are the same."""
    if Counter(map(tuple, shown.rows)) == Counter(map(tuple, expected)):
        return
    for at, (said, right) in enumerate(zip(shown.rows, expected, strict=False)):
        for place, heading in enumerate(headings):
            if said[place] != right[place]:
                yield Difference(shown.place(at, place), heading, said[place], right[place])
